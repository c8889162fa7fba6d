/** One row for each client secret that has filed, so that a repeated submit is the same filing. Only keyed hashes are kept. */
import type { Moment } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { ComplaintTables } from './tables.ts';

export interface Submission {
  readonly keyHash: Uint8Array;
  readonly contentHash: Uint8Array;
  readonly complaintId: string;
}

/**
 * Claims a client secret for a new complaint. Waits for another transaction that claims the same one.
 * @returns `undefined` when the claim is ours, else the filing that already has it
 */
export async function claimSubmission(tx: Tx, submission: Submission, at: Moment): Promise<Submission | undefined> {
  const tables = tx.withTables<ComplaintTables>();
  const claimed = await tables
    .insertInto('complaints.submissions')
    .values({
      key_hash: submission.keyHash,
      content_hash: submission.contentHash,
      complaint_id: submission.complaintId,
      at: at.toString(),
    })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .returning('complaint_id')
    .executeTakeFirst();
  if (claimed) return undefined;
  const row = await tables
    .selectFrom('complaints.submissions')
    .selectAll()
    .where('key_hash', '=', submission.keyHash)
    .executeTakeFirstOrThrow();
  return { keyHash: row.key_hash, contentHash: row.content_hash, complaintId: row.complaint_id };
}
