/** `/desk/letters`: letters of the Ombudsman, for the officers they are addressed to. */
import type { Readable } from 'node:stream';
import { seeOther } from '../../../design/index.ts';
import { officersOnly } from '../../../directory/index.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import { attachedFile, pdfOf } from '../../actions/documents/document-file.ts';
import { openReporterLetter } from '../../actions/documents/receive-document.ts';
import {
  answerPage,
  discardAnswer,
  filesPage,
  saveAnswerText,
  sendAnswer,
  takeAnswerFiles,
  uploadAnswerFile,
} from './answer-pages.tsx';
import { inboxPage } from './inbox-page.tsx';
import { letterPage, onLetter, openLetterNow } from './letter-page.tsx';

const LETTERS = '/desk/letters';
const ONE = `${LETTERS}/:letter{[0-9a-f-]{36}}`;

export function mountLetters(app: WebRoutes): void {
  app.get(LETTERS, officersOnly(inboxPage));
  app.get(ONE, onLetter(letterPage));
  app.post(`${ONE}/open`, onLetter(openLetterNow));
  app.get(
    `${ONE}/open`,
    onLetter(({ c, path }) => seeOther(c, path)),
  );
  app.get(
    `${ONE}/file`,
    onLetter(async ({ c, tools, letter, path, isOpened }) => {
      // Reading the file is reading the letter: it is opened first, so that its receipt is known.
      if (!isOpened) return seeOther(c, path);
      return handOut(c, await pdfOf(tools, letter));
    }),
  );
  app.get(
    `${ONE}/answers/:answer{[0-9a-f-]{36}}/:file{[0-9a-f-]{36}}`,
    onLetter(async ({ c, tools, actor }) => {
      const file = await attachedFile(tools, actor, c.req.param('answer') ?? '', c.req.param('file') ?? '');
      return file ? answerFile(c, { ...file, size: file.bytes, inline: file.isPicture }) : c.notFound();
    }),
  );
  app.get(
    `${ONE}/answer`,
    onLetter((reading) => answerPage(reading)),
  );
  app.post(`${ONE}/answer`, onLetter(saveAnswerText));
  app.get(
    `${ONE}/answer/files`,
    onLetter((reading) => filesPage(reading)),
  );
  app.post(`${ONE}/answer/files`, acceptFiles, onLetter(takeAnswerFiles));
  app.post(`${ONE}/answer/files/upload`, acceptFiles, onLetter(uploadAnswerFile));
  app.post(`${ONE}/answer/send`, onLetter(sendAnswer));
  app.post(`${ONE}/answer/discard`, onLetter(discardAnswer));
  for (const step of ['send', 'discard'])
    app.get(
      `${ONE}/answer/${step}`,
      onLetter(({ c, path }) => seeOther(c, `${path}/answer/files`)),
    );
}

async function handOut(c: WebContext, file: { stream: Readable; mediaType: string; bytes: number; name: string } | undefined) {
  return file ? answerFile(c, { ...file, size: file.bytes }) : c.notFound();
}

/**
 * Hands a letter to the reporter of a case and records that they have it. The caller has looked that this browser may see the case: its page
 * is behind the receipt code.
 */
export async function reporterLetter(c: WebContext, tools: Tools, caseId: string, documentId: string): Promise<Response> {
  const opened = await openReporterLetter(tools, caseId, documentId);
  return opened.ok ? handOut(c, await pdfOf(tools, opened.value)) : c.notFound();
}
