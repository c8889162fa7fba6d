/** Files of answers and slips of delivery: rows only, the bytes lie sealed in the file store. */
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { DocumentFile } from '../../rules/documents/document.ts';
import type { DocumentTables } from './tables.ts';

const tables = (db: Db | Tx) => (db as Db).withTables<DocumentTables>();

export async function insertDocumentFile(tx: Tx, subjectId: string, file: DocumentFile): Promise<void> {
  await tables(tx)
    .insertInto('casework.document_files')
    .values({
      subject_id: subjectId,
      id: file.id,
      document_id: file.documentId,
      purpose: file.purpose,
      media_type: file.mediaType,
      extension: file.extension,
      bytes: file.bytes,
      sha256: file.sha256,
      file_key: file.fileKey,
      thumbnail_key: file.thumbnailKey,
      added_by: file.addedBy,
      added_at: file.addedAt.toString(),
    })
    .execute();
}

/** In the order they came. */
export async function filesOfDocument(db: Db | Tx, documentId: string): Promise<readonly DocumentFile[]> {
  const rows = await tables(db)
    .selectFrom('casework.document_files')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('id')
    .execute();
  return rows.map(toFile);
}

/** Takes a file out of an answer that is not sent yet. @returns the file, so that its bytes can go too */
export async function removeDocumentFile(tx: Tx, documentId: string, id: string): Promise<DocumentFile | undefined> {
  const row = await tables(tx)
    .deleteFrom('casework.document_files')
    .where('document_id', '=', documentId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && toFile(row);
}

function toFile(row: Selectable<DocumentTables['casework.document_files']>): DocumentFile {
  return {
    id: row.id,
    documentId: row.document_id,
    purpose: row.purpose,
    mediaType: row.media_type,
    extension: row.extension,
    bytes: row.bytes,
    sha256: row.sha256,
    fileKey: row.file_key,
    thumbnailKey: row.thumbnail_key,
    addedBy: row.added_by,
    addedAt: row.added_at,
  };
}
