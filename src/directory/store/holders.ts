import { sql } from 'kysely';
import type { Capability, Officer } from '../../kernel/actor.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Agency } from '../rules/agency.ts';
import { asHeld } from '../rules/held.ts';
import { POSITION_KINDS, type PositionKind, positionKind } from '../rules/positions.ts';
import { AGENCY_IN_FORCE, agenciesFrom, governmentOf, toAgency } from './agencies.ts';
import type { DirectoryTables } from './tables.ts';

function inForce(day: Day) {
  return sql<boolean>`positions.starts_on <= ${day.toString()}::date AND (positions.ends_on IS NULL OR positions.ends_on > ${day.toString()}::date)`;
}

/**
 * The person as an actor: every position in force that day with its place in the tree and its capabilities. One query.
 * `undefined` when the person is unknown or holds no position that day: then nobody acts, whoever is signed in.
 */
export async function actorFor(db: Db, personId: string, day: Day): Promise<Officer | undefined> {
  if (!isUuid(personId)) return undefined;
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .innerJoin('directory.people', 'directory.people.id', 'directory.positions.person_id')
    .innerJoin('directory.agencies', 'directory.agencies.id', 'directory.positions.agency_id')
    .select([
      'directory.people.name as person_name',
      'directory.positions.id as position_id',
      'directory.positions.kind as position_kind',
      'directory.agencies.id as agency_id',
      'directory.agencies.government_id',
      'directory.agencies.path',
      'directory.agencies.region_code',
    ])
    .where('directory.positions.person_id', '=', personId)
    .where(inForce(day))
    .orderBy('directory.positions.starts_on')
    .orderBy('directory.positions.id')
    .execute();
  const first = rows[0];
  if (first === undefined) return undefined;
  return {
    kind: 'officer',
    personId,
    name: first.person_name,
    positions: rows.map((row) =>
      asHeld(
        { id: row.position_id, kind: row.position_kind },
        { id: row.agency_id, governmentId: row.government_id, path: row.path, regionCode: row.region_code },
      ),
    ),
  };
}

function kindsWith(capability: Capability): PositionKind[] {
  return (Object.keys(POSITION_KINDS) as PositionKind[]).filter((kind) => positionKind(kind).capabilities.includes(capability));
}

export interface Holder {
  readonly personId: string;
  readonly positionId: string;
  readonly kind: PositionKind;
}

/** Who holds a capability at exactly this agency that day, through which position; longest in office first. */
export async function positionsAt(db: Db, agencyId: string, capability: Capability, day: Day): Promise<Holder[]> {
  const kinds = kindsWith(capability);
  if (kinds.length === 0) return [];
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select(['id', 'person_id', 'kind'])
    .where('agency_id', '=', agencyId)
    .where('kind', 'in', kinds)
    .where(inForce(day))
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, positionId: row.id, kind: row.kind }));
}

/** What is held at each of these agencies that day, by anyone; an agency where nobody holds anything is not in the map. */
export async function capabilitiesHeldAt(
  db: Db,
  agencyIds: Iterable<string>,
  day: Day,
): Promise<ReadonlyMap<string, ReadonlySet<Capability>>> {
  const wanted = [...new Set(agencyIds)].filter(isUuid);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select(['agency_id', 'kind'])
    .distinct()
    .where('agency_id', '=', sql<string>`ANY (${wanted}::uuid[])`)
    .where(inForce(day))
    .execute();
  const held = new Map<string, Set<Capability>>();
  for (const { agency_id, kind } of rows) {
    const known = held.get(agency_id) ?? new Set();
    for (const capability of positionKind(kind).capabilities) known.add(capability);
    held.set(agency_id, known);
  }
  return held;
}

/** Who holds a capability at each of many agencies that day, longest in office first; an agency without any is not in the map. One query. */
export async function holdersAt(
  db: Db,
  agencyIds: Iterable<string>,
  capability: Capability,
  day: Day,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = [...new Set(agencyIds)].filter(isUuid);
  const kinds = kindsWith(capability);
  if (wanted.length === 0 || kinds.length === 0) return new Map();
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select(['agency_id', 'person_id'])
    .where('agency_id', '=', sql<string>`ANY (${wanted}::uuid[])`)
    .where('kind', 'in', kinds)
    .where(inForce(day))
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  const held = new Map<string, Set<string>>();
  for (const { agency_id, person_id } of rows) held.set(agency_id, (held.get(agency_id) ?? new Set()).add(person_id));
  return new Map([...held].map(([agencyId, people]) => [agencyId, [...people]]));
}

/** Ids of the people to tell when something needs this capability at this agency; each once. */
export async function holdersOf(db: Db, agencyId: string, capability: Capability, day: Day): Promise<string[]> {
  return [...new Set((await positionsAt(db, agencyId, capability, day)).map((holder) => holder.personId))];
}

export interface Coordination {
  /** The root of the tree, where coordinators are appointed. */
  readonly government: Agency;
  /** The office that is the coordinators' own, when the directory knows it. */
  readonly desk: Agency | undefined;
  /** Those who verify and forward for the whole tree that day. */
  readonly holders: readonly Holder[];
}

/** Who coordinates complaints for the tree an agency stands in. */
export async function coordinatorOf(db: Db, agency: Pick<Agency, 'governmentId'>, day: Day): Promise<Coordination> {
  const government = await governmentOf(db, agency);
  const desk = await agenciesFrom(db)
    .where('government_id', '=', government.id)
    .where('is_coordinator_desk', '=', true)
    .where(AGENCY_IN_FORCE)
    .executeTakeFirst();
  const holders = await positionsAt(db, government.id, 'complaint.verify', day);
  return { government, desk: desk && toAgency(desk), holders };
}

/** Positions of system administrators in force on a day. The table's rows are locked: of two who leave at once only one may be the last but one. */
export async function lockAdministrators(db: Db, day: Day): Promise<string[]> {
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select('id')
    .where('kind', '=', 'system-admin')
    .where(
      sql<boolean>`positions.starts_on <= ${day.toString()}::date AND (positions.ends_on IS NULL OR positions.ends_on > ${day.toString()}::date)`,
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}
