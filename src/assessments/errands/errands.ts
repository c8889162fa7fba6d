import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { certificateErrands } from './issue-certificates.ts';
import { roundErrands, roundRecurring } from './reply-reminders.ts';
import { scoringErrands } from './score-round.ts';

/** What happens later in this room; each file of this folder adds its own. */
export const assessmentErrands: ErrandList = { ...roundErrands, ...certificateErrands, ...scoringErrands };

export const assessmentRecurring: Recurring = [...roundRecurring];
