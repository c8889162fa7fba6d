/** Obligations as lists: what an agency owes, and what an office of the Ombudsman follows up; those due first, paged by key. */
import { type RawBuilder, sql } from 'kysely';
import { type Actor, type Officer, positionsWith } from '../../../kernel/actor.ts';
import type { Moment } from '../../../kernel/time.ts';
import { type Cursor, type PageOf, pageOf, readCursor, writeCursor } from '../../../platform/database/cursor.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Obligation, ObligationKind } from '../../rules/obligations/obligation.ts';
import { CASE_VISIBILITY } from '../../rules/visibility.ts';
import { visibleCases } from '../visible.ts';
import { toObligation } from './rows.ts';

export const OWED_VIEWS = ['open', 'soon', 'late', 'waiting', 'done'] as const;
export type OwedView = (typeof OWED_VIEWS)[number];

/** What counts as due soon in lists. Nothing follows from it. */
export const SOON_DAYS = 14;

export interface ObligationLine {
  readonly obligation: Obligation;
  /** `null` = from a review. */
  readonly caseNumber: string | null;
  readonly agencyName: string;
  readonly handlerName: string | null;
}

export interface ObligationFilter {
  readonly view: OwedView;
  readonly kind?: ObligationKind;
  /** Addressed or given to this office, or below it. */
  readonly agencyId?: string;
  readonly officeId?: string;
  readonly caseId?: string;
}

function inView(view: OwedView, now: Moment): RawBuilder<boolean> {
  const at = now.toString();
  const running = sql<boolean>`(o.judged_at IS NULL AND o.state <> 'reported')`;
  switch (view) {
    case 'open':
      return sql<boolean>`o.judged_at IS NULL`;
    case 'soon':
      return sql<boolean>`(${running} AND o.due_at >= ${at}::timestamptz
        AND o.due_at <= ${at}::timestamptz + make_interval(days => ${SOON_DAYS}))`;
    case 'late':
      return sql<boolean>`(${running} AND o.due_at < ${at}::timestamptz)`;
    case 'waiting':
      return sql<boolean>`(o.judged_at IS NULL AND (o.state = 'reported' OR o.asks_time))`;
    case 'done':
      return sql<boolean>`o.judged_at IS NOT NULL`;
  }
}

