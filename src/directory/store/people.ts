import { type Selectable, sql } from 'kysely';
import { isUuid } from '../../kernel/ids.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { DirectoryTables, PersonRow } from './tables.ts';

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

function toPerson(row: Pick<Selectable<PersonRow>, (typeof PERSON_COLUMNS)[number]>): Person {
  return { id: row.id, name: row.name, email: row.email, phone: row.phone, isExample: row.is_example };
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
