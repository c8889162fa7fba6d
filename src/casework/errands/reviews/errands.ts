import type { ErrandList, Recurring } from '../../../platform/jobs/errands.ts';
import { postToConcerned } from '../../actions/reviews/tell-concerned.ts';
import { findClustersErrand } from './find-clusters.ts';
import { recomputeReviewDeadlines } from './recompute-deadlines.ts';
import { reviewAlertsErrand } from './review-alerts.ts';

export const reviewErrands: ErrandList = {
  'casework.find-clusters': (tools, payload) => findClustersErrand(tools, payload),
  'casework.tell-concerned': (tools, payload) => postToConcerned(tools, String((payload as { cluster: string }).cluster)),
  'casework.review-alerts': (tools) => reviewAlertsErrand(tools),
  'casework.recompute-reviews': (tools) => recomputeReviewDeadlines(tools),
};

export const reviewRecurring: Recurring = [
  // Monday early in Jakarta, before the week's work and while nobody files.
  { errand: 'casework.find-clusters', crontab: '23 18 * * 0' },
  { errand: 'casework.review-alerts', crontab: '11 * * * *' },
  // Every night, after the clocks of cases (casework.recompute-deadlines).
  { errand: 'casework.recompute-reviews', crontab: '57 18 * * *' },
];
