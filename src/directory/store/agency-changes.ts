import { sql } from 'kysely';
import { isUuid } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Agency } from '../rules/agency.ts';
import { agencySearch } from '../rules/agency-search.ts';
import { agenciesFrom, toAgency } from './agencies.ts';
import { regionByCode } from './regions.ts';
import type { DirectoryTables } from './tables.ts';

/** Holds the agency's row until the transaction ends. */
export async function lockAgency(tx: Tx, id: string): Promise<Agency | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await agenciesFrom(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toAgency(row);
}

async function searchText(tx: Tx, agency: Agency, parent: Agency | undefined): Promise<string> {
  const province = agency.regionCode === null ? undefined : await regionByCode(tx, agency.regionCode.slice(0, 2));
  return agencySearch(agency, parent, province?.name);
}

/** The desk is one for each government: the one before gives the sign up. */
async function yieldDesk(tx: Tx, agency: Agency): Promise<void> {
  if (!agency.isCoordinatorDesk) return;
  await tx
    .withTables<DirectoryTables>()
    .updateTable('directory.agencies')
    .set({ is_coordinator_desk: false, kept_by: 'people' })
    .where('government_id', '=', agency.governmentId)
    .where('is_coordinator_desk', '=', true)
    .where('id', '<>', agency.id)
    .execute();
}

export async function insertAgency(tx: Tx, agency: Agency, parent: Agency | undefined): Promise<void> {
  await yieldDesk(tx, agency);
  await tx
    .withTables<DirectoryTables>()
    .insertInto('directory.agencies')
    .values({
      id: agency.id,
      code: agency.code,
      kind: agency.kind,
      name: agency.name,
      short_name: agency.shortName,
      parent_id: agency.parentId,
      government_id: agency.governmentId,
      path: sql<string[]>`${[...agency.path]}::uuid[]`,
      region_code: agency.regionCode,
      functions: sql<string[]>`${[...agency.functions]}::text[]`,
      is_coordinator_desk: agency.isCoordinatorDesk,
      name_confirmed: agency.nameConfirmed,
      name_note: agency.nameNote,
      kept_by: 'people',
      search: sql<string>`${await searchText(tx, agency, parent)}::tsvector`,
      valid_from: agency.validFrom?.toString() ?? null,
      valid_until: null,
    })
    .execute();
}

/** Names, functions and desk of an agency as an administrator has written them; the shipped data no longer touches the row. */
export async function updateAgency(tx: Tx, agency: Agency, parent: Agency | undefined): Promise<void> {
  await yieldDesk(tx, agency);
  await tx
    .withTables<DirectoryTables>()
    .updateTable('directory.agencies')
    .set({
      name: agency.name,
      short_name: agency.shortName,
      functions: sql<string[]>`${[...agency.functions]}::text[]`,
      is_coordinator_desk: agency.isCoordinatorDesk,
      name_confirmed: agency.nameConfirmed,
      name_note: agency.nameNote,
      kept_by: 'people',
      search: sql<string>`${await searchText(tx, agency, parent)}::tsvector`,
    })
    .where('id', '=', agency.id)
    .execute();
}

/** Whether anything in force on or after the day still stands below the agency, or anyone holds a position there. */
export async function isInUse(tx: Tx, agencyId: string, from: Day): Promise<boolean> {
  const day = from.toString();
  const { rows } = await sql<{ used: boolean }>`
    SELECT EXISTS (SELECT FROM directory.agencies WHERE parent_id = ${agencyId} AND (valid_until IS NULL OR valid_until > ${day}::date))
        OR EXISTS (SELECT FROM directory.positions WHERE agency_id = ${agencyId} AND (ends_on IS NULL OR ends_on > ${day}::date)) AS used`.execute(
    tx,
  );
  return rows[0]?.used ?? false;
}

export async function closeAgencyOn(tx: Tx, agencyId: string, day: Day): Promise<void> {
  await tx
    .withTables<DirectoryTables>()
    .updateTable('directory.agencies')
    .set({ valid_until: day.toString(), is_coordinator_desk: false, kept_by: 'people' })
    .where('id', '=', agencyId)
    .execute();
}
