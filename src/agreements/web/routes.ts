import type { WebRoutes } from '../../platform/http/env.ts';

/** Every address of this room; areas add theirs. Fixed addresses below /desk/agreements come before those with a code. */
export function mountAgreements(_app: WebRoutes): void {}
