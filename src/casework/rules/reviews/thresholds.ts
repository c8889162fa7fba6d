/**
 * When complaints of one office are more than chance. No regulation gives these numbers: PO 41/2019 (deteksi) and PO 38/2019 leave to
 * the Ombudsman what it looks into. They are decisions of the house, reasoned in docs/decisions/0024; a cluster is a candidate a person
 * judges, never a finding, so that a wrong number here costs reading time and nobody's right.
 */
import { type Day, Temporal } from '../../../kernel/time.ts';
import { type LawBook, type ParameterRule, shippedLawBook } from '../../../law/index.ts';

export interface Thresholds {
  /** Lengths of the time windows that are looked at, in weeks. */
  readonly windowWeeks: readonly number[];
  /** Fewest complaints of a cluster: below that a case worker sees it at a glance. */
  readonly leastRows: number;
  /** Words of the topic a complaint must have to belong to it: fewer may be an accident of language. */
  readonly leastSharedWords: number;
  /** How many times likelier its words must be, all together, in these weeks at this office than otherwise (natural logarithm). */
  readonly leastLikelier: number;
  /** At least so many times what was to be expected. */
  readonly leastTimes: number;
  /** By chance less often than this, over every office and window looked at. */
  readonly mostChance: number;
  /** How evenly complaints come in ordinary life: 4 says that the usual rate of an office varies by half. */
  readonly evenness: number;
  /** Different weeks in which the complaints came: one bad day is an incident, not a recurring problem. */
  readonly leastWeeks: number;
  /** A word more common than this in its category (share of complaints) says nothing of a problem. */
  readonly mostCommon: number;
  /** Expected numbers below this count as this: nobody knows a rate of nearly nothing. */
  readonly leastExpected: number;
  readonly steady: SteadyThresholds;
}

/** When what comes all the time is more than how the office is. */
export interface SteadyThresholds {
  /** Fewest complaints in the whole period: one a month. */
  readonly leastRows: number;
  /** Of the four-week parts of a year this many have one: most months. */
  readonly leastParts: number;
  readonly partsOfYear: number;
  /** At least so many times what other offices have with so much to do. */
  readonly leastTimes: number;
  /** Other offices there must be to compare with. */
  readonly leastOffices: number;
}

/**
 * The thresholds in force on a day: what an administrator may set are dated parameters `case.recur-*` of the law, house defaults; the
 * others belong to the way of counting and were chosen together with it (decision 0024).
 */
export function thresholdsOn(law: Pick<LawBook, 'parameter'>, day: Day): Thresholds {
  const number = (rule: ParameterRule) => law.parameter(rule, day).value;
  return {
    windowWeeks: [2, 4, 6, 8, 12],
    leastRows: number('case.recur-rows'),
    leastSharedWords: 3,
    leastLikelier: Math.log(1000),
    leastTimes: number('case.recur-times'),
    mostChance: 1e-6,
    evenness: 4,
    leastWeeks: 2,
    mostCommon: 0.2,
    leastExpected: 0.5,
    steady: {
      leastRows: number('case.recur-steady-rows'),
      leastParts: number('case.recur-steady-parts'),
      partsOfYear: 13,
      leastTimes: number('case.recur-steady-times'),
      leastOffices: 10,
    },
  };
}

/** As shipped. */
export const HOUSE_THRESHOLDS: Thresholds = thresholdsOn(shippedLawBook(), Temporal.PlainDate.from('2026-01-01'));
