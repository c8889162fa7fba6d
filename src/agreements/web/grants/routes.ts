import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountGrants(_app: WebRoutes): void {}
