/** The keeper opens a file of an agreement to everybody, or takes one back from them (it shows more than it should). Insiders read it either way. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { mayTurnFile } from '../../rules/attaching.ts';
import { mayPrepare } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { fileById, markFilePublic } from '../../store/files.ts';
import { papersOf } from '../../store/signing/rounds.ts';
import { changeAgreement } from '../change.ts';

export function turnFile(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly fileId: string; readonly open: boolean },
): Promise<Result<Agreement, AgreementRefusal>> {
  return changeAgreement(
    tools,
    actor,
    { agreementId: order.agreementId, version: null },
    async (agreement, _circumstances, tx) => {
      if (!mayPrepare(actor, agreement)) return refuse('agreement.not-yours');
      const file = await fileById(tx, agreement.id, order.fileId);
      if (!file) return refuse('agreement.absent');
      if (!mayTurnFile(actor, agreement, file, order.open)) return refuse('agreement.not-now');
      // A scan of signatures is given out by being compared at the signing.
      const papers = order.open ? await papersOf(tx, agreement.id) : [];
      if (papers.some(({ fileId, outcome }) => fileId === file.id && outcome !== 'confirmed'))
        return refuse('agreement.compare-at-signing');
      await markFilePublic(tx, agreement.id, file.id, order.open);
      const type = order.open ? 'agreement-file-opened' : 'agreement-file-closed';
      return ok({ next: agreement, events: [{ type, payload: { file: file.id, kind: file.kind, sha256: file.sha256 } }] });
    },
  );
}
