/** Opening a file of an agreement: insiders at the desk, anyone what was given out. Absent and forbidden look alike. */
import { Readable } from 'node:stream';
import type { Actor } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { sniff } from '../../../platform/files/sniff.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { mayOpenFile } from '../../rules/attaching.ts';
import { loadAgreementByCode } from '../../store/agreements.ts';
import { type AgreementFile, fileById } from '../../store/files.ts';
import { agreementPath, onAgreement, publicPath } from '../opened.tsx';

export const filePath = (agreement: Pick<Agreement, 'code'>, file: Pick<AgreementFile, 'id'>): string =>
  `${agreementPath(agreement)}/files/${file.id}`;
export const publicFilePath = (agreement: Pick<Agreement, 'code'>, file: Pick<AgreementFile, 'id'>): string =>
  `${publicPath(agreement)}/files/${file.id}`;

const FILE = '/:code{[A-Z]{2,4}-[0-9]{4}-[0-9]{4,}}/files/:file{[0-9a-f-]{36}}';

export function mountFiles(app: WebRoutes): void {
  app.get(
    `/desk/agreements${FILE}`,
    onAgreement(async ({ c, agreement }) => answerWith(c, agreement)),
  );
  app.get(`/agreements${FILE}`, async (c) => {
    const agreement = await loadAgreementByCode(c.get('tools').db, c.req.param('code'));
    return agreement ? answerWith(c, agreement, { kind: 'visitor' }) : c.notFound();
  });
}

/** @param as who is asked for; at the public address everybody is a visitor */
async function answerWith(c: WebContext, agreement: Agreement, as: Actor = c.get('actor')): Promise<Response> {
  const tools = c.get('tools');
  const id = c.req.param('file') ?? '';
  const file = isUuid(id) ? await fileById(tools.db, agreement.id, id) : undefined;
  if (!file || !mayOpenFile(as, agreement, file)) return c.notFound();
  // Named by what it is and whose it is: names of senders' files are not kept.
  const name = `${agreement.code}-${file.kind}-${file.sha256.slice(0, 8)}${file.extension}`;
  if (c.req.query('view') === 'thumbnail') {
    if (file.thumbnailKey === null) return c.notFound();
    const bytes = await readSealed(tools, file.thumbnailKey);
    const type = await sniff(bytes);
    if (!type) return c.notFound();
    return answerFile(c, { stream: Readable.from([bytes]), mediaType: type.mediaType, size: bytes.length, name, inline: true });
  }
  const { mediaType, size } = file;
  return answerFile(c, { stream: await openFile(tools, file.fileKey), mediaType, size, name, inline: true });
}
