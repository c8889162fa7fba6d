/** Sendings, what became of them, and the boxes the letters lie in. */
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CaseDocument, Delivery, DeliveryOutcome, Recipient } from '../../rules/documents/document.ts';
import type { DocumentTables } from './tables.ts';

const tables = (db: Db | Tx) => (db as Db).withTables<DocumentTables>();
type Of = Pick<CaseDocument, 'id' | 'subject'>;

export async function insertDelivery(tx: Tx, of: Of, one: Omit<Delivery, 'outcome'>): Promise<void> {
  await tables(tx)
    .insertInto('casework.document_deliveries')
    .values({
      subject_id: of.subject.id,
      document_id: of.id,
      recipient_no: one.recipientNo,
      attempt: one.attempt,
      way: one.way,
      sent_at: one.sentAt.toString(),
      sent_by: one.sentBy,
    })
    .execute();
}

/**
 * Lays the letter into the box of the addressee's office and of those above it, and of the officer it is meant for. A letter that is sent
 * again lies on top once more.
 */
export async function layIntoBoxes(tx: Tx, of: Of, recipient: Recipient, at: Moment): Promise<void> {
  const readers = [...new Set([...recipient.agencyPath, ...(recipient.personId ? [recipient.personId] : [])])];
  if (readers.length === 0) return;
  await tables(tx)
    .insertInto('casework.document_inbox')
    .values(
      readers.map((reader_id) => ({
        reader_id,
        sent_at: at.toString(),
        document_id: of.id,
        subject_id: of.subject.id,
        recipient_no: recipient.no,
      })),
    )
    .execute();
}

/** Writes the outcome once. @returns `false` when there is one already, which stays */
export async function saveOutcome(
  tx: Tx,
  of: Of,
  delivery: Pick<Delivery, 'recipientNo' | 'attempt'>,
  outcome: DeliveryOutcome,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('casework.document_deliveries')
    .set({
      outcome: outcome.outcome,
      how: outcome.how,
      outcome_at: outcome.at.toString(),
      outcome_by: outcome.by,
      reason: outcome.reason,
    })
    .where('subject_id', '=', of.subject.id)
    .where('document_id', '=', of.id)
    .where('recipient_no', '=', delivery.recipientNo)
    .where('attempt', '=', delivery.attempt)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
