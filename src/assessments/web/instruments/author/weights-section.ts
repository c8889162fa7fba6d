import type { Label } from '../../../../kernel/language.ts';
import type { Dimension, Instrument } from '../../../rules/instrument.ts';
import { type Field, readNumber, type Section, showNumber, type Typed } from './fields.ts';

const HINT: Label = {
  id: 'Bobot bersaudara harus berjumlah 100. Pecahan boleh: 100/6.',
  en: 'Weights of siblings must add up to 100. Fractions may be written: 100/6.',
};

/** Every weight on one page, siblings together, so that they can be balanced. */
export function weightsSection(instrument: Instrument): Section {
  return {
    title: { id: 'Semua bobot', en: 'All weights' },
    lead: HINT,
    fields: [
      ...group({ id: 'Dimensi', en: 'Dimensions' }, instrument.dimensions),
      ...instrument.dimensions.flatMap((dimension) => [
        ...group(below({ id: 'Variabel', en: 'Variables' }, dimension.name), dimension.variables),
        ...dimension.variables.flatMap((variable) =>
          group(below({ id: 'Indikator', en: 'Indicators' }, variable.name), variable.indicators),
        ),
      ]),
    ],
    apply: (now, typed) => ({ ...now, dimensions: now.dimensions.map((dimension) => weighed(dimension, typed)) }),
  };
}

function below(what: Label, of: Label): Label {
  return { id: `${what.id}: ${of.id}`, en: `${what.en}: ${of.en}` };
}

function group(heading: Label, parts: readonly { code: string; name: Label; weight: string }[]): readonly Field[] {
  return parts.map((part, place) => ({
    name: `weight-${part.code}`,
    label: part.name,
    kind: 'text',
    value: showNumber(part.weight),
    width: 10,
    ...(place === 0 ? { heading } : {}),
  }));
}

function weighed(dimension: Dimension, typed: Typed): Dimension {
  const weight = <T extends { readonly code: string; readonly weight: string }>(part: T): T =>
    // A part that came while the form was open was not on it.
    typed.has(`weight-${part.code}`) ? { ...part, weight: readNumber(typed, `weight-${part.code}`) } : part;
  return weight({
    ...dimension,
    variables: dimension.variables.map((variable) => weight({ ...variable, indicators: variable.indicators.map(weight) })),
  });
}
