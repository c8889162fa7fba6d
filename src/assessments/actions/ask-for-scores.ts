/** Asking for a whole round to be scored in the background, with progress that a page shows. */
import { type Actor, actorReference, type Officer } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { Tools } from '../../platform/tools.ts';
import { mayPlan } from '../rules/permissions.ts';
import { loadRound } from '../store/rounds.ts';
import { askScoring } from '../store/scorings.ts';

export const SCORE_ROUND = 'assessments.score-round';

/** Puts it into the queue; asked again while it waits, it is still done once. */
export async function askForScores(tools: Tools, actor: Officer, roundId: string): Promise<Result<null, 'assessment.absent'>> {
  return inTransaction(tools, async (tx) => {
    const round = await loadRound(tx, roundId);
    if (!round || !mayPlan(actor, round)) return refuse('assessment.absent');
    const at = tools.clock.now();
    await askScoring(tx, round.id, actor.personId, at);
    await enqueue(tx, { errand: SCORE_ROUND, payload: { roundId: round.id }, key: `${SCORE_ROUND}:${round.id}` });
    const event = { type: 'round.scoring-asked', at, actor: actorReference(actor as Actor), payload: {} };
    await appendEvents(tools, tx, { kind: 'round', id: round.id }, [event]);
    return { ok: true, value: null };
  });
}
