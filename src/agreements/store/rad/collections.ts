/** Collections of action plans in and out, with who was asked and where each stands. */
import { type Selectable, sql } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Asked, Collection } from '../../rules/rad/collection.ts';
import type { RadState } from '../../rules/rad/rad.transitions.ts';
import type { RadTables } from './tables.ts';

const on = (db: Db | Tx) => db.withTables<RadTables>();

function toCollection(row: Selectable<RadTables['agreements.rad_collections']>): Collection {
  return {
    ...{ id: row.id, version: row.version, openerId: row.opener_id, level: row.level, regionCode: row.region_code },
    ...{ title: row.title, note: row.note, yearFrom: row.year_from, yearUntil: row.year_until, templateId: row.template_id },
    ...{ dueOn: row.due_on, firstDueOn: row.first_due_on, zone: row.zone, openedAt: row.opened_at, closedAt: row.closed_at },
    isExample: row.is_example,
  };
}

export async function loadCollection(db: Db | Tx, id: string, lock = false): Promise<Collection | undefined> {
  const query = on(db).selectFrom('agreements.rad_collections').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && toCollection(row);
}

export async function insertCollection(
  tx: Tx,
  collection: Collection,
  openedBy: string | null,
  governmentIds: readonly string[],
): Promise<void> {
  await on(tx)
    .insertInto('agreements.rad_collections')
    .values({
      ...{ id: collection.id, opener_id: collection.openerId, level: collection.level, region_code: collection.regionCode },
      ...{ title: collection.title, note: collection.note, year_from: collection.yearFrom, year_until: collection.yearUntil },
      ...{
        template_id: collection.templateId,
        due_on: collection.dueOn.toString(),
        first_due_on: collection.firstDueOn.toString(),
      },
      ...{ zone: collection.zone, opened_by: openedBy, opened_at: collection.openedAt.toString(), closed_at: null },
      is_example: collection.isExample,
    })
    .execute();
  await insertAsked(tx, collection.id, governmentIds, collection.openedAt);
}

