/** Complaints as they were when they were brought to the Ombudsman. */
import { createHash } from 'node:crypto';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Snapshot } from '../../rules/intake/snapshot.ts';
import type { IntakeTables } from './tables.ts';

export interface CarriedOver {
  readonly complaintId: string;
  readonly snapshot: Snapshot;
  /** SHA-256 of the snapshot's text, hexadecimal. */
  readonly digest: string;
  readonly at: Moment;
}

export async function insertCarriedOver(
  tx: Tx,
  caseId: string,
  carried: { readonly complaintId: string; readonly snapshot: Snapshot; readonly at: Moment },
): Promise<string> {
  const text = JSON.stringify(carried.snapshot);
  const digest = createHash('sha256').update(text).digest();
  await tx
    .withTables<IntakeTables>()
    .insertInto('casework.carried_over')
    .values({ case_id: caseId, complaint_id: carried.complaintId, snapshot: text, digest, at: carried.at.toString() })
    .execute();
  return digest.toString('hex');
}

/** What came with a case from a complaint; `undefined` when it did not come from one. @throws when the snapshot was altered */
export async function carriedOver(db: Db | Tx, caseId: string): Promise<CarriedOver | undefined> {
  const row = await db
    .withTables<IntakeTables>()
    .selectFrom('casework.carried_over')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!row) return undefined;
  const digest = createHash('sha256').update(row.snapshot).digest();
  if (!digest.equals(row.digest)) throw new Error(`the file carried over into case ${caseId} is not the one that was kept`);
  return {
    complaintId: row.complaint_id,
    snapshot: JSON.parse(row.snapshot) as Snapshot,
    digest: digest.toString('hex'),
    at: row.at,
  };
}
