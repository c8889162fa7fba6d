/** How often the parties meet, and which period they look at then: calendar quarters, halves or years within the term. Pure. */
import type { Label } from '../../../kernel/language.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { lastDay } from '../in-force.ts';
import { agreementKind } from '../kinds.ts';

export const RHYTHMS = ['quarter', 'half', 'year'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export const RHYTHM_LABELS: Readonly<Record<Rhythm, Label>> = {
  quarter: { id: 'Setiap triwulan', en: 'Every quarter' },
  half: { id: 'Setiap semester', en: 'Every half-year' },
  year: { id: 'Setiap tahun', en: 'Every year' },
};

export const RHYTHM_MONTHS: Readonly<Record<Rhythm, number>> = { quarter: 3, half: 6, year: 12 };

export function isRhythm(text: string): text is Rhythm {
  return (RHYTHMS as readonly string[]).includes(text);
}

export interface Period {
  readonly from: Day;
  /** The last day of it. */
  readonly until: Day;
}

/** What is usual where the parties chose nothing: plans with targets per quarter are looked at by quarter, memoranda by year. A proposal, no rule. */
export function usualRhythm({ kind, yearFrom, yearUntil }: Pick<Agreement, 'kind' | 'yearFrom' | 'yearUntil'>): Rhythm {
  if (!agreementKind(kind).hasLines) return 'year';
  return yearFrom !== null && yearFrom === yearUntil && !agreementKind(kind).manyHands ? 'quarter' : 'half';
}

/** The calendar period of a rhythm that holds a day. */
export function periodOf(rhythm: Rhythm, day: Day): Period {
  const months = RHYTHM_MONTHS[rhythm];
  const month = Math.floor((day.month - 1) / months) * months + 1;
  const from = day.with({ month, day: 1 });
  return { from, until: from.add({ months }).subtract({ days: 1 }) };
}

/** The periods of the term up to a day, the first one first: the first and the last are cut to the days the agreement binds. */
export function periodsUntil(
  agreement: Pick<Agreement, 'inForceFrom' | 'inForceUntil' | 'endedOn'>,
  rhythm: Rhythm,
  day: Day,
): readonly Period[] {
  const start = agreement.inForceFrom;
  if (start === null) return [];
  const end = earlier(lastDay(agreement), day);
  const periods: Period[] = [];
  for (let period = periodOf(rhythm, start); Temporal.PlainDate.compare(period.from, end) <= 0; ) {
    periods.push({ from: later(period.from, start), until: earlier(lastDay(agreement), period.until) });
    period = periodOf(rhythm, period.until.add({ days: 1 }));
  }
  return periods;
}

export interface Proposed extends Period {
  /** The day by which the parties should meet. */
  readonly meetBy: Day;
  /** Whether that day is over. */
  readonly isLate: boolean;
}

/** A period shorter than this is looked at with the next one: an agreement signed in the last days of a quarter has nothing to show yet. */
const SHORTEST_DAYS = 14;

/**
 * The periods that are to be reviewed: over, or over within the days of preparation, and no review holds them.
 *
 * @param taken periods of reviews that were not cancelled
 * @param afterDays days after the end of a period by which the parties meet (`agreement.review-after`)
 */
export function proposedReviews(
  agreement: Pick<Agreement, 'inForceFrom' | 'inForceUntil' | 'endedOn'>,
  rhythm: Rhythm,
  taken: readonly Period[],
  today: Day,
  afterDays: number,
): readonly Proposed[] {
  return periodsUntil(agreement, rhythm, today)
    .filter(({ from, until }) => from.until(until, { largestUnit: 'day' }).days + 1 >= SHORTEST_DAYS)
    .filter(({ until }) => today.until(until, { largestUnit: 'day' }).days <= afterDays)
    .filter((period) => !taken.some((other) => covers(other, period)))
    .map((period) => {
      const meetBy = period.until.add({ days: afterDays });
      return { ...period, meetBy, isLate: Temporal.PlainDate.compare(meetBy, today) < 0 };
    });
}

function covers(other: Period, period: Period): boolean {
  return Temporal.PlainDate.compare(other.from, period.from) <= 0 && Temporal.PlainDate.compare(other.until, period.until) >= 0;
}

/** 'Triwulan II 2026', 'Semester I 2026', 'Tahun 2026'. */
export function periodLabel(rhythm: Rhythm, { until }: Period): Label {
  const nth = ['I', 'II', 'III', 'IV'][Math.ceil(until.month / RHYTHM_MONTHS[rhythm]) - 1];
  if (rhythm === 'quarter') return { id: `Triwulan ${nth} ${until.year}`, en: `Quarter ${nth} of ${until.year}` };
  if (rhythm === 'half') return { id: `Semester ${nth} ${until.year}`, en: `Half-year ${nth} of ${until.year}` };
  return { id: `Tahun ${until.year}`, en: `Year ${until.year}` };
}

function earlier(a: Day | null, b: Day): Day {
  return a !== null && Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}

function later(a: Day, b: Day): Day {
  return Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}
