import type { WebRoutes } from '../../platform/http/env.ts';
import { mountCaseDesk } from './desk/routes.ts';
import { mountCaseFile } from './file/routes.ts';

/** Every address of this room. Fixed addresses below /desk/cases come before those with an id. */
export function mountCasework(app: WebRoutes): void {
  mountCaseDesk(app);
  mountCaseFile(app);
}
