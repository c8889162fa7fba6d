import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAmount, readAmount, readRupiah, showAmount } from './amount.ts';

describe('amounts as people type them', () => {
  test.each([
    ['12', '12'],
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    [' 1 250 ', '1250'],
    ['1.250,5', '1250.5'],
    ['1.250.000', '1250000'],
    ['0.125', '0.125'],
    ['007', '7'],
    ['-3', '-3'],
    ['12,50', '12.5'],
    ['-0', '0'],
  ])('%j is %j', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });

  test.each(['', 'dua', '12 layanan', '1.250', '-9.999', '1,2,3', '12%', '1e3', '١٢', '1'.repeat(13), '0,1234567'])(
    '%j is refused rather than guessed',
    (typed) => {
      expect(readAmount(typed)).toBeUndefined();
    },
  );

  test('what is shown can be typed back in, unless its dot could mean thousands', () => {
    const canonical = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 9999 }))
      .map(([whole, parts]) => readAmount(`${whole},${parts}`))
      .filter((amount) => amount !== undefined);
    fc.assert(
      fc.property(canonical, (amount) => {
        expect(isAmount(amount)).toBe(true);
        expect(readAmount(showAmount(amount, 'id'))).toBe(amount);
        if (!/\.\d{3}$/.test(amount)) expect(readAmount(showAmount(amount, 'en'))).toBe(amount);
      }),
    );
  });

  test.each([
    ['Rp 25.000.000', '25000000'],
    ['25000000', '25000000'],
    ['25.000.000,00', '25000000'],
    ['0', '0'],
    ['rp0', '0'],
  ])('%j is %j rupiah', (typed, money) => {
    expect(readRupiah(typed)).toBe(money);
  });

  test.each(['', '25 juta', '-5', '12,5', '1.00.000'])('%j is no money', (typed) => {
    expect(readRupiah(typed)).toBeUndefined();
  });
});
