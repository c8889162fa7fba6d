import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountFollow(_app: WebRoutes): void {}
