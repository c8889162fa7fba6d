import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountDesk(_app: WebRoutes): void {}
