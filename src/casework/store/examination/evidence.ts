/** The register of evidence and the chain of custody of each item. Nothing is changed or deleted: the app's role may only add. */
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CustodyLine, EvidenceItem } from '../../rules/examination/evidence.ts';
import { type CaseFile, caseFilesOf } from '../intake/files.ts';
import type { ExaminationTables } from './tables.ts';

/** The whole register of a case by number. */
export async function evidenceOf(db: Db | Tx, caseId: string): Promise<EvidenceItem[]> {
  const rows = await db
    .withTables<ExaminationTables>()
    .selectFrom('casework.evidence')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute();
  return rows.map(toItem);
}

export async function loadEvidenceItem(db: Db | Tx, caseId: string, id: string): Promise<EvidenceItem | undefined> {
  const row = await db
    .withTables<ExaminationTables>()
    .selectFrom('casework.evidence')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toItem(row);
}

/** Where one piece of evidence has been, oldest first. */
export async function custodyOf(db: Db | Tx, caseId: string, evidenceId: string): Promise<CustodyLine[]> {
  const rows = await db
    .withTables<ExaminationTables>()
    .selectFrom('casework.custody')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('evidence_id', '=', evidenceId)
    .orderBy('no')
    .execute();
  return rows.map((row) => ({
    no: row.no,
    act: row.act,
    at: row.at,
    onDay: row.on_day,
    by: row.by,
    party: row.party,
    reason: row.reason,
    isIntact: row.is_intact,
  }));
}

/** Files that came with the case or from its reporter and are not evidence yet. */
export async function offeredAsEvidence(db: Db | Tx, caseId: string): Promise<CaseFile[]> {
  const [files, items] = await Promise.all([caseFilesOf(db, caseId), evidenceOf(db, caseId)]);
  const taken = new Set(items.map((item) => item.caseFileId));
  return files.filter((file) => !taken.has(file.id));
}

export async function insertEvidenceItem(tx: Tx, caseId: string, item: EvidenceItem): Promise<void> {
  await tx
    .withTables<ExaminationTables>()
    .insertInto('casework.evidence')
    .values({
      case_id: caseId,
      id: item.id,
      no: item.no,
      kind: item.kind,
      nature: item.nature,
      description: item.description,
      source: item.source,
      step_id: item.stepId,
      document_id: item.documentId,
      case_file_id: item.caseFileId,
      received_on: item.receivedOn.toString(),
      received_how: item.receivedHow,
      kept_at: item.keptAt,
      taken_by: item.takenBy,
      taken_at: item.takenAt.toString(),
      media_type: item.file?.mediaType ?? null,
      extension: item.file?.extension ?? null,
      bytes: item.file?.bytes ?? null,
      sha256: item.file?.sha256 ?? null,
      file_key: item.file?.fileKey ?? null,
      shown_key: item.file?.shownKey ?? null,
      thumbnail_key: item.file?.thumbnailKey ?? null,
    })
    .execute();
}

export async function insertCustody(tx: Tx, caseId: string, evidenceId: string, line: CustodyLine): Promise<void> {
  await tx
    .withTables<ExaminationTables>()
    .insertInto('casework.custody')
    .values({
      case_id: caseId,
      evidence_id: evidenceId,
      no: line.no,
      act: line.act,
      at: line.at.toString(),
      on_day: line.onDay.toString(),
      by: line.by,
      party: line.party,
      reason: line.reason,
      is_intact: line.isIntact,
    })
    .execute();
}

function toItem(row: Selectable<ExaminationTables['casework.evidence']>): EvidenceItem {
  return {
    id: row.id,
    no: row.no,
    kind: row.kind,
    nature: row.nature,
    description: row.description,
    source: row.source,
    stepId: row.step_id,
    documentId: row.document_id,
    caseFileId: row.case_file_id,
    receivedOn: row.received_on,
    receivedHow: row.received_how,
    keptAt: row.kept_at,
    takenBy: row.taken_by,
    takenAt: row.taken_at,
    file:
      row.file_key !== null && row.sha256 !== null && row.bytes !== null && row.media_type !== null
        ? {
            mediaType: row.media_type,
            extension: row.extension ?? '',
            bytes: row.bytes,
            sha256: row.sha256,
            fileKey: row.file_key,
            shownKey: row.shown_key,
            thumbnailKey: row.thumbnail_key,
          }
        : null,
  };
}
