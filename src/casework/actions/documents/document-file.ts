/** Handing out sealed files and what came with answers. Who may is looked at here, once for all. */
import type { Readable } from 'node:stream';
import type { Actor } from '../../../kernel/actor.ts';
import type { Db } from '../../../platform/database/database.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseDocument, DocumentFile } from '../../rules/documents/document.ts';
import { addressedTo } from '../../rules/documents/permissions.ts';
import { documentsOf, loadDocument } from '../../store/documents/documents.ts';
import { filesOfDocument } from '../../store/documents/files.ts';
import { openSubject } from './opened-subject.ts';
import { wasLaidHere } from './receive-document.ts';

export interface HandedOut {
  readonly stream: Readable;
  readonly mediaType: string;
  readonly bytes: number;
  readonly name: string;
}

/** The sealed PDF, for officers who see the file it belongs to. `undefined` when there is none, or not for them. */
export async function documentFile(
  tools: Tools,
  actor: Actor,
  subjectId: string,
  documentId: string,
): Promise<HandedOut | undefined> {
  const document = await loadDocument(tools.db, documentId);
  if (!document || document.subject.id !== subjectId || !(await seesInside(tools.db, actor, document))) return undefined;
  return pdfOf(tools, document);
}

export async function seesInside(db: Db, actor: Actor, document: CaseDocument): Promise<boolean> {
  return (await openSubject(db, document.subject))?.reach(actor).sees === true;
}

/** The sealed PDF of a document that the caller has already looked may be read. */
export async function pdfOf(tools: Tools, document: CaseDocument): Promise<HandedOut | undefined> {
  const { file, number } = document;
  if (!file || !number) return undefined;
  return {
    stream: await openFile(tools, file.key),
    mediaType: 'application/pdf',
    bytes: file.bytes,
    name: `${number.replaceAll('/', '-')}.pdf`,
  };
}

/** A file of an answer or a slip: for officers who see the subject, and of an answer for the side that wrote it. */
export async function attachedFile(
  tools: Tools,
  actor: Actor,
  documentId: string,
  fileId: string,
): Promise<(HandedOut & { readonly isPicture: boolean }) | undefined> {
  const document = await loadDocument(tools.db, documentId);
  const file = document && (await filesOfDocument(tools.db, documentId)).find(({ id }) => id === fileId);
  if (!document || !file || !(await mayHave(tools.db, actor, document, file))) return undefined;
  const stream = await openFile(tools, file.fileKey);
  const name = `${file.purpose === 'slip' ? 'bukti-kirim' : 'lampiran'}-${file.sha256.slice(0, 8)}${file.extension}`;
  return { stream, mediaType: file.mediaType, bytes: file.bytes, name, isPicture: file.thumbnailKey !== null };
}

async function mayHave(db: Db, actor: Actor, document: CaseDocument, file: DocumentFile): Promise<boolean> {
  if (actor.kind !== 'officer') return false;
  if (document.direction === 'in' && document.state === 'draft') return document.draftedBy === actor.personId;
  if (await seesInside(db, actor, document)) return true;
  const letter = file.purpose === 'answer' && document.basedOnId ? await loadDocument(db, document.basedOnId) : undefined;
  return letter !== undefined && addressedTo(letter, actor).some(({ no }) => wasLaidHere(letter, no));
}

/** What the reporter of a case was sent, in the order of sending. */
export async function lettersForReporter(db: Db, caseId: string): Promise<readonly CaseDocument[]> {
  const all = await documentsOf(db, caseId);
  return all.filter((one) => one.recipients.some(({ kind, no }) => kind === 'reporter' && wasLaidHere(one, no)));
}
