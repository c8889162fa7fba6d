/**
 * Which cases a figure counts, and by what it divides them, as SQL. The count and the list behind it are made of the same two pieces, so
 * they cannot say different things. Rows are aliased `c`.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { CaseSet, Dimension } from '../../rules/reports/figures.ts';
import type { Period } from '../../rules/reports/period.ts';

export interface Scope {
  /** Offices whose cases count. */
  readonly officeIds: readonly string[];
  readonly period: Period;
}

/** Until when a case registered on a day in a zone (and region) should be finished: the target, as the law counts it. */
export interface TargetDue {
  readonly day: string;
  readonly zone: string;
  readonly regionCode: string | null;
  readonly dueAt: Moment;
}

/** Values of other rooms that the division needs. */
export interface Divisors {
  readonly agencyKinds: readonly { readonly agencyId: string; readonly kind: string }[];
  readonly targets: readonly TargetDue[];
}

export const NO_DIVISORS: Divisors = { agencyKinds: [], targets: [] };

const day = (column: 'registered_at' | 'closed_at') => sql`(c.${sql.ref(column)} AT TIME ZONE c.zone)::date`;

/** The days decide, in the zone of each case; the moments a day to either side only help the index. */
function fallsIn(column: 'registered_at' | 'closed_at', { from, until }: Period): RawBuilder<boolean> {
  const at = sql`c.${sql.ref(column)}`;
  return sql<boolean>`(${at} >= ${`${from.subtract({ days: 1 }).toString()}T00:00:00Z`}::timestamptz
    AND ${at} < ${`${until.add({ days: 1 }).toString()}T00:00:00Z`}::timestamptz
    AND ${day(column)} >= ${from.toString()}::date AND ${day(column)} < ${until.toString()}::date)`;
}

export function inSet(set: CaseSet, { officeIds, period }: Scope): RawBuilder<boolean> {
  const atOffice = sql<boolean>`c.office_id = ANY (${[...officeIds]}::uuid[])`;
  const until = period.until.toString();
  switch (set) {
    case 'received':
      return sql<boolean>`(${atOffice} AND ${fallsIn('registered_at', period)})`;
    case 'finished':
      return sql<boolean>`(${atOffice} AND c.closed_at IS NOT NULL AND ${fallsIn('closed_at', period)})`;
    case 'open':
      return sql<boolean>`(${atOffice} AND ${day('registered_at')} < ${until}::date
        AND (c.closed_at IS NULL OR ${day('closed_at')} >= ${until}::date))`;
  }
}

/** Cases whose time from registration to closing means something. */
export const IS_TIMED = sql<boolean>`(c.access IN ('LM', 'RCO', 'IAPS') AND c.outcome IS DISTINCT FROM 'converted')`;

/** Calendar days from registration to closing. */
export const DAYS_TAKEN = sql<number>`(${day('closed_at')} - ${day('registered_at')})`;

export const REGISTERED_DAY = day('registered_at');

/**
 * A lateral table `d (key)` with the groups one case belongs to: one row, `NULL` where nothing is known; for respondents and findings a
 * row for each different one. `targets` leaves out what has no time.
 */
export function dividedBy(dimension: Dimension, divisors: Divisors): RawBuilder<unknown> {
  switch (dimension) {
    case 'access':
    case 'channel':
    case 'stage':
    case 'outcome':
      return sql`CROSS JOIN LATERAL (SELECT c.${sql.ref(dimension)}::text AS key) d`;
    case 'category':
      return sql`CROSS JOIN LATERAL (SELECT split_part(c.category_code, '.', 1) AS key) d`;
    case 'agency-kind':
      return sql`LEFT JOIN LATERAL (
        SELECT DISTINCT kinds.kind AS key FROM casework.respondents r
        JOIN unnest(${divisors.agencyKinds.map(({ agencyId }) => agencyId)}::uuid[], ${divisors.agencyKinds.map(({ kind }) => kind)}::text[])
          AS kinds (agency_id, kind) ON kinds.agency_id = r.agency_id
        WHERE r.case_id = c.id AND r.removed_at IS NULL) d ON true`;
    case 'maladministration':
      return sql`JOIN LATERAL (
        SELECT DISTINCT f.form AS key FROM casework.allegations f WHERE f.case_id = c.id AND f.finding = 'found') d ON true`;
    case 'limits':
      return sql`CROSS JOIN LATERAL (SELECT CASE WHEN EXISTS (
        SELECT FROM casework.clocks k WHERE k.case_id = c.id AND k.kind = 'stage' AND coalesce(k.stopped_at, c.closed_at) > k.due_at
      ) THEN 'late' ELSE 'in-time' END AS key) d`;
    case 'target':
      return sql`JOIN LATERAL (SELECT CASE WHEN c.closed_at <= t.due_at THEN 'within' ELSE 'after' END AS key
        FROM unnest(${divisors.targets.map(({ day: on }) => on)}::date[], ${divisors.targets.map(({ zone }) => zone)}::text[],
          ${divisors.targets.map(({ regionCode }) => regionCode)}::text[], ${divisors.targets.map(({ dueAt }) => dueAt.toString())}::timestamptz[])
          AS t (day, zone, region_code, due_at)
        WHERE t.day = ${REGISTERED_DAY} AND t.zone = c.zone AND t.region_code IS NOT DISTINCT FROM c.region_code AND ${IS_TIMED}) d ON true`;
  }
}
