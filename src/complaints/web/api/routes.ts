import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountComplaintApi(_app: WebRoutes): void {}
