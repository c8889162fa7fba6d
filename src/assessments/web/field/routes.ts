import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountFieldApp } from './app-page.tsx';
import { mountAssignments } from './assignments-page.tsx';
import { mountConflicts } from './conflicts-page.tsx';
import { mountEvidence } from './evidence.ts';
import { mountSheetPage } from './sheet-page.tsx';
import { mountSync } from './sync.ts';
import { mountUnitPage } from './unit-page.tsx';

/** `/field`: where sheets are filled in, in a browser or with the installable app. */
export function mountField(app: WebRoutes): void {
  mountFieldApp(app);
  mountSync(app);
  mountAssignments(app);
  mountEvidence(app);
  mountConflicts(app);
  mountUnitPage(app);
  mountSheetPage(app);
}
