import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { expireIntakeDrafts } from '../actions/intake/expire-drafts.ts';
import { caseDeadlinesErrand, recomputeCaseDeadlines } from './deadlines.ts';
import { documentErrands } from './documents/errands.ts';
import { obligationErrands, obligationRecurring } from './obligations/errands.ts';
import { workReportErrands, workReportRecurring } from './reports/work-reports.ts';
import { reviewErrands, reviewRecurring } from './reviews/errands.ts';

/** Everything this room does later; areas add theirs. */
export const caseErrands: ErrandList = {
  'casework.expire-intakes': (tools) => expireIntakeDrafts(tools),
  'casework.deadlines': (tools) => caseDeadlinesErrand(tools),
  'casework.recompute-deadlines': (tools) => recomputeCaseDeadlines(tools),
  ...documentErrands,
  ...obligationErrands,
  ...reviewErrands,
  ...workReportErrands,
};

export const caseRecurring: Recurring = [
  { errand: 'casework.expire-intakes', crontab: '23 * * * *' },
  { errand: 'casework.deadlines', crontab: '* * * * *' },
  { errand: 'casework.recompute-deadlines', crontab: '47 18 * * *' },
  ...obligationRecurring,
  ...reviewRecurring,
  ...workReportRecurring,
];
