import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';

export const signingErrands: ErrandList = {};

export const signingRecurring: Recurring = [];
