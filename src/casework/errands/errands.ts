import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { caseDeadlinesErrand, recomputeCaseDeadlines } from './deadlines.ts';
import { obligationErrands, obligationRecurring } from './obligations/errands.ts';

/** Everything this room does later; areas add theirs. */
export const caseErrands: ErrandList = {
  'casework.deadlines': (tools) => caseDeadlinesErrand(tools),
  'casework.recompute-deadlines': (tools) => recomputeCaseDeadlines(tools),
  ...obligationErrands,
};

export const caseRecurring: Recurring = [
  { errand: 'casework.deadlines', crontab: '* * * * *' },
  { errand: 'casework.recompute-deadlines', crontab: '47 18 * * *' },
  ...obligationRecurring,
];
