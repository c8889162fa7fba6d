import type { Label } from '../../kernel/language.ts';
import { cite } from '../../law/index.ts';
import { bandOf } from './bands.ts';
import type { Band, Instrument } from './instrument.ts';
import { type Rational, readRational } from './rational.ts';

/** Under which bands a published score of a year falls. */
export interface YearVerdict {
  readonly instrument: Instrument;
  readonly score: Rational;
  readonly band: Band;
  /** What the bounds rest on, in one line. */
  readonly basis: Label;
}

export type YearRefusal = 'not-a-year' | 'not-a-score' | 'no-round' | 'before-the-first-round';

/** 2020: no national assessment was found (the method of 2019 had ended, its follower began in 2021). */
export const YEARS_WITHOUT_ROUND: readonly number[] = [2020];

/**
 * The band of a score in the rule-set of its year. `instruments`: the published versions, later versions of an id winning.
 * `score` is a decimal between 0 and 100, compared after rounding to two decimals, half-up.
 */
export function zoneOfYear(instruments: readonly Instrument[], year: number, written: string): YearVerdict | YearRefusal {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return 'not-a-year';
  const score = written.includes('/') ? undefined : readRational(written.trim());
  if (!score || score.compare(0) < 0 || score.compare(100) > 0) return 'not-a-score';
  const instrument = instrumentOfYear(instruments, year);
  if (!instrument) return YEARS_WITHOUT_ROUND.includes(year) ? 'no-round' : 'before-the-first-round';
  const band = bandOf(instrument.bands, score);
  const { basis } = band.standing;
  return { instrument, score, band, basis: cite(basis ?? instrument.basis.at(-1) ?? { decision: '0020' }) };
}

/** The instrument a year was (or is) assessed with. */
export function instrumentOfYear(instruments: readonly Instrument[], year: number): Instrument | undefined {
  return instruments
    .filter(({ years }) => years.from <= year && (years.until === null || year <= years.until))
    .sort((a, b) => b.years.from - a.years.from || b.version - a.version)[0];
}
