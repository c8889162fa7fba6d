import { seeOther } from '../../../design/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { answerFileOf } from '../telling/files.tsx';
import { loadFile } from '../telling/load-file.ts';
import { proofForReader } from '../telling/proof.ts';
import { contactForm, saveContact } from './contact-page.tsx';
import { enter, entryForm } from './entry-page.tsx';
import { lostPage, startLinked } from './lost-page.tsx';
import { type Opened, onOwn } from './opened.ts';
import { ownPage } from './own-page.tsx';
import { forget } from './session.ts';
import type { FollowSlot } from './slot.ts';
import { mountSteps } from './steps.tsx';

/** The complainant's way back: number and receipt code, then everything one can see and do with one's complaint. */
export function mountFollow(app: WebRoutes, slot?: FollowSlot): void {
  app.get('/follow', entryForm);
  app.post('/follow', (c) => enter(c, slot));
  app.get('/follow/lost', lostPage);
  app.post('/follow/lost', startLinked);

  const own = '/follow/:trackingNumber{[0-9][0-9-]*}';
  app.get(
    own,
    onOwn((opened) => ownPage(opened, slot)),
  );
  mountSteps(app);
  app.get(`${own}/contact`, onOwn(contactForm));
  app.post(`${own}/contact`, onOwn(saveContact));
  app.post(`${own}/leave`, onOwn(leave));
  app.get(`${own}/proof.json`, onOwn(proof));
  app.get(`${own}/files/:file`, onOwn(file(false)));
  app.get(`${own}/files/:file/thumbnail`, onOwn(file(true)));
}

function leave({ c, complaint, words }: Opened): Response {
  forget(c, complaint.id);
  return seeOther(c, '/follow', words.left);
}

async function proof({ c, tools, complaint }: Opened): Promise<Response> {
  const found = await proofForReader(tools.db, complaint, 'complainant');
  if (!found) return c.notFound();
  return c.json(found, 200, { 'Content-Disposition': `attachment; filename="${complaint.trackingNumber}-proof.json"` });
}

function file(thumbnail: boolean) {
  return async ({ c, tools, complaint, actor }: Opened): Promise<Response> => {
    const { files } = await loadFile(tools.db, complaint, actor);
    return answerFileOf(c, complaint.trackingNumber, files, { id: c.req.param('file') ?? '', thumbnail });
  };
}
