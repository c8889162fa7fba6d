import { sql } from 'kysely';
import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import { cursorOf, keyOf, type ListPage, pageOf } from '../rules/cursor.ts';
import type { Position } from '../rules/held.ts';
import type { Person } from './people.ts';
import { toPosition } from './positions.ts';
import type { DirectoryTables } from './tables.ts';

/** A position as lists show it: with the names of its agency, and of its holder. */
export interface ListedPosition extends Position {
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly agencyShortName: string;
  readonly personName: string;
}

export interface PeopleFilters {
  /** Part of a name or an address. */
  readonly q?: string | undefined;
  /** Only people with a position at one of these agencies or below, ever; `null` = everybody. */
  readonly under: readonly string[] | null;
}

/** People by name, a page at a time. */
export async function listPeople(
  db: Db,
  asked: { readonly after?: string | undefined; readonly limit: number; readonly filters: PeopleFilters },
): Promise<ListPage<Person>> {
  const { limit, filters } = asked;
  const after = keyOf(asked.after, 2);
  const q = (filters.q ?? '').trim().slice(0, 100);
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const under = filters.under;
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.people')
    .select(['id', 'name', 'email', 'phone', 'is_example'])
    .$if(q !== '', (query) => query.where(sql<boolean>`(name ILIKE ${pattern} OR email ILIKE ${pattern})`))
    .$if(under !== null, (query) =>
      query.where(sql<boolean>`EXISTS (SELECT FROM directory.positions AS held JOIN directory.agencies AS agency ON agency.id = held.agency_id
                                        WHERE held.person_id = people.id AND agency.path && ${[...(under ?? [])]}::uuid[])`),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(lower(name), id::text) > (lower(${after?.[0]}), ${after?.[1]}::text)`),
    )
    .orderBy(sql`lower(name)`)
    .orderBy(sql`id::text`)
    .limit(limit + 1)
    .execute();
  const people = rows.map(
    ({ id, name, email, phone, is_example }): Person => ({ id, name, email, phone, isExample: is_example }),
  );
  return pageOf(people, limit, (last) => cursorOf(last.name, last.id));
}

function listed(db: Db) {
  return db
    .withTables<DirectoryTables>()
    .selectFrom('directory.positions')
    .innerJoin('directory.agencies', 'directory.agencies.id', 'directory.positions.agency_id')
    .innerJoin('directory.people', 'directory.people.id', 'directory.positions.person_id')
    .select([
      'directory.positions.id',
      'directory.positions.person_id',
      'directory.positions.kind',
      'directory.positions.agency_id',
      'directory.positions.decree_number',
      'directory.positions.decree_on',
      'directory.positions.starts_on',
      'directory.positions.ends_on',
      'directory.agencies.code as agency_code',
      'directory.agencies.name as agency_name',
      'directory.agencies.short_name as agency_short_name',
      'directory.people.name as person_name',
    ])
    .orderBy('directory.positions.starts_on', 'desc')
    .orderBy('directory.positions.id');
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

function toListed(row: ListedRow): ListedPosition {
  return {
    ...toPosition(row),
    agencyCode: row.agency_code,
    agencyName: row.agency_name,
    agencyShortName: row.agency_short_name,
    personName: row.person_name,
  };
}

/** Every position of some people, latest first: in force, to come and past. */
export async function listedPositionsOf(db: Db, personIds: readonly string[]): Promise<ListedPosition[]> {
  if (personIds.length === 0) return [];
  const rows = await listed(db)
    .where('directory.positions.person_id', 'in', [...personIds])
    .execute();
  return rows.map(toListed);
}

/** Positions at one agency that are in force on a day or to come. */
export async function listedPositionsAt(db: Db, agencyId: string, day: Day): Promise<ListedPosition[]> {
  const rows = await listed(db)
    .where('directory.positions.agency_id', '=', agencyId)
    .where(sql<boolean>`(positions.ends_on IS NULL OR positions.ends_on > ${day.toString()}::date)`)
    .execute();
  return rows.map(toListed);
}
