import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountReviews(_app: WebRoutes): void {}
