/** Questions of sessions in and out. */
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Question } from '../../rules/sources/question.ts';
import type { SessionQuestionsTable, SessionTables } from './session-tables.ts';

/** In the order they were written down. */
export async function questionsOf(db: Db | Tx, sessionId: string): Promise<readonly Question[]> {
  return questionsOfSessions(db, [sessionId]);
}

export async function questionsOfSessions(db: Db | Tx, sessionIds: readonly string[]): Promise<readonly Question[]> {
  if (sessionIds.length === 0) return [];
  const rows = await db
    .withTables<SessionTables>()
    .selectFrom('agreements.session_questions')
    .selectAll()
    .where('session_id', 'in', sessionIds)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(toQuestion);
}

/** Locks the question until the transaction ends. */
export async function lockQuestion(tx: Tx, sessionId: string, id: string): Promise<Question | undefined> {
  const row = await tx
    .withTables<SessionTables>()
    .selectFrom('agreements.session_questions')
    .selectAll()
    .where('session_id', '=', sessionId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toQuestion(row);
}

export async function insertQuestion(tx: Tx, question: Question): Promise<void> {
  await tx.withTables<SessionTables>().insertInto('agreements.session_questions').values(row(question)).execute();
}

export async function saveQuestion(tx: Tx, before: Question, after: Question): Promise<void> {
  const { agreement_id: _, session_id: __, id, ...columns } = row({ ...after, version: before.version + 1 });
  await tx.withTables<SessionTables>().updateTable('agreements.session_questions').set(columns).where('id', '=', id).execute();
}

function toQuestion(each: Selectable<SessionQuestionsTable>): Question {
  return {
    ...{ id: each.id, agreementId: each.agreement_id, sessionId: each.session_id, version: each.version, at: each.at },
    ...{ author: each.author, reviewerId: each.reviewer_id, question: each.question, publication: each.publication },
    answer:
      each.answer === null || each.answered_by === null || each.answered_at === null
        ? null
        : { text: each.answer, by: each.answered_by, at: each.answered_at, agencyId: each.agency_id },
    decided:
      each.decided_by === null || each.decided_at === null
        ? null
        : { by: each.decided_by, at: each.decided_at, forAgencyId: each.decided_for, reason: each.reason },
  };
}

function row({ answer, decided, ...question }: Question) {
  return {
    ...{ agreement_id: question.agreementId, session_id: question.sessionId, id: question.id, version: question.version },
    ...{ at: question.at.toString(), author: question.author, reviewer_id: question.reviewerId, question: question.question },
    ...{ answer: answer?.text ?? null, answered_by: answer?.by ?? null, answered_at: answer?.at.toString() ?? null },
    ...{ agency_id: answer?.agencyId ?? null, publication: question.publication, decided_by: decided?.by ?? null },
    ...{ decided_at: decided?.at.toString() ?? null, decided_for: decided?.forAgencyId ?? null, reason: decided?.reason ?? null },
  };
}
