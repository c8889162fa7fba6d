import type { Label } from '../../kernel/language.ts';
import { bandOf } from './bands.ts';
import type { Band, Instrument, ZoneCode } from './instrument.ts';
import { methodOf } from './method.ts';
import { rational } from './rational.ts';
import { bandIn } from './report-card.ts';
import { instrumentOfYear } from './zone-of-year.ts';

/** One published result of an agency in a year: of a round of this installation, or taken over from a source. */
export interface PublicResult {
  readonly agencyId: string;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly agencyKind: string;
  readonly regionCode: string | null;
  readonly year: number;
  /** Of a round of this installation. */
  readonly round: {
    readonly code: string;
    readonly title: string;
    readonly isExample: boolean;
    readonly assessmentId: string;
  } | null;
  /** Of a result taken over. */
  readonly source: string | null;
  readonly note: string | null;
  readonly doubts: readonly string[];
  readonly score: string | null;
  readonly category: string | null;
  readonly zone: ZoneCode | null;
  readonly label: Label | null;
  /** `null` when no instrument of the year is known. */
  readonly method: string | null;
  readonly instrument: { readonly id: string; readonly version: number; readonly title: Label } | null;
}

/** The band to show; of a result taken over the one its zone or category names, else the one its score lies in. */
export function bandOfResult(instruments: readonly Instrument[], result: PublicResult): Band | null {
  const instrument = result.instrument
    ? instruments.find(({ id, version }) => id === result.instrument?.id && version === result.instrument.version)
    : instrumentOfYear(instruments, result.year);
  if (!instrument) return null;
  if (result.round) return bandIn(instrument, result, 'agency');
  const named = instrument.bands.find(
    (band) =>
      band.category.toLowerCase() === result.category?.toLowerCase() && (result.zone === null || band.zone === result.zone),
  );
  if (named) return named;
  const ofScore = result.score === null ? null : bandOf(instrument.bands, rational(result.score));
  if (ofScore && (result.zone === null || ofScore.zone === result.zone)) return ofScore;
  // What the source prints stands, whatever its score says: the contradiction is among the doubts.
  const zone = instrument.bands.filter((band) => band.zone !== null && band.zone === result.zone);
  return zone[0] ?? ofScore;
}

/** The method of a year whose results come from elsewhere. */
export function methodOfYear(
  instruments: readonly Instrument[],
  year: number,
): { readonly method: string; readonly title: Label } | null {
  const instrument = instrumentOfYear(instruments, year);
  return instrument ? { method: methodOf(instrument.id), title: instrument.title } : null;
}

/**
 * Whether sources contradict one another on one agency and year: a score, zone or category that two of them give differently. What one
 * of them leaves out contradicts nothing.
 */
export function isDisputed(results: readonly Pick<PublicResult, 'score' | 'zone' | 'category'>[]): boolean {
  const differ = (read: (result: Pick<PublicResult, 'score' | 'zone' | 'category'>) => string | null) =>
    new Set(results.map(read).filter((value) => value !== null)).size > 1;
  return (
    differ(({ score }) => score) || differ(({ zone }) => zone) || differ(({ category }) => category?.trim().toLowerCase() ?? null)
  );
}
