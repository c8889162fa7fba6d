/** The same questions answered twice: by a second rater, and by the unit itself. Grouped in SQL; only counts come out. */
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { Pair } from '../rules/agreement.ts';
import type { Instrument } from '../rules/instrument.ts';
import { placesByCode } from '../rules/walk.ts';

interface Row {
  readonly indicator: string;
  readonly first: string | null;
  readonly second: string | null;
  readonly count: number;
}

/**
 * Pairs of the rating that counts and another one (2 = second rater, 0 = self-assessment) over the same sheets, of one assessment or of
 * a whole round.
 */
export async function ratedTwice(
  db: Db,
  instrument: Instrument,
  of: { readonly assessmentId: string } | { readonly roundId: string },
  other: 0 | 2,
): Promise<readonly Pair[]> {
  const which =
    'assessmentId' in of
      ? sql`a.assessment_id = ${of.assessmentId}`
      : sql`a.assessment_id IN (SELECT id FROM assessments.assessments WHERE round_id = ${of.roundId} AND published_version > 0)`;
  const { rows } = await sql<Row>`
    SELECT a.indicator, trim_scale(a.value)::text AS first, trim_scale(b.value)::text AS second, count(*)::int AS count
    FROM assessments.answers b
    JOIN assessments.answers a USING (assessment_id, unit_no, sheet_no, indicator)
    WHERE ${which} AND a.rating = 1 AND b.rating = ${other}
    GROUP BY a.indicator, a.value, b.value`.execute(db);
  const places = placesByCode(instrument);
  return rows.flatMap(({ indicator, ...pair }) => {
    const place = places.get(indicator);
    return place ? [{ ...pair, answer: place.indicator.answer }] : [];
  });
}
