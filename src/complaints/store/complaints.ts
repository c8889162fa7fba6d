/** One complaint in, whole. */
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Complaint } from '../rules/complaint.ts';
import { COMPLAINT_COLUMNS } from './columns.ts';
import { toComplaint } from './rows.ts';
import type { ComplaintTables } from './tables.ts';

type Key = { readonly id: string } | { readonly trackingNumber: string };

async function load(db: Db | Tx, key: Key, lock: boolean): Promise<Complaint | undefined> {
  const tables = db.withTables<ComplaintTables>();
  let query = tables.selectFrom('complaints.complaints').select(COMPLAINT_COLUMNS);
  query = 'id' in key ? query.where('id', '=', key.id) : query.where('tracking_number', '=', key.trackingNumber);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  const parts = await tables
    .selectFrom('complaints.parts')
    .selectAll()
    .where('complaint_id', '=', row.id)
    .orderBy('id')
    .execute();
  const clocks = await tables
    .selectFrom('complaints.clocks')
    .selectAll()
    .where('complaint_id', '=', row.id)
    .orderBy('id')
    .execute();
  return toComplaint(row, parts, clocks);
}

/** Loads and locks: nobody else decides on it until the transaction ends. */
export function loadComplaintForUpdate(tx: Tx, id: string): Promise<Complaint | undefined> {
  return load(tx, { id }, true);
}

export function loadComplaint(db: Db | Tx, id: string): Promise<Complaint | undefined> {
  return load(db, { id }, false);
}

/** @param trackingNumber ten digits, as `readTrackingNumber` gives them */
export function loadByTrackingNumber(db: Db | Tx, trackingNumber: string): Promise<Complaint | undefined> {
  return load(db, { trackingNumber }, false);
}