/** Governments asked already stay as they are. */
export async function insertAsked(tx: Tx, collectionId: string, governmentIds: readonly string[], at: Moment): Promise<void> {
  if (governmentIds.length === 0) return;
  await on(tx)
    .insertInto('agreements.rad_asked')
    .values(
      governmentIds.map((government_id) => ({
        ...{ collection_id: collectionId, government_id, asked_at: at.toString() },
        ...{ excused_at: null, excuse: null },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The next version of a collection that was loaded for update. */
export async function saveCollection(tx: Tx, collection: Collection): Promise<void> {
  await on(tx)
    .updateTable('agreements.rad_collections')
    .set({
      ...{ version: collection.version + 1, due_on: collection.dueOn.toString() },
      closed_at: collection.closedAt?.toString() ?? null,
    })
    .where('id', '=', collection.id)
    .execute();
}

export async function excuse(
  tx: Tx,
  collectionId: string,
  governmentId: string,
  given: { readonly at: Moment; readonly why: string } | null,
): Promise<void> {
  await on(tx)
    .updateTable('agreements.rad_asked')
    .set({ excused_at: given?.at.toString() ?? null, excuse: given?.why ?? null })
    .where('collection_id', '=', collectionId)
    .where('government_id', '=', governmentId)
    .execute();
}

interface AskedRow {
  collectionId: string;
  governmentId: string;
  askedAt: Moment;
  excusedAt: Moment | null;
  excuse: string | null;
  agreementId: string | null;
  code: string | null;
  state: RadState | null;
  stateAt: Moment | null;
  firstHandedInAt: Moment | null;
  lines: number | null;
}

function toAsked(row: AskedRow): Asked {
  return {
    ...{ governmentId: row.governmentId, askedAt: row.askedAt, excusedAt: row.excusedAt, excuse: row.excuse },
    rad:
      row.agreementId === null || row.code === null || row.state === null || row.stateAt === null
        ? null
        : {
            ...{ agreementId: row.agreementId, code: row.code, state: row.state, stateAt: row.stateAt },
            ...{ firstHandedInAt: row.firstHandedInAt, lines: row.lines ?? 0 },
          },
  };
}

/**
 * Who was asked in each of these collections and the plan of each for the years of the collection, in no order that means anything. A plan that was
 * made before or beside the collection counts too: nobody is asked for what is there.
 * @param governmentId only this one; without it all
 */
export async function askedInEach(
  db: Db | Tx,
  collectionIds: readonly string[],
  governmentId?: string,
): Promise<ReadonlyMap<string, readonly Asked[]>> {
  const asked = new Map<string, Asked[]>(collectionIds.map((id) => [id, []]));
  if (asked.size === 0) return asked;
  const { rows } = await sql<AskedRow>`
    SELECT k.collection_id AS "collectionId", k.government_id AS "governmentId", k.asked_at AS "askedAt", k.excused_at AS "excusedAt", k.excuse,
      plan.id AS "agreementId", plan.code, plan.state, plan.state_at AS "stateAt", plan.first AS "firstHandedInAt", plan.lines
    FROM agreements.rad_asked k JOIN agreements.rad_collections c ON c.id = k.collection_id
    LEFT JOIN LATERAL (
      SELECT a.id, a.code, CASE WHEN a.state IN ('signed', 'ended') THEN 'adopted' ELSE coalesce(r.state, 'drafting') END AS state,
        coalesce(r.state_at, a.created_at) AS state_at, coalesce(r.first_handed_in_at, CASE WHEN a.state IN ('signed', 'ended') THEN a.created_at END) AS first,
        (SELECT count(*)::int FROM agreements.lines l WHERE l.agreement_id = a.id AND l.state <> 'dropped') AS lines
      FROM agreements.agreements a LEFT JOIN agreements.rads r ON r.agreement_id = a.id
      WHERE a.kind = 'rad' AND a.state <> 'dropped' AND a.keeper_id = k.government_id
        AND a.year_from <= c.year_until AND coalesce(a.year_until, a.year_from) >= c.year_from
      ORDER BY (a.state = 'signed') DESC, (a.state = 'ended') DESC, (r.collection_id IS NOT DISTINCT FROM k.collection_id) DESC, a.created_at DESC LIMIT 1) plan ON true
    WHERE k.collection_id = ANY (${[...asked.keys()]}::uuid[])
      AND ${governmentId === undefined ? sql`true` : sql`k.government_id = ${governmentId}::uuid`}
    ORDER BY k.collection_id, k.government_id`.execute(db as Db);
  for (const row of rows) asked.get(row.collectionId)?.push(toAsked(row));
  return asked;
}

export async function askedIn(db: Db | Tx, { id }: Pick<Collection, 'id'>): Promise<readonly Asked[]> {
  return (await askedInEach(db, [id])).get(id) ?? [];
}

/** Collections somebody keeps: of these agencies, the newest first, paged by key. */
export async function collectionsOf(
  db: Db | Tx,
  openerIds: readonly string[],
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<Collection>> {
  if (openerIds.length === 0) return { lines: [], next: null };
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const rows = await on(db)
    .selectFrom('agreements.rad_collections')
    .selectAll()
    .where('opener_id', 'in', [...openerIds])
    .$if(cursor !== undefined, (query) =>
      query.where(sql<boolean>`(opened_at, id) < (${cursor?.[0]}::timestamptz, ${cursor?.[1]}::uuid)`),
    )
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows.map(toCollection), page.limit, ({ openedAt, id }) => [openedAt.toString(), id]);
}

/** Open collections that ask these governments, the first due first. */
export async function collectionsAsking(db: Db | Tx, governmentIds: readonly string[]): Promise<readonly Collection[]> {
  if (governmentIds.length === 0) return [];
  const rows = await on(db)
    .selectFrom('agreements.rad_collections as c')
    .selectAll('c')
    .where('c.closed_at', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('agreements.rad_asked as k')
          .select('k.government_id')
          .whereRef('k.collection_id', '=', 'c.id')
          .where('k.government_id', 'in', [...governmentIds])
          .where('k.excused_at', 'is', null),
      ),
    )
    .orderBy('c.due_on')
    .orderBy('c.id')
    .execute();
  return rows.map(toCollection);
}

export async function openCollections(db: Db | Tx): Promise<readonly Collection[]> {
  const rows = await on(db)
    .selectFrom('agreements.rad_collections')
    .selectAll()
    .where('closed_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map(toCollection);
}

/** Governments that were asked for a plan of a year and not let off: whether the last day of any of them is past, the day after it at the earliest. */
export async function askedForYear(
  db: Db | Tx,
  governmentIds: readonly string[],
  year: number,
  day: Day,
): Promise<ReadonlyMap<string, 'open' | 'past'>> {
  if (governmentIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; isPast: boolean }>`
    SELECT k.government_id AS id, bool_or(c.due_on < ${day.toString()}::date) AS "isPast"
    FROM agreements.rad_asked k JOIN agreements.rad_collections c ON c.id = k.collection_id
    WHERE k.government_id = ANY (${[...governmentIds]}::uuid[]) AND k.excused_at IS NULL AND c.year_from <= ${year} AND c.year_until >= ${year}
    GROUP BY k.government_id`.execute(db as Db);
  return new Map(rows.map(({ id, isPast }) => [id, isPast ? 'past' : 'open']));
}

/** Whether this collection asks this government, and did not let it off. */
export async function isAskedIn(db: Db | Tx, collectionId: string, governmentId: string): Promise<boolean> {
  const row = await on(db)
    .selectFrom('agreements.rad_asked')
    .select('asked_at')
    .where('collection_id', '=', collectionId)
    .where('government_id', '=', governmentId)
    .where('excused_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
