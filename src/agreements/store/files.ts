/** Files of an agreement: rows alone, the bytes lie sealed in the file store. */
import type { Selectable } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { AgreementFileKind, AgreementFilesTable, AgreementTables } from './tables.ts';

export interface AgreementFile {
  readonly id: string;
  readonly agreementId: string;
  readonly kind: AgreementFileKind;
  /** The line, review, update or signatory it belongs to; `null` = the agreement itself. */
  readonly partId: string | null;
  readonly title: string;
  readonly fileKey: string;
  readonly thumbnailKey: string | null;
  readonly mediaType: string;
  /** With the dot. */
  readonly extension: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly isPublic: boolean;
  readonly addedBy: string;
  readonly addedAt: Moment;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Moment | null;
  readonly replacedBy: string | null;
}

const files = (db: Db | Tx) => db.withTables<AgreementTables>();

export async function insertFile(tx: Tx, file: AgreementFile): Promise<void> {
  await files(tx)
    .insertInto('agreements.files')
    .values({
      ...{ agreement_id: file.agreementId, id: file.id, kind: file.kind, part_id: file.partId, title: file.title },
      ...{ file_key: file.fileKey, thumbnail_key: file.thumbnailKey, media_type: file.mediaType, extension: file.extension },
      ...{ size: file.size, sha256: file.sha256, is_public: file.isPublic, added_by: file.addedBy },
      ...{ added_at: file.addedAt.toString(), confirmed_by: null, confirmed_at: null, replaced_by: null },
    })
    .execute();
}

export async function fileById(db: Db | Tx, agreementId: string, id: string): Promise<AgreementFile | undefined> {
  const row = await files(db)
    .selectFrom('agreements.files')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toFile(row);
}

/** All files in the order they came, replaced ones too. @param partId only those of one part */
export async function filesOf(db: Db | Tx, agreementId: string, partId?: string): Promise<AgreementFile[]> {
  let query = files(db).selectFrom('agreements.files').selectAll().where('agreement_id', '=', agreementId);
  if (partId !== undefined) query = query.where('part_id', '=', partId);
  return (await query.orderBy('id').execute()).map(toFile);
}

/** Files of the agreement itself that were given out and not replaced; of a scan the rule still asks whether it was compared. */
export async function publicFilesOf(db: Db | Tx, agreementId: string): Promise<AgreementFile[]> {
  const rows = await files(db)
    .selectFrom('agreements.files')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('part_id', 'is', null)
    .where('is_public', '=', true)
    .where('replaced_by', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(toFile);
}

/** Files of several parts at once (the updates of a line), in the order they came. */
export async function filesOfParts(db: Db | Tx, agreementId: string, partIds: readonly string[]): Promise<AgreementFile[]> {
  if (partIds.length === 0) return [];
  const rows = await files(db)
    .selectFrom('agreements.files')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('part_id', 'in', partIds)
    .orderBy('id')
    .execute();
  return rows.map(toFile);
}

/** @returns whether it waited for this confirmation */
export async function markFileConfirmed(
  tx: Tx,
  agreementId: string,
  id: string,
  by: { readonly personId: string; readonly at: Moment },
  /** Given out from now on. */
  isPublic?: true,
): Promise<boolean> {
  const done = await files(tx)
    .updateTable('agreements.files')
    .set({ confirmed_by: by.personId, confirmed_at: by.at.toString(), ...(isPublic ? { is_public: true } : {}) })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .where('confirmed_by', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Opens a file to everybody, or takes it back from them. */
export async function markFilePublic(tx: Tx, agreementId: string, id: string, isPublic: boolean): Promise<void> {
  await files(tx)
    .updateTable('agreements.files')
    .set({ is_public: isPublic })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
}

/** A better one takes its place; the old one stays. */
export async function markFileReplaced(tx: Tx, agreementId: string, id: string, byFileId: string): Promise<void> {
  await files(tx)
    .updateTable('agreements.files')
    .set({ replaced_by: byFileId })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
}

export function toFile(row: Selectable<AgreementFilesTable>): AgreementFile {
  return {
    ...{ id: row.id, agreementId: row.agreement_id, kind: row.kind, partId: row.part_id, title: row.title },
    ...{ fileKey: row.file_key, thumbnailKey: row.thumbnail_key, mediaType: row.media_type, extension: row.extension },
    ...{ size: row.size, sha256: row.sha256, isPublic: row.is_public, addedBy: row.added_by, addedAt: row.added_at },
    ...{ confirmedBy: row.confirmed_by, confirmedAt: row.confirmed_at, replacedBy: row.replaced_by },
  };
}
