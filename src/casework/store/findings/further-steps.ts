/** Steps after a recommendation that was not fully carried out. */
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { RecordedStep } from '../../rules/findings/further-steps.ts';
import type { FindingsTables } from './tables.ts';

const tables = (db: Db | Tx) => (db as Db).withTables<FindingsTables>();

export async function furtherStepsOf(db: Db | Tx, caseId: string): Promise<RecordedStep[]> {
  const rows = await tables(db).selectFrom('casework.further_steps').selectAll().where('case_id', '=', caseId).execute();
  return rows.map((row) => ({
    step: row.step,
    takenOn: row.taken_on,
    proof: row.proof,
    documentId: row.document_id,
    whyNot: row.why_not,
  }));
}

export async function saveFurtherStep(
  tx: Tx,
  caseId: string,
  step: RecordedStep & { readonly by: string; readonly at: Moment },
): Promise<void> {
  const row = {
    taken_on: step.takenOn?.toString() ?? null,
    proof: step.proof,
    document_id: step.documentId,
    why_not: step.whyNot,
    recorded_by: step.by,
    recorded_at: step.at.toString(),
  };
  await tables(tx)
    .insertInto('casework.further_steps')
    .values({ case_id: caseId, step: step.step, ...row })
    .onConflict((conflict) => conflict.columns(['case_id', 'step']).doUpdateSet(row))
    .execute();
}
