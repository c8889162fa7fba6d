import type { Label } from '../../kernel/language.ts';
import { bandOf, bandsFor, fullLabel, qualified } from './bands.ts';
import type { Band, Instrument } from './instrument.ts';
import type { Rational } from './rational.ts';
import type { AgencyScore } from './score.ts';

/** What a score means: its band, what the qualifier adds, and the label with both. */
export interface Verdict {
  readonly band: Band;
  readonly adds: Label | null;
  readonly label: Label;
}

/** The verdict on an agency; `null` while there is no score. */
export function verdictOfAgency(instrument: Instrument, scored: Pick<AgencyScore, 'score' | 'qualifier'>): Verdict | null {
  return verdict(instrument.bands, scored.score, qualified(instrument.qualifier, scored.qualifier));
}

/** The verdict on one unit, in the bands of units where the instrument has own ones; qualifiers speak of agencies alone. */
export function verdictOfUnit(instrument: Instrument, score: Rational | null): Verdict | null {
  return verdict(bandsFor(instrument, 'unit'), score, null);
}

function verdict(bands: readonly Band[], score: Rational | null, adds: Label | null): Verdict | null {
  if (score === null) return null;
  const band = bandOf(bands, score);
  return { band, adds, label: fullLabel(band, adds) };
}
