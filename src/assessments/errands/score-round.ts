import type { ErrandList } from '../../platform/jobs/errands.ts';
import { SCORE_ROUND } from '../actions/ask-for-scores.ts';
import { scoreRound } from '../actions/score-round.ts';

/** Killed in the middle it starts over: version 0 of a result is computed again and again. */
export const scoringErrands: ErrandList = {
  [SCORE_ROUND]: async (tools, payload) => {
    const { roundId } = payload as { readonly roundId: string };
    await scoreRound(tools, roundId);
  },
};
