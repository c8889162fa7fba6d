/** Files of a complaint, decrypted as they are read, for those who may read them. */
import type { WebRoutes } from '../../../platform/http/env.ts';
import { mayReadFile } from '../../rules/visibility.ts';
import { filesOf } from '../../store/files.ts';
import { answerFileOf } from '../telling/files.tsx';
import { onComplaint } from './opened.tsx';

const PATH = '/desk/complaints/:trackingNumber/files/:file';

export function mountFiles(app: WebRoutes): void {
  const answer = (thumbnail: boolean) =>
    onComplaint(async ({ c, tools, complaint, actor }) => {
      const readable = (await filesOf(tools.db, complaint.id)).filter((file) => mayReadFile(complaint, file, actor));
      return answerFileOf(c, complaint.trackingNumber, readable, { id: c.req.param('file') ?? '', thumbnail });
    });
  app.get(PATH, answer(false));
  app.get(`${PATH}/thumbnail`, answer(true));
}
