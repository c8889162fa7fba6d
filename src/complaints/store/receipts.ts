/** Receipt codes: the complainant's way back. The code itself is never here. */
import { timingSafeEqual } from 'node:crypto';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { ComplaintTables } from './tables.ts';

/** For the insert of a new complaint. */
export function newReceiptRow(complaintId: string, codeHash: Uint8Array) {
  return { complaint_id: complaintId, code_hash: codeHash, confirmed_at: null, last_seen_at: null };
}

export interface Receipt {
  readonly confirmedAt: Moment | null;
  readonly lastSeenAt: Moment | null;
}

export async function receiptOf(db: Db | Tx, complaintId: string): Promise<Receipt | undefined> {
  const row = await db
    .withTables<ComplaintTables>()
    .selectFrom('complaints.receipts')
    .select(['confirmed_at', 'last_seen_at'])
    .where('complaint_id', '=', complaintId)
    .executeTakeFirst();
  return row && { confirmedAt: row.confirmed_at, lastSeenAt: row.last_seen_at };
}

/** Compares in constant time. */
export async function receiptMatches(db: Db, complaintId: string, codeHash: Uint8Array): Promise<boolean> {
  const row = await db
    .withTables<ComplaintTables>()
    .selectFrom('complaints.receipts')
    .select('code_hash')
    .where('complaint_id', '=', complaintId)
    .executeTakeFirst();
  return row !== undefined && row.code_hash.length === codeHash.length && timingSafeEqual(row.code_hash, codeHash);
}

/** The complainant said that the code is noted: the page shows it no more. */
export async function confirmReceipt(db: Db, complaintId: string, at: Moment): Promise<void> {
  await db
    .withTables<ComplaintTables>()
    .updateTable('complaints.receipts')
    .set({ confirmed_at: at.toString() })
    .where('complaint_id', '=', complaintId)
    .where('confirmed_at', 'is', null)
    .execute();
}

/** The complainant has looked: from now on silence is silence, not being unreachable. */
export async function markSeen(db: Db, complaintId: string, at: Moment): Promise<void> {
  await db
    .withTables<ComplaintTables>()
    .updateTable('complaints.receipts')
    .set({ last_seen_at: at.toString() })
    .where('complaint_id', '=', complaintId)
    .execute();
}
