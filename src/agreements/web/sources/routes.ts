import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountSources(_app: WebRoutes): void {}
