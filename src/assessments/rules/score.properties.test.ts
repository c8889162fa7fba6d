import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offered, readAnswer, shareOf } from './answer-kinds.ts';
import type { Answers, Written } from './answers.ts';
import { answersTo, INSTRUMENTS } from './instrument.test-support.ts';
import type { Instrument } from './instrument.ts';
import { exactText, type Rational, rational, ZERO } from './rational.ts';
import { score, scoreTally } from './score.ts';
import { tally } from './tally.ts';
import { placesByCode, placesOf } from './walk.ts';

const CASES = INSTRUMENTS.chain((instrument) => fc.tuple(fc.constant(instrument), answersTo(instrument)));
const told = (value: Rational | null) => value && exactText(value);
const scoreOf = (instrument: Instrument, answers: Answers) => score(instrument, answers).score.score;

/** Changes one answer of a sheet. */
function withAnswer(answers: Answers, unit: number, sheet: number, code: string, written: Written): Answers {
  return {
    ...answers,
    units: answers.units.map((one, u) =>
      u === unit
        ? {
            ...one,
            sheets: one.sheets.map((each, s) =>
              s === sheet ? { ...each, answers: { ...each.answers, [code]: written } } : each,
            ),
          }
        : one,
    ),
  };
}

describe('a score', () => {
  test('never falls when an answer is raised, and rises no further than 100', () => {
    let raised = 0;
    fc.assert(
      fc.property(CASES, fc.infiniteStream(fc.nat()), ([instrument, answers], picks) => {
        const pick = (count: number) => (picks.next().value as number) % count;
        const unit = pick(answers.units.length);
        const sheets = answers.units[unit]?.sheets ?? [];
        const sheet = pick(sheets.length);
        const written = Object.entries(sheets[sheet]?.answers ?? {}).filter(([, one]) => one !== null && one !== 'n/a');
        const [code, was] = written[pick(Math.max(1, written.length))] ?? [];
        const kind = code === undefined ? undefined : placesByCode(instrument).get(code)?.indicator.answer;
        if (code === undefined || kind === undefined || was === undefined) return;
        const choices = offered(kind).length > 0 ? offered(kind) : ['0', '33.3', '100'];
        const becomes = choices[pick(choices.length)] as string;
        const share = (one: Written) => shareOf(kind, rational(readAnswer(kind, one as string) as string));
        if (share(becomes).compare(share(was)) < 0) return;
        const [before, after] = [
          scoreOf(instrument, answers),
          scoreOf(instrument, withAnswer(answers, unit, sheet, code, becomes)),
        ];
        if (before === null || after === null) throw new Error('answered, and without a score');
        expect(after.compare(before)).toBeGreaterThanOrEqual(0);
        expect(after.compare(100)).toBeLessThanOrEqual(0);
        expect(before.compare(0)).toBeGreaterThanOrEqual(0);
        if (share(becomes).compare(share(was)) > 0) raised += 1;
      }),
      { numRuns: 400 },
    );
    expect(raised).toBeGreaterThan(50);
  });

  test('does not change when all weights are scaled', () => {
    fc.assert(
      fc.property(CASES, fc.integer({ min: 2, max: 9 }), ([instrument, answers], factor) => {
        const scaled = (weight: string) => exactText(rational(weight).mul(factor).div(7));
        const other: Instrument = {
          ...instrument,
          dimensions: instrument.dimensions.map((dimension) => ({
            ...dimension,
            weight: scaled(dimension.weight),
            variables: dimension.variables.map((variable) => ({
              ...variable,
              weight: scaled(variable.weight),
              indicators: variable.indicators.map((one) => ({ ...one, weight: scaled(one.weight) })),
            })),
          })),
        };
        expect(told(scoreOf(other, answers))).toBe(told(scoreOf(instrument, answers)));
      }),
    );
  });

  test('does not change with the order of units, sheets, answers, dimensions or indicators', () => {
    fc.assert(
      fc.property(CASES, ([instrument, answers]) => {
        const turned: Answers = {
          ...answers,
          units: [...answers.units].reverse().map(({ unit, sheets }) => ({
            unit,
            sheets: [...sheets]
              .reverse()
              .map(({ kind, answers: own }) => ({ kind, answers: Object.fromEntries(Object.entries(own).reverse()) })),
          })),
          sheets: [...(answers.sheets ?? [])].reverse(),
        };
        const other: Instrument = {
          ...instrument,
          dimensions: [...instrument.dimensions].reverse().map((dimension) => ({
            ...dimension,
            variables: [...dimension.variables]
              .reverse()
              .map((variable) => ({ ...variable, indicators: [...variable.indicators].reverse() })),
          })),
        };
        expect(told(scoreOf(other, turned))).toBe(told(scoreOf(instrument, answers)));
      }),
    );
  });

  test('is what comes out when the answers are counted first and scored later', () => {
    fc.assert(
      fc.property(CASES, ([instrument, answers]) => {
        const counted = tally(instrument, answers);
        expect(counted.problems).toEqual([]);
        expect(scoreTally(instrument, counted.tally)).toEqual(score(instrument, answers).score);
      }),
    );
  });

  test('is what the definition says, worked out answer by answer', () => {
    let scored = 0;
    fc.assert(
      fc.property(CASES, ([instrument, answers]) => {
        const expected = byDefinition(instrument, answers);
        expect(told(scoreOf(instrument, answers))).toBe(told(expected));
        if (expected) scored += 1;
      }),
      { numRuns: 300 },
    );
    expect(scored).toBeGreaterThan(200);
  });
});

