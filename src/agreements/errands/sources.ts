import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';

export const sourcesErrands: ErrandList = {};

export const sourcesRecurring: Recurring = [];
