/** The score of an assessment as it stands: from the answers in the database to version 0 of its result. */
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { AgencyTally } from '../rules/answers.ts';
import type { Instrument } from '../rules/instrument.ts';
import { type ResultLine, resultLines } from '../rules/result.ts';
import { type AgencyScore, scoreTally } from '../rules/score.ts';
import { instrumentOf } from '../store/instrument-of.ts';
import { saveResults } from '../store/results.ts';
import { tallyOf } from '../store/tallies.ts';

export interface Computed {
  readonly instrument: Instrument;
  readonly tally: AgencyTally;
  readonly score: AgencyScore;
  readonly lines: readonly ResultLine[];
}

/**
 * Computes and keeps the result as it stands (version 0) inside the caller's transaction; the caller has locked the assessment's row.
 *
 * @returns the score; not `complete` = provisional, and so not to be submitted
 * @throws Error when there is no such assessment
 */
export async function computeResults(tools: Pick<Tools, 'clock'>, tx: Tx, assessmentId: string): Promise<AgencyScore> {
  return (await compute(tools, tx, assessmentId)).score;
}

/** The same with everything that was used. */
export async function compute(tools: Pick<Tools, 'clock'>, tx: Tx, assessmentId: string): Promise<Computed> {
  const instrument = await instrumentOf(tx, assessmentId);
  const tally = await tallyOf(tx, assessmentId);
  const score = scoreTally(instrument, tally);
  const lines = resultLines(instrument, tally, score);
  await saveResults(tx, [{ assessmentId, lines }], tools.clock.now());
  return { instrument, tally, score, lines };
}
