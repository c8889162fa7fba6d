/** Tables that came back, and their rows. */
import { type Selectable, sql } from 'kysely';
import { isUuid } from '../../../kernel/ids.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Cells, ColumnCode } from '../../rules/tables/columns.ts';
import type { FileRow } from '../../rules/tables/difference.ts';
import type { ExchangeTables, ImportFormat, ImportState, ImportsTable } from './tables.ts';

export interface TableImport {
  readonly agreementId: string;
  readonly id: string;
  readonly personId: string;
  readonly format: ImportFormat;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly fileKey: string | null;
  readonly state: ImportState;
  readonly rows: number;
  readonly ignored: readonly string[];
  readonly changed: number;
  readonly added: number;
  readonly reported: number;
  readonly receivedAt: Moment;
  readonly endedAt: Moment | null;
}

function toImport(row: Selectable<ImportsTable>): TableImport {
  return {
    ...{ agreementId: row.agreement_id, id: row.id, personId: row.person_id, format: row.format, sha256: row.sha256 },
    ...{ size: row.size, fileKey: row.file_key, state: row.state, rows: row.rows, ignored: row.ignored, changed: row.changed },
    ...{ added: row.added, reported: row.reported, receivedAt: row.received_at, endedAt: row.ended_at },
  };
}

const tables = (db: Db | Tx) => db.withTables<ExchangeTables>();
const imports = (db: Db | Tx) => tables(db).selectFrom('agreements.plan_imports').selectAll();

export async function loadImport(db: Db | Tx, agreementId: string, id: string): Promise<TableImport | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await imports(db).where('agreement_id', '=', agreementId).where('id', '=', id).executeTakeFirst();
  return row && toImport(row);
}

/** Locks the upload until the transaction ends: whoever accepts it twice at once does so one after the other. */
export async function lockImport(tx: Tx, agreementId: string, id: string): Promise<TableImport | undefined> {
  const row = await imports(tx).where('agreement_id', '=', agreementId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toImport(row);
}

/** Uploads of a plan that wait, of everybody, the oldest first. */
export async function openImports(db: Db | Tx, agreementId: string): Promise<readonly TableImport[]> {
  const rows = await imports(db)
    .where('agreement_id', '=', agreementId)
    .where('state', '=', 'open')
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.map(toImport);
}

/** Uploads of any plan that came before a moment and still wait, the oldest first. */
export async function importsBefore(db: Db | Tx, before: Moment): Promise<readonly Pick<TableImport, 'agreementId' | 'id'>[]> {
  const rows = await tables(db)
    .selectFrom('agreements.plan_imports')
    .select(['agreement_id', 'id'])
    .where('state', '=', 'open')
    .where(sql<boolean>`received_at < ${before.toString()}::timestamptz`)
    .orderBy('received_at')
    .execute();
  return rows.map(({ agreement_id, id }) => ({ agreementId: agreement_id, id }));
}

/** The last uploads of a plan that were finished. */
export async function endedImports(db: Db | Tx, agreementId: string, limit: number): Promise<readonly TableImport[]> {
  const rows = await imports(db)
    .where('agreement_id', '=', agreementId)
    .where('state', '<>', 'open')
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toImport);
}

