/** Files of drafts and of complaints: rows only, the bytes lie in the file store. */
import { sql } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { SeenFile } from '../rules/visibility.ts';
import type { ComplaintTables } from './tables.ts';

/** A file that has been accepted: sniffed, measured, re-encoded or sealed, and lying in the file store. */
export interface AcceptedFile {
  readonly id: string;
  readonly mediaType: string;
  readonly isImage: boolean;
  readonly bytes: number;
  readonly sha256: Uint8Array;
  readonly storeKey: string;
  readonly thumbnailKey: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

export interface ComplaintFile extends AcceptedFile, SeenFile {
  readonly complaintId: string;
  readonly entryId: string | null;
  readonly at: Moment;
  /** A reference (person:ID, complainant), never a name. */
  readonly author: string;
  /** Shown as proof of what was done. */
  readonly isProof: boolean;
}

function columns(file: AcceptedFile, at: Moment) {
  return {
    id: file.id,
    media_type: file.mediaType,
    is_image: file.isImage,
    bytes: file.bytes,
    sha256: file.sha256,
    store_key: file.storeKey,
    thumbnail_key: file.thumbnailKey,
    width: file.width,
    height: file.height,
    at: at.toString(),
  };
}

export async function insertDraftFile(db: Db, draftId: string, file: AcceptedFile, at: Moment): Promise<void> {
  await db
    .withTables<ComplaintTables>()
    .insertInto('complaints.draft_files')
    .values({ draft_id: draftId, ...columns(file, at) })
    .execute();
}

export async function draftFiles(db: Db | Tx, draftId: string): Promise<AcceptedFile[]> {
  const rows = await db
    .withTables<ComplaintTables>()
    .selectFrom('complaints.draft_files')
    .selectAll()
    .where('draft_id', '=', draftId)
    .orderBy('id')
    .execute();
  return rows.map(accepted);
}

/** @returns the file that was removed, so that its bytes can go too */
export async function removeDraftFile(db: Db, draftId: string, id: string): Promise<AcceptedFile | undefined> {
  const row = await db
    .withTables<ComplaintTables>()
    .deleteFrom('complaints.draft_files')
    .where('draft_id', '=', draftId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && accepted(row);
}

export interface NewFiles {
  readonly complaintId: string;
  readonly entryId: string | null;
  readonly author: string;
  readonly isProof: boolean;
  readonly at: Moment;
}

export async function insertFiles(tx: Tx, files: readonly AcceptedFile[], facts: NewFiles): Promise<void> {
  if (files.length === 0) return;
  await tx
    .withTables<ComplaintTables>()
    .insertInto('complaints.files')
    .values(
      files.map((file) => ({
        complaint_id: facts.complaintId,
        entry_id: facts.entryId,
        author: facts.author,
        is_proof: facts.isProof,
        ...columns(file, facts.at),
      })),
    )
    .execute();
}

export async function filesOf(db: Db | Tx, complaintId: string): Promise<ComplaintFile[]> {
  const rows = await db
    .withTables<ComplaintTables>()
    .selectFrom('complaints.files')
    .selectAll()
    .where('complaint_id', '=', complaintId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...accepted(row),
    complaintId: row.complaint_id,
    entryId: row.entry_id,
    at: row.at,
    author: row.author,
    isProof: row.is_proof,
    releasedToOffices: row.released_to_offices,
    releasedToPublic: row.released_to_public,
  }));
}

/** Releases one file, or takes the release back. */
export async function setRelease(
  tx: Tx,
  complaintId: string,
  fileId: string,
  release: { readonly toOffices?: boolean; readonly toPublic?: boolean },
): Promise<boolean> {
  const result = await tx
    .withTables<ComplaintTables>()
    .updateTable('complaints.files')
    .set((eb) => ({
      released_to_offices: release.toOffices ?? eb.ref('released_to_offices'),
      released_to_public: release.toPublic ?? eb.ref('released_to_public'),
    }))
    .where('complaint_id', '=', complaintId)
    .where('id', '=', fileId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Store keys of drafts that expire, and their rows: `sql` because the cascade takes the files with the draft. */
export async function takeExpiredDrafts(db: Db, now: Moment, limit: number): Promise<string[]> {
  const { rows } = await sql<{ store_key: string; thumbnail_key: string | null }>`
    with gone as (
      select id from complaints.drafts where expires_at < ${now.toString()} order by expires_at limit ${limit} for update skip locked
    ), files as (
      select store_key, thumbnail_key from complaints.draft_files where draft_id in (select id from gone)
    ), deleted as (
      delete from complaints.drafts where id in (select id from gone)
    )
    select store_key, thumbnail_key from files`.execute(db);
  return rows.flatMap((row) => [row.store_key, ...(row.thumbnail_key ? [row.thumbnail_key] : [])]);
}

interface FileRow {
  id: string;
  media_type: string;
  is_image: boolean;
  bytes: number;
  sha256: Uint8Array;
  store_key: string;
  thumbnail_key: string | null;
  width: number | null;
  height: number | null;
}

function accepted(row: FileRow): AcceptedFile {
  return {
    id: row.id,
    mediaType: row.media_type,
    isImage: row.is_image,
    bytes: row.bytes,
    sha256: row.sha256,
    storeKey: row.store_key,
    thumbnailKey: row.thumbnail_key,
    width: row.width,
    height: row.height,
  };
}
