/** Files that came with a case, or with what its reporter writes later. */
import type { AcceptedFile } from '../../../complaints/index.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CaseFilesTable, CaseTables } from '../tables.ts';

export interface CaseFile extends AcceptedFile {
  readonly caseId: string;
  readonly entryId: string | null;
  readonly audience: CaseFilesTable['audience'];
  readonly at: Moment;
  /** A reference (person:ID, complainant), never a name. */
  readonly author: string;
}

export async function insertCaseFiles(tx: Tx, caseId: string, files: readonly Omit<CaseFile, 'caseId'>[]): Promise<void> {
  if (files.length === 0) return;
  await tx
    .withTables<CaseTables>()
    .insertInto('casework.files')
    .values(
      files.map((file) => ({
        case_id: caseId,
        id: file.id,
        entry_id: file.entryId,
        audience: file.audience,
        at: file.at.toString(),
        author: file.author,
        media_type: file.mediaType,
        is_image: file.isImage,
        bytes: file.bytes,
        sha256: Buffer.from(file.sha256),
        store_key: file.storeKey,
        thumbnail_key: file.thumbnailKey,
        width: file.width,
        height: file.height,
      })),
    )
    .execute();
}

/** All files of a case in the order they came; `mayReadAudience` says who may open which. */
export async function caseFilesOf(db: Db | Tx, caseId: string): Promise<CaseFile[]> {
  const rows = await db
    .withTables<CaseTables>()
    .selectFrom('casework.files')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    caseId: row.case_id,
    id: row.id,
    entryId: row.entry_id,
    audience: row.audience,
    at: row.at,
    author: row.author,
    mediaType: row.media_type,
    isImage: row.is_image,
    bytes: row.bytes,
    sha256: row.sha256,
    storeKey: row.store_key,
    thumbnailKey: row.thumbnail_key,
    width: row.width,
    height: row.height,
  }));
}
