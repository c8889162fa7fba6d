import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountSigning(_app: WebRoutes): void {}
