/** What moderators compare: the same kind of unit over the agencies of a round, and the unit's own view with what assessors found. */
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export interface LocusMean {
  /** Indonesian name of the locus. */
  readonly locus: string;
  /** Units with a score. */
  readonly units: number;
  /** Plain decimals with two places: a means to compare, not a result. */
  readonly mean: string;
  readonly lowest: string;
  readonly highest: string;
}

/** Scores as they stand now, by locus, over a round. */
export async function locusMeans(db: Db, roundId: string): Promise<ReadonlyMap<string, LocusMean>> {
  const { rows } = await sql<{ locus: string; units: number; mean: string; lowest: string; highest: string }>`
    SELECT u.locus_id AS locus, count(*)::integer AS units, round(avg(r.score), 2)::text AS mean,
      min(r.score)::text AS lowest, max(r.score)::text AS highest
    FROM assessments.assessments a
    JOIN assessments.units u ON u.assessment_id = a.id
    JOIN assessments.results r ON r.assessment_id = a.id AND r.version = 0 AND r.unit_no = u.unit_no
    WHERE a.round_id = ${roundId} AND r.score IS NOT NULL
    GROUP BY u.locus_id`.execute(db);
  return new Map(rows.map((row) => [row.locus, row]));
}

export interface SelfComparison {
  readonly unitNo: number;
  readonly compared: number;
  readonly same: number;
  /** The unit gave itself more than the assessor; the other way round is `lower`. */
  readonly higher: number;
  readonly lower: number;
}

/** Answers that both the unit (rating 0) and the assessor (rating 1) gave. Higher numbers are better for most kinds of answers, not for all. */
export async function selfComparisons(db: Db, assessmentId: string): Promise<readonly SelfComparison[]> {
  const { rows } = await sql<{ unit_no: number; compared: number; same: number; higher: number; lower: number }>`
    SELECT own.unit_no, count(*)::integer AS compared,
      count(*) FILTER (WHERE own.value IS NOT DISTINCT FROM found.value)::integer AS same,
      count(*) FILTER (WHERE own.value > found.value)::integer AS higher,
      count(*) FILTER (WHERE own.value < found.value)::integer AS lower
    FROM assessments.answers own
    JOIN assessments.answers found USING (assessment_id, unit_no, sheet_no, indicator)
    WHERE own.assessment_id = ${assessmentId} AND own.rating = 0 AND found.rating = 1
    GROUP BY own.unit_no ORDER BY own.unit_no`.execute(db);
  return rows.map((row) => ({ ...row, unitNo: row.unit_no }));
}
