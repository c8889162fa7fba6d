import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';

export const linesErrands: ErrandList = {};

export const linesRecurring: Recurring = [];
