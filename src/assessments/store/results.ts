/** Results: version 0 as it stands now, from 1 on as published. */
import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { ResultLine, ResultNode } from '../rules/result.ts';
import type { AssessmentTables } from './tables.ts';

/** The version that is computed again and again. */
export const AS_IT_STANDS = 0;

export interface NewResult {
  readonly assessmentId: string;
  readonly lines: readonly ResultLine[];
}

/**
 * Writes the results of several assessments as they stand now, in one statement. `at`: when their answers were read. Lines that
 * someone computed from later answers meanwhile are left alone, so a whole round can be scored while people go on working.
 */
export async function saveResults(tx: Tx, results: readonly NewResult[], at: Moment): Promise<void> {
  if (results.length === 0) return;
  const rows = results.flatMap(({ assessmentId, lines }) => lines.map((line) => ({ assessmentId, line })));
  const column = <T>(read: (row: (typeof rows)[number]) => T) => rows.map(read);
  await sql`
    INSERT INTO assessments.results
      (assessment_id, version, unit_no, exact, score, category, zone, label_id, label_en, complete, nodes, computed_at)
    SELECT assessment_id, 0, unit_no, exact, score, category, zone, label_id, label_en, complete, nodes,
      ${at.toString()}::timestamptz
    FROM unnest(
      ${column((row) => row.assessmentId)}::uuid[], ${column(({ line }) => line.unitNo)}::smallint[],
      ${column(({ line }) => line.exact)}::text[], ${column(({ line }) => line.score)}::numeric[],
      ${column(({ line }) => line.category)}::text[], ${column(({ line }) => line.zone)}::text[],
      ${column(({ line }) => line.label?.id ?? null)}::text[], ${column(({ line }) => line.label?.en ?? null)}::text[],
      ${column(({ line }) => line.complete)}::boolean[], ${column(({ line }) => JSON.stringify(line.nodes))}::jsonb[]
    ) AS new (assessment_id, unit_no, exact, score, category, zone, label_id, label_en, complete, nodes)
    ON CONFLICT (assessment_id, version, unit_no) DO UPDATE SET
      exact = EXCLUDED.exact, score = EXCLUDED.score, category = EXCLUDED.category, zone = EXCLUDED.zone,
      label_id = EXCLUDED.label_id, label_en = EXCLUDED.label_en, complete = EXCLUDED.complete, nodes = EXCLUDED.nodes,
      computed_at = EXCLUDED.computed_at
    WHERE results.computed_at <= EXCLUDED.computed_at`.execute(tx);
  // Units that were taken out of the plan meanwhile have no score.
  await sql`
    DELETE FROM assessments.results AS r
    WHERE r.version = 0 AND r.unit_no > 0 AND r.assessment_id = ANY (${results.map(({ assessmentId }) => assessmentId)}::uuid[])
      AND NOT EXISTS (SELECT FROM assessments.units AS u WHERE u.assessment_id = r.assessment_id AND u.unit_no = r.unit_no)`.execute(
    tx,
  );
}

/** The lines of one version, the agency's first; empty when that version is not there. */
export async function resultOf(db: Db, assessmentId: string, version: number): Promise<readonly ResultLine[]> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.results')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .where('version', '=', version)
    .orderBy('unit_no')
    .execute();
  return rows.map((row) => ({
    unitNo: row.unit_no,
    exact: row.exact,
    score: row.score,
    category: row.category,
    zone: row.zone,
    label: row.label_id === null || row.label_en === null ? null : { id: row.label_id, en: row.label_en },
    complete: row.complete,
    nodes: row.nodes as readonly ResultNode[],
  }));
}

/** The result as it stands becomes the published version. */
export async function freezeResult(tx: Tx, assessmentId: string, version: number): Promise<void> {
  await sql`
    INSERT INTO assessments.results
    SELECT assessment_id, ${version}::int AS version, unit_no, exact, score, category, zone, label_id, label_en, complete, nodes, computed_at
    FROM assessments.results WHERE assessment_id = ${assessmentId} AND version = 0`.execute(tx);
}
