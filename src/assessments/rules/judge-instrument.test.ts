import { describe, expect, test } from 'vitest';
import { OPINI_2025 } from '../data/opini.ts';
import { PENILAIAN_2023 } from '../data/penilaian.ts';
import { SHIPPED_INSTRUMENTS } from '../data/shipped.ts';
import type { AnswerKind } from './answer-kinds.ts';
import type { Dimension, Indicator, Instrument, Variable } from './instrument.ts';
import type { InstrumentProblem, InstrumentProblemCode } from './instrument-problem.ts';
import { tellInstrumentProblem } from './instrument-problem-words.ts';
import { judgeInstrument } from './judge-instrument.ts';

const GOOD = PENILAIAN_2023;

const inDimension = (change: (dimension: Dimension) => Dimension, of: Instrument = GOOD): Instrument => ({
  ...of,
  dimensions: of.dimensions.map((one, place) => (place === 0 ? change(one) : one)),
});
const inVariable = (change: (variable: Variable) => Variable): Instrument =>
  inDimension((dimension) => ({
    ...dimension,
    variables: dimension.variables.map((one, place) => (place === 0 ? change(one) : one)),
  }));
const inIndicator = (change: Partial<Indicator>): Instrument =>
  inVariable((variable) => ({
    ...variable,
    indicators: variable.indicators.map((one, place) => (place === 0 ? { ...one, ...change } : one)),
  }));
const inBand = (change: Partial<Instrument['bands'][number]>): Instrument => ({
  ...GOOD,
  bands: GOOD.bands.map((one, place) => (place === 1 ? { ...one, ...change } : one)),
});
const blank = { id: '', en: '' };
const answered = (answer: AnswerKind) => inIndicator({ answer });
const option = (code: string, points: string) => ({ code, points, label: { id: code, en: code } });
const qualifier = (change: Partial<NonNullable<Instrument['qualifier']>>): Instrument => ({
  ...OPINI_2025,
  qualifier: OPINI_2025.qualifier && { ...OPINI_2025.qualifier, ...change },
});

