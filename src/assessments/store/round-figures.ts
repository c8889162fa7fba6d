/** How far a round is, and how far two raters agree: counted in the database. */
import { sql } from 'kysely';
import type { Label } from '../../kernel/language.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Stage } from '../rules/assessment.transitions.ts';
import { placesByCode } from '../rules/walk.ts';
import { instrumentVersion } from './instruments.ts';
import { loadRound } from './rounds.ts';
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

/** How the second rating of an indicator compares with the first, over all sheets of a round that both have answered. */
export interface DoubleRating {
  readonly indicator: string;
  readonly name: Label;
  readonly compared: number;
  readonly same: number;
  /** The second rater gave more; the other way round is `lower`. */
  readonly higher: number;
  readonly lower: number;
}

interface Row {
  indicator: string;
  compared: number;
  same: number;
  higher: number;
  lower: number;
}

export async function doubleRatingOf(db: Db, roundId: string): Promise<readonly DoubleRating[]> {
  const { rows } = await sql<Row>`
    SELECT one.indicator, count(*)::integer AS compared,
      count(*) FILTER (WHERE one.value IS NOT DISTINCT FROM other.value)::integer AS same,
      count(*) FILTER (WHERE other.value > one.value)::integer AS higher,
      count(*) FILTER (WHERE other.value < one.value)::integer AS lower
    FROM assessments.assessments a
    JOIN assessments.answers other ON other.assessment_id = a.id AND other.rating = 2
    JOIN assessments.answers one ON one.assessment_id = a.id AND one.rating = 1 AND one.unit_no = other.unit_no
      AND one.sheet_no = other.sheet_no AND one.indicator = other.indicator
    WHERE a.round_id = ${roundId}
    GROUP BY one.indicator
    ORDER BY count(*) FILTER (WHERE one.value IS NOT DISTINCT FROM other.value)::numeric / count(*), one.indicator`.execute(db);
  const round = await loadRound(db, roundId);
  const instrument = round && (await instrumentVersion(db, round.instrumentId, round.instrumentVersion));
  if (!instrument) return [];
  const places = placesByCode(instrument);
  return rows.flatMap((row) => {
    const place = places.get(row.indicator);
    return place ? [{ ...row, name: place.indicator.name }] : [];
  });
}
