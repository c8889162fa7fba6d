import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReceiptCode, receiptCode, receiptCodeHash, showReceiptCode } from './receipt-code.ts';
import { readTrackingNumber, showTrackingNumber, trackingNumber } from './tracking-number.ts';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

test('a tracking number is read back however it is written', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const number = trackingNumber(random);
      expect(readTrackingNumber(showTrackingNumber(number))).toBe(number);
      expect(readTrackingNumber(`# ${number} `)).toBe(number);
    }),
  );
});

test('one wrong digit or two swapped neighbours are found', () => {
  fc.assert(
    fc.property(bytes, fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.nat(8), (random, place, add, swap) => {
      const number = trackingNumber(random);
      const wrong = [...number].map((digit, index) => (index === place ? String((Number(digit) + add) % 10) : digit)).join('');
      expect(readTrackingNumber(wrong)).toBeUndefined();
      const digits = [...number];
      [digits[swap], digits[swap + 1]] = [digits[swap + 1] as string, digits[swap] as string];
      if (digits.join('') !== number) expect(readTrackingNumber(digits.join(''))).toBeUndefined();
    }),
  );
});

test('the same client secret gives the same receipt code, another secret or complaint another one', () => {
  const key = new Uint8Array(32).fill(7);
  const code = receiptCode(key, 'a', 'client secret');
  expect(code).toMatch(/^\d{16}$/);
  expect(receiptCode(key, 'a', 'client secret')).toBe(code);
  expect(receiptCode(key, 'b', 'client secret')).not.toBe(code);
  expect(receiptCode(key, 'a', 'client secret 2')).not.toBe(code);
  expect(receiptCode(new Uint8Array(32).fill(8), 'a', 'client secret')).not.toBe(code);
  expect(readReceiptCode(showReceiptCode(code))).toBe(code);
  expect(receiptCodeHash(key, 'a', code)).not.toEqual(receiptCodeHash(key, 'b', code));
});
