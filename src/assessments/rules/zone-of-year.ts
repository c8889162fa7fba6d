import type { Label } from '../../kernel/language.ts';
import { cite } from '../../law/index.ts';
import { bandOf } from './bands.ts';
import type { Band, Instrument } from './instrument.ts';
import { isPercent, type Rational, readRational } from './rational.ts';

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
 * `written` is a decimal between 0 and 100, compared after rounding to two decimals, half-up.
 */
export function zoneOfYear(instruments: readonly Instrument[], year: number, written: string): YearVerdict | YearRefusal {
  if (!Number.isInteger(year) || year < 1900 || year > 2200) return 'not-a-year';
  const score = readScore(written);
  if (!score) return 'not-a-score';
  if (YEARS_WITHOUT_ROUND.includes(year)) return 'no-round';
  const instrument = instrumentOfYear(instruments, year);
  if (!instrument) return 'before-the-first-round';
  const band = bandOf(instrument.bands, score);
  const { basis } = band.standing;
  return { instrument, score, band, basis: cite(basis ?? instrument.basis.at(-1) ?? { decision: '0020' }) };
}

/** `2022` and nothing else: `NaN` for whatever is not four digits. */
export function readYear(text: string): number {
  return /^\d{4}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

/** A score as people type it, `80.995` or `80,995`: a decimal between 0 and 100; `undefined` for anything else. */
export function readScore(written: string): Rational | undefined {
  const text = written.trim();
  if (text.includes('/')) return undefined;
  const score = readRational(text.replace(/^(\d+),(\d+)$/, '$1.$2'));
  return isPercent(score) ? score : undefined;
}

/** The instrument a year was (or is) assessed with. */
export function instrumentOfYear(instruments: readonly Instrument[], year: number): Instrument | undefined {
  return instruments
    .filter(({ years }) => years.from <= year && (years.until === null || year <= years.until))
    .sort((a, b) => b.years.from - a.years.from || b.version - a.version)[0];
}
