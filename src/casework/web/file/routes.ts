import type { WebRoutes } from '../../../platform/http/env.ts';
import { onCase } from '../opened.tsx';
import { overviewPage } from './overview-page.tsx';
import { pauseCase, resumeCase } from './pauses.tsx';
import { timelinePage } from './timeline-page.tsx';

/** `/desk/cases/:id`: overview, history, pauses. The other parts of a case are mounted by their areas. */
export function mountCaseFile(app: WebRoutes): void {
  const one = '/desk/cases/:id';
  app.get(one, onCase(overviewPage));
  app.get(`${one}/timeline`, onCase(timelinePage));
  app.post(`${one}/pause`, onCase(pauseCase));
  app.post(`${one}/resume`, onCase(resumeCase));
}
