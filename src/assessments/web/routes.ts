import type { WebRoutes } from '../../platform/http/env.ts';

/** Every address of this room. One folder, one owner: instruments, rounds, field, results, certificates. */
export function mountAssessments(_app: WebRoutes): void {}
