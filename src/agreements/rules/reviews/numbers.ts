/** The numbers of joint reviews and evaluations as the law book has them on a day; house defaults, for no regulation sets them. */
import type { Day } from '../../../kernel/time.ts';
import type { LawBook } from '../../../law/index.ts';

export interface ReviewNumbers {
  /** Days after the end of a period by which the parties meet. */
  readonly reviewAfter: number;
  /** Days before a meeting on which the side that planned it is reminded to call it. */
  readonly reviewCall: number;
  /** Days before a meeting on which everybody is reminded. */
  readonly reviewReminder: number;
  /** Days after which the other sides are reminded to confirm minutes. */
  readonly minutesReminder: number;
  /** Days after the end of a year by which its evaluation is opened. */
  readonly evaluationAfter: number;
  /** Days the sides have for their words. */
  readonly evaluationWords: number;
  /** Days before those are over on which a silent side is reminded. */
  readonly evaluationReminder: number;
  /** Days before a decision is due on which its owner is reminded: as for lines of a plan. */
  readonly decisionReminder: number;
}

export function reviewNumbersOn(law: LawBook, day: Day): ReviewNumbers {
  const value = (rule: Parameters<LawBook['parameter']>[0]) => law.parameter(rule, day).value;
  return {
    reviewAfter: value('agreement.review-after'),
    reviewCall: value('agreement.review-call'),
    reviewReminder: value('agreement.review-reminder'),
    minutesReminder: value('agreement.minutes-reminder'),
    evaluationAfter: value('agreement.evaluation-after'),
    evaluationWords: value('agreement.evaluation-words'),
    evaluationReminder: value('agreement.evaluation-reminder'),
    decisionReminder: value('agreement.line-second'),
  };
}
