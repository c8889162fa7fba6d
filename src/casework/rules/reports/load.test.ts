import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../case.transitions.ts';
import { AGE_BUCKETS, ageBucket, countOf, officersIn, stagesIn } from './load.ts';

describe('the load of an office', () => {
  it('puts every age into one bucket', () => {
    expect([-1, 0, 30, 31, 60, 61, 89, 90, 180, 181, 4000].map(ageBucket)).toEqual([
      ...['0-30', '0-30', '0-30', '31-60', '31-60', '61-89', '61-89', '90-180', '90-180', '181', '181'],
    ]);
  });

  it('adds up to the same in every direction', () => {
    const one = fc.record({
      personId: fc.constantFrom('a', 'b', null),
      stage: fc.constantFrom(...STAGES),
      bucket: fc.constantFrom(...AGE_BUCKETS.map(({ code }) => code)),
      isOverdue: fc.boolean(),
      count: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), (counts) => {
        const all = countOf(counts, {});
        const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
        expect(sum(stagesIn(counts).map((stage) => countOf(counts, { stage })))).toBe(all);
        expect(sum(officersIn(counts).map((personId) => countOf(counts, { personId })))).toBe(all);
        expect(sum(AGE_BUCKETS.map(({ code }) => countOf(counts, { bucket: code })))).toBe(all);
        const officers = officersIn(counts);
        expect(officers.includes(null) ? officers.at(-1) : null).toBe(null);
      }),
    );
  });
});
