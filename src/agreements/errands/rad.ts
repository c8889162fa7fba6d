import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';

export const radErrands: ErrandList = {};

export const radRecurring: Recurring = [];
