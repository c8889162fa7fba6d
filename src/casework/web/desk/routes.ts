import type { WebRoutes } from '../../../platform/http/env.ts';
import { caseDeskPage } from './desk-page.tsx';
import { caseListPage } from './list-page.tsx';

/** `/desk/cases`: what waits for me; `/desk/cases/all`: every case I may see. */
export function mountCaseDesk(app: WebRoutes): void {
  app.get('/desk/cases', caseDeskPage);
  app.get('/desk/cases/all', caseListPage);
}
