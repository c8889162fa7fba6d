/** The register of evidence and the chain of custody of each item. Nothing is changed or deleted: the app's role may only add. */
import { type Selectable, sql } from 'kysely';
import { type Moment, Temporal } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { extensionFor } from '../../../platform/files/sniff.ts';
import type { CustodyLine, EvidenceItem, OfferedFile } from '../../rules/examination/evidence.ts';
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

/** Files that came with the case, from its reporter or with an agency's answer, and are not evidence yet; in the order they came. */
export async function offeredAsEvidence(db: Db | Tx, caseId: string): Promise<OfferedFile[]> {
  const items = await evidenceOf(db, caseId);
  const taken = new Set(items.flatMap((item) => [item.caseFileId, item.answerFileId]));
  const offered = [...(await caseFilesOf(db, caseId)).map(ofCase), ...(await answerFilesOf(db, caseId))];
  return offered
    .filter((file) => !taken.has(file.id))
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at) || (one.id < other.id ? -1 : 1));
}

function ofCase(file: CaseFile): OfferedFile {
  return {
    id: file.id,
    // What has no entry came with the complaint or with the report itself.
    from: file.entryId === null && file.author !== 'complainant' ? 'complaint' : 'reporter',
    author: file.author === 'complainant' ? null : file.author,
    audience: file.audience,
    at: file.at,
    documentId: null,
    letterNumber: null,
    stepId: null,
    file: {
      mediaType: file.mediaType,
      extension: extensionFor(file.mediaType),
      bytes: file.bytes,
      sha256: Buffer.from(file.sha256).toString('hex'),
      fileKey: file.storeKey,
      shownKey: file.isImage ? file.storeKey : null,
      thumbnailKey: file.thumbnailKey,
    },
  };
}

async function answerFilesOf(db: Db | Tx, caseId: string): Promise<OfferedFile[]> {
  const { rows } = await sql<{
    id: string;
    document_id: string;
    number: string | null;
    step_id: string | null;
    received_at: Moment;
    added_by: string;
    media_type: string;
    extension: string;
    bytes: number;
    sha256: string;
    file_key: string;
    thumbnail_key: string | null;
  }>`
    SELECT f.id, a.id AS document_id, l.number, s.id AS step_id, a.received_at, f.added_by, f.media_type, f.extension, f.bytes, f.sha256,
      f.file_key, f.thumbnail_key
    FROM casework.documents a
      JOIN casework.documents l ON l.subject_id = a.subject_id AND l.id = a.based_on_id
      JOIN casework.document_files f ON f.subject_id = a.subject_id AND f.document_id = a.id AND f.purpose = 'answer'
      LEFT JOIN casework.steps s ON s.case_id = a.subject_id AND s.document_id = l.id
    WHERE a.subject_id = ${caseId} AND a.direction = 'in' AND a.state = 'received'`.execute(db as Db);
  return rows.map((row) => ({
    id: row.id,
    from: 'answer',
    author: `person:${row.added_by}`,
    audience: 'respondent',
    at: row.received_at,
    documentId: row.document_id,
    letterNumber: row.number,
    stepId: row.step_id,
    file: {
      mediaType: row.media_type,
      extension: row.extension,
      bytes: row.bytes,
      sha256: row.sha256,
      fileKey: row.file_key,
      shownKey: row.thumbnail_key ? row.file_key : null,
      thumbnailKey: row.thumbnail_key,
    },
  }));
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
      answer_file_id: item.answerFileId,
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
    answerFileId: row.answer_file_id,
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
