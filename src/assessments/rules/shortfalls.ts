import { BAND_DECIMALS } from './bands.ts';
import { type Indicator, type Instrument, PEOPLE_SHEETS } from './instrument.ts';
import { rational, roundHalfUp } from './rational.ts';
import type { ResultLine } from './result.ts';
import { placesByCode } from './walk.ts';

/** An indicator of one unit (or of the agency, `unitNo` 0) that is below what the instrument asks for. */
export interface Shortfall {
  readonly unitNo: number;
  readonly indicator: Indicator;
  /** Exact. */
  readonly score: string;
  /** Below this it falls short. */
  readonly below: string;
}

/**
 * From where on an indicator no longer falls short. What an assessor sees in documents is there or not, so `documents` counts; what
 * people feel and know, and indices measured elsewhere, are never perfect: for them `people` counts.
 */
export function thresholdOf(instrument: Pick<Instrument, 'shortBelow'>, indicator: Indicator): string {
  const measured = indicator.answer.kind === 'number' || indicator.answer.kind === 'share';
  const ofPeople = PEOPLE_SHEETS.includes(indicator.from) || measured;
  return ofPeople ? instrument.shortBelow.people : instrument.shortBelow.documents;
}

/** Compared on the score rounded to two decimals, as bands are. In the order of the lines and of the instrument. */
export function shortfallsOf(instrument: Instrument, lines: readonly ResultLine[]): readonly Shortfall[] {
  return judged(instrument, lines).filter(({ isShort }) => isShort);
}

/** Indicators that reach what is asked for, best first; a report card names them before anything else. */
export function strengthsOf(instrument: Instrument, lines: readonly ResultLine[]): readonly Shortfall[] {
  return judged(instrument, lines)
    .filter(({ isShort }) => !isShort)
    .sort((a, b) => rational(b.score).compare(rational(a.score)));
}

function judged(instrument: Instrument, lines: readonly ResultLine[]): (Shortfall & { isShort: boolean })[] {
  const places = placesByCode(instrument);
  return lines.flatMap(({ unitNo, nodes }) =>
    nodes.flatMap((node) => {
      const place = node.level === 'indicator' ? places.get(node.code) : undefined;
      if (!place || node.score === null) return [];
      const below = thresholdOf(instrument, place.indicator);
      const isShort = roundHalfUp(rational(node.score), BAND_DECIMALS).compare(rational(below)) < 0;
      return [{ unitNo, indicator: place.indicator, score: node.score, below, isShort }];
    }),
  );
}
