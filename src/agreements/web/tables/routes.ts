import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountTables(_app: WebRoutes): void {}
