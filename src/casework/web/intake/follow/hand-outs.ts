/** Letters, files and the proof of the record, for the reporter. */
import { downloadName, forget, showTrackingNumber } from '../../../../complaints/index.ts';
import { seeOther } from '../../../../design/index.ts';
import { isUuid } from '../../../../kernel/ids.ts';
import { proofFor } from '../../../../platform/audit/index.ts';
import { openFile } from '../../../../platform/files/take-file.ts';
import { answerFile } from '../../../../platform/http/answer-file.ts';
import type { WebRoutes } from '../../../../platform/http/env.ts';
import { pdfOf } from '../../../actions/documents/document-file.ts';
import { openReporterLetter } from '../../../actions/documents/receive-document.ts';
import { isTellable } from '../../../rules/event-labels.ts';
import { ownFiles } from './case-for-reporter.tsx';
import type { OwnCase, OwnCaseGuard } from './opened.ts';

export function mountHandOuts(app: WebRoutes, base: string, guard: OwnCaseGuard): void {
  app.get(`${base}/letters/:letter`, guard(letter));
  app.get(`${base}/files/:file`, guard(file));
  app.get(`${base}/proof.json`, guard(proof));
}

/** Opening it here is the receipt. */
async function letter({ c, tools, file: theCase }: OwnCase): Promise<Response> {
  const id = c.req.param('letter') ?? '';
  if (!isUuid(id)) return c.notFound();
  const opened = await openReporterLetter(tools, theCase.id, id);
  const pdf = opened.ok ? await pdfOf(tools, opened.value) : undefined;
  if (!pdf) return c.notFound();
  return answerFile(c, { stream: pdf.stream, mediaType: pdf.mediaType, size: pdf.bytes, name: pdf.name, inline: true });
}

async function file(own: OwnCase): Promise<Response> {
  const { c, tools, trackingNumber } = own;
  const files = await ownFiles(own);
  const position = files.findIndex((each) => each.id === c.req.param('file')) + 1;
  const asked = files[position - 1];
  if (!asked) return c.notFound();
  const name = downloadName(showTrackingNumber(trackingNumber), position, asked.mediaType);
  const stream = await openFile(tools, asked.storeKey);
  return answerFile(c, { stream, mediaType: asked.mediaType, size: asked.bytes, name, inline: asked.isImage });
}

export function leave({ c, file: theCase, words }: OwnCase): Response {
  forget(c, theCase.id);
  return seeOther(c, '/ombudsman/follow', words.own.left);
}

async function proof({ c, tools, file: theCase, trackingNumber }: OwnCase): Promise<Response> {
  // Steps the reporter may not know of are closed: their digest alone stands in the chain.
  const found = await proofFor(tools.db, theCase.id, { disclose: ({ type }) => (isTellable(type) ? 'facts' : 'closed') });
  if (!found) return c.notFound();
  return c.json(found, 200, { 'Content-Disposition': `attachment; filename="${trackingNumber}-proof.json"` });
}
