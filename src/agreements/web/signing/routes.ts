import type { WebRoutes } from '../../../platform/http/env.ts';
import { mountFiles } from '../files/download.ts';

export function mountSigning(app: WebRoutes): void {
  mountFiles(app);
}
