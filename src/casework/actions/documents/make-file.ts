/** Makes the file of a document that has its number: PDF and seal. Safe to run again after a crash at any point, by two at once too. */
import { createHash } from 'node:crypto';
import { Temporal } from '../../../kernel/time.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { composePdf, sealPdf, trialSigner } from '../../../platform/documents/index.ts';
import { putSealed } from '../../../platform/files/seal.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { loadDocument, saveSealed } from '../../store/documents/documents.ts';
import { DOCUMENT_EVENTS } from './draft-document.ts';
import { letterDocument } from './letter-document.ts';

export const FINISH_ERRAND = 'casework.finish-document';

export async function makeDocumentFile(
  tools: Tools,
  document: Pick<CaseDocument, 'id' | 'state' | 'content' | 'sealedBy'>,
): Promise<void> {
  const { id, content } = document;
  if (document.state !== 'numbered' || !content) return;
  const plain = await composePdf(letterDocument(content));
  const pdf = await sealPdf(plain, await trialSigner(tools), {
    reason: `Segel percobaan (trial seal) atas ${content.number}`,
    location: content.place,
    at: Temporal.Instant.from(content.at),
    field: 'Segel 1',
  });
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  // Named by its content: two who make it at once do not overwrite one another's.
  const key = `case-documents/${id}/${sha256}.pdf`;
  await putSealed(tools, key, pdf);
  const at = tools.clock.now();
  await inTransaction(tools, async (tx) => {
    if (!(await saveSealed(tx, id, { key, bytes: pdf.length, sha256 }, at))) return;
    await appendEvents(tools, tx, { kind: DOCUMENT_EVENTS, id }, [
      { type: 'document.sealed', at, actor: `person:${document.sealedBy}`, payload: { number: content.number, sha256 } },
    ]);
  });
}

/** What the errand does: the file of a document whose maker died in between. */
export async function finishDocument(tools: Tools, documentId: string): Promise<void> {
  const document = await loadDocument(tools.db, documentId);
  if (document) await makeDocumentFile(tools, document);
}
