import fc from 'fast-check';
import { expect, test } from 'vitest';
import { driftOf, type Pair } from './agreement.ts';

const pair = (first: string | null, second: string | null, count = 1, good: 'high' | 'low' = 'high'): Pair => ({
  answer: { kind: 'scale', min: 1, max: 4, good },
  first,
  second,
  count,
});

test('better is what earns more, also where a low number is good', () => {
  expect(driftOf([pair('1', '3'), pair('3', '1', 2), pair('2', '2', 5)])).toEqual({ same: 5, better: 1, worse: 2 });
  expect(driftOf([pair('1', '3', 1, 'low'), pair('3', '1', 2, 'low')])).toEqual({ same: 0, better: 2, worse: 1 });
});

test('what does not apply is neither better nor worse', () => {
  expect(driftOf([pair(null, '3'), pair('3', null), pair(null, null)])).toEqual({ same: 1, better: 0, worse: 0 });
});

test('the other way round everything turns over', () => {
  const value = fc.option(fc.integer({ min: 1, max: 4 }).map(String));
  const pairs = fc.array(
    fc.tuple(value, value, fc.integer({ min: 1, max: 9 })).map(([first, second, count]) => pair(first, second, count)),
  );
  fc.assert(
    fc.property(pairs, (all) => {
      const one = driftOf(all);
      const other = driftOf(all.map((each) => ({ ...each, first: each.second, second: each.first })));
      expect(other).toEqual({ same: one.same, better: one.worse, worse: one.better });
    }),
  );
});
