/** What a planner types about a round, judged field by field. */
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Day, Temporal } from '../../kernel/time.ts';
import type { Round } from './assessment.ts';
import type { AssessmentRefusal } from './refusals.ts';

/** As it comes from a form; `null` = no day. */
export interface RoundOrder {
  readonly code: string;
  readonly title: string;
  readonly year: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  /** `penilaian-2023/1`: an instrument and its version. */
  readonly instrument: string;
  /** Empty = one is made. */
  readonly seed: string;
  readonly secondRatingPercent: string;
  /** `null` = the round wants no self-assessment; `'wrong'` = what was typed is no day. */
  readonly selfAssessmentUntil: Day | 'wrong' | null;
  /** Empty = the parameter `assessment.reply` of the day. */
  readonly replyDays: string;
}

export interface FieldRefusal {
  readonly field: string;
  readonly code: AssessmentRefusal;
}

export type RoundFacts = Pick<
  Round,
  | 'code'
  | 'title'
  | 'year'
  | 'startsOn'
  | 'endsOn'
  | 'instrumentId'
  | 'instrumentVersion'
  | 'seed'
  | 'secondRatingPercent'
  | 'selfAssessmentUntil'
  | 'replyDays'
>;

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function readRoundOrder(
  order: RoundOrder,
  given: { readonly seed: string; readonly replyDays: number },
): Result<RoundFacts, readonly FieldRefusal[]> {
  const wrong: FieldRefusal[] = [];
  const check = (isRight: boolean, field: string, code: AssessmentRefusal) => {
    if (!isRight) wrong.push({ field, code });
  };
  const whole = (text: string, otherwise: number) =>
    text.trim() === '' ? otherwise : /^\d{1,4}$/.test(text.trim()) ? Number(text) : -1;
  const code = order.code.trim();
  const title = order.title.trim();
  const year = whole(order.year, -1);
  const [instrumentId = '', version = ''] = order.instrument.split('/');
  const seed = order.seed.trim() || given.seed;
  const percent = whole(order.secondRatingPercent, 10);
  const replyDays = whole(order.replyDays, given.replyDays);
  const { startsOn, endsOn, selfAssessmentUntil: until } = order;
  check(code.length <= 60 && CODE.test(code), 'code', 'assessment.code-wrong');
  check(title !== '' && title.length <= 150, 'title', 'assessment.title-missing');
  check(year >= 2000 && year <= 2200, 'year', 'assessment.year-wrong');
  check(startsOn !== null, 'startsOn', 'assessment.days-wrong');
  check(endsOn !== null && (startsOn === null || !isBefore(endsOn, startsOn)), 'endsOn', 'assessment.days-wrong');
  check(instrumentId !== '' && /^\d{1,6}$/.test(version), 'instrument', 'assessment.instrument-unknown');
  check(seed.length >= 8 && seed.length <= 100, 'seed', 'assessment.seed-wrong');
  check(percent >= 0 && percent <= 100, 'secondRatingPercent', 'assessment.percent-wrong');
  check(replyDays >= 1 && replyDays <= 60, 'replyDays', 'assessment.reply-days-wrong');
  const inPeriod = (day: Day) => startsOn !== null && endsOn !== null && !isBefore(day, startsOn) && !isBefore(endsOn, day);
  check(until === null || (until !== 'wrong' && inPeriod(until)), 'selfAssessmentUntil', 'assessment.self-day-wrong');
  if (wrong.length > 0 || startsOn === null || endsOn === null || until === 'wrong') return refuse(wrong);
  return ok({
    code,
    title,
    year,
    startsOn,
    endsOn,
    instrumentId,
    instrumentVersion: Number(version),
    seed,
    secondRatingPercent: percent,
    selfAssessmentUntil: until,
    replyDays,
  });
}

const isBefore = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b) < 0;
