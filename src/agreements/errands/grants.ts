import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';

export const grantsErrands: ErrandList = {};

export const grantsRecurring: Recurring = [];
