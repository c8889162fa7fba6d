/**
 * When the review or the own-initiative case of a candidate has ended, those whose complaints were in it can be told so, once: by mail, who left
 * a contact. The message says which of their own complaints and which number of the Ombudsman's work; nothing of the others, nothing of what about.
 */
import { showTrackingNumber, trackingNumbersOf } from '../../../complaints/index.ts';
import { hasContact } from '../../../identity/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import type { Candidate } from '../../rules/reviews/candidate.ts';
import { mayReview, maySee } from '../../rules/reviews/review.ts';
import { loadCase } from '../../store/cases.ts';
import { caseNumbersOf } from '../../store/reviews/case-rows.ts';
import { allRows, loadCandidate, loadCandidateForUpdate, saveCandidate } from '../../store/reviews/clusters.ts';
import { loadReview } from '../../store/reviews/reviews.ts';

/** The number of what was opened from a candidate, once it has ended; `undefined` while it runs, or when it was dropped. */
export async function endedWork(db: Db | Tx, candidate: Pick<Candidate, 'reviewId' | 'caseId'>): Promise<string | undefined> {
  if (candidate.reviewId !== null) {
    const review = await loadReview(db, candidate.reviewId);
    return review?.stage === 'finished' ? review.number : undefined;
  }
  if (candidate.caseId === null) return undefined;
  const file = await loadCase(db, candidate.caseId);
  return file?.stage === 'closed' ? file.number : undefined;
}

export function tellConcerned(tools: Tools, actor: Actor, clusterId: string): Promise<Result<null, CaseRefusal>> {
  return orRollBack(tools, async (tx) => {
    const candidate = await loadCandidateForUpdate(tx, clusterId);
    if (!candidate || !maySee(candidate, actor)) return refuse('case.absent');
    if (!mayReview(candidate, actor)) return refuse('case.not-yours');
    if (candidate.toldAt !== null || (await endedWork(tx, candidate)) === undefined) return refuse('case.review-moved-on');
    const at = tools.clock.now();
    await saveCandidate(tx, { ...candidate, version: candidate.version + 1, toldAt: at });
    await enqueue(tx, {
      errand: 'casework.tell-concerned',
      payload: { cluster: candidate.id },
      key: `tell-concerned:${candidate.id}`,
    });
    const event = { type: 'concerned-told', at, actor: actorReference(actor), payload: { rows: candidate.rows } };
    await appendEvents(tools, tx, { kind: 'cluster', id: candidate.id }, [event]);
    return ok(null);
  });
}

/** The errand: posts to each who can be reached. Run twice, the ledger's keys see to it that nobody is told twice. */
export async function postToConcerned(tools: Tools, clusterId: string): Promise<void> {
  const candidate = await loadCandidate(tools.db, clusterId);
  const number = candidate && (await endedWork(tools.db, candidate));
  if (!candidate || candidate.toldAt === null || candidate.toldCount !== null || number === undefined) return;
  const rows = await allRows(tools.db, candidate.id);
  const complaints = await trackingNumbersOf(tools.db, idsOf(rows, 'complaint'));
  const cases = await caseNumbersOf(tools.db, idsOf(rows, 'case'));
  let told = 0;
  for (const { source, id } of rows) {
    const tracking = complaints.get(id);
    const own = source === 'case' ? cases.get(id) : tracking && showTrackingNumber(tracking);
    if (own === undefined) continue;
    told += await inTransaction(tools, async (tx) => {
      if (!(await hasContact(tx, id))) return 0;
      await tools.post(tx, {
        purpose: 'case.review-ended',
        object: { kind: 'cluster', id: candidate.id },
        recipient: { kind: 'complainant', id },
        stage: 'ended',
        details: { number, own, complaint: source === 'complaint' },
      });
      return 1;
    });
  }
  await inTransaction(tools, async (tx) => {
    const now = await loadCandidateForUpdate(tx, candidate.id);
    if (now) await saveCandidate(tx, { ...now, toldCount: told });
  });
}

function idsOf(rows: readonly { readonly source: string; readonly id: string }[], source: 'complaint' | 'case'): string[] {
  return rows.filter((row) => row.source === source).map(({ id }) => id);
}
