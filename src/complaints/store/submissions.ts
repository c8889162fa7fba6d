/** One row for each client secret that has filed, so that a repeated submit is the same filing. Only keyed hashes are kept. */
import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
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
  const { keyHash, contentHash, complaintId } = submission;
  const claimed = await sql`
    INSERT INTO complaints.submissions (key_hash, content_hash, complaint_id, at)
    VALUES (${keyHash}, ${contentHash}, ${complaintId}, ${at.toString()})
    ON CONFLICT (key_hash) DO NOTHING`.execute(tx);
  if (claimed.numAffectedRows === 1n) return undefined;
  const earlier = await submissionOf(tx, submission.keyHash);
  if (!earlier) throw new Error('a submission that was there is gone: nothing deletes them');
  return earlier;
}

/** What a client secret has filed. */
export async function submissionOf(db: Db | Tx, keyHash: Uint8Array): Promise<Submission | undefined> {
  const row = await db
    .withTables<ComplaintTables>()
    .selectFrom('complaints.submissions')
    .selectAll()
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  return row && { keyHash: row.key_hash, contentHash: row.content_hash, complaintId: row.complaint_id };
}
