/** A filled-in table comes back: read, looked at, sealed and kept with its rows. Nothing of the plan changes yet. */
import type { Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type FileRefusal, removeFile, takeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind } from '../../rules/kinds.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { readKey } from '../../rules/tables/cells.ts';
import { type FileRow, mayImport } from '../../rules/tables/difference.ts';
import { rawText } from '../../rules/tables/read-cell.ts';
import { linesOf } from '../../store/lines.ts';
import { append } from '../../store/save.ts';
import { insertImport, openImports, type TableImport } from '../../store/tables/imports.ts';
import { readTable, TABLE_BYTES } from './read-table.ts';

/** Unfinished uploads of one person in one plan. A house setting. */
const MOST_OPEN = 5;

export interface IncomingTable {
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  bytes(): Promise<Uint8Array>;
}

/** @returns the upload; the one that waits already when the same person brings the same file again */
export async function bringTable(
  tools: Tools,
  actor: Officer,
  agreement: Agreement,
  file: IncomingTable,
): Promise<Result<TableImport, AgreementRefusal | FileRefusal>> {
  if (!agreementKind(agreement.kind).hasLines) return refuse('agreement.no-lines');
  if (!mayImport(actor, agreement, await linesOf(tools.db, agreement.id))) return refuse('agreement.not-yours');
  const own = (await openImports(tools.db, agreement.id)).filter(({ personId }) => personId === actor.personId);
  const waiting = own.find(({ sha256 }) => sha256 === file.sha256);
  if (waiting) return { ok: true, value: waiting };
  if (own.length >= MOST_OPEN) return refuse('agreement.table-too-many-open');
  if (file.size > TABLE_BYTES) return refuse('agreement.table-too-big');
  const bytes = await file.bytes();
  const table = await readTable(bytes);
  if (!table.ok) return table;
  if (isOfAnotherPlan(table.value.rows, agreement)) return refuse('agreement.table-other-plan');
  const taken = await takeFile(tools, bytes);
  if (!taken.ok) return taken;
  const brought: TableImport = {
    ...{ agreementId: agreement.id, id: tools.random.id(), personId: actor.personId, format: table.value.format },
    ...{ sha256: file.sha256, size: file.size, fileKey: taken.value.key, state: 'open', rows: table.value.rows.length },
    ...{ ignored: table.value.ignored, changed: 0, added: 0, reported: 0, receivedAt: tools.clock.now(), endedAt: null },
  };
  const payload = { upload: brought.id, sha256: brought.sha256, rows: brought.rows, format: brought.format };
  try {
    const isNew = await inTransaction(tools, async (tx) => {
      if (!(await insertImport(tx, brought, table.value.rows))) return false;
      await append(tools, tx, agreement.id, [{ type: 'tables-brought', payload }], { at: brought.receivedAt, actor });
      return true;
    });
    if (isNew) return { ok: true, value: brought };
  } catch (error) {
    await removeFile(tools, taken.value.key);
    throw error;
  }
  // A double click: the first one is kept.
  await removeFile(tools, taken.value.key);
  return bringTable(tools, actor, agreement, file);
}

/** Every key of the file is of another agreement; a single stray one is told at its row. */
function isOfAnotherPlan(rows: readonly FileRow[], agreement: Agreement): boolean {
  const keys = rows.flatMap(({ cells }) => readKey(rawText(cells.key ?? '')) ?? []);
  return keys.length > 0 && keys.every(({ code }) => code !== agreement.code);
}
