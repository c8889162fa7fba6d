/** Sheets: made from the plan, listed, locked before somebody writes on one, counted for a round. */
import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { insertAll, insertionsInto } from '../../platform/database/insert-all.ts';
import type { Rating, SheetRow } from '../rules/assessment.ts';
import type { PlannedSheet } from '../rules/sheet-plan.ts';
import type { AssessmentTables, SheetsTable } from './tables.ts';

const into = insertionsInto<AssessmentTables>();

function toSheet(row: Selectable<SheetsTable>): SheetRow {
  return {
    unitNo: row.unit_no,
    rating: row.rating,
    sheetNo: row.sheet_no,
    kind: row.kind,
    serviceId: row.service_id,
    serviceName: row.service_name,
    quota: row.quota,
    done: row.done,
    filledBy: row.filled_by,
    filledAt: row.filled_at,
    revision: row.revision,
  };
}

export interface SheetFilter {
  readonly unitNo?: number;
  readonly rating?: Rating;
}

function from(db: Db | Tx, assessmentId: string, { unitNo, rating }: SheetFilter = {}) {
  let query = db.withTables<AssessmentTables>().selectFrom('assessments.sheets').selectAll();
  query = query.where('assessment_id', '=', assessmentId);
  if (unitNo !== undefined) query = query.where('unit_no', '=', unitNo);
  if (rating !== undefined) query = query.where('rating', '=', rating);
  return query.orderBy('unit_no').orderBy('rating').orderBy('sheet_no');
}

/** The sheets of an assessment, of one unit or of one rating. A unit has some forty. */
export async function sheetsOf(db: Db | Tx, assessmentId: string, filter: SheetFilter = {}): Promise<SheetRow[]> {
  return (await from(db, assessmentId, filter).execute()).map(toSheet);
}

export async function loadSheet(
  db: Db | Tx,
  assessmentId: string,
  key: Pick<SheetRow, 'unitNo' | 'rating' | 'sheetNo'>,
): Promise<SheetRow | undefined> {
  const row = await from(db, assessmentId, key).where('sheet_no', '=', key.sheetNo).executeTakeFirst();
  return row && toSheet(row);
}

/** Loads and locks: answers of one sheet are written one after the other. Lock the assessment first. */
export async function lockSheet(
  tx: Tx,
  assessmentId: string,
  key: Pick<SheetRow, 'unitNo' | 'rating' | 'sheetNo'>,
): Promise<SheetRow | undefined> {
  const row = await from(tx, assessmentId, key).where('sheet_no', '=', key.sheetNo).forUpdate().executeTakeFirst();
  return row && toSheet(row);
}

export async function insertSheets(
  tx: Tx,
  assessmentId: string,
  unitNo: number,
  rating: Rating,
  sheets: readonly PlannedSheet[],
): Promise<void> {
  await insertAll(tx, [
    into(
      'assessments.sheets',
      sheets.map((sheet) => ({
        assessment_id: assessmentId,
        unit_no: unitNo,
        rating,
        sheet_no: sheet.sheetNo,
        kind: sheet.kind,
        service_id: sheet.serviceId,
        service_name: sheet.serviceName,
        quota: sheet.quota,
      })),
    ),
  ]);
}

/** Takes away the sheets of a unit (of one rating), all of them untouched: the caller has looked (`begunUnits`). */
export async function deleteSheets(tx: Tx, assessmentId: string, { unitNo, rating }: SheetFilter): Promise<void> {
  let query = tx.withTables<AssessmentTables>().deleteFrom('assessments.sheets').where('assessment_id', '=', assessmentId);
  if (unitNo !== undefined) query = query.where('unit_no', '=', unitNo);
  if (rating !== undefined) query = query.where('rating', '=', rating);
  await query.execute();
}

/** Units of an assessment on whose sheets somebody has written. */
export async function begunUnits(db: Db | Tx, assessmentId: string): Promise<ReadonlySet<number>> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.sheets')
    .select('unit_no')
    .distinct()
    .where('assessment_id', '=', assessmentId)
    .where('revision', '>', 0)
    .execute();
  return new Set(rows.map((row) => row.unit_no));
}

/** Says which product a sheet is about, on every rating of the sheet. */
export async function saveProductName(
  tx: Tx,
  assessmentId: string,
  key: Pick<SheetRow, 'unitNo' | 'sheetNo'>,
  product: { readonly serviceId: string | null; readonly serviceName: string },
): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.sheets')
    .set({ service_id: product.serviceId, service_name: product.serviceName })
    .where('assessment_id', '=', assessmentId)
    .where('unit_no', '=', key.unitNo)
    .where('sheet_no', '=', key.sheetNo)
    .where('kind', '=', 'product')
    .execute();
}

/** How far the sheets of each assessment are, by rating. */
export interface SheetProgress {
  readonly assessmentId: string;
  readonly rating: Rating;
  readonly sheets: number;
  readonly done: number;
  readonly begun: number;
}

export async function progressOf(db: Db | Tx, assessmentIds: readonly string[]): Promise<readonly SheetProgress[]> {
  if (assessmentIds.length === 0) return [];
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.sheets')
    .select((eb) => [
      'assessment_id',
      'rating',
      eb.fn.countAll<number>().as('sheets'),
      sql<number>`count(*) FILTER (WHERE done)`.as('done'),
      sql<number>`count(*) FILTER (WHERE revision > 0)`.as('begun'),
    ])
    .where('assessment_id', '=', sql<string>`ANY (${[...assessmentIds]}::uuid[])`)
    .groupBy(['assessment_id', 'rating'])
    .execute();
  return rows.map((row) => ({
    assessmentId: row.assessment_id,
    rating: row.rating,
    sheets: Number(row.sheets),
    done: Number(row.done),
    begun: Number(row.begun),
  }));
}
