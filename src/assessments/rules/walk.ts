import type { Dimension, Indicator, Instrument, SheetKind, Variable } from './instrument.ts';

export interface Place {
  readonly dimension: Dimension;
  readonly variable: Variable;
  readonly indicator: Indicator;
}

/** Every indicator with where it stands, in the order of the instrument. */
export function placesOf(instrument: Pick<Instrument, 'dimensions'>): readonly Place[] {
  return instrument.dimensions.flatMap((dimension) =>
    dimension.variables.flatMap((variable) => variable.indicators.map((indicator) => ({ dimension, variable, indicator }))),
  );
}

export function placesByCode(instrument: Pick<Instrument, 'dimensions'>): ReadonlyMap<string, Place> {
  return new Map(placesOf(instrument).map((place) => [place.indicator.code, place]));
}

/** The indicators answered on a kind of sheet. */
export function questionsOn(instrument: Pick<Instrument, 'dimensions'>, kind: SheetKind): readonly Place[] {
  return placesOf(instrument).filter(({ indicator }) => indicator.from === kind);
}
