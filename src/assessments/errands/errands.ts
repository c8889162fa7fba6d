import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { roundErrands, roundRecurring } from './reply-reminders.ts';

/** What happens later in this room; each file of this folder adds its own. */
export const assessmentErrands: ErrandList = { ...roundErrands };

export const assessmentRecurring: Recurring = [...roundRecurring];
