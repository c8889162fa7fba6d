/** Unfinished complaints. What is in them only the citizen's cookie can open; here they are sealed bytes under a name. */
import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { ComplaintTables } from './tables.ts';

/** A draft as it was read. The bytes differ at every save, so they tell whether it is still the same. */
export interface SealedDraft {
  readonly id: string;
  readonly sealed: Uint8Array;
}

export interface DraftRow extends SealedDraft {
  readonly expiresAt: Moment;
}

/** @returns `undefined` also for a draft that has expired but was not swept yet */
export async function loadDraft(db: Db | Tx, id: string, now: Moment): Promise<DraftRow | undefined> {
  return load(db, id, now, false);
}

/** Loads and locks: whoever writes in another tab waits, and loses nothing. */
export async function loadDraftForUpdate(tx: Tx, id: string, now: Moment): Promise<DraftRow | undefined> {
  return load(tx, id, now, true);
}

async function load(db: Db | Tx, id: string, now: Moment, lock: boolean): Promise<DraftRow | undefined> {
  const query = db
    .withTables<ComplaintTables>()
    .selectFrom('complaints.drafts')
    .select(['id', 'sealed', 'expires_at'])
    .where('id', '=', id)
    .where(sql<boolean>`expires_at > ${now.toString()}`);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && { id: row.id, sealed: row.sealed, expiresAt: row.expires_at };
}

/** @returns whether it is new: `false` when a draft of this name is there already */
export async function insertDraft(tx: Tx, draft: DraftRow, now: Moment): Promise<boolean> {
  const result = await tx
    .withTables<ComplaintTables>()
    .insertInto('complaints.drafts')
    .values({ id: draft.id, sealed: draft.sealed, updated_at: now.toString(), expires_at: draft.expiresAt.toString() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updateDraft(tx: Tx, draft: DraftRow, now: Moment): Promise<void> {
  await tx
    .withTables<ComplaintTables>()
    .updateTable('complaints.drafts')
    .set({ sealed: draft.sealed, updated_at: now.toString(), expires_at: draft.expiresAt.toString() })
    .where('id', '=', draft.id)
    .execute();
}

/** Deletes a draft that has expired but was not swept yet. @returns store keys of its files, whose bytes are the caller's to remove */
export async function deleteExpiredDraft(tx: Tx, id: string, now: Moment): Promise<string[]> {
  const { rows } = await sql<{ store_key: string }>`
    with gone as (
      delete from complaints.drafts where id = ${id} and expires_at <= ${now.toString()} returning id
    )
    select store_key from complaints.draft_files where draft_id in (select id from gone)`.execute(tx);
  return rows.map((row) => row.store_key);
}

/** Deletes a draft; its file rows go with it, their bytes are the caller's to remove. */
export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.withTables<ComplaintTables>().deleteFrom('complaints.drafts').where('id', '=', id).execute();
}

/** Deletes a draft that becomes a complaint. @returns `false`, deleting nothing, when it is not the one that was read */
export async function useUpDraft(tx: Tx, draft: SealedDraft): Promise<boolean> {
  const result = await tx
    .withTables<ComplaintTables>()
    .deleteFrom('complaints.drafts')
    .where('id', '=', draft.id)
    .where('sealed', '=', draft.sealed)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