/** Of every problem at least one instrument that has it, and where. */
const FAILING: Readonly<Record<InstrumentProblemCode, readonly (readonly [Instrument, readonly string[], string | null])[]>> = {
  'weights-do-not-add-up': [
    [inDimension((one) => ({ ...one, weight: '21.7' })), [], '1997/20'],
    [inVariable((one) => ({ ...one, weight: '49.99' })), ['input'], '9999/100'],
    [inIndicator({ weight: '16.67' }), ['input', 'kompetensi'], '30001/300'],
  ],
  'weight-unreadable': [[inIndicator({ weight: '16,67' }), ['input', 'kompetensi', 'tahu-standar'], '16,67']],
  'weight-negative': [[inIndicator({ weight: '-1' }), ['input', 'kompetensi', 'tahu-standar'], '-1']],
  'code-twice': [
    [inIndicator({ code: 'tahu-tugas' }), ['input', 'kompetensi', 'tahu-tugas'], 'tahu-tugas'],
    [inVariable((one) => ({ ...one, code: 'sarana' })), ['input', 'sarana'], 'sarana'],
    [inBand({ category: 'A' }), [], null],
    [
      answered({ kind: 'choice', options: [option('a', '0'), option('a', '100')] }),
      ['input', 'kompetensi', 'tahu-standar'],
      null,
    ],
  ],
  'code-unreadable': [
    [{ ...GOOD, id: 'Penilaian 2023' }, [], 'Penilaian 2023'],
    [inIndicator({ code: 'Tahu_Standar' }), ['input', 'kompetensi', 'Tahu_Standar'], 'Tahu_Standar'],
    [
      answered({ kind: 'choice', options: [option('A!', '0'), option('b', '100')] }),
      ['input', 'kompetensi', 'tahu-standar'],
      'A!',
    ],
  ],
  'nothing-inside': [
    [{ ...GOOD, dimensions: [] }, [], null],
    [inDimension((one) => ({ ...one, variables: [] })), ['input'], null],
    [inVariable((one) => ({ ...one, indicators: [] })), ['input', 'kompetensi'], null],
    [qualifier({ steps: [] }), ['kepatuhan'], null],
  ],
  'name-missing': [
    [{ ...GOOD, title: blank }, [], 'id'],
    [inDimension((one) => ({ ...one, name: { id: 'Input', en: ' ' } })), ['input'], 'en'],
    [inIndicator({ name: blank }), ['input', 'kompetensi', 'tahu-standar'], 'id'],
    [inBand({ label: blank }), ['D'], null],
  ],
  'text-missing': [
    [inIndicator({ question: { id: 'Apa?', en: '' } }), ['input', 'kompetensi', 'tahu-standar'], 'en'],
    [inIndicator({ improvement: blank }), ['input', 'kompetensi', 'tahu-standar'], 'id'],
    [{ ...GOOD, summary: blank }, [], 'id'],
  ],
  'scale-empty': [
    [answered({ kind: 'interval', max: 0 }), ['input', 'kompetensi', 'tahu-standar'], null],
    [answered({ kind: 'interval', max: 2.5 }), ['input', 'kompetensi', 'tahu-standar'], null],
    [answered({ kind: 'scale', min: 4, max: 4, good: 'low' }), ['input', 'kompetensi', 'tahu-standar'], null],
    [answered({ kind: 'scale', min: 0, max: 21, good: 'low' }), ['input', 'kompetensi', 'tahu-standar'], null],
    [answered({ kind: 'number', worst: '5', best: '5.0', unit: blank }), ['input', 'kompetensi', 'tahu-standar'], null],
    [answered({ kind: 'choice', options: [option('a', '100')] }), ['input', 'kompetensi', 'tahu-standar'], null],
  ],
  'points-out-of-range': [
    [
      answered({ kind: 'choice', options: [option('a', '101'), option('b', '100')] }),
      ['input', 'kompetensi', 'tahu-standar'],
      null,
    ],
  ],
  'best-is-not-reached': [
    [answered({ kind: 'choice', options: [option('a', '0'), option('b', '99')] }), ['input', 'kompetensi', 'tahu-standar'], null],
  ],
  'bands-do-not-start-at-zero': [
    [{ ...GOOD, bands: GOOD.bands.slice(1) }, [], null],
    [{ ...OPINI_2025, unitBands: OPINI_2025.bands.slice(1) }, ['unit'], null],
    [{ ...GOOD, bands: [] }, [], null],
  ],
  'band-unreadable': [
    [inBand({ from: '32,00' }), ['D'], '32,00'],
    [inBand({ from: '100.01' }), ['D'], '100.01'],
    [inBand({ from: '31.995' }), ['D'], '31.995'],
  ],
  'band-twice': [[inBand({ from: '54.00' }), [], null]],
  'qualifier-unknown': [
    [qualifier({ dimension: 'input' }), ['input'], null],
    [qualifier({ dimension: 'apa' }), ['apa'], null],
    [{ ...OPINI_2025, qualifier: null }, ['kepatuhan'], 'qualifier'],
  ],
  'qualifier-weighs': [
    [
      {
        ...OPINI_2025,
        dimensions: OPINI_2025.dimensions.map((one) => (one.role === 'qualifier' ? { ...one, weight: '5' } : one)),
      },
      ['kepatuhan'],
      '5',
    ],
  ],
  'step-unreadable': [
    [qualifier({ steps: [{ from: 'semua', adds: { id: 'a', en: 'a' } }] }), ['kepatuhan'], 'semua'],
    [qualifier({ steps: [{ from: '100', adds: blank }] }), ['kepatuhan'], '100'],
  ],
  'wrong-sheet-for-level': [
    [inIndicator({ from: 'agency' }), ['input', 'kompetensi', 'tahu-standar'], 'agency'],
    [inDimension((one) => ({ ...one, per: 'agency' })), ['input', 'kompetensi', 'tahu-standar'], 'officer'],
  ],
  'no-sheet-planned': [
    [
      { ...GOOD, fieldwork: { ...GOOD.fieldwork, sheets: { product: 2, unit: 1, officer: 4, user: 30 } } },
      ['fieldwork'],
      'complaint-officer',
    ],
  ],
  'count-out-of-range': [
    [{ ...GOOD, fieldwork: { ...GOOD.fieldwork, sheets: { ...GOOD.fieldwork.sheets, user: 1001 } } }, ['fieldwork'], '1001'],
    [
      { ...GOOD, fieldwork: { ...GOOD.fieldwork, loci: GOOD.fieldwork.loci.map((one) => ({ ...one, count: 0 })) } },
      ['fieldwork'],
      '0',
    ],
  ],
  'years-reversed': [[{ ...GOOD, years: { from: 2023, until: 2022 } }, [], '2023–2022']],
  'decimals-out-of-range': [
    [{ ...GOOD, rounding: { unit: 7 } }, ['unit'], '7'],
    [{ ...GOOD, rounding: { agency: 1.5 } }, ['agency'], '1.5'],
  ],
  'threshold-unreadable': [[{ ...GOOD, shortBelow: { ...GOOD.shortBelow, people: '101' } }, [], '101']],
  'no-basis': [[{ ...GOOD, basis: [] }, [], null]],
  'confirmed-without-basis': [
    [inDimension((one) => ({ ...one, standing: { confirmed: true, basis: null, note: null } })), ['input'], null],
  ],
  'default-without-note': [
    [inIndicator({ standing: { confirmed: false, basis: null, note: null } }), ['input', 'kompetensi', 'tahu-standar'], null],
    [inBand({ standing: { confirmed: false, basis: null, note: blank } }), ['D'], null],
  ],
};

describe('what keeps an instrument from being published', () => {
  test.each(SHIPPED_INSTRUMENTS.map((one) => [one.id, one] as const))('nothing in %s', (_id, instrument) => {
    expect(judgeInstrument(instrument)).toEqual([]);
  });

  const cases = Object.entries(FAILING).flatMap(([problem, list]) =>
    list.map(
      ([instrument, where, detail]) =>
        [problem, where.join(' › '), { instrument, expected: { problem, where, detail } }] as const,
    ),
  );
  test.each(cases)('%s in %s', (_problem, _where, { instrument, expected }) => {
    const found = judgeInstrument(instrument);
    expect(found).toContainEqual(expected);
    for (const language of ['id', 'en'] as const) {
      const sentence = tellInstrumentProblem(instrument, expected as InstrumentProblem)[language];
      expect(sentence).toMatch(/^\p{Lu}[^:]*: .+\.$/u);
      expect(sentence).not.toMatch(/undefined|null/);
    }
  });

  test('the sum that was found is told as people read it', () => {
    const lighter = inDimension((one) => ({ ...one, weight: '21.7' }));
    const [problem] = judgeInstrument(lighter);
    expect(problem && tellInstrumentProblem(lighter, problem).id).toBe('Instrumen: bobot dimensi berjumlah 99,85, harus 100.');
  });

  test('everything is told at once', () => {
    const wrong = { ...inIndicator({ weight: 'x', name: blank }), basis: [], bands: [] };
    expect(judgeInstrument(wrong).map((one) => one.problem)).toEqual(
      expect.arrayContaining(['weight-unreadable', 'name-missing', 'no-basis', 'bands-do-not-start-at-zero']),
    );
  });
});
