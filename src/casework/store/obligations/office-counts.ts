/** What every office of the Ombudsman received and finished in a period: one query, counts alone. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Period } from '../../rules/reports/period.ts';
import { DAYS_TAKEN, IS_TIMED } from '../reports/case-sets.ts';

export interface OfficeCounts {
  readonly received: number;
  readonly finished: number;
  /** Not closed at the end of the period. */
  readonly open: number;
  /** Days; `null` = nothing finished. */
  readonly median: number | null;
}

/** By office, only those with anything in the period. The sets are those of the office's own report (`inSet`). */
export async function officeCounts(db: Db, { from, until }: Period): Promise<ReadonlyMap<string, OfficeCounts>> {
  const day = (column: 'registered_at' | 'closed_at') => sql`(c.${sql.ref(column)} AT TIME ZONE c.zone)::date`;
  const within = (column: 'registered_at' | 'closed_at') =>
    sql<boolean>`(${day(column)} >= ${from.toString()}::date AND ${day(column)} < ${until.toString()}::date)`;
  const { rows } = await sql<OfficeCounts & { id: string }>`
    SELECT c.office_id AS id, count(*) FILTER (WHERE ${within('registered_at')})::int AS received,
      count(*) FILTER (WHERE c.closed_at IS NOT NULL AND ${within('closed_at')})::int AS finished,
      count(*) FILTER (WHERE c.closed_at IS NULL OR ${day('closed_at')} >= ${until.toString()}::date)::int AS open,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ${DAYS_TAKEN})
        FILTER (WHERE c.closed_at IS NOT NULL AND ${within('closed_at')} AND ${IS_TIMED})::float8 AS median
    FROM casework.cases c
    WHERE ${day('registered_at')} < ${until.toString()}::date AND (c.closed_at IS NULL OR ${day('closed_at')} >= ${from.toString()}::date)
    GROUP BY c.office_id`.execute(db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Years reports were received in, the latest first. */
export async function officeYears(db: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT DISTINCT EXTRACT(year FROM c.registered_at AT TIME ZONE c.zone)::int AS year FROM casework.cases c ORDER BY 1 DESC`.execute(
    db,
  );
  return rows.map(({ year }) => year);
}
