/** A better scan takes the place of one that did not fit the paper. The old one stays, and who may see it stays inside. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { mayPrepare } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { filesOf, markFileReplaced } from '../../store/files.ts';
import { changeAgreement } from '../change.ts';

/** Every earlier scan of the agreement itself gives way to this one. */
export function replaceScans(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly fileId: string },
): Promise<Result<Agreement, AgreementRefusal>> {
  return changeAgreement(
    tools,
    actor,
    { agreementId: order.agreementId, version: null },
    async (agreement, _circumstances, tx) => {
      if (!mayPrepare(actor, agreement)) return refuse('agreement.not-yours');
      const scans = (await filesOf(tx, agreement.id)).filter(
        ({ kind, partId, replacedBy }) => kind === 'scan' && partId === null && replacedBy === null,
      );
      if (!scans.some(({ id }) => id === order.fileId)) return refuse('agreement.absent');
      const gone = scans.filter(({ id }) => id !== order.fileId);
      for (const { id } of gone) await markFileReplaced(tx, agreement.id, id, order.fileId);
      const payload = { by: order.fileId, replaced: gone.map(({ id }) => id) };
      return ok({ next: agreement, events: gone.length > 0 ? [{ type: 'register-scan-replaced', payload }] : [] });
    },
  );
}
