/** Files of replies, decrypted as they are read: for the Ombudsman's officers and the assessed side alone. */
import { Readable } from 'node:stream';
import { readSealed } from '../../../platform/files/seal.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { mayReadReply } from '../../rules/permissions.ts';
import { repliesOf } from '../../store/replies.ts';
import { HOME, onAssessmentPage } from './opened.tsx';

const PATH = `${HOME}/:id{[0-9a-f-]{36}}/reply-files/:file`;

export function mountReplyFiles(app: WebRoutes): void {
  const answer = (thumbnail: boolean) =>
    onAssessmentPage(async ({ c, tools, actor, assessment }) => {
      const readable = (await repliesOf(tools.db, assessment.id)).filter((one) => mayReadReply(actor, assessment, one));
      const file = readable.flatMap((one) => one.files).find((one) => one.id === c.req.param('file'));
      if (!file) return c.notFound();
      const { mediaType, size, extension, fileKey, thumbnailKey } = file;
      const name = `sanggah-${file.sha256.slice(0, 8)}${extension}`;
      if (thumbnail) {
        if (!thumbnailKey) return c.notFound();
        const bytes = await readSealed(tools, thumbnailKey);
        return answerFile(c, { stream: Readable.from([bytes]), mediaType, size: bytes.length, name, inline: true });
      }
      return answerFile(c, { stream: await openFile(tools, fileKey), mediaType, size, name, inline: thumbnailKey !== null });
    });
  app.get(PATH, answer(false));
  app.get(`${PATH}/thumbnail`, answer(true));
}
