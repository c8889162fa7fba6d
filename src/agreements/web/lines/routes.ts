import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountLines(_app: WebRoutes): void {}
