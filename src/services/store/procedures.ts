/** The register of SOPs. */
import { type Selectable, sql } from 'kysely';
import { isUuid } from '../../kernel/ids.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Procedure } from '../rules/procedure.ts';
import type { ProceduresTable, ServiceTables } from './tables.ts';

const procedures = (db: Db) => db.withTables<ServiceTables>().selectFrom('services.procedures').selectAll();

function toProcedure(row: Selectable<ProceduresTable>): Procedure {
  return {
    id: row.id,
    version: row.version,
    agencyId: row.agency_id,
    agencyPath: row.agency_path,
    number: row.number,
    title: row.title,
    ownerPosition: row.owner_position,
    effectiveOn: row.effective_on,
    reviewOn: row.review_on,
    serviceId: row.service_id,
    file: row.file,
    isLatest: row.is_latest,
    isRetired: row.is_retired,
    revision: row.revision,
    updatedAt: row.updated_at,
  };
}

/** The register of an office: the latest version of each, those that must be reviewed first on top. Tens of rows. */
export async function proceduresOf(db: Db, agencyId: string): Promise<Procedure[]> {
  const rows = await procedures(db)
    .where('agency_id', '=', agencyId)
    .where('is_latest', '=', true)
    .orderBy('is_retired')
    .orderBy('review_on')
    .orderBy('number')
    .execute();
  return rows.map(toProcedure);
}

/** All versions of one SOP, latest first. */
export async function procedureVersions(db: Db, id: string): Promise<Procedure[]> {
  if (!isUuid(id)) return [];
  const rows = await procedures(db).where('id', '=', id).orderBy('version', 'desc').execute();
  return rows.map(toProcedure);
}

/** The latest version, held until the transaction ends. */
export async function lockProcedure(tx: Tx, id: string): Promise<Procedure | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await procedures(tx).where('id', '=', id).where('is_latest', '=', true).forUpdate().executeTakeFirst();
  return row && toProcedure(row);
}

/** How many SOPs are in use at and below an agency, and how many of them should have been reviewed by the day. */
export async function reviewCounts(
  db: Db,
  agencyId: string,
  day: Day,
): Promise<{ readonly inUse: number; readonly overdue: number }> {
  const { rows } = await sql<{ in_use: number; overdue: number }>`
    SELECT count(*)::int AS in_use, (count(*) FILTER (WHERE review_on < ${day.toString()}::date))::int AS overdue
    FROM services.procedures WHERE is_latest AND NOT is_retired AND agency_path @> ARRAY[${agencyId}]::uuid[]`.execute(db);
  return { inUse: rows[0]?.in_use ?? 0, overdue: rows[0]?.overdue ?? 0 };
}

export async function saveProcedure(tx: Tx, procedure: Procedure, at: Moment): Promise<void> {
  const tables = tx.withTables<ServiceTables>();
  const columns = {
    number: procedure.number,
    title: procedure.title,
    owner_position: procedure.ownerPosition,
    effective_on: procedure.effectiveOn.toString(),
    review_on: procedure.reviewOn.toString(),
    service_id: procedure.serviceId,
    file: procedure.file === null ? null : JSON.stringify(procedure.file),
    is_latest: true,
    is_retired: procedure.isRetired,
    revision: procedure.revision,
    updated_at: at.toString(),
  };
  await tables
    .updateTable('services.procedures')
    .set({ is_latest: false })
    .where('id', '=', procedure.id)
    .where('version', '<', procedure.version)
    .where('is_latest', '=', true)
    .execute();
  await tables
    .insertInto('services.procedures')
    .values({
      ...columns,
      id: procedure.id,
      version: procedure.version,
      agency_id: procedure.agencyId,
      agency_path: sql<string[]>`${[...procedure.agencyPath]}::uuid[]`,
    })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doUpdateSet(columns))
    .execute();
}
