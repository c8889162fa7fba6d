import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { FINISH_EVALUATION, makeEvaluationFile } from '../actions/reviews/evaluation-file.ts';
import { closeSilentEvaluations, remindOfReviews } from '../actions/reviews/remind.ts';
import { FINISH_MINUTES, makeMinutesFile } from '../actions/reviews/seal-minutes.ts';

export const reviewsErrands: ErrandList = {
  [FINISH_MINUTES]: (tools, payload) => {
    const { agreement, review } = payload as { agreement: string; review: string };
    return makeMinutesFile(tools, agreement, review);
  },
  [FINISH_EVALUATION]: (tools, payload) => {
    const { agreement, evaluation } = payload as { agreement: string; evaluation: string };
    return makeEvaluationFile(tools, { agreementId: agreement, evaluationId: evaluation });
  },
  'agreements.evaluations': (tools) => closeSilentEvaluations(tools),
  'agreements.remind-reviews': (tools) => remindOfReviews(tools),
};

export const reviewsRecurring: Recurring = [
  // Shortly after midnight in Jakarta, when the day is over in every zone.
  { errand: 'agreements.evaluations', crontab: '20 17 * * *' },
  // Early in the morning in the west.
  { errand: 'agreements.remind-reviews', crontab: '40 22 * * *' },
];
