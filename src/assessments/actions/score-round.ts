/** Scoring a whole round: after new secondary data, after a change of answers in many places, or to see how a round stands. */
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { resultLines } from '../rules/result.ts';
import { scoreTally } from '../rules/score.ts';
import { instrumentOfRound } from '../store/instrument-of.ts';
import { saveResults } from '../store/results.ts';
import { moveScoring } from '../store/scorings.ts';
import { tallyBatches } from '../store/tallies.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Computes version 0 of every assessment of a round, some agencies at a time; published versions stay as they are. Memory does not
 * grow with the round. It may be interrupted and run again. `onProgress` is told after every batch.
 *
 * @throws Error when there is no such round
 */
export async function scoreRound(
  tools: Pick<Tools, 'db' | 'clock'>,
  roundId: string,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Progress> {
  const instrument = await instrumentOfRound(tools.db, roundId);
  let progress: Progress = { done: 0, total: 0 };
  for await (const { batch, total, mark: readAt } of tallyBatches(tools.db, roundId, () => tools.clock.now())) {
    const results = batch.map(({ assessmentId, tally }) => ({
      assessmentId,
      lines: resultLines(instrument, tally, scoreTally(instrument, tally)),
    }));
    progress = { done: progress.done + batch.length, total };
    await inTransaction(tools, async (tx) => {
      await saveResults(tx, results, readAt);
      await moveScoring(tx, roundId, progress, tools.clock.now());
    });
    onProgress(progress);
  }
  return progress;
}
