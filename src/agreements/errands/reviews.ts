import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';

export const reviewsErrands: ErrandList = {};

export const reviewsRecurring: Recurring = [];
