import { type Selectable, sql } from 'kysely';
import { isUuid } from '../../kernel/ids.ts';
import type { Db } from '../../platform/database/database.ts';
import { remembered } from '../../platform/database/remembered.ts';
import { type Agency, codeAbove, NATIONAL_DESK_CODE, OMBUDSMAN_CODE } from '../rules/agency.ts';
import { codeAndAncestors, isRegionCode } from '../rules/region.ts';
import type { AgencyRow, DirectoryTables } from './tables.ts';

/** How old a remembered agency may be; what this process changes it sees at once. */
const A_QUARTER_MINUTE = 15_000;

/** Qualified, because queries join tables that name their columns alike. */
const COLUMNS = [
  'directory.agencies.id',
  'directory.agencies.code',
  'directory.agencies.kind',
  'directory.agencies.name',
  'directory.agencies.short_name',
  'directory.agencies.parent_id',
  'directory.agencies.government_id',
  'directory.agencies.path',
  'directory.agencies.region_code',
  'directory.agencies.functions',
  'directory.agencies.is_coordinator_desk',
  'directory.agencies.name_confirmed',
  'directory.agencies.name_note',
  'directory.agencies.valid_from',
  'directory.agencies.valid_until',
] as const;

export function toAgency(row: Omit<Selectable<AgencyRow>, 'search' | 'kept_by'>): Agency {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    shortName: row.short_name,
    parentId: row.parent_id,
    governmentId: row.government_id,
    path: row.path,
    regionCode: row.region_code,
    functions: row.functions,
    isCoordinatorDesk: row.is_coordinator_desk,
    nameConfirmed: row.name_confirmed,
    nameNote: row.name_note,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  };
}

export function agenciesFrom(db: Db) {
  return db.withTables<DirectoryTables>().selectFrom('directory.agencies').select(COLUMNS);
}

/** Agencies in force today, by the database's day. */
export const AGENCY_IN_FORCE = sql<boolean>`(agencies.valid_until IS NULL OR agencies.valid_until > current_date)
  AND (agencies.valid_from IS NULL OR agencies.valid_from <= current_date)`;

/** The agency of an id, also when it is closed: old complaints point at it. */
export function agencyById(db: Db, id: string): Promise<Agency | undefined> {
  if (!isUuid(id)) return Promise.resolve(undefined);
  return remembered(db, `agency ${id}`, A_QUARTER_MINUTE, async () => {
    const row = await agenciesFrom(db).where('directory.agencies.id', '=', id).executeTakeFirst();
    return row && toAgency(row);
  });
}

/** Several at once, in one query; unknown ids are simply not in the map. */
export async function agenciesByIds(db: Db, ids: Iterable<string>): Promise<ReadonlyMap<string, Agency>> {
  const wanted = [...new Set(ids)].filter(isUuid);
  if (wanted.length === 0) return new Map();
  const rows = await agenciesFrom(db).where('id', '=', sql<string>`ANY (${wanted}::uuid[])`).execute();
  return new Map(rows.map((row) => [row.id, toAgency(row)]));
}

/** The agency of a code ('51.05.dinkes'), also when it is closed. */
export function agencyByCode(db: Db, code: string): Promise<Agency | undefined> {
  return remembered(db, `agency ${code}`, A_QUARTER_MINUTE, async () => {
    const row = await agenciesFrom(db).where('directory.agencies.code', '=', code).executeTakeFirst();
    return row && toAgency(row);
  });
}

async function required(db: Db, code: string): Promise<Agency> {
  const agency = await agencyByCode(db, code);
  if (agency === undefined) throw new Error(`the directory has no agency ${code}: is the reference data loaded?`);
  return agency;
}

/** The agency and everything below it that is in force, by name. A whole government may be a few hundred rows. */
export async function agenciesUnder(db: Db, id: string): Promise<Agency[]> {
  const rows = await agenciesFrom(db)
    .where(sql<boolean>`agencies.path @> ARRAY[${id}::uuid]`)
    .where(AGENCY_IN_FORCE)
    .orderBy(sql`cardinality(agencies.path)`)
    .orderBy(sql`lower(agencies.name)`)
    .execute();
  return rows.map(toAgency);
}

/** The agencies from the root of the tree down to the agency itself. */
export async function lineOf(db: Db, agency: Pick<Agency, 'path'>): Promise<Agency[]> {
  const line = await Promise.all(agency.path.map((id) => agencyById(db, id)));
  return line.filter((one) => one !== undefined);
}

/** The root of the agency's tree: the respondent. */
export async function governmentOf(db: Db, agency: Pick<Agency, 'governmentId'>): Promise<Agency> {
  const government = await agencyById(db, agency.governmentId);
  if (government === undefined) throw new Error(`agency tree without a root: ${agency.governmentId}`);
  return government;
}

/** Who stands above; see `codeAbove` for the rule. Complaints about a coordinator's own desk go there. */
export async function levelAbove(db: Db, agency: Pick<Agency, 'path'>): Promise<Agency> {
  return required(db, codeAbove(await lineOf(db, agency)));
}

/** KemenPANRB, where the national verifiers are. */
export function nationalDeskAgency(db: Db): Promise<Agency> {
  return required(db, NATIONAL_DESK_CODE);
}

/** The office of the Ombudsman that serves a place; the head office when the place is unknown. */
export function ombudsmanOfficeFor(db: Db, regionCode: string | null): Promise<Agency> {
  if (regionCode === null || !isRegionCode(regionCode)) return required(db, OMBUDSMAN_CODE);
  const regency = codeAndAncestors(regionCode).slice(-2);
  return remembered(db, `ombudsman ${regency[0]}`, A_QUARTER_MINUTE, async () => {
    const row = await agenciesFrom(db)
      .innerJoin('directory.service_areas', 'directory.service_areas.agency_id', 'directory.agencies.id')
      .where('kind', '=', 'ombudsman-office')
      .where('directory.service_areas.region_code', 'in', regency)
      .where(AGENCY_IN_FORCE)
      .orderBy(sql`length(service_areas.region_code)`, 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? toAgency(row) : required(db, OMBUDSMAN_CODE);
  });
}
