import fc from 'fast-check';
import { OPINI_2025 } from '../data/opini.ts';
import { PENILAIAN_2023 } from '../data/penilaian.ts';
import { type AnswerKind, offered } from './answer-kinds.ts';
import type { Answers, Sheet, Written } from './answers.ts';
import type { Dimension, Indicator, Instrument, SheetKind, Standing, Variable } from './instrument.ts';
import { placesOf } from './walk.ts';

const SURE: Standing = { confirmed: true, basis: { document: 'contoh' }, note: null };
const label = (text: string) => ({ id: text, en: text });

export function indicatorOf(code: string, answer: AnswerKind, more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    name: label(code),
    question: label(code),
    weight: '100',
    standing: SURE,
    answer,
    from: 'unit',
    measure: null,
    evidence: 'none',
    mayNotApply: true,
    improvement: label(code),
    component: null,
    ...more,
  };
}

export function variableOf(code: string, indicators: readonly Indicator[], weight = '100'): Variable {
  return { code, name: label(code), weight, standing: SURE, indicators };
}

export function dimensionOf(code: string, variables: readonly Variable[], more: Partial<Dimension> = {}): Dimension {
  return { code, name: label(code), weight: '100', per: 'unit', role: 'score', standing: SURE, variables, ...more };
}

/** The bands and the fieldwork of 2023 around other dimensions. */
export function instrumentOf(dimensions: readonly Dimension[], more: Partial<Instrument> = {}): Instrument {
  return { ...PENILAIAN_2023, id: 'contoh', dimensions, rounding: {}, ...more };
}

/** One number from 0 to 100 per unit: the score of the unit is the number. */
export const ONE_NUMBER: Instrument = instrumentOf(
  [
    dimensionOf('d', [
      variableOf('v', [indicatorOf('nilai', { kind: 'number', worst: '0', best: '100', unit: label('nilai') })]),
    ]),
  ],
  { rounding: { unit: 2, agency: 2 }, bands: OPINI_2025.bands },
);

const KINDS: fc.Arbitrary<AnswerKind> = fc.oneof(
  fc.record({ kind: fc.constant('yes-no' as const), good: fc.constantFrom('yes' as const, 'no' as const) }),
  fc.record({ kind: fc.constant('interval' as const), max: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant('scale' as const),
    min: fc.integer({ min: -2, max: 1 }),
    max: fc.integer({ min: 2, max: 6 }),
    good: fc.constantFrom('high' as const, 'low' as const),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    worst: fc.constantFrom('0', '25', '100'),
    best: fc.constantFrom('10', '99.5'),
    unit: fc.constant(label('unit')),
  }),
  fc.record({ kind: fc.constant('share' as const), good: fc.constantFrom('high' as const, 'low' as const) }),
  fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }).map(
    (points): AnswerKind => ({
      kind: 'choice',
      options: [...points, 100].map((one, place) => ({ code: `o${place}`, label: label(`o${place}`), points: String(one) })),
    }),
  ),
);

/** Positive whole weights; siblings need not add up to 100, since only their proportions count. */
const WEIGHT = fc.integer({ min: 1, max: 60 }).map(String);
const UNIT_SHEETS: readonly SheetKind[] = ['product', 'unit', 'officer', 'user'];

/** Instruments of all kinds of answers, up to 3 dimensions of up to 3 variables of up to 3 indicators; some measured on the agency. */
export const INSTRUMENTS: fc.Arbitrary<Instrument> = fc
  .array(
    fc.record({
      weight: WEIGHT,
      ofAgency: fc.boolean(),
      variables: fc.array(
        fc.record({
          weight: WEIGHT,
          indicators: fc.array(fc.record({ weight: WEIGHT, answer: KINDS, from: fc.constantFrom(...UNIT_SHEETS) }), {
            minLength: 1,
            maxLength: 3,
          }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((dimensions) =>
    instrumentOf(
      dimensions.map(({ weight, ofAgency, variables }, d) =>
        dimensionOf(
          `d${d}`,
          variables.map((variable, v) =>
            variableOf(
              `d${d}v${v}`,
              variable.indicators.map((one, i) =>
                indicatorOf(`d${d}v${v}i${i}`, one.answer, { weight: one.weight, from: ofAgency ? 'agency' : one.from }),
              ),
              variable.weight,
            ),
          ),
          { weight, per: ofAgency ? 'agency' : 'unit' },
        ),
      ),
    ),
  );

/** An answer as it may be written down for a kind; sometimes none, sometimes "does not apply". */
export function writtenFor(answer: AnswerKind): fc.Arbitrary<Written> {
  const steps = offered(answer);
  const said: fc.Arbitrary<Written> =
    steps.length > 0
      ? fc.constantFrom(...steps)
      : answer.kind === 'share'
        ? fc.integer({ min: 0, max: 10_000 }).map((hundredths) => String(hundredths / 100))
        : fc.integer({ min: -20, max: 1200 }).map((tenths) => String(tenths / 10));
  return fc.oneof(
    { weight: 8, arbitrary: said },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('n/a') },
  );
}

/** Answers of one to three units with up to three sheets of each kind. */
export function answersTo(instrument: Instrument): fc.Arbitrary<Answers> {
  const sheetOf = (kind: SheetKind): fc.Arbitrary<Sheet> => {
    const asked = placesOf(instrument).filter(({ indicator }) => indicator.from === kind);
    return fc
      .record(Object.fromEntries(asked.map(({ indicator }) => [indicator.code, writtenFor(indicator.answer)])))
      .map((answers) => ({ kind, answers }));
  };
  const sheets = (kinds: readonly SheetKind[]) =>
    fc.tuple(...kinds.map((kind) => fc.array(sheetOf(kind), { minLength: 1, maxLength: 3 }))).map((lists) => lists.flat());
  return fc.record({
    agency: fc.constant('Kabupaten Contoh'),
    units: fc
      .array(sheets(UNIT_SHEETS), { minLength: 1, maxLength: 3 })
      .map((units) => units.map((own, place) => ({ unit: `unit ${place}`, sheets: own }))),
    sheets: sheets(['agency']),
  });
}
