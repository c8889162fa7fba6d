import { describe, expect, test } from 'vitest';
import { SHIPPED_INSTRUMENTS, shippedInstrument } from '../data/shipped.ts';
import type { Answers } from './answers.ts';
import { exampleAnswers } from './answers-example.ts';
import { dimensionOf, indicatorOf, instrumentOf, ONE_NUMBER, variableOf } from './instrument.test-support.ts';
import type { Instrument } from './instrument.ts';
import { decimalText, exactText } from './rational.ts';
import { MEAN_EXAMPLES, SCORE_EXAMPLES } from './score.examples.ts';
import { score } from './score.ts';
import { verdictOfAgency, verdictOfUnit } from './verdict.ts';

const text = (value: Parameters<typeof exactText>[0] | null | undefined) => value && exactText(value);
const oneUnit = (answers: Answers['units'][number]['sheets'][number]['answers']): Answers => ({
  agency: 'a',
  units: [{ unit: 'u', sheets: [{ kind: 'unit', answers }] }],
});

describe('worked examples', () => {
  test.each(SCORE_EXAMPLES.map((one) => [one.title, one] as const))('%s', (_title, example) => {
    const instrument = shippedInstrument(example.instrument) as Instrument;
    const { score: scored, problems } = score(instrument, example.answers);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(scored.dimensions.map((node) => [node.code, text(node.score)]))).toEqual(example.dimensions);
    expect(scored.score && decimalText(scored.score)).toBe(example.score);
    expect(verdictOfAgency(instrument, scored)?.band.category).toBe(example.category);
    expect(scored.complete).toBe(true);
  });

  test.each(MEAN_EXAMPLES.map((one) => [one.title, one] as const))('%s: the mean of its units', (_title, example) => {
    const units = example.units.map((nilai, place) => ({
      unit: String(place),
      sheets: [{ kind: 'unit' as const, answers: { nilai } }],
    }));
    const { score: scored } = score(ONE_NUMBER, { agency: example.title, units });
    expect(scored.units.map((unit) => unit.score && decimalText(unit.score))).toEqual(example.units);
    expect(scored.score && decimalText(scored.score)).toBe(example.agency);
    expect(verdictOfAgency(ONE_NUMBER, scored)?.band.category).toBe(example.category);
  });
});

describe.each(SHIPPED_INSTRUMENTS.map((one) => [one.id, one] as const))('%s, end to end', (_id, instrument) => {
  test('all that is best comes to 100 and the highest band', () => {
    const { score: scored, problems } = score(instrument, exampleAnswers(instrument));
    expect({ problems, score: text(scored.score), complete: scored.complete }).toEqual({
      problems: [],
      score: '100',
      complete: true,
    });
    expect(scored.dimensions.map((node) => text(node.score))).toEqual(scored.dimensions.map(() => '100'));
    expect(verdictOfAgency(instrument, scored)?.band).toEqual(instrument.bands.at(-1));
    expect(scored.units.map((unit) => verdictOfUnit(instrument, unit.score)?.band.from)).toEqual(
      ['81', '81'].map(() => instrument.bands.at(-1)?.from),
    );
  });

  test('all that is worst comes to 0 and the lowest band', () => {
    const { score: scored, problems } = score(instrument, exampleAnswers(instrument, 'worst'));
    expect({ problems, score: text(scored.score), complete: scored.complete }).toEqual({
      problems: [],
      score: '0',
      complete: true,
    });
    expect(verdictOfAgency(instrument, scored)?.band).toEqual(instrument.bands[0]);
  });
});

