/** Reports being written: sealed bytes under a name that only the writer's cookie gives. */
import { sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { IntakeTables } from './tables.ts';

export interface SealedIntake {
  readonly id: string;
  readonly sealed: Uint8Array;
}

export interface IntakeDraftRow extends SealedIntake {
  /** Files in the store that go with it when it expires. */
  readonly fileKeys: readonly string[];
  readonly expiresAt: Moment;
}

/** @param lock whoever writes in another tab waits, and loses nothing */
export async function loadIntakeDraft(db: Db | Tx, id: string, now: Moment, lock = false): Promise<IntakeDraftRow | undefined> {
  const query = db
    .withTables<IntakeTables>()
    .selectFrom('casework.intake_drafts')
    .selectAll()
    .where('id', '=', id)
    .where(sql<boolean>`expires_at > ${now.toString()}`);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && { id: row.id, sealed: row.sealed, fileKeys: row.file_keys, expiresAt: row.expires_at };
}

/** Keeps a draft, in the place of the one of this name. */
export async function putIntakeDraft(tx: Tx, draft: IntakeDraftRow, now: Moment): Promise<void> {
  const row = {
    sealed: draft.sealed,
    file_keys: [...draft.fileKeys],
    updated_at: now.toString(),
    expires_at: draft.expiresAt.toString(),
  };
  await tx
    .withTables<IntakeTables>()
    .insertInto('casework.intake_drafts')
    .values({ id: draft.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Deletes a draft that becomes a case. @returns `false`, deleting nothing, when it is not the one that was read */
export async function useUpIntakeDraft(tx: Tx, draft: SealedIntake): Promise<boolean> {
  const result = await tx
    .withTables<IntakeTables>()
    .deleteFrom('casework.intake_drafts')
    .where('id', '=', draft.id)
    .where('sealed', '=', draft.sealed)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Deletes a draft that its writer throws away. @returns its files' keys, whose bytes are the caller's to remove */
export async function dropIntakeDraft(db: Db | Tx, id: string): Promise<readonly string[]> {
  const row = await db
    .withTables<IntakeTables>()
    .deleteFrom('casework.intake_drafts')
    .where('id', '=', id)
    .returning('file_keys')
    .executeTakeFirst();
  return row?.file_keys ?? [];
}

/** Deletes a draft that has expired but was not swept yet. @returns its files' keys, whose bytes are the caller's to remove */
export async function dropExpiredIntakeDraft(tx: Tx, id: string, now: Moment): Promise<readonly string[]> {
  const row = await tx
    .withTables<IntakeTables>()
    .deleteFrom('casework.intake_drafts')
    .where('id', '=', id)
    .where(sql<boolean>`expires_at <= ${now.toString()}`)
    .returning('file_keys')
    .executeTakeFirst();
  return row?.file_keys ?? [];
}

/** Deletes drafts whose time is over. @returns how many, and the keys of their files */
export async function takeExpiredIntakeDrafts(
  db: Db,
  now: Moment,
  limit: number,
): Promise<{ readonly drafts: number; readonly fileKeys: readonly string[] }> {
  const { rows } = await sql<{ file_keys: string[] }>`
    DELETE FROM casework.intake_drafts WHERE id IN (
      SELECT id FROM casework.intake_drafts WHERE expires_at <= ${now.toString()} ORDER BY expires_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) RETURNING file_keys`.execute(db);
  return { drafts: rows.length, fileKeys: rows.flatMap((row) => row.file_keys) };
}
