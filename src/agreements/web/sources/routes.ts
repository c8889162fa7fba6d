import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountFromPage } from './from-page.tsx';
import { mountMeasurePage } from './measure-page.tsx';
import { mountSessions } from './session-pages.tsx';

/** What lines come from and what came of them. */
export function mountSources(app: WebRoutes): void {
  mountFromPage(app);
  mountMeasurePage(app);
  mountSessions(app);
}