describe('what is missing', () => {
  const two = instrumentOf([
    dimensionOf('d', [
      variableOf('v', [
        indicatorOf('a', { kind: 'interval', max: 3 }, { weight: '50', mayNotApply: false }),
        indicatorOf('b', { kind: 'interval', max: 3 }, { weight: '25' }),
        indicatorOf('c', { kind: 'interval', max: 3 }, { weight: '25', from: 'user' }),
      ]),
    ]),
  ]);

  test('keeps a score provisional and is named', () => {
    const { score: scored } = score(two, oneUnit({ a: 3 }));
    expect(scored).toMatchObject({ complete: false, units: [{ missing: ['b', 'c'] }] });
    expect(text(scored.score)).toBe('100');
  });

  test('one document without an answer is enough; one person who says nothing is not', () => {
    const sheets = (second: Record<string, number>, user: Record<string, number>) => [
      { kind: 'unit' as const, answers: { a: 3, b: 3 } },
      { kind: 'unit' as const, answers: second },
      { kind: 'user' as const, answers: { c: 3 } },
      { kind: 'user' as const, answers: user },
    ];
    const missing = (second: Record<string, number>, user: Record<string, number>) =>
      score(two, { agency: 'a', units: [{ unit: 'u', sheets: sheets(second, user) }] }).score.units[0]?.missing;
    expect(missing({ a: 1, b: 1 }, {})).toEqual([]);
    expect(missing({ a: 1 }, { c: 1 })).toEqual(['b']);
  });

  test('what does not apply leaves its mean, and the others stand for the whole', () => {
    const sheets = [
      { kind: 'unit' as const, answers: { a: 2, b: 'n/a' } },
      { kind: 'user' as const, answers: { c: 3 } },
    ];
    const { score: scored } = score(two, { agency: 'a', units: [{ unit: 'u', sheets }] });
    // (50 × 200/3 + 25 × 100) / 75
    expect(text(scored.score)).toBe('700/9');
    expect(scored.complete).toBe(true);
  });

  test('an agency without units has no score, and so has one where nothing applies', () => {
    expect(score(two, { agency: 'a', units: [] }).score).toMatchObject({ score: null, complete: false });
    expect(verdictOfAgency(two, score(two, { agency: 'a', units: [] }).score)).toBeNull();
  });
});

describe('the qualifier of 2025', () => {
  const opini = shippedInstrument('opini-2025') as Instrument;
  const withShare = (share: number | string | null) => {
    const best = exampleAnswers(opini);
    return score(opini, { ...best, sheets: share === null ? [] : [{ kind: 'agency', answers: { 'produk-pengawasan': share } }] })
      .score;
  };
  const label = (share: number | string | null) => verdictOfAgency(opini, withShare(share))?.label.id;

  test('adds its words where every product that is due was carried out, or none was due', () => {
    expect([label(100), label('n/a')]).toEqual([
      'Kualitas Tertinggi (Tanpa Maladministrasi)',
      'Kualitas Tertinggi (Tanpa Maladministrasi)',
    ]);
  });

  test('adds nothing below, and nothing while nobody has answered: then the score is provisional too', () => {
    expect([label('99.99'), label(null)]).toEqual(['Kualitas Tertinggi', 'Kualitas Tertinggi']);
    expect(withShare(null)).toMatchObject({ complete: false, missing: ['produk-pengawasan'], qualifier: undefined });
    expect(withShare(0).complete).toBe(true);
  });

  test('stands outside the score', () => {
    expect([text(withShare(0).score), text(withShare(100).score)]).toEqual(['100', '100']);
  });
});

describe('levels', () => {
  const half = (code: string, from: 'unit' | 'agency') =>
    dimensionOf(code, [variableOf(`${code}v`, [indicatorOf(`${code}i`, { kind: 'share', good: 'high' }, { from })])], {
      weight: from === 'agency' ? '40' : '60',
      per: from,
    });
  const mixed = instrumentOf([half('d', 'unit'), half('e', 'agency')]);

  test('what is measured once for the agency joins the mean of its units by weight', () => {
    const units = ['50', '100'].map((di, place) => ({ unit: `u${place}`, sheets: [{ kind: 'unit' as const, answers: { di } }] }));
    const { score: scored } = score(mixed, { agency: 'a', units, sheets: [{ kind: 'agency', answers: { ei: '10' } }] });
    expect(text(scored.score)).toBe('49'); // 0.6 × 75 + 0.4 × 10
    expect(scored.dimensions.map((node) => [node.code, text(node.score)])).toEqual([
      ['d', '75'],
      ['e', '10'],
    ]);
  });

  test('an instrument of the agency alone needs no unit', () => {
    const alone = instrumentOf([{ ...half('e', 'agency'), weight: '100' }]);
    const { score: scored } = score(alone, { agency: 'a', units: [], sheets: [{ kind: 'agency', answers: { ei: 80 } }] });
    expect([text(scored.score), scored.complete]).toEqual(['80', true]);
  });

  test('only the levels that are named are rounded', () => {
    const answers = {
      agency: 'a',
      units: ['1', '1', '2'].map((di, u) => ({ unit: `${u}`, sheets: [{ kind: 'unit' as const, answers: { di } }] })),
    };
    const rounded = (rounding: Instrument['rounding']) =>
      text(score(instrumentOf([half('d', 'unit')], { rounding }), answers).score.score);
    expect([rounded({}), rounded({ agency: 0 }), rounded({ agency: 2 }), rounded({ unit: 2 })]).toEqual([
      '4/3',
      '1',
      '133/100',
      '4/3',
    ]);
  });
});
