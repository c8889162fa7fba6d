/** What reporters were asked to complete. */
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { VerificationTables } from './tables.ts';

export interface Completion {
  readonly id: string;
  /** Codes of the requirements that were missing. */
  readonly requirements: readonly string[];
  readonly text: string;
  readonly askedAt: Moment;
  readonly askedBy: string;
  readonly answeredAt: Moment | null;
  /** `complainant`, or `person:ID` for what came on paper. */
  readonly answeredBy: string | null;
  readonly answerEntryId: string | null;
}

export async function insertCompletion(
  tx: Tx,
  caseId: string,
  completion: Pick<Completion, 'id' | 'requirements' | 'text' | 'askedAt' | 'askedBy'>,
): Promise<void> {
  await tx
    .withTables<VerificationTables>()
    .insertInto('casework.completions')
    .values({
      case_id: caseId,
      id: completion.id,
      requirements: [...completion.requirements],
      text: completion.text,
      asked_at: completion.askedAt.toString(),
      asked_by: completion.askedBy,
      answered_at: null,
      answered_by: null,
      answer_entry_id: null,
    })
    .execute();
}

/** @returns `false` when it was answered already */
export async function markAnswered(
  tx: Tx,
  caseId: string,
  id: string,
  answer: { readonly at: Moment; readonly by: string; readonly entryId: string },
): Promise<boolean> {
  const done = await tx
    .withTables<VerificationTables>()
    .updateTable('casework.completions')
    .set({ answered_at: answer.at.toString(), answered_by: answer.by, answer_entry_id: answer.entryId })
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** The newest first. */
export async function completionsOf(db: Db | Tx, caseId: string): Promise<readonly Completion[]> {
  const rows = await db
    .withTables<VerificationTables>()
    .selectFrom('casework.completions')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    requirements: row.requirements,
    text: row.text,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    answerEntryId: row.answer_entry_id,
  }));
}
