/** An upload is finished: accepted to the end, or what is left of it discarded. The file goes with it; what was accepted stays. */
import type { Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { append } from '../../store/save.ts';
import { endImport, lockImport, type TableImport } from '../../store/tables/imports.ts';
import { mayOpenTable } from './open-table.ts';

export const REMOVE_TABLE = 'agreements.remove-table';

export function finishTable(
  tools: Tools,
  actor: Officer,
  agreement: Agreement,
  importId: string,
  as: 'accepted' | 'discarded',
): Promise<Result<TableImport, AgreementRefusal>> {
  return orRollBack<TableImport, AgreementRefusal>(tools, async (tx) => {
    const brought = await lockImport(tx, agreement.id, importId);
    if (!brought || !mayOpenTable(actor, brought)) return refuse('agreement.absent');
    if (brought.state !== 'open') return refuse('agreement.table-closed');
    const at = tools.clock.now();
    await endImport(tx, brought, as, at);
    const payload = { upload: brought.id, changed: brought.changed, added: brought.added, reported: brought.reported };
    await append(tools, tx, agreement.id, [{ type: as === 'accepted' ? 'tables-finished' : 'tables-discarded', payload }], {
      at,
      actor,
    });
    if (brought.fileKey !== null) await enqueue(tx, { errand: REMOVE_TABLE, payload: { fileKey: brought.fileKey } });
    return { ok: true, value: { ...brought, state: as, endedAt: at, fileKey: null } };
  });
}
