import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';

/** Everything this room does later; areas add theirs. */
export const agreementErrands: ErrandList = {};

export const agreementRecurring: Recurring = [];