/** @returns `false` when the same file of the same person waits already */
export async function insertImport(tx: Tx, order: TableImport, rows: readonly FileRow[]): Promise<boolean> {
  const inserted = await tables(tx)
    .insertInto('agreements.plan_imports')
    .values({
      ...{ agreement_id: order.agreementId, id: order.id, person_id: order.personId, format: order.format, sha256: order.sha256 },
      ...{ size: order.size, file_key: order.fileKey, state: 'open', rows: order.rows, ignored: [...order.ignored] },
      received_at: order.receivedAt.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  if (inserted.length === 0) return false;
  await sql`
    INSERT INTO agreements.plan_import_rows (agreement_id, import_id, row, cells)
    SELECT ${order.agreementId}::uuid, ${order.id}::uuid, each.row, each.cells
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS each (row integer, cells jsonb)`.execute(tx as Db);
  return true;
}

export interface KeptRow extends FileRow {
  readonly lineId: string | null;
  readonly kept: Cells;
}

/** The rows of an upload that waits, in the order of the file. */
export async function rowsOf(
  db: Db | Tx,
  { agreementId, id }: Pick<TableImport, 'agreementId' | 'id'>,
): Promise<readonly KeptRow[]> {
  const rows = await tables(db)
    .selectFrom('agreements.plan_import_rows')
    .select(['row', 'cells', 'line_id', 'kept'])
    .where('agreement_id', '=', agreementId)
    .where('import_id', '=', id)
    .where('cells', 'is not', null)
    .orderBy('row')
    .execute();
  return rows.map((row) => ({ row: row.row, cells: row.cells ?? {}, lineId: row.line_id, kept: row.kept }));
}

/** Lines that rows of this very file have become in this plan, whoever brought it, by row. */
export async function addedBefore(db: Db | Tx, agreementId: string, sha256: string): Promise<ReadonlyMap<number, string>> {
  const rows = await tables(db)
    .selectFrom('agreements.plan_import_rows as r')
    .innerJoin('agreements.plan_imports as i', (join) =>
      join.onRef('i.agreement_id', '=', 'r.agreement_id').onRef('i.id', '=', 'r.import_id'),
    )
    .select(['r.row', 'r.line_id'])
    .where('r.agreement_id', '=', agreementId)
    .where('r.line_id', 'is not', null)
    .where('i.sha256', '=', sha256)
    .execute();
  return new Map(rows.map((row) => [row.row, row.line_id as string]));
}

/** The lines new rows became. */
export async function noteAdded(
  tx: Tx,
  { agreementId, id }: Pick<TableImport, 'agreementId' | 'id'>,
  added: readonly { readonly row: number; readonly lineId: string }[],
): Promise<void> {
  await sql`
    UPDATE agreements.plan_import_rows r SET line_id = each.line_id
    FROM unnest(${added.map(({ row }) => row)}::integer[], ${added.map(({ lineId }) => lineId)}::uuid[]) AS each (row, line_id)
    WHERE r.agreement_id = ${agreementId}::uuid AND r.import_id = ${id}::uuid AND r.row = each.row`.execute(tx as Db);
}

/** What was chosen to stay against the file. */
export async function noteKept(
  tx: Tx,
  { agreementId, id }: Pick<TableImport, 'agreementId' | 'id'>,
  kept: readonly { readonly row: number; readonly column: ColumnCode; readonly value: string }[],
): Promise<void> {
  for (const [row, choices] of Map.groupBy(kept, (each) => each.row)) {
    const values = JSON.stringify(Object.fromEntries(choices.map(({ column, value }) => [column, value])));
    await sql`
      UPDATE agreements.plan_import_rows SET kept = kept || ${values}::jsonb
      WHERE agreement_id = ${agreementId}::uuid AND import_id = ${id}::uuid AND row = ${row}`.execute(tx as Db);
  }
}

export type Counts = Pick<TableImport, 'changed' | 'added' | 'reported'>;

export async function noteCounts(
  tx: Tx,
  { agreementId, id }: Pick<TableImport, 'agreementId' | 'id'>,
  more: Counts,
): Promise<void> {
  await tables(tx)
    .updateTable('agreements.plan_imports')
    .set((row) => ({
      changed: row('changed', '+', more.changed),
      added: row('added', '+', more.added),
      reported: row('reported', '+', more.reported),
    }))
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
}

/** The upload is finished: of its rows stays alone which lines they became. The file is removed by the caller. */
export async function endImport(
  tx: Tx,
  { agreementId, id }: Pick<TableImport, 'agreementId' | 'id'>,
  state: Exclude<ImportState, 'open'>,
  at: Moment,
): Promise<void> {
  await tables(tx)
    .updateTable('agreements.plan_imports')
    .set({ state, ended_at: at.toString(), file_key: null })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
  const rows = tables(tx);
  await rows
    .deleteFrom('agreements.plan_import_rows')
    .where('agreement_id', '=', agreementId)
    .where('import_id', '=', id)
    .where('line_id', 'is', null)
    .execute();
  await rows
    .updateTable('agreements.plan_import_rows')
    .set({ cells: null, kept: '{}' })
    .where('agreement_id', '=', agreementId)
    .where('import_id', '=', id)
    .execute();
}
