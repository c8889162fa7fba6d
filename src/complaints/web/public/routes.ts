import type { WebRoutes } from '../../../platform/http/env.ts';

export function mountPublicComplaints(_app: WebRoutes): void {}
