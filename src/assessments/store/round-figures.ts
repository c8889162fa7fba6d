/** How far a round is, and how far two raters agree: counted in the database. */
import { sql } from 'kysely';
import type { Label } from '../../kernel/language.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Pair } from '../rules/agreement.ts';
import type { Stage } from '../rules/assessment.transitions.ts';
import type { Instrument } from '../rules/instrument.ts';
import { placesOf } from '../rules/walk.ts';
import type { AssessmentTables } from './tables.ts';

export async function stageCounts(db: Db, roundId: string): Promise<ReadonlyMap<Stage, number>> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.assessments')
    .select((eb) => ['stage', eb.fn.countAll<number>().as('count')])
    .where('round_id', '=', roundId)
    .groupBy('stage')
    .execute();
  return new Map(rows.map((row) => [row.stage, Number(row.count)]));
}

export interface AgencyLine {
  readonly unitNo: number;
  readonly score: string | null;
}

/** The agency's score as it stands now (published or not), by assessment. */
export async function agencyLines(db: Db, assessmentIds: readonly string[]): Promise<ReadonlyMap<string, AgencyLine>> {
  if (assessmentIds.length === 0) return new Map();
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.results')
    .select(['assessment_id', 'score'])
    .where('assessment_id', '=', sql<string>`ANY (${[...assessmentIds]}::uuid[])`)
    .where('version', '=', 0)
    .where('unit_no', '=', 0)
    .execute();
  return new Map(rows.map((row) => [row.assessment_id, { unitNo: 0, score: row.score }]));
}

/** Pairs of the first and the second rating of one indicator, over all sheets that both have answered. */
export interface DoubleRating {
  readonly indicator: string;
  readonly name: Label;
  readonly pairs: readonly Pair[];
}

interface Row {
  indicator: string;
  first: string | null;
  second: string | null;
  count: number;
}

/** Of one assessment or of a whole round as it stands now, published or not. In the order of the instrument. */
export async function doubleRatingOf(
  db: Db,
  instrument: Pick<Instrument, 'dimensions'>,
  of: { readonly assessmentId: string } | { readonly roundId: string },
): Promise<readonly DoubleRating[]> {
  const which =
    'assessmentId' in of
      ? sql`other.assessment_id = ${of.assessmentId}`
      : sql`other.assessment_id IN (SELECT id FROM assessments.assessments WHERE round_id = ${of.roundId})`;
  const { rows } = await sql<Row>`
    SELECT one.indicator, trim_scale(one.value)::text AS first, trim_scale(other.value)::text AS second, count(*)::integer AS count
    FROM assessments.answers other
    JOIN assessments.answers one USING (assessment_id, unit_no, sheet_no, indicator)
    WHERE ${which} AND one.rating = 1 AND other.rating = 2
    GROUP BY one.indicator, one.value, other.value`.execute(db);
  const byIndicator = Map.groupBy(rows, (row) => row.indicator);
  return placesOf(instrument).flatMap(({ indicator: { code, name, answer } }) => {
    const found = byIndicator.get(code);
    return found ? [{ indicator: code, name, pairs: found.map((row) => ({ answer, ...row })) }] : [];
  });
}
