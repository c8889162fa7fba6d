import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';

export const registerErrands: ErrandList = {};

export const registerRecurring: Recurring = [];
