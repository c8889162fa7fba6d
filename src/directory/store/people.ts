import { type Selectable, sql } from 'kysely';
import { isUuid } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Position } from '../rules/held.ts';
import type { DirectoryTables, PersonRow, PositionRow } from './tables.ts';

/** A member of staff. Never a complainant. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  /** Invented for the example data. */
  readonly isExample: boolean;
}

const PERSON_COLUMNS = ['id', 'name', 'email', 'phone', 'is_example'] as const;
const POSITION_COLUMNS = ['id', 'person_id', 'kind', 'agency_id', 'decree_number', 'decree_on', 'starts_on', 'ends_on'] as const;

function toPerson(row: Pick<Selectable<PersonRow>, (typeof PERSON_COLUMNS)[number]>): Person {
  return { id: row.id, name: row.name, email: row.email, phone: row.phone, isExample: row.is_example };
}

export function toPosition(row: Pick<Selectable<PositionRow>, (typeof POSITION_COLUMNS)[number]>): Position {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    agencyId: row.agency_id,
    decreeNumber: row.decree_number,
    decreeOn: row.decree_on,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  };
}

export async function personById(db: Db, id: string): Promise<Person | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.people')
    .select(PERSON_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toPerson(row);
}

/** Capitals do not matter. */
export async function personByEmail(db: Db, email: string): Promise<Person | undefined> {
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.people')
    .select(PERSON_COLUMNS)
    .where(sql<boolean>`lower(email) = lower(${email.trim()})`)
    .executeTakeFirst();
  return row && toPerson(row);
}

/** Names for pages that show who did something; unknown ids are not in the map. */
export async function peopleByIds(db: Db, ids: Iterable<string>): Promise<ReadonlyMap<string, Person>> {
  const wanted = [...new Set(ids)].filter(isUuid);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.people')
    .select(PERSON_COLUMNS)
    .where('id', '=', sql<string>`ANY (${wanted}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, toPerson(row)]));
}

export async function insertPerson(tx: Tx, person: Person, at: string): Promise<void> {
  await tx
    .withTables<DirectoryTables>()
    .insertInto('directory.people')
    .values({
      id: person.id,
      name: person.name,
      email: person.email,
      phone: person.phone,
      is_example: person.isExample,
      created_at: at,
    })
    .execute();
}

/** Holds the person's row until the transaction ends, so that two appointments at once are judged one after the other. */
export async function lockPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const row = await tx
    .withTables<DirectoryTables>()
    .selectFrom('directory.people')
    .select(PERSON_COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toPerson(row);
}

/** Every position on record, past and coming ones too. */
export async function positionsOf(db: Db, personId: string): Promise<Position[]> {
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select(POSITION_COLUMNS)
    .where('person_id', '=', personId)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  return rows.map(toPosition);
}

export async function positionById(db: Db, id: string): Promise<Position | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select(POSITION_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toPosition(row);
}

export async function lockPosition(tx: Tx, id: string): Promise<Position | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await tx
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select(POSITION_COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toPosition(row);
}

export async function insertPosition(tx: Tx, position: Position, at: string): Promise<void> {
  await tx
    .withTables<DirectoryTables>()
    .insertInto('directory.positions')
    .values({
      id: position.id,
      person_id: position.personId,
      kind: position.kind,
      agency_id: position.agencyId,
      decree_number: position.decreeNumber,
      decree_on: position.decreeOn.toString(),
      starts_on: position.startsOn.toString(),
      ends_on: null,
      end_reason: null,
      successor_id: null,
      created_at: at,
    })
    .execute();
}

export async function saveEnding(
  tx: Tx,
  positionId: string,
  ending: { readonly endsOn: string; readonly reason: string; readonly successorId: string | null },
): Promise<void> {
  await tx
    .withTables<DirectoryTables>()
    .updateTable('directory.positions')
    .set({ ends_on: ending.endsOn, end_reason: ending.reason, successor_id: ending.successorId })
    .where('id', '=', positionId)
    .execute();
}

export interface RecordedEnding {
  readonly position: Position;
  readonly endsOn: Day;
  readonly reason: string;
  readonly successorId: string | null;
  readonly handedOver: boolean;
}

/** A position that has been ended, locked until the transaction is over; `undefined` for one that has not. */
export async function endingOf(tx: Tx, positionId: string): Promise<RecordedEnding | undefined> {
  const row = await tx
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .select([...POSITION_COLUMNS, 'end_reason', 'successor_id', 'handed_over_at'])
    .where('id', '=', positionId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.ends_on === null) return undefined;
  return {
    position: toPosition(row),
    endsOn: row.ends_on,
    reason: row.end_reason ?? '',
    successorId: row.successor_id,
    handedOver: row.handed_over_at !== null,
  };
}

/** @param at ISO instant */
export async function markHandedOver(tx: Tx, positionId: string, at: string): Promise<void> {
  await tx
    .withTables<DirectoryTables>()
    .updateTable('directory.positions')
    .set({ handed_over_at: at })
    .where('id', '=', positionId)
    .execute();
}
