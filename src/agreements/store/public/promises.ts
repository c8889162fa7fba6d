/** What an agency has promised in signed agreements and what became of it: counts, and the lines behind them. */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Day } from '../../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { LightRule } from '../../rules/light.ts';
import type { Line } from '../../rules/line.ts';
import { FATES, type Fate } from '../../rules/public/fate.ts';
import { agreementsFrom, whole } from '../agreements.ts';
import { lightSql, litDaySql, REACHED, wayOf } from '../lines/light-sql.ts';
import { bindsOnDay } from '../register/standing.ts';
import { toLine } from '../rows.ts';
import type { LinesTable } from '../tables.ts';
import { PUBLIC_AGREEMENTS } from '../visible.ts';

export { FATES, type Fate } from '../../rules/public/fate.ts';

/** The day somebody says it was done by: what was reported, else confirmed, else the day it was judged. */
const DONE_ON = sql`coalesce(l.reported_on, l.confirmed_on, (l.state_at AT TIME ZONE a.zone)::date)`;

const IS_MOVED = sql`(l.state IN ('planned', 'running', 'reported') AND l.due_on > l.first_due_on)`;

/** `fateOf` of rules/public/fate.ts for lines (`l`) that were promised in agreements (`a`); a property test compares the two. */
export const fateSql = (today: Day): RawBuilder<Fate> => sql<Fate>`(CASE
  WHEN l.state = 'dropped' THEN 'withdrawn'
  WHEN l.state = 'not-done' THEN 'not-kept'
  WHEN l.state = 'done' THEN CASE WHEN NOT ${REACHED} THEN 'short' WHEN ${DONE_ON} <= l.first_due_on THEN 'kept' ELSE 'kept-late' END
  WHEN l.state = 'reported' THEN 'reported'
  WHEN a.state = 'ended' AND a.ended_on <= ${today.toString()}::date AND l.due_on >= a.ended_on THEN 'withdrawn'
  WHEN l.due_on < ${today.toString()}::date THEN 'late'
  ELSE 'running' END)`;

/** `goesOn` of rules/public/fate.ts for lines (`l`) of agreements (`a`), turned around; the same test compares the two. */
const COUNTED = sql<boolean>`NOT (a.state = 'ended' AND l.state IN ('planned', 'running', 'reported') AND EXISTS (
  SELECT FROM agreements.carried_lines c JOIN agreements.agreements e ON e.id = c.agreement_id
    JOIN agreements.lines n ON n.agreement_id = c.agreement_id AND n.id = c.line_id
  WHERE c.from_line_id = l.id AND e.is_adopted AND e.predecessor_id = a.id AND (n.state <> 'dropped' OR n.is_withdrawn)))`;

export interface PromiseScope {
  /** Whose promises: an agency with everything below it. */
  readonly agencyId?: string;
  readonly agreementIds?: readonly string[];
  readonly programme?: string | undefined;
  /** Only of agreements that bind on this day. */
  readonly bindingOn?: Day | undefined;
}

/** Lines that were promised: withdrawing one after the signing does not undo that. */
export const PROMISED = sql<boolean>`(l.state <> 'dropped' OR l.is_withdrawn)`;

/** True for lines (alias `l`) of public agreements (alias `a`) in a scope, without those that were dropped. */
export const within = (scope: PromiseScope): RawBuilder<boolean> =>
  sql<boolean>`(l.state <> 'dropped' AND ${promisedWithin(scope)})`;

/** The same with those that were withdrawn after the signing. */
const promisedWithin = ({
  agencyId,
  agreementIds,
  programme,
  bindingOn,
}: PromiseScope): RawBuilder<boolean> => sql<boolean>`(${PROMISED} AND ${PUBLIC_AGREEMENTS}
  AND ${agencyId === undefined ? sql`true` : sql`l.owner_path @> ARRAY[${agencyId}::uuid]`}
  AND ${agreementIds === undefined ? sql`true` : sql`l.agreement_id = ANY (${[...agreementIds]}::uuid[])`}
  AND ${programme === undefined ? sql`true` : sql`l.programme = ${programme}`}
  AND ${bindingOn === undefined ? sql`true` : bindsOnDay(sql`${bindingOn.toString()}::date`)})`;

export interface Promises {
  readonly total: number;
  readonly by: Readonly<Record<Fate, number>>;
  /** Still to be done, and moved to a later day at least once. */
  readonly moved: number;
  /** Priorities of the regional head among all, and those of them that are kept. */
  readonly priority: number;
  readonly priorityKept: number;
}

export async function promisesOf(db: Db, scope: PromiseScope, today: Day): Promise<Promises> {
  return (await promisesBy(db, scope, today, sql`true`))[0]?.promises ?? NONE;
}

const NONE: Promises = {
  ...{ total: 0, moved: 0, priority: 0, priorityKept: 0 },
  by: Object.fromEntries(FATES.map((fate) => [fate, 0])) as Record<Fate, number>,
};

/** The same for each office that owns something. */
export async function promisesByOwner(
  db: Db,
  scope: PromiseScope,
  today: Day,
): Promise<readonly { readonly agencyId: string; readonly promises: Promises }[]> {
  const rows = await promisesBy(db, scope, today, sql`l.owner_agency_id`);
  return rows.map(({ key, promises }) => ({ agencyId: String(key), promises }));
}

