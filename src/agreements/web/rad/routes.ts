import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountRad(_app: WebRoutes): void {}
