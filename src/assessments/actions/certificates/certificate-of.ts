/** Issuing, revoking and replacing a single certificate. Whether the actor may is asked of `permissions.ts` here, once for all. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Certificate } from '../../rules/certificates/certificate.ts';
import { readReason } from '../../rules/certificates/reason.ts';
import type { CertificateRefusal } from '../../rules/certificates/refusals.ts';
import { mayActWith } from '../../rules/permissions.ts';
import { loadAssessment } from '../../store/assessments.ts';
import { certificateById, saveEnd } from '../../store/certificates/certificates.ts';
import { lockPublished } from '../../store/certificates/published.ts';
import { makeCertificate, openSigners } from './make-certificate.ts';
import { numberCertificate } from './number-certificate.ts';

type Officer = Extract<Actor, { kind: 'officer' }>;
type Answer<T> = Promise<Result<T, CertificateRefusal>>;

async function mayPublish(db: Db | Tx, actor: Actor, assessmentId: string): Promise<boolean> {
  const assessment = await loadAssessment(db, assessmentId);
  return assessment !== undefined && mayActWith(actor, assessment, 'assessment.publish');
}

/** Issues the certificate of one published result. After a crash in between, asking again finishes it under the number it has. */
export async function issueCertificate(tools: Tools, actor: Officer, assessmentId: string): Answer<Certificate> {
  if (!(await mayPublish(tools.db, actor, assessmentId))) return refuse('certificate.absent');
  const order = { assessmentId, by: actor.personId, replacesId: null };
  const numbered = await inTransaction(tools, (tx) => numberCertificate(tools, tx, order));
  return numbered.ok ? finish(tools, numbered.value) : numbered;
}

/** The certificate counts no more; the register, and so everyone who verifies it, says why. */
export async function revokeCertificate(
  tools: Tools,
  actor: Officer,
  order: { readonly certificateId: string; readonly reason: string },
): Answer<Certificate> {
  const reason = readReason(order.reason);
  return inTransaction(tools, async (tx) => {
    const certificate = await certificateById(tx, order.certificateId);
    if (!certificate || !(await mayPublish(tx, actor, certificate.assessmentId))) return refuse('certificate.absent');
    if (!reason.ok) return reason;
    return end(tools, tx, actor, certificate, 'revoked', reason.value);
  });
}

/**
 * A new certificate under a new number takes the place of one that is valid (which is then *replaced*) or was revoked (which stays so):
 * after a correction of the result, or of the certificate itself.
 */
export async function replaceCertificate(
  tools: Tools,
  actor: Officer,
  order: { readonly certificateId: string; readonly reason: string },
): Answer<Certificate> {
  const reason = readReason(order.reason);
  const numbered = await inTransaction<Result<Certificate, CertificateRefusal>>(tools, async (tx) => {
    const before = await certificateById(tx, order.certificateId);
    if (!before || !(await mayPublish(tx, actor, before.assessmentId))) return refuse('certificate.absent');
    if (!reason.ok) return reason;
    if (!(await lockPublished(tx, before.assessmentId))) return refuse('certificate.not-published');
    // Read again under the lock: somebody may have ended it in the meantime.
    const old = (await certificateById(tx, before.id)) as Certificate;
    if (old.state === 'in-making') return refuse('certificate.in-making');
    if (old.state === 'replaced') return refuse('certificate.not-valid');
    if (old.state === 'valid') {
      const ended = await end(tools, tx, actor, old, 'replaced', reason.value);
      if (!ended.ok) return ended;
    }
    return numberCertificate(tools, tx, { assessmentId: old.assessmentId, by: actor.personId, replacesId: old.id });
  });
  return numbered.ok ? finish(tools, numbered.value) : numbered;
}

async function end(
  tools: Tools,
  tx: Tx,
  actor: Officer,
  certificate: Certificate,
  state: 'revoked' | 'replaced',
  reason: string,
): Answer<Certificate> {
  if (certificate.state === 'in-making') return refuse('certificate.in-making');
  const at = tools.clock.now();
  if (!(await saveEnd(tx, certificate.id, state, { by: actor.personId, at, reason }))) return refuse('certificate.not-valid');
  await appendEvents(tools, tx, { kind: 'certificate', id: certificate.id }, [
    { type: `certificate.${state}`, at, actor: actorReference(actor), payload: { number: certificate.number, reason } },
  ]);
  return ok((await certificateById(tx, certificate.id)) as Certificate);
}

async function finish(tools: Tools, certificate: Certificate): Answer<Certificate> {
  await makeCertificate(tools, await openSigners(tools), certificate);
  return ok((await certificateById(tools.db, certificate.id)) as Certificate);
}
