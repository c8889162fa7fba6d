/** The compliance figure over rows: sums by agency and year, and the rows behind every number. */
import { type RawBuilder, sql } from 'kysely';
import type { Moment, Zone } from '../../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import {
  type Compliance,
  type ComplianceSums,
  compliance,
  STANDINGS,
  type Standing,
} from '../../rules/obligations/compliance.ts';
import type { ObligationKind } from '../../rules/obligations/obligation.ts';

/** `standingAt` of the rules. */
const standing = (now: string): RawBuilder<Standing> => sql<Standing>`CASE
  WHEN o.state = 'withdrawn' THEN 'withdrawn'
  WHEN o.state = 'carried-out' THEN CASE WHEN COALESCE(o.reported_at, o.judged_at) > o.due_at THEN 'done-late' ELSE 'done' END
  WHEN o.state = 'not-carried-out' THEN 'not-done'
  WHEN o.state = 'reported' THEN 'waiting'
  WHEN o.state = 'partly' AND o.judged_at IS NOT NULL THEN 'partly'
  WHEN COALESCE(o.reported_at, ${now}::timestamptz) > o.due_at THEN 'overdue' ELSE 'running' END`;

const YEAR = sql<number>`EXTRACT(year FROM LEAST(o.due_at, COALESCE(o.judged_at, o.due_at)) AT TIME ZONE o.zone)::int`;

const DAYS = sql`CASE WHEN o.state = 'carried-out' THEN GREATEST(0, (COALESCE(o.reported_at, o.judged_at) AT TIME ZONE o.zone)::date
  - (COALESCE(o.received_at, o.issued_at) AT TIME ZONE o.zone)::date) END`;

const handedIn = (now: string) => sql`COALESCE(o.reported_at, o.judged_at, ${now}::timestamptz)`;
const LATE_DAYS = (now: string) =>
  sql`GREATEST(0, (${handedIn(now)} AT TIME ZONE o.zone)::date - (o.due_at AT TIME ZONE o.zone)::date)`;

/** One obligation with everything the figure asks of it. */
const measured = (now: string, where: RawBuilder<boolean>) => sql`
  SELECT o.*, ${standing(now)} AS standing, ${YEAR} AS year, ${DAYS} AS days,
    CASE WHEN ${standing(now)} IN ('done', 'done-late', 'partly', 'not-done', 'overdue') AND ${handedIn(now)} > o.due_at
      THEN ${LATE_DAYS(now)} END AS days_late
  FROM casework.obligations o WHERE ${where}`;

interface SumsRow {
  readonly by: Readonly<Partial<Record<Standing, number>>>;
  readonly late: number;
  readonly days: number;
  readonly days_late: number;
}

const SUMS = sql`count(m.days_late)::int AS late, COALESCE(sum(m.days), 0)::int AS days, COALESCE(sum(m.days_late), 0)::int AS days_late,
  jsonb_build_object(${sql.join(STANDINGS.flatMap((each) => [sql.lit(each), sql`count(*) FILTER (WHERE m.standing = ${sql.lit(each)})`]))}) AS by`;

function toSums(row: SumsRow | undefined): ComplianceSums {
  const by = Object.fromEntries(STANDINGS.map((each) => [each, Number(row?.by[each] ?? 0)])) as Record<Standing, number>;
  return { by, late: row?.late ?? 0, days: row?.days ?? 0, daysLate: row?.days_late ?? 0 };
}

/** Of an agency with everything below it. */
export async function complianceOf(db: Db | Tx, agencyId: string, year: number, now: Moment): Promise<Compliance> {
  const at = now.toString();
  const { rows } = await sql<SumsRow>`
    SELECT ${SUMS} FROM (${measured(at, sql<boolean>`o.agency_path @> ARRAY[${agencyId}::uuid]`)}) m WHERE m.year = ${year}`.execute(
    db as Db,
  );
  return compliance(toSums(rows[0]));
}

/** Of an agency for every year it has something in, the latest first. */
export async function complianceYears(
  db: Db | Tx,
  agencyId: string,
  now: Moment,
): Promise<readonly { readonly year: number; readonly figure: Compliance }[]> {
  const { rows } = await sql<SumsRow & { year: number }>`
    SELECT m.year, ${SUMS} FROM (${measured(now.toString(), sql<boolean>`o.agency_path @> ARRAY[${agencyId}::uuid]`)}) m
    GROUP BY m.year ORDER BY m.year DESC`.execute(db as Db);
  return rows.map((row) => ({ year: row.year, figure: compliance(toSums(row)) }));
}

