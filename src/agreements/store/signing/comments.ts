/** What the parties say of the sections of a text, with the answers. */
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { TextComment } from '../../rules/signing/comments.ts';
import type { SigningTables } from './tables.ts';

const tables = (db: Db | Tx) => db.withTables<SigningTables>();

/** All comments and answers, in the order they were written. */
export async function commentsOf(db: Db | Tx, agreementId: string): Promise<readonly TextComment[]> {
  const rows = await tables(db)
    .selectFrom('agreements.text_comments')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, section: row.section, textNo: row.text_no, answersTo: row.answers_to, body: row.body },
    ...{ author: row.author, agencyId: row.agency_id, at: row.at, settledBy: row.settled_by, settledAt: row.settled_at },
  }));
}

export async function insertComment(tx: Tx, agreementId: string, comment: TextComment): Promise<void> {
  await tables(tx)
    .insertInto('agreements.text_comments')
    .values({
      ...{ agreement_id: agreementId, id: comment.id, section: comment.section, text_no: comment.textNo },
      ...{ answers_to: comment.answersTo, body: comment.body, author: comment.author, agency_id: comment.agencyId },
      ...{ at: comment.at.toString(), settled_by: null, settled_at: null },
    })
    .execute();
}

/** @param by `null` = open again */
export async function markSettled(
  tx: Tx,
  agreementId: string,
  id: string,
  by: { readonly reference: string; readonly at: Moment } | null,
): Promise<void> {
  await tables(tx)
    .updateTable('agreements.text_comments')
    .set({ settled_by: by?.reference ?? null, settled_at: by?.at.toString() ?? null })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
}

/** Open comments of each of these agreements; one without any is not in the map. */
export async function openComments(db: Db | Tx, agreementIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (agreementIds.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('agreements.text_comments')
    .select(['agreement_id', (build) => build.fn.countAll<string>().as('open')])
    .where('agreement_id', 'in', agreementIds)
    .where('answers_to', 'is', null)
    .where('settled_at', 'is', null)
    .groupBy('agreement_id')
    .execute();
  return new Map(rows.map(({ agreement_id, open }) => [agreement_id, Number(open)]));
}
