/** Answers of sheets: reading them, and the one way of writing them. */
import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { KeptAnswer, SheetKey } from '../rules/filling.ts';
import type { AssessmentTables, Rating } from './tables.ts';

const COLUMNS = ['indicator', 'value', 'note', 'revision'] as const;

export async function answersOf(db: Db | Tx, key: SheetKey): Promise<readonly KeptAnswer[]> {
  return db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.answers')
    .select(COLUMNS)
    .where('assessment_id', '=', key.assessmentId)
    .where('unit_no', '=', key.unitNo)
    .where('rating', '=', key.rating)
    .where('sheet_no', '=', key.sheetNo)
    .execute();
}

/** All answers of a unit in one rating, by the number of their sheet. */
export async function answersOfUnit(
  db: Db,
  assessmentId: string,
  unitNo: number,
  rating: Rating,
): Promise<ReadonlyMap<number, readonly KeptAnswer[]>> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.answers')
    .select([...COLUMNS, 'sheet_no'])
    .where('assessment_id', '=', assessmentId)
    .where('unit_no', '=', unitNo)
    .where('rating', '=', rating)
    .execute();
  return Map.groupBy(rows, (row) => row.sheet_no);
}

/** `value` null = does not apply; `clears` = there is to be no answer. */
export interface AnswerWrite {
  readonly indicator: string;
  readonly clears: boolean;
  readonly value: string | null;
  readonly note: string | null;
}

/**
 * Writes answers on a sheet and gives the revision they have from now on: higher than any the sheet or an answer on it ever had, so
 * that an answer that was cleared and given again is never taken for the old one.
 *
 * The caller has judged the values (`readChange`, `readAnswer`), holds a lock on the sheet or the assessment, and appends the event.
 */
export async function writeAnswers(
  tx: Tx,
  key: SheetKey,
  writes: readonly AnswerWrite[],
  by: { readonly personId: string; readonly at: Moment },
): Promise<number> {
  const { assessmentId, unitNo, rating, sheetNo } = key;
  const { rows } = await sql<{ revision: number }>`
    UPDATE assessments.sheets AS sheet
    SET revision = greatest(sheet.revision, (SELECT max(answer.revision) FROM assessments.answers AS answer
        WHERE (answer.assessment_id, answer.unit_no, answer.rating, answer.sheet_no)
          = (sheet.assessment_id, sheet.unit_no, sheet.rating, sheet.sheet_no))) + 1,
      filled_by = ${by.personId}, filled_at = ${by.at.toString()}
    WHERE assessment_id = ${assessmentId} AND unit_no = ${unitNo} AND rating = ${rating} AND sheet_no = ${sheetNo}
    RETURNING revision`.execute(tx);
  const revision = rows[0]?.revision;
  if (revision === undefined) throw new Error('no such sheet');
  const cleared = writes.filter((write) => write.clears).map((write) => write.indicator);
  const kept = writes.filter((write) => !write.clears);
  const tables = tx.withTables<AssessmentTables>();
  if (cleared.length > 0) {
    await tables
      .deleteFrom('assessments.answers')
      .where('assessment_id', '=', assessmentId)
      .where('unit_no', '=', unitNo)
      .where('rating', '=', rating)
      .where('sheet_no', '=', sheetNo)
      .where('indicator', 'in', cleared)
      .execute();
  }
  if (kept.length > 0) {
    await tables
      .insertInto('assessments.answers')
      .values(
        kept.map(({ indicator, value, note }) => ({
          assessment_id: assessmentId,
          unit_no: unitNo,
          rating,
          sheet_no: sheetNo,
          indicator,
          value,
          note,
          revision,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['assessment_id', 'unit_no', 'rating', 'sheet_no', 'indicator']).doUpdateSet((eb) => ({
          value: eb.ref('excluded.value'),
          note: eb.ref('excluded.note'),
          revision: eb.ref('excluded.revision'),
        })),
      )
      .execute();
  }
  return revision;
}

/** Marks a sheet as finished, or as not finished after all. */
export async function markDone(tx: Tx, key: SheetKey, done: boolean): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.sheets')
    .set({ done })
    .where('assessment_id', '=', key.assessmentId)
    .where('unit_no', '=', key.unitNo)
    .where('rating', '=', key.rating)
    .where('sheet_no', '=', key.sheetNo)
    .where('done', '!=', done)
    .execute();
}
