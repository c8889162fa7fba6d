/** What lines said when they were handed out. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Line } from '../../rules/line.ts';
import { cellsOfLine } from '../../rules/tables/cells.ts';
import type { Cells } from '../../rules/tables/columns.ts';
import type { ExchangeTables } from './tables.ts';

/** Notes what these lines say in their present versions; a version that was noted before stays as it was. */
export async function noteBases(db: Db | Tx, agreementId: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({ id: line.id, version: line.version, cells: cellsOfLine(line) }));
  await sql`
    INSERT INTO agreements.line_bases (agreement_id, line_id, version, cells)
    SELECT ${agreementId}::uuid, each.id, each.version, each.cells
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS each (id uuid, version integer, cells jsonb)
    ON CONFLICT DO NOTHING`.execute(db as Db);
}

/** What lines said in the versions asked for, by `line/version`; a version nobody was handed is not in the map. */
export async function basesOf(
  db: Db | Tx,
  agreementId: string,
  wanted: readonly { readonly lineId: string; readonly version: number }[],
): Promise<ReadonlyMap<string, Cells>> {
  if (wanted.length === 0) return new Map();
  const rows = await db
    .withTables<ExchangeTables>()
    .selectFrom('agreements.line_bases')
    .select(['line_id', 'version', 'cells'])
    .where('agreement_id', '=', agreementId)
    .where(
      sql<boolean>`(line_id, version) IN (SELECT * FROM unnest(${wanted.map(({ lineId }) => lineId)}::uuid[], ${wanted.map(({ version }) => version)}::integer[]))`,
    )
    .execute();
  return new Map(rows.map((row) => [`${row.line_id}/${row.version}`, row.cells]));
}
