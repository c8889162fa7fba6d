/** An upload is finished: accepted to the end, or what is left of it discarded. The file goes with it; what was accepted stays. */
import type { Actor, Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { append } from '../../store/save.ts';
import { endImport, importsBefore, lockImport, type TableImport } from '../../store/tables/imports.ts';
import { mayOpenTable } from './open-table.ts';

export const REMOVE_TABLE = 'agreements.remove-table';
export const DISCARD_TABLES = 'agreements.discard-tables';

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
    return { ok: true, value: await endIn(tools, tx, actor, brought, as) };
  });
}

async function endIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  brought: TableImport,
  as: 'accepted' | 'discarded',
): Promise<TableImport> {
  const at = tools.clock.now();
  await endImport(tx, brought, as, at);
  const payload = { upload: brought.id, changed: brought.changed, added: brought.added, reported: brought.reported };
  const type = as === 'accepted' ? 'tables-finished' : 'tables-discarded';
  await append(tools, tx, brought.agreementId, [{ type, payload }], { at, actor });
  if (brought.fileKey !== null) await enqueue(tx, { errand: REMOVE_TABLE, payload: { fileKey: brought.fileKey } });
  return { ...brought, state: as, endedAt: at, fileKey: null };
}

/** Days an upload waits for whoever brought it: by then the plan has moved on, and what nobody came back to lies about no longer. A choice of this house. */
export const TABLE_WAITS_DAYS = 30;

/** Discards uploads nobody came back to, with their files; what was accepted of them stays. */
export async function discardForgottenTables(tools: Tools): Promise<void> {
  const before = tools.clock.now().subtract({ hours: 24 * TABLE_WAITS_DAYS });
  const actor: Actor = { kind: 'system', errand: DISCARD_TABLES };
  for (const { agreementId, id } of await importsBefore(tools.db, before))
    await inTransaction(tools, async (tx) => {
      const brought = await lockImport(tx, agreementId, id);
      // Whoever finishes it at this moment is not overtaken.
      if (brought?.state === 'open') await endIn(tools, tx, actor, brought, 'discarded');
    });
}