/** The definition once more, without tallies: means over answers, weights over what applies, mean over units. */
function byDefinition(instrument: Instrument, answers: Answers): Rational | null {
  const weighted = (parts: readonly (readonly [weight: Rational, value: Rational | null])[]): Rational | null => {
    const there = parts.flatMap(([weight, value]) => (value ? [[weight, value] as const] : []));
    if (there.length === 0) return null;
    const weights = there.reduce((sum, [weight]) => sum.add(weight), ZERO);
    return there.reduce((sum, [weight, value]) => sum.add(weight.mul(value)), ZERO).div(weights);
  };
  const ofDimension = (dimension: Instrument['dimensions'][number], sheets: Answers['units'][number]['sheets']) =>
    weighted(
      dimension.variables.map((variable) => [
        rational(variable.weight),
        weighted(
          variable.indicators.map((one) => {
            const shares = sheets.flatMap(({ answers: own }) => {
              const written = own[one.code];
              return written === undefined || written === null || written === 'n/a'
                ? []
                : [shareOf(one.answer, rational(readAnswer(one.answer, written) as string)).mul(100)];
            });
            return [rational(one.weight), weighted(shares.map((share) => [rational('1'), share]))];
          }),
        ),
      ]),
    );
  const [ofUnits, ofAgency] = (['unit', 'agency'] as const).map((per) => instrument.dimensions.filter((one) => one.per === per));
  const units = answers.units.map(({ sheets }) =>
    weighted((ofUnits ?? []).map((one) => [rational(one.weight), ofDimension(one, sheets)])),
  );
  const unitWeight = (ofUnits ?? []).reduce((sum, one) => sum.add(rational(one.weight)), ZERO);
  const unitMean = weighted(units.map((one) => [rational('1'), one]));
  return weighted([
    ...(unitMean ? [[unitWeight, unitMean] as const] : []),
    ...(ofAgency ?? []).map((one) => [rational(one.weight), ofDimension(one, answers.sheets ?? [])] as const),
  ]);
}

test('the instruments of these properties hold every kind of answer', () => {
  const kinds = new Set(fc.sample(INSTRUMENTS, 60).flatMap((one) => placesOf(one).map(({ indicator }) => indicator.answer.kind)));
  expect([...kinds].sort()).toEqual(['choice', 'interval', 'number', 'scale', 'share', 'yes-no']);
});
