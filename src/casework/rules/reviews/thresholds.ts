/**
 * When complaints of one office are more than chance. No regulation gives these numbers: PO 41/2019 (deteksi) and PO 38/2019 leave to
 * the Ombudsman what it looks into. They are decisions of the house, reasoned in docs/decisions/0024; a cluster is a candidate a person
 * judges, never a finding, so that a wrong number here costs reading time and nobody's right.
 */
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
}

/** Decision 0024. */
export const HOUSE_THRESHOLDS: Thresholds = {
  windowWeeks: [2, 4, 6, 8, 12],
  leastRows: 8,
  leastSharedWords: 3,
  leastLikelier: Math.log(1000),
  leastTimes: 3,
  mostChance: 1e-6,
  evenness: 4,
  leastWeeks: 2,
  mostCommon: 0.2,
  leastExpected: 0.5,
};
