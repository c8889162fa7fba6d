import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountRegister(_app: WebRoutes): void {}