/** Years there is anything in, the latest first. */
export async function yearsWithObligations(db: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT DISTINCT ${YEAR} AS year FROM casework.obligations o ORDER BY 1 DESC`.execute(db);
  return rows.map(({ year }) => year);
}

export interface AgencyCompliance {
  readonly agencyId: string;
  readonly code: string;
  readonly name: string;
  readonly figure: Compliance;
}

/**
 * Agencies of a year by name: whole governments, or (with `below`) the offices of one agency that owe something themselves, with all below them.
 * By name and not by share: a list ordered by share is read as a contest, and most differences are chance.
 */
export async function complianceByAgency(
  db: Db,
  year: number,
  now: Moment,
  of: { readonly below?: string },
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<AgencyCompliance>> {
  const cursor = readCursor(page.after, ['uuid']);
  // The element of the path that a row is gathered under: the root, or the one just below the agency.
  const under = of.below ? sql`m.agency_path[array_position(m.agency_path, ${of.below}::uuid) + 1]` : sql`m.agency_path[1]`;
  const where = of.below ? sql<boolean>`o.agency_path @> ARRAY[${of.below}::uuid]` : sql<boolean>`true`;
  const { rows } = await sql<SumsRow & { id: string; code: string; name: string }>`
    WITH gathered AS (
      SELECT ${under} AS id, ${SUMS} FROM (${measured(now.toString(), where)}) m
      WHERE m.year = ${year} AND ${under} IS NOT NULL GROUP BY 1
    )
    SELECT g.*, a.code, a.name FROM gathered g JOIN directory.agencies a ON a.id = g.id
    WHERE ${cursor ? sql`(a.name, a.id) > (SELECT b.name, b.id FROM directory.agencies b WHERE b.id = ${cursor[0]}::uuid)` : sql`true`}
    ORDER BY a.name, a.id LIMIT ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.id]);
  return {
    lines: lines.map((row) => ({ agencyId: row.id, code: row.code, name: row.name, figure: compliance(toSums(row)) })),
    next,
  };
}

/** A row behind a number, without a word of what it is about: those are read where the case is published. */
export interface ComplianceRow {
  readonly id: string;
  readonly kind: ObligationKind;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly issuedAt: Moment;
  readonly receivedAt: Moment | null;
  readonly dueAt: Moment;
  readonly reportedAt: Moment | null;
  readonly judgedAt: Moment | null;
  readonly zone: Zone;
  readonly standing: Standing;
  readonly days: number | null;
  readonly daysLate: number | null;
  readonly isExample: boolean;
  /** Of the published finding it belongs to. */
  readonly slug: string | null;
  readonly caseNumber: string | null;
}

export interface RowsFilter {
  readonly agencyId: string;
  readonly year: number;
  readonly standings?: readonly Standing[];
  /** Only the late ones among the counted. */
  readonly late?: boolean;
}

/** By due day, the earliest first. */
export async function complianceRows(
  db: Db,
  filter: RowsFilter,
  now: Moment,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<ComplianceRow>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const { rows } = await sql<ComplianceRow & { daysLate: number | null }>`
    SELECT m.id, m.kind, m.agency_id AS "agencyId", a.name AS "agencyName", m.issued_at AS "issuedAt", m.received_at AS "receivedAt",
      m.due_at AS "dueAt", m.reported_at AS "reportedAt", m.judged_at AS "judgedAt", m.zone, m.standing, m.days::int AS days,
      m.days_late::int AS "daysLate", m.is_example AS "isExample", p.slug, p.number AS "caseNumber"
    FROM (${measured(now.toString(), sql<boolean>`o.agency_path @> ARRAY[${filter.agencyId}::uuid]`)}) m
    JOIN directory.agencies a ON a.id = m.agency_id
    LEFT JOIN LATERAL (
      SELECT p.slug, c.number FROM casework.publications p JOIN casework.cases c ON c.id = p.case_id
      WHERE p.case_id = m.case_id AND p.state = 'published' AND m.is_public LIMIT 1
    ) p ON true
    WHERE m.year = ${filter.year}
      AND ${filter.standings ? sql`m.standing = ANY (${[...filter.standings]}::text[])` : sql`true`}
      AND ${filter.late ? sql`m.days_late IS NOT NULL` : sql`true`}
      AND ${cursor ? sql`(m.due_at, m.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql`true`}
    ORDER BY m.due_at, m.id LIMIT ${page.limit + 1}`.execute(db);
  return pageOf(rows, page.limit, (row) => [row.dueAt.toString(), row.id]);
}

/** Agencies and years whose figure moved by the passing of time alone: something fell due since. */
export async function fallenDue(
  db: Db,
  since: Moment,
  now: Moment,
): Promise<readonly { readonly agencyId: string; readonly year: number }[]> {
  const { rows } = await sql<{ agencyId: string; year: number }>`
    SELECT DISTINCT agency AS "agencyId", ${YEAR} AS year FROM casework.obligations o CROSS JOIN LATERAL unnest(o.agency_path) AS agency
    WHERE o.due_at > ${since.toString()}::timestamptz AND o.due_at <= ${now.toString()}::timestamptz`.execute(db);
  return rows;
}

/** Every agency with something in one of these years. */
export async function agenciesWith(
  db: Db,
  years: readonly number[],
): Promise<readonly { readonly agencyId: string; readonly year: number }[]> {
  const { rows } = await sql<{ agencyId: string; year: number }>`
    SELECT DISTINCT agency AS "agencyId", ${YEAR} AS year FROM casework.obligations o CROSS JOIN LATERAL unnest(o.agency_path) AS agency
    WHERE ${YEAR} = ANY (${[...years]}::int[])`.execute(db);
  return rows;
}
