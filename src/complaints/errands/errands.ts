import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { alertErrand } from './alerts.ts';
import { expireDraftsErrand } from './drafts.ts';
import { recomputeDeadlinesErrand } from './recompute-deadlines.ts';

export const complaintErrands: ErrandList = {
  'complaints.alerts': (tools) => alertErrand(tools),
  'complaints.expire-drafts': (tools) => expireDraftsErrand(tools),
  'complaints.recompute-deadlines': (tools) => recomputeDeadlinesErrand(tools),
};

export const complaintRecurring: Recurring = [
  { errand: 'complaints.alerts', crontab: '* * * * *' },
  { errand: 'complaints.expire-drafts', crontab: '17 * * * *' },
  // Once a day too: what was being filed at the very moment a calendar changed.
  { errand: 'complaints.recompute-deadlines', crontab: '37 18 * * *' },
];
