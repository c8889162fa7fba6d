import type { WebRoutes } from '../../../platform/http/env.ts';
import { detailPage, publicFile, publicProof } from './detail-page.tsx';
import { feed } from './feed.ts';
import { listPage } from './list-page.tsx';

/** What everyone may read of complaints. Only digits and dashes are a number, so that other pages may lie beside it. */
export function mountPublicComplaints(app: WebRoutes): void {
  const one = '/complaints/:trackingNumber{[0-9][0-9-]*}';
  app.get('/complaints', listPage);
  app.get('/complaints.atom', feed);
  app.get(one, detailPage);
  app.get(`${one}/proof.json`, publicProof);
  app.get(`${one}/files/:file`, publicFile(false));
  app.get(`${one}/files/:file/thumbnail`, publicFile(true));
}
