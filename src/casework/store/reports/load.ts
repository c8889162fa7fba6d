/** Open cases of offices by officer, stage, age and deadline, and the cases behind each number. */
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf, type Moment, ZONES } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { AGE_BUCKETS, type LoadCount, type LoadFilter } from '../../rules/reports/load.ts';
import { visibleCases } from '../visible.ts';
import type { FigureRow } from './office-figures.ts';

export interface LoadScope {
  readonly officeIds: readonly string[];
  readonly now: Moment;
}

const isOpen = ({ officeIds }: LoadScope) => sql<boolean>`c.closed_at IS NULL AND c.office_id = ANY (${[...officeIds]}::uuid[])`;

/** Calendar days since registration, in the zone of the case. */
const age = ({ now }: LoadScope) =>
  sql<number>`((${now.toString()}::timestamptz AT TIME ZONE c.zone)::date - (c.registered_at AT TIME ZONE c.zone)::date)`;

/** Registered on or after the day so many days ago: compared with moments, since reckoning days for every row takes ten times as long. */
const isAtMost = ({ now }: LoadScope, days: number) =>
  sql<boolean>`c.registered_at >= CASE c.zone ${sql.join(
    ZONES.map((zone) => {
      const from = dayOf(now, zone).subtract({ days }).toZonedDateTime(zone).toInstant();
      return sql`WHEN ${sql.lit(zone)} THEN ${from.toString()}::timestamptz`;
    }),
    sql` `,
  )} END`;

/** The same division as `ageBucket`; a test compares the two. */
const bucket = (scope: LoadScope) =>
  sql<string>`CASE ${sql.join(
    AGE_BUCKETS.flatMap(({ code, to }) => (to === null ? [] : [sql`WHEN ${isAtMost(scope, to)} THEN ${code}`])),
    sql` `,
  )} ELSE '181' END`;

const isOverdue = ({ now }: LoadScope) => sql<boolean>`coalesce(c.next_due_at < ${now.toString()}::timestamptz, false)`;

export async function loadCounts(db: Db, scope: LoadScope): Promise<readonly LoadCount[]> {
  const { rows } = await sql<LoadCount>`
    SELECT x."personId", x.stage, x.bucket, x."isOverdue", count(*)::int AS count
    FROM (SELECT c.lead_person_id AS "personId", c.stage, ${bucket(scope)} AS bucket, ${isOverdue(scope)} AS "isOverdue"
      FROM casework.cases c WHERE ${isOpen(scope)}) x
    GROUP BY 1, 2, 3, 4`.execute(db);
  return rows;
}

export interface LoadRow extends Pick<FigureRow, 'id' | 'number' | 'title' | 'stage' | 'zone' | 'registeredAt'> {
  readonly nextDueAt: Moment | null;
  readonly days: number;
}

function chosen(scope: LoadScope, filter: LoadFilter) {
  return sql.join(
    [
      isOpen(scope),
      ...(filter.personId === undefined ? [] : [sql`c.lead_person_id IS NOT DISTINCT FROM ${filter.personId}::uuid`]),
      ...(filter.stage === undefined ? [] : [sql`c.stage = ${filter.stage}`]),
      ...(filter.bucket === undefined ? [] : [sql`${bucket(scope)} = ${filter.bucket}`]),
      ...(filter.isOverdue === undefined ? [] : [isOverdue(scope)]),
    ],
    sql` AND `,
  );
}

/** The cases behind a number that the actor may see, the oldest first. */
export async function loadRows(
  db: Db,
  actor: Actor,
  scope: LoadScope,
  filter: LoadFilter,
  page: { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number },
): Promise<readonly LoadRow[]> {
  const { after } = page;
  const { rows } = await sql<LoadRow>`
    SELECT c.id, c.number, c.title, c.stage, c.zone, c.registered_at AS "registeredAt", c.next_due_at AS "nextDueAt", ${age(scope)} AS days
    FROM casework.cases c
    WHERE ${chosen(scope, filter)} AND ${visibleCases(actor)}
      AND (${after?.at ?? null}::timestamptz IS NULL OR (c.registered_at, c.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY c.registered_at, c.id LIMIT ${page.limit}`.execute(db);
  return rows;
}

export async function countLoad(
  db: Db,
  actor: Actor,
  scope: LoadScope,
  filter: LoadFilter,
): Promise<{ readonly all: number; readonly hidden: number }> {
  const { rows } = await sql<{ all: number; hidden: number }>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE NOT ${visibleCases(actor)})::int AS hidden
    FROM casework.cases c WHERE ${chosen(scope, filter)}`.execute(db);
  return rows[0] ?? { all: 0, hidden: 0 };
}
