/** Photographs and documents behind answers: rows only, the bytes lie sealed in the file store. */
import type { Selectable } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { SheetKey } from '../rules/filling.ts';
import type { AssessmentTables, EvidenceTable, Rating } from './tables.ts';

export interface Evidence {
  readonly id: string;
  readonly key: SheetKey;
  readonly indicator: string;
  readonly fileKey: string;
  readonly thumbnailKey: string | null;
  readonly mediaType: string;
  /** With the dot. */
  readonly extension: string;
  /** Bytes as they are handed out. */
  readonly size: number;
  /** SHA-256 of the bytes handed out, and of those that left the device, hexadecimal. */
  readonly sha256: string;
  readonly sentSha256: string;
  /** By the device's clock. */
  readonly takenAt: Moment | null;
  /** As the device told it; never read from the picture, which keeps nothing of the kind. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  readonly caption: string | null;
  readonly addedBy: string;
  readonly receivedAt: Moment;
  readonly withdrawnAt: Moment | null;
}

export async function insertEvidence(tx: Tx, evidence: Evidence): Promise<void> {
  const { key } = evidence;
  await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.evidence')
    .values({
      id: evidence.id,
      assessment_id: key.assessmentId,
      unit_no: key.unitNo,
      rating: key.rating,
      sheet_no: key.sheetNo,
      indicator: evidence.indicator,
      file_key: evidence.fileKey,
      thumbnail_key: evidence.thumbnailKey,
      media_type: evidence.mediaType,
      extension: evidence.extension,
      size: evidence.size,
      sha256: evidence.sha256,
      sent_sha256: evidence.sentSha256,
      taken_at: evidence.takenAt?.toString() ?? null,
      latitude: evidence.place?.latitude ?? null,
      longitude: evidence.place?.longitude ?? null,
      caption: evidence.caption,
      added_by: evidence.addedBy,
      received_at: evidence.receivedAt.toString(),
      withdrawn_at: null,
    })
    .execute();
}

/** What is in force on a sheet, or on all of a unit's sheets of one rating. */
export async function evidenceOf(
  db: Db | Tx,
  of: { readonly assessmentId: string; readonly unitNo: number; readonly rating: Rating; readonly sheetNo?: number },
): Promise<readonly Evidence[]> {
  let query = db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.evidence')
    .selectAll()
    .where('assessment_id', '=', of.assessmentId)
    .where('unit_no', '=', of.unitNo)
    .where('rating', '=', of.rating)
    .where('withdrawn_at', 'is', null)
    .orderBy('id');
  if (of.sheetNo !== undefined) query = query.where('sheet_no', '=', of.sheetNo);
  return (await query.execute()).map(evidenceFrom);
}

/** Also one that was withdrawn. */
export async function loadEvidence(db: Db | Tx, id: string): Promise<Evidence | undefined> {
  const row = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.evidence')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && evidenceFrom(row);
}

/** The row and the bytes stay: what was relied upon once must remain to be looked at. */
export async function markWithdrawn(tx: Tx, id: string, at: Moment): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.evidence')
    .set({ withdrawn_at: at.toString() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function evidenceFrom(row: Selectable<EvidenceTable>): Evidence {
  return {
    id: row.id,
    key: { assessmentId: row.assessment_id, unitNo: row.unit_no, rating: row.rating, sheetNo: row.sheet_no },
    indicator: row.indicator,
    fileKey: row.file_key,
    thumbnailKey: row.thumbnail_key,
    mediaType: row.media_type,
    extension: row.extension,
    size: row.size,
    sha256: row.sha256,
    sentSha256: row.sent_sha256,
    takenAt: row.taken_at,
    place: row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    caption: row.caption,
    addedBy: row.added_by,
    receivedAt: row.received_at,
    withdrawnAt: row.withdrawn_at,
  };
}
