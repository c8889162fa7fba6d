/** The way back of who brought a case directly: tracking number and receipt code. The code itself is never here. */
import { timingSafeEqual } from 'node:crypto';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { IntakeTables } from './tables.ts';

export interface CaseReceipt {
  readonly caseId: string;
  /** Ten digits. */
  readonly trackingNumber: string;
  readonly confirmedAt: Moment | null;
  readonly lastSeenAt: Moment | null;
}

/** @throws a unique violation when the number is taken */
export async function insertReceipt(
  tx: Tx,
  receipt: { readonly caseId: string; readonly trackingNumber: string; readonly codeHash: Uint8Array },
): Promise<void> {
  await tx
    .withTables<IntakeTables>()
    .insertInto('casework.receipts')
    .values({
      case_id: receipt.caseId,
      tracking_number: receipt.trackingNumber,
      code_hash: receipt.codeHash,
      confirmed_at: null,
      last_seen_at: null,
    })
    .execute();
}

export async function receiptOf(
  db: Db | Tx,
  key: { readonly caseId: string } | { readonly trackingNumber: string },
): Promise<CaseReceipt | undefined> {
  const query = db
    .withTables<IntakeTables>()
    .selectFrom('casework.receipts')
    .select(['case_id', 'tracking_number', 'confirmed_at', 'last_seen_at']);
  const row = await ('caseId' in key
    ? query.where('case_id', '=', key.caseId)
    : query.where('tracking_number', '=', key.trackingNumber)
  ).executeTakeFirst();
  return (
    row && {
      caseId: row.case_id,
      trackingNumber: row.tracking_number,
      confirmedAt: row.confirmed_at,
      lastSeenAt: row.last_seen_at,
    }
  );
}

/** Compares in constant time; `false` also for a case without a receipt. */
export async function codeMatches(db: Db, caseId: string, codeHash: Uint8Array): Promise<boolean> {
  const row = await db
    .withTables<IntakeTables>()
    .selectFrom('casework.receipts')
    .select('code_hash')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row !== undefined && row.code_hash.length === codeHash.length && timingSafeEqual(row.code_hash, codeHash);
}

/** The reporter said that the code is noted: no page shows it any more. */
export async function confirmReceipt(db: Db, caseId: string, at: Moment): Promise<void> {
  await db
    .withTables<IntakeTables>()
    .updateTable('casework.receipts')
    .set({ confirmed_at: at.toString() })
    .where('case_id', '=', caseId)
    .where('confirmed_at', 'is', null)
    .execute();
}

/** The reporter has looked. */
export async function markSeen(db: Db, caseId: string, at: Moment): Promise<void> {
  await db
    .withTables<IntakeTables>()
    .updateTable('casework.receipts')
    .set({ last_seen_at: at.toString() })
    .where('case_id', '=', caseId)
    .execute();
}
