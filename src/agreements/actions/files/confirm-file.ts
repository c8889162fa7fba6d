/** Somebody else has compared a scan with the paper: nobody vouches for what they uploaded themselves. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { mayPrepare, partiesSpokenFor } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { fileById, markFileConfirmed } from '../../store/files.ts';
import { papersOf } from '../../store/signing/rounds.ts';
import { changeAgreement } from '../change.ts';

/** Whoever prepares it, or speaks for one of its parties. */
export function mayCompare(actor: Actor, agreement: Agreement): boolean {
  return (
    mayPrepare(actor, agreement) ||
    partiesSpokenFor(actor, agreement, 'agreement.prepare').length > 0 ||
    partiesSpokenFor(actor, agreement, 'agreement.confirm').length > 0
  );
}

export function confirmFile(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly fileId: string },
): Promise<Result<Agreement, AgreementRefusal>> {
  return changeAgreement(tools, actor, { agreementId: order.agreementId, version: null }, async (agreement, { at }, tx) => {
    if (actor.kind !== 'officer' || !mayCompare(actor, agreement)) return refuse('agreement.not-yours');
    const file = await fileById(tx, agreement.id, order.fileId);
    if (!file || file.replacedBy !== null) return refuse('agreement.absent');
    // Comparing a scan of signatures counts them: that belongs to the signing.
    const papers = await papersOf(tx, agreement.id);
    if (papers.some(({ fileId, outcome }) => fileId === file.id && outcome === null))
      return refuse('agreement.compare-at-signing');
    if (file.addedBy === actor.personId) return refuse('agreement.same-person');
    if (!(await markFileConfirmed(tx, agreement.id, file.id, { personId: actor.personId, at })))
      return refuse('agreement.not-now');
    const payload = { file: file.id, kind: file.kind, sha256: file.sha256 };
    return ok({ next: agreement, events: [{ type: 'agreement-file-confirmed', payload }] });
  });
}
