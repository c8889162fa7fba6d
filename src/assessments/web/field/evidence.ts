/** Files of evidence, decrypted as they are read, for those who may read the sheet. */
import { Readable } from 'node:stream';
import { isUuid } from '../../../kernel/ids.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { isFiller } from '../../rules/filling.ts';
import { mayReadEvidence } from '../../rules/permissions.ts';
import { loadAssessment } from '../../store/assessments.ts';
import { loadEvidence } from '../../store/evidence.ts';
import { asOfficer } from './opened.ts';

const PATH = '/field/evidence/:id';

export function mountEvidence(app: WebRoutes): void {
  const answer = (thumbnail: boolean) =>
    asOfficer(async ({ c, tools, actor }) => {
      const id = c.req.param('id') ?? '';
      const evidence = isUuid(id) ? await loadEvidence(tools.db, id) : undefined;
      const assessment = evidence && (await loadAssessment(tools.db, evidence.key.assessmentId));
      if (!assessment) return c.notFound();
      const mayRead = mayReadEvidence(actor, assessment, evidence.key) || isFiller(actor, assessment, evidence.key);
      if (!mayRead) return c.notFound();
      const { mediaType, size, extension, fileKey, thumbnailKey } = evidence;
      const name = `bukti-${evidence.sha256.slice(0, 8)}${extension}`;
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
