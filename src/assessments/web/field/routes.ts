import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountAssignments } from './assignments-page.tsx';
import { mountConflicts } from './conflicts-page.tsx';
import { mountEvidence } from './evidence.ts';
import { mountSheetPage } from './sheet-page.tsx';
import { mountUnitPage } from './unit-page.tsx';

/** `/field`: where sheets are filled in, in a browser or with the installable app. */
export function mountField(app: WebRoutes): void {
  mountAssignments(app);
  mountEvidence(app);
  mountConflicts(app);
  mountUnitPage(app);
  mountSheetPage(app);
}
