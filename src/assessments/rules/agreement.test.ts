import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, type Pair } from './agreement.ts';
import type { AnswerKind } from './answer-kinds.ts';

const YES_NO: AnswerKind = { kind: 'yes-no', good: 'yes' };
const STEPS: AnswerKind = { kind: 'interval', max: 3 };

const pair = (answer: AnswerKind, first: string | null, second: string | null, count: number): Pair => ({
  answer,
  first,
  second,
  count,
});

describe('agreement of two raters', () => {
  it('is the worked example of Cohen: 35 of 50 alike, kappa 0.40', () => {
    // Both yes 20, both no 15, 5 and 10 apart: Po = 0.7, Pe = 0.5 x 0.6 + 0.5 x 0.4 = 0.5.
    const found = agreementOf([
      pair(YES_NO, '1', '1', 20),
      pair(YES_NO, '1', '0', 5),
      pair(YES_NO, '0', '1', 10),
      pair(YES_NO, '0', '0', 15),
    ]);
    expect(found.pairs).toBe(50);
    expect(found.percent).toBeCloseTo(70, 10);
    expect(found.kappa).toBeCloseTo(0.4, 10);
    // With two answers the weights change nothing.
    expect(found.weightedKappa).toBeCloseTo(0.4, 10);
  });

  it('counts a step apart less than three in the weighted kappa alone', () => {
    const near = agreementOf([pair(STEPS, '3', '2', 10), pair(STEPS, '0', '0', 10), pair(STEPS, '3', '3', 10)]);
    const far = agreementOf([pair(STEPS, '3', '0', 10), pair(STEPS, '0', '0', 10), pair(STEPS, '3', '3', 10)]);
    expect(near.percent).toBe(far.percent);
    expect(near.weightedKappa ?? 0).toBeGreaterThan((far.weightedKappa ?? 0) + 0.3);
  });

  it('is full where both always say the same, and has no kappa where they only ever say one thing', () => {
    expect(agreementOf([pair(STEPS, '3', '3', 4), pair(STEPS, '1', '1', 4)])).toMatchObject({
      percent: 100,
      kappa: 1,
      weightedKappa: 1,
    });
    expect(agreementOf([pair(STEPS, '3', '3', 4)])).toMatchObject({ percent: 100, kappa: null, weightedKappa: null });
    expect(agreementOf([])).toEqual({ pairs: 0, percent: null, kappa: null, weightedKappa: null });
  });

  it('never lies outside -1 and 1, is the same for either order of raters, and does not mix scales', () => {
    const answer = fc.constantFrom('0', '1', '2', '3', null);
    const pairs = fc.array(fc.tuple(answer, answer, fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 12 });
    let seen = 0;
    fc.assert(
      fc.property(pairs, (some) => {
        const found = agreementOf(some.map(([a, b, count]) => pair(STEPS, a, b, count)));
        const turned = agreementOf(some.map(([a, b, count]) => pair(STEPS, b, a, count)));
        for (const kappa of ['kappa', 'weightedKappa'] as const) {
          if (found[kappa] === null) continue;
          seen += 1;
          expect(Math.abs(found[kappa])).toBeLessThanOrEqual(1 + 1e-9);
          expect(turned[kappa]).toBeCloseTo(found[kappa], 9);
        }
      }),
    );
    expect(seen).toBeGreaterThan(100);
    const apart = agreementOf([
      pair(YES_NO, '1', '1', 5),
      pair(YES_NO, '0', '0', 5),
      pair(STEPS, '1', '1', 5),
      pair(STEPS, '0', '0', 5),
    ]);
    expect(apart).toMatchObject({ percent: 100, kappa: 1 });
  });
});
