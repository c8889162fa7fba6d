/** What rules/missing.ts asks of an assessment: sheets, which questions are answered, evidence, open conflicts, pushed measures. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Assessment, Rating, Round } from '../rules/assessment.ts';
import type { Instrument } from '../rules/instrument.ts';
import { type AnswerFact, type Findings, pushedKey } from '../rules/missing.ts';
import { placesOf } from '../rules/walk.ts';
import { secondaryOf } from './secondary.ts';
import { sheetsOf } from './sheets.ts';

interface AnswerRow {
  unit_no: number;
  rating: Rating;
  sheet_no: number;
  indicator: string;
  value: string | null;
  has_note: boolean;
  evidence: number;
}

interface ConflictRow {
  unit_no: number;
  rating: Rating;
  sheet_no: number;
  indicator: string;
}

/** Some two thousand answers of one agency; never of a whole round at once. */
export async function findingsOf(
  db: Db | Tx,
  instrument: Instrument,
  round: Pick<Round, 'year'>,
  assessment: Pick<Assessment, 'id' | 'agencyId' | 'units'>,
): Promise<Findings> {
  const { rows: answers } = await sql<AnswerRow>`
    SELECT a.unit_no, a.rating, a.sheet_no, a.indicator, trim_scale(a.value)::text AS value,
      coalesce(a.note, '') <> '' AS has_note, coalesce(e.pieces, 0) AS evidence
    FROM assessments.answers a
    LEFT JOIN (
      SELECT unit_no, rating, sheet_no, indicator, count(*)::integer AS pieces
      FROM assessments.evidence WHERE assessment_id = ${assessment.id} AND withdrawn_at IS NULL
      GROUP BY unit_no, rating, sheet_no, indicator
    ) e USING (unit_no, rating, sheet_no, indicator)
    WHERE a.assessment_id = ${assessment.id}`.execute(db);
  const { rows: conflicts } = await sql<ConflictRow>`
    SELECT unit_no, rating, sheet_no, indicator FROM assessments.conflicts
    WHERE assessment_id = ${assessment.id} AND resolved_at IS NULL`.execute(db);
  return {
    sheets: await sheetsOf(db, assessment.id),
    answers: answers.map(
      (row): AnswerFact => ({
        unitNo: row.unit_no,
        rating: row.rating,
        sheetNo: row.sheet_no,
        indicator: row.indicator,
        value: row.value,
        hasNote: row.has_note,
        evidence: row.evidence,
      }),
    ),
    conflicts: conflicts.map((row) => ({
      unitNo: row.unit_no,
      rating: row.rating,
      sheetNo: row.sheet_no,
      indicator: row.indicator,
    })),
    pushed: await pushedFor(db, instrument, round, assessment),
  };
}

async function pushedFor(
  db: Db | Tx,
  instrument: Instrument,
  round: Pick<Round, 'year'>,
  assessment: Pick<Assessment, 'agencyId' | 'units'>,
): Promise<ReadonlySet<string>> {
  const measures = placesOf(instrument).flatMap(({ indicator }) => indicator.measure ?? []);
  const offices = [{ no: 0, agencyId: assessment.agencyId }, ...assessment.units];
  const pushed = await secondaryOf(
    db,
    offices.map((office) => office.agencyId),
    round.year,
    measures,
  );
  return new Set(
    offices.flatMap(({ no, agencyId }) => [...(pushed.get(agencyId)?.keys() ?? [])].map((measure) => pushedKey(no, measure))),
  );
}
