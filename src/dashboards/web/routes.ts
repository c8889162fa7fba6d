import type { WebRoutes } from '../../platform/http/env.ts';
import { adminPage } from './admin-page.tsx';
import { agencyPage } from './agency-page.tsx';
import { homePage } from './home-page.tsx';
import { apiPage, openDataPage, privacyPage } from './information-pages.tsx';

/** Pages that only read, over all rooms. */
export function mountDashboards(app: WebRoutes): void {
  app.get('/', homePage);
  app.get('/agencies/:code', agencyPage);
  app.get('/admin', adminPage);
  app.get('/privacy', privacyPage);
  app.get('/open-data', openDataPage);
  app.get('/open-data/api', apiPage);
  // Below /api there are no cookies and so no reader with a language of choice or a sign-in: the page for people lies elsewhere.
  app.get('/api', (c) => c.redirect('/open-data/api'));
}
