/** Bulk issue: asked for by a person, done by an errand, resumable. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CertificateRefusal } from '../../rules/certificates/refusals.ts';
import {
  batchById,
  countCertificates,
  insertBatch,
  moveBatch,
  type Offices,
  wantingCertificates,
} from '../../store/certificates/round.ts';
import { makeCertificate, openSigners } from './make-certificate.ts';
import { numberCertificate } from './number-certificate.ts';

export const ISSUE_ERRAND = 'assessments.issue-certificates';

/** Assessments looked up at a time. */
const STRETCH = 50;

/** Puts a bulk issue for a round into the queue. @param offices whose agencies: asked of the rules by the caller */
export async function askForCertificates(
  tools: Tools,
  actor: Extract<Actor, { kind: 'officer' }>,
  order: { readonly roundId: string; readonly offices: Offices },
): Promise<Result<{ readonly batchId: string }, CertificateRefusal>> {
  return inTransaction(tools, async (tx) => {
    const { wanting } = await countCertificates(tx, order.roundId, order.offices);
    if (wanting === 0) return refuse('certificate.nothing-to-issue');
    const [id, at] = [tools.random.id(), tools.clock.now()];
    const batch = { id, ...order, askedBy: actor.personId, total: wanting, startedAt: at };
    if (!(await insertBatch(tx, batch))) return refuse('certificate.batch-running');
    await appendEvents(tools, tx, { kind: 'certificate-batch', id }, [
      { type: 'certificates.asked-for', at, actor: actorReference(actor), payload: { roundId: order.roundId, total: wanting } },
    ]);
    await enqueue(tx, { errand: ISSUE_ERRAND, payload: { batchId: id }, key: `certificates ${order.roundId}` });
    return ok({ batchId: id });
  });
}

/**
 * Issues what a batch asked for and is still wanting, one after another, each in transactions of its own. It may be killed anywhere and run
 * again: a certificate that had its number gets its file, and none gets two.
 */
export async function issueBatch(
  tools: Tools,
  batchId: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const batch = await batchById(tools.db, batchId);
  if (!batch || batch.endedAt !== null) return;
  const signers = await openSigners(tools);
  let { done } = batch;
  let after: string | null = null;
  for (;;) {
    const stretch: readonly string[] = await wantingCertificates(tools.db, batch.roundId, batch.offices, {
      after,
      limit: STRETCH,
    });
    if (stretch.length === 0) break;
    for (const assessmentId of stretch) {
      const numbered = await inTransaction(tools, (tx) =>
        numberCertificate(tools, tx, { assessmentId, by: batch.askedBy, replacesId: null }),
      );
      // A refusal means that somebody issued, or withdrew the result, in between: nothing is left to do for it.
      if (numbered.ok) await makeCertificate(tools, signers, numbered.value);
      after = assessmentId;
      done = Math.min(done + 1, batch.total);
      await moveBatch(tools.db, batchId, done, tools.clock.now());
      onProgress(done, batch.total);
    }
  }
  await moveBatch(tools.db, batchId, batch.total, tools.clock.now(), true);
}
