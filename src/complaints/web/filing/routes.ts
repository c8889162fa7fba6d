import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountFiling(_app: WebRoutes): void {}
