/** The completeness check of the file for resolution: one answer an item, the last one counts; earlier ones stand in the record. */
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { HandoverAnswer, HandoverItem } from '../../rules/findings/handover.ts';
import type { FindingsTables } from './tables.ts';

export interface HandoverCheck {
  readonly item: HandoverItem;
  readonly answer: HandoverAnswer;
  readonly note: string;
  readonly checkedBy: string;
  readonly checkedAt: Moment;
}

const tables = (db: Db | Tx) => (db as Db).withTables<FindingsTables>();

export async function handoverChecksOf(db: Db | Tx, caseId: string): Promise<HandoverCheck[]> {
  const rows = await tables(db).selectFrom('casework.handover_checks').selectAll().where('case_id', '=', caseId).execute();
  return rows.map((row) => ({
    item: row.item,
    answer: row.answer,
    note: row.note,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
  }));
}

export async function saveHandoverCheck(tx: Tx, caseId: string, check: HandoverCheck): Promise<void> {
  const row = { answer: check.answer, note: check.note, checked_by: check.checkedBy, checked_at: check.checkedAt.toString() };
  await tables(tx)
    .insertInto('casework.handover_checks')
    .values({ case_id: caseId, item: check.item, ...row })
    .onConflict((conflict) => conflict.columns(['case_id', 'item']).doUpdateSet(row))
    .execute();
}

/** A file that went back is looked through anew. */
export async function clearHandoverChecks(tx: Tx, caseId: string): Promise<void> {
  await tables(tx).deleteFrom('casework.handover_checks').where('case_id', '=', caseId).execute();
}
