import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';

export const publicErrands: ErrandList = {};

export const publicRecurring: Recurring = [];
