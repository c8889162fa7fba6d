import type { Label } from '../../kernel/language.ts';
import type { Band, Instrument, Qualifier } from './instrument.ts';
import { decimalText, type Rational, rational, roundHalfUp } from './rational.ts';

/**
 * Bands are compared with the score rounded to two decimals, half-up: published bounds end in .99, so without rounding a gap would
 * open between 80.99 and 81, and 80.995 is shown as 81.00, which everyone reads as green (domain rule 3.5).
 */
export const BAND_DECIMALS = 2;

/** The band a score between 0 and 100 lies in. Bands as judged: in any order, the lowest from 0. */
export function bandOf(bands: readonly Band[], score: Rational): Band {
  const band = highestReached(bands, score);
  if (!band) throw new RangeError('no band for the score');
  return band;
}

function highestReached<T extends { readonly from: string }>(steps: readonly T[], score: Rational): T | undefined {
  const rounded = roundHalfUp(score, BAND_DECIMALS);
  let highest: { readonly step: T; readonly from: Rational } | undefined;
  for (const step of steps) {
    const from = rational(step.from);
    if (rounded.compare(from) >= 0 && (!highest || from.compare(highest.from) > 0)) highest = { step, from };
  }
  return highest?.step;
}

/** From and to as printed, both inclusive: `81.00–100`, `51.00–80.99`. */
export function rangeOf(bands: readonly Band[], band: Band): { readonly from: string; readonly to: string } {
  const above = bands
    .map((each) => rational(each.from))
    .filter((from) => from.compare(rational(band.from)) > 0)
    .sort((a, b) => a.compare(b))[0];
  const step = rational('0.01');
  return { from: decimalText(rational(band.from)), to: above ? decimalText(above.sub(step)) : '100.00' };
}

export function bandsFor(instrument: Instrument, level: 'agency' | 'unit'): readonly Band[] {
  return level === 'unit' && instrument.unitBands ? instrument.unitBands : instrument.bands;
}

/**
 * What the qualifier adds to the label, `null` for nothing. `score: null` = there was nothing to judge; `undefined` = it has not been
 * looked at yet, and nothing is added to what nobody has looked at.
 */
export function qualified(qualifier: Qualifier | null, score: Rational | null | undefined): Label | null {
  if (!qualifier || score === undefined) return null;
  if (score === null) return qualifier.whenNothing;
  return highestReached(qualifier.steps, score)?.adds ?? null;
}

/** The label of a band with what the qualifier adds: `Kualitas Tinggi (Tanpa Maladministrasi)`. */
export function fullLabel(band: Band, adds: Label | null): Label {
  return adds ? { id: `${band.label.id} ${adds.id}`, en: `${band.label.en} ${adds.en}` } : band.label;
}
