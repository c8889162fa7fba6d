import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountPublic(_app: WebRoutes): void {}
