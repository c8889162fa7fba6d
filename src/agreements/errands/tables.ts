import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';

export const tablesErrands: ErrandList = {};

export const tablesRecurring: Recurring = [];