async function promisesBy(db: Db, scope: PromiseScope, today: Day, key: RawBuilder<unknown>) {
  const fates = FATES.map((fate) => sql`count(*) FILTER (WHERE fate = ${sql.lit(fate)})::int AS ${sql.ref(fate)}`);
  type Row = Record<Fate, number> & { key: unknown; total: number; moved: number; priority: number; priority_kept: number };
  const { rows } = await sql<Row>`
    SELECT key, count(*)::int AS total, ${sql.join(fates)}, count(*) FILTER (WHERE moved)::int AS moved,
      count(*) FILTER (WHERE is_priority)::int AS priority,
      count(*) FILTER (WHERE is_priority AND fate IN ('kept', 'kept-late'))::int AS priority_kept
    FROM (SELECT ${key} AS key, ${fateSql(today)} AS fate, l.is_priority,
        ${IS_MOVED} AS moved
      FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id WHERE ${promisedWithin(scope)} AND ${COUNTED}) each
    GROUP BY key ORDER BY key`.execute(db);
  return rows.map((row) => ({
    key: row.key,
    promises: {
      ...{ total: row.total, moved: row.moved, priority: row.priority, priorityKept: row.priority_kept },
      by: Object.fromEntries(FATES.map((fate) => [fate, row[fate]])) as Record<Fate, number>,
    } satisfies Promises,
  }));
}

export interface PromiseLine {
  readonly line: Line;
  readonly agreement: Agreement;
  readonly fate: Fate;
  readonly ownerName: string;
}

export interface PromiseFilter extends PromiseScope {
  readonly fates?: readonly Fate[];
  readonly priorityOnly?: boolean;
  /** Still to be done, and moved to a later day at least once. */
  readonly movedOnly?: boolean;
  readonly light?: 'red' | 'yellow' | 'green' | 'none';
  readonly dueFrom?: Day;
}

/** Lines by due day, the earliest first. */
export async function promiseLines(
  db: Db,
  filter: PromiseFilter,
  circumstances: { readonly today: Day; readonly rule: LightRule },
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<PromiseLine>> {
  const { today, rule } = circumstances;
  const cursor = readCursor(page.after, ['number', 'uuid']);
  type Row = Selectable<LinesTable> & { fate: Fate; owner_name: string; place_in_time: number };
  const { rows } = await sql<Row>`
    SELECT l.*, ${fateSql(today)} AS fate, o.name AS owner_name, l.due_on - date '1970-01-01' AS place_in_time
    FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id
    JOIN directory.agencies o ON o.id = l.owner_agency_id ${filter.light ? wayOf(litDaySql(today)) : sql``}
    WHERE ${filter.light ? within(filter) : promisedWithin(filter)} AND ${COUNTED}
      AND ${filter.fates ? sql`${fateSql(today)} = ANY (${[...filter.fates]}::text[])` : sql`true`}
      AND ${filter.priorityOnly ? sql`l.is_priority` : sql`true`}
      AND ${filter.movedOnly ? IS_MOVED : sql`true`}
      AND ${filter.light ? sql`${lightSql(litDaySql(today), rule)} = ${filter.light}` : sql`true`}
      AND ${filter.dueFrom ? sql`l.due_on >= ${filter.dueFrom.toString()}::date` : sql`true`}
      AND ${cursor ? sql`(l.due_on, l.id) > (date '1970-01-01' + ${cursor[0]}::int, ${cursor[1]}::uuid)` : sql`true`}
    ORDER BY l.due_on, l.id LIMIT ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.place_in_time, row.id]);
  const ids = [...new Set(lines.map(({ agreement_id }) => agreement_id))];
  const agreements = ids.length === 0 ? [] : await whole(db, await agreementsFrom(db).where('id', 'in', ids).execute());
  const byId = new Map(agreements.map((one) => [one.id, one]));
  return {
    next,
    lines: lines.flatMap((row) => {
      const agreement = byId.get(row.agreement_id);
      return agreement ? [{ line: toLine(row), agreement, fate: row.fate, ownerName: row.owner_name }] : [];
    }),
  };
}

/** How lines of an agency stand by their light. */
export async function lightCounts(
  db: Db,
  scope: PromiseScope,
  { today, rule }: { readonly today: Day; readonly rule: LightRule },
): Promise<Readonly<Record<'red' | 'yellow' | 'green' | 'none', number>>> {
  const { rows } = await sql<{ light: 'red' | 'yellow' | 'green' | 'none'; count: number }>`
    SELECT light, count(*)::int AS count FROM (
      SELECT ${lightSql(litDaySql(today), rule)} AS light FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id ${wayOf(litDaySql(today))}
      WHERE ${within(scope)} AND ${COUNTED}) each GROUP BY light`.execute(db);
  const counts = { red: 0, yellow: 0, green: 0, none: 0 };
  for (const { light, count } of rows) counts[light] = count;
  return counts;
}

const isOf = (agencyId: string) =>
  sql<boolean>`(party_ids @> ARRAY[${agencyId}::uuid] OR government_ids @> ARRAY[${agencyId}::uuid])`;

/** How many agreements of an agency, or of the parties below it, bind on a day. */
export async function bindingCount(db: Db, agencyId: string, day: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM agreements.agreements a
    WHERE ${isOf(agencyId)} AND ${bindsOnDay(sql`${day.toString()}::date`)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Every signed agreement of an agency or of its government, past and present, the latest first. */
export async function agreementsOfAgency(db: Db, agencyId: string): Promise<readonly Agreement[]> {
  const rows = await agreementsFrom(db)
    .where('state', 'in', ['signed', 'ended'])
    .where(isOf(agencyId))
    .orderBy('in_force_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
  return whole(db, rows);
}

/** An agreement and the signed documents made under it: whose lines count for it. */
export async function countedFor(db: Db, agreementId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT a.id FROM agreements.agreements a WHERE (a.id = ${agreementId}::uuid OR a.parent_id = ${agreementId}::uuid)
      AND ${PUBLIC_AGREEMENTS} ORDER BY a.id`.execute(db);
  return rows.map(({ id }) => id);
}
