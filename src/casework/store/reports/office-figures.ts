/** The figures of offices over a period, and the cases behind each of them. */
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Outcome, Stage } from '../../rules/case.transitions.ts';
import type { AccessKind } from '../../rules/case.ts';
import type { CaseSet, Dimension } from '../../rules/reports/figures.ts';
import { visibleCases } from '../visible.ts';
import { DAYS_TAKEN, type Divisors, dividedBy, IS_TIMED, inSet, NO_DIVISORS, REGISTERED_DAY, type Scope } from './case-sets.ts';

export async function countSet(db: Db | Tx, set: CaseSet, scope: Scope): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM casework.cases c WHERE ${inSet(set, scope)}`.execute(
    db as Db,
  );
  return rows[0]?.n ?? 0;
}

/** The day on which the offices registered their first case: before it there is nothing to report on. `null` without any. */
export async function firstRegistered(db: Db | Tx, officeIds: readonly string[]): Promise<Day | null> {
  const { rows } = await sql<{ day: Day }>`
    SELECT ${REGISTERED_DAY} AS day FROM unnest(${[...officeIds]}::uuid[]) AS office (id) CROSS JOIN LATERAL (
      SELECT registered_at, zone FROM casework.cases WHERE office_id = office.id ORDER BY registered_at, id LIMIT 1
    ) AS c ORDER BY c.registered_at LIMIT 1`.execute(db as Db);
  return rows[0]?.day ?? null;
}

/** How many of a set are in each group, the largest first. */
export async function countBy(
  db: Db | Tx,
  set: CaseSet,
  by: Dimension,
  scope: Scope,
  divisors: Divisors,
): Promise<readonly { readonly key: string | null; readonly count: number }[]> {
  const { rows } = await sql<{ key: string | null; count: number }>`
    SELECT d.key, count(*)::int AS count FROM casework.cases c ${dividedBy(by, divisors)}
    WHERE ${inSet(set, scope)} GROUP BY d.key ORDER BY count(*) DESC, d.key`.execute(db as Db);
  return rows;
}

/** Days from registration to closing of the finished cases whose time means something; both `null` without any. */
export async function timeTaken(
  db: Db | Tx,
  scope: Scope,
): Promise<{ readonly cases: number; readonly mean: number | null; readonly median: number | null }> {
  const { rows } = await sql<{ cases: number; mean: number | null; median: number | null }>`
    SELECT count(*)::int AS cases, avg(${DAYS_TAKEN})::float8 AS mean,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ${DAYS_TAKEN})::float8 AS median
    FROM casework.cases c WHERE ${inSet('finished', scope)} AND ${IS_TIMED}`.execute(db as Db);
  return rows[0] ?? { cases: 0, mean: null, median: null };
}

/** The agencies that are respondents of a set, for looking up of which kind they are. */
export async function respondentAgencies(db: Db | Tx, set: CaseSet, scope: Scope): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT r.agency_id AS id FROM casework.cases c JOIN casework.respondents r ON r.case_id = c.id AND r.removed_at IS NULL
    WHERE ${inSet(set, scope)}`.execute(db as Db);
  return rows.map(({ id }) => id);
}

/** The different days (with zone and region) on which finished cases were registered: their targets are counted by the law. */
export async function registeredDays(
  db: Db | Tx,
  scope: Scope,
): Promise<readonly { readonly day: Day; readonly zone: string; readonly regionCode: string | null; readonly first: Moment }[]> {
  const { rows } = await sql<{ day: Day; zone: string; regionCode: string | null; first: Moment }>`
    SELECT ${REGISTERED_DAY} AS day, c.zone, c.region_code AS "regionCode", min(c.registered_at) AS first
    FROM casework.cases c WHERE ${inSet('finished', scope)} AND ${IS_TIMED} GROUP BY 1, 2, 3`.execute(db as Db);
  return rows;
}

/** A case as it stands in the list behind a number. */
export interface FigureRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly access: AccessKind;
  readonly stage: Stage;
  readonly outcome: Outcome | null;
  readonly officeId: string;
  readonly registeredAt: Moment;
  readonly closedAt: Moment | null;
  readonly zone: string;
  readonly daysTaken: number | null;
}

export interface Group {
  readonly by: Dimension;
  readonly key: string | null;
}

export interface RowsOrder {
  readonly set: CaseSet;
  readonly scope: Scope;
  /** `timed` = the cases of mean and median. */
  readonly group: Group | 'timed' | null;
  readonly divisors: Divisors;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

function chosen({ set, scope, group, divisors }: Pick<RowsOrder, 'set' | 'scope' | 'group' | 'divisors'>) {
  if (group === null) return { join: sql``, where: inSet(set, scope) };
  if (group === 'timed') return { join: sql``, where: sql<boolean>`${inSet(set, scope)} AND ${IS_TIMED}` };
  return {
    join: dividedBy(group.by, divisors),
    where: sql<boolean>`${inSet(set, scope)} AND d.key IS NOT DISTINCT FROM ${group.key}`,
  };
}

/** The cases behind a number that the actor may see, the newest first. */
export async function rowsBehind(db: Db | Tx, actor: Actor, order: RowsOrder): Promise<readonly FigureRow[]> {
  const { join, where } = chosen(order);
  const { after } = order;
  const { rows } = await sql<FigureRow>`
    SELECT c.id, c.number, c.title, c.access, c.stage, c.outcome, c.office_id AS "officeId", c.registered_at AS "registeredAt",
      c.closed_at AS "closedAt", c.zone, CASE WHEN c.closed_at IS NULL THEN NULL ELSE ${DAYS_TAKEN} END AS "daysTaken"
    FROM casework.cases c ${join}
    WHERE ${where} AND ${visibleCases(actor)}
      AND (${after?.at ?? null}::timestamptz IS NULL OR (c.registered_at, c.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY c.registered_at DESC, c.id DESC LIMIT ${order.limit}`.execute(db as Db);
  return rows;
}

/** How many there are, and how many of them a conflict of interest keeps from the actor. */
export async function countRows(
  db: Db | Tx,
  actor: Actor,
  order: Pick<RowsOrder, 'set' | 'scope' | 'group' | 'divisors'>,
): Promise<{ readonly all: number; readonly hidden: number }> {
  const { join, where } = chosen(order);
  const { rows } = await sql<{ all: number; hidden: number }>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE NOT ${visibleCases(actor)})::int AS hidden
    FROM casework.cases c ${join} WHERE ${where}`.execute(db as Db);
  return rows[0] ?? { all: 0, hidden: 0 };
}

export { NO_DIVISORS };
