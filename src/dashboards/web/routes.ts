import type { WebRoutes } from '../../platform/http/env.ts';

export function mountDashboards(_app: WebRoutes): void {}
