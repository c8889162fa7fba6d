/** The keeper opens a file of an agreement to everybody, or takes one back from them (it shows more than it should). Insiders read it either way. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { CLOSING_REASON_LIMIT, mayTurnFile } from '../../rules/attaching.ts';
import { mayPrepare } from '../../rules/permissions.ts';
import { hasPersonalData } from '../../rules/public-text.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { fileById, markFilePublic } from '../../store/files.ts';
import { offeredReports } from '../../store/lines/updates.ts';
import { papersOf } from '../../store/signing/rounds.ts';
import { changeAgreement } from '../change.ts';

/** @param order.reason why it is taken back, kept in the history; not asked for where it is opened */
export function turnFile(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly fileId: string; readonly open: boolean; readonly reason?: string },
): Promise<Result<Agreement, AgreementRefusal>> {
  return changeAgreement(
    tools,
    actor,
    { agreementId: order.agreementId, version: null },
    async (agreement, _circumstances, tx) => {
      if (!mayPrepare(actor, agreement)) return refuse('agreement.not-yours');
      const file = await fileById(tx, agreement.id, order.fileId);
      if (!file) return refuse('agreement.absent');
      const offered = await offeredReports(tx, agreement.id);
      if (!mayTurnFile(actor, agreement, file, order.open, offered)) return refuse('agreement.not-now');
      const reason = order.open ? '' : (order.reason ?? '').trim();
      if (!order.open && reason === '') return refuse('agreement.reason-missing');
      if (reason.length > CLOSING_REASON_LIMIT) return refuse('agreement.text-too-long');
      // It is taken back for what it shows: the history must not say it again.
      if (hasPersonalData(reason)) return refuse('agreement.personal-data');
      // A scan of signatures is given out by being compared at the signing.
      const papers = order.open ? await papersOf(tx, agreement.id) : [];
      if (papers.some(({ fileId, outcome }) => fileId === file.id && outcome !== 'confirmed'))
        return refuse('agreement.compare-at-signing');
      await markFilePublic(tx, agreement.id, file.id, order.open);
      const type = order.open ? 'agreement-file-opened' : 'agreement-file-closed';
      const payload = { file: file.id, kind: file.kind, sha256: file.sha256, ...(reason === '' ? {} : { reason }) };
      return ok({ next: agreement, events: [{ type, payload }] });
    },
  );
}
