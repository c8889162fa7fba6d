import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText, exactText, ratio, rational, readRational, roundHalfUp } from './rational.ts';

describe('rounding half-up', () => {
  test.each([
    ['80.995', 2, '81.00'],
    ['80.9949999', 2, '80.99'],
    ['230.45/3', 2, '76.82'],
    ['0.005', 2, '0.01'],
    ['0.0049', 2, '0.00'],
    ['99.995', 2, '100.00'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-2'],
    ['100/6', 2, '16.67'],
  ])('%s at %d decimals is %s', (value, decimals, expected) => {
    expect(decimalText(rational(value), decimals)).toBe(expected);
  });

  test('agrees with whole-number arithmetic for any fraction', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 30n), 10n ** 30n),
        fc.bigInt(1n, 10n ** 20n),
        fc.integer({ min: 0, max: 6 }),
        (n, d, decimals) => {
          const scale = 10n ** BigInt(decimals);
          // floor(n/d * scale + 1/2), by hand
          const above = 2n * n * scale + d;
          const below = 2n * d;
          const floor = above / below - (above % below < 0n ? 1n : 0n);
          const rounded = roundHalfUp(ratio(n, d), decimals);
          expect(rounded.equals(ratio(floor, scale))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('exact numbers', () => {
  test('read back as what was written', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 60n), 10n ** 60n), fc.bigInt(1n, 10n ** 60n), (n, d) => {
        const value = ratio(n, d);
        expect(rational(exactText(value)).equals(value)).toBe(true);
      }),
    );
  });

  test('add up without a rest', () => {
    expect(exactText(rational('0.1').add(rational('0.2')))).toBe('3/10');
    expect(exactText(Array.from({ length: 6 }, () => rational('100/6')).reduce((sum, one) => sum.add(one)))).toBe('100');
  });

  test.each(['', ' 1', '1e3', '1,5', '+1', '0x10', 'NaN', '1/0', '1/2/3', '.5', '5.', '--1', 'Infinity', '1/-2'])(
    '%j is none',
    (text) => {
      expect(readRational(text)).toBeUndefined();
    },
  );
});