const within = (ids: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(o.agency_path && ${[...ids]}::uuid[] OR o.handler_path && ${[...ids]}::uuid[])`;

/** The agencies through which an officer reads what is owed: everything at or below one of them. */
export function owingAgencies(actor: Actor): readonly string[] {
  const held = [...positionsWith(actor, 'case.answer'), ...positionsWith(actor, 'case.owed-read')];
  return [...new Set(held.map(({ agencyId }) => agencyId))];
}

/** What this officer's agency owes. */
export function owedList(
  db: Db,
  actor: Actor,
  filter: ObligationFilter,
  now: Moment,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<ObligationLine>> {
  return list(db, sql<boolean>`${within(owingAgencies(actor))}`, filter, now, page);
}

/** What this officer of the Ombudsman may follow up. */
export function followedList(
  db: Db,
  actor: Officer,
  filter: ObligationFilter,
  now: Moment,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<ObligationLine>> {
  return list(db, visibleObligations(actor), filter, now, page);
}

/** `ombudsmanPositions` as SQL; a test compares the two. */
export function visibleObligations(actor: Officer): RawBuilder<boolean> {
  return sql<boolean>`((o.case_id IS NOT NULL AND ${visibleCases(actor)}) OR (${ofVisibleReviews(actor)}))`;
}

function ofVisibleReviews(actor: Officer): RawBuilder<boolean> {
  const offices = actor.positions
    .filter((position) =>
      CASE_VISIBILITY.some((line) => line.reach === 'chain' && position.capabilities.includes(line.capability)),
    )
    .map(({ agencyId }) => agencyId);
  const chairs = actor.positions.flatMap(({ agencyPath }) => agencyPath);
  return sql<boolean>`o.case_id IS NULL AND o.office_path && ${offices}::uuid[] AND NOT o.government_id = ANY (${chairs}::uuid[])`;
}

/** The place behind a line, as `after`. */
export function placeOf({ obligation }: Pick<ObligationLine, 'obligation'>): string {
  return writeCursor(keyOf(obligation));
}
const keyOf = ({ dueAt, id }: Pick<Obligation, 'dueAt' | 'id'>): Cursor => [dueAt.toString(), id];

interface Row {
  readonly case_number: string | null;
  readonly agency_name: string;
  readonly handler_name: string | null;
}

async function list(
  db: Db,
  reach: RawBuilder<boolean>,
  filter: ObligationFilter,
  now: Moment,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<ObligationLine>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const { rows } = await sql<Row & Parameters<typeof toObligation>[0]>`
    SELECT o.*, c.number AS case_number, a.name AS agency_name, h.name AS handler_name
    FROM casework.obligations o
    JOIN directory.agencies a ON a.id = o.agency_id
    LEFT JOIN directory.agencies h ON h.id = o.handler_agency_id
    LEFT JOIN casework.cases c ON c.id = o.case_id
    WHERE ${reach} AND ${inView(filter.view, now)}
      AND ${filter.kind ? sql`o.kind = ${filter.kind}` : sql`true`}
      AND ${filter.agencyId ? within([filter.agencyId]) : sql`true`}
      AND ${filter.officeId ? sql`COALESCE(c.office_id, o.office_id) = ${filter.officeId}::uuid` : sql`true`}
      AND ${filter.caseId ? sql`o.case_id = ${filter.caseId}::uuid` : sql`true`}
      AND ${cursor ? sql`(o.due_at, o.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql`true`}
    ORDER BY o.due_at, o.id LIMIT ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.due_at.toString(), row.id]);
  return {
    lines: lines.map((row) => ({
      obligation: toObligation(row),
      caseNumber: row.case_number,
      agencyName: row.agency_name,
      handlerName: row.handler_name,
    })),
    next,
  };
}

/** What `inView` asks of a row. */
const COUNTED = sql`o.judged_at, o.state, o.due_at, o.asks_time`;

/** How many are in each view, for the ways between them. */
export async function followedCounts(db: Db, actor: Officer, now: Moment): Promise<Readonly<Record<OwedView, number>>> {
  // Apart, so that the database narrows the cases before it joins them.
  return counts(
    db,
    sql`SELECT ${COUNTED} FROM casework.obligations o JOIN casework.cases c ON c.id = o.case_id WHERE ${visibleCases(actor)}
      UNION ALL SELECT ${COUNTED} FROM casework.obligations o WHERE ${ofVisibleReviews(actor)}`,
    now,
  );
}

export async function owedCounts(
  db: Db,
  actor: Actor,
  now: Moment,
  { kind, agencyId }: Pick<ObligationFilter, 'kind' | 'agencyId'> = {},
): Promise<Readonly<Record<OwedView, number>>> {
  return counts(
    db,
    sql`SELECT ${COUNTED} FROM casework.obligations o WHERE ${within(owingAgencies(actor))}
      AND ${kind ? sql`o.kind = ${kind}` : sql`true`} AND ${agencyId ? within([agencyId]) : sql`true`}`,
    now,
  );
}

async function counts(db: Db, among: RawBuilder<unknown>, now: Moment): Promise<Readonly<Record<OwedView, number>>> {
  const columns = OWED_VIEWS.map((view) => sql`count(*) FILTER (WHERE ${inView(view, now)})::int AS ${sql.ref(view)}`);
  const { rows } = await sql<Record<OwedView, number>>`SELECT ${sql.join(columns)} FROM (${among}) AS o`.execute(db);
  return rows[0] ?? { open: 0, soon: 0, late: 0, waiting: 0, done: 0 };
}

/** What is open, and what of it is late, at each agency below one: by the agency it is addressed to. Only what the actor may read. */
export async function owedByAgency(
  db: Db,
  actor: Actor,
  below: string,
  now: Moment,
): Promise<readonly { readonly agencyId: string; readonly open: number; readonly late: number }[]> {
  const { rows } = await sql<{ agencyId: string; open: number; late: number }>`
    SELECT o.agency_id AS "agencyId", count(*)::int AS open, count(*) FILTER (WHERE ${inView('late', now)})::int AS late
    FROM casework.obligations o WHERE ${within(owingAgencies(actor))} AND ${within([below])} AND ${inView('open', now)}
    GROUP BY o.agency_id`.execute(db);
  return rows;
}
