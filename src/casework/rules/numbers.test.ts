import { describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { formatNumber, readNumber, romanMonth } from './numbers.ts';
import { officeCode, SHIPPED_OFFICE_CODES } from './office-codes.ts';

const on = Temporal.PlainDate.from('2026-03-17');

describe('a number', () => {
  test('says serial, series, Roman month, year and office', () => {
    expect(formatNumber({ serial: 123, series: 'LM', on, office: 'DPS' })).toBe('0123/LM/III/2026/DPS');
    expect(formatNumber({ serial: 12_345, series: 'LM', on, office: 'DPS' })).toBe('12345/LM/III/2026/DPS');
  });

  test('has a Roman month for each month and for nothing else', () => {
    expect(Array.from({ length: 12 }, (_, month) => romanMonth(month + 1)).join(' ')).toBe(
      'I II III IV V VI VII VIII IX X XI XII',
    );
    expect(() => romanMonth(13)).toThrow();
  });

  test('is read back as it was written, and as people type it', () => {
    for (const typed of ['0123/LM/III/2026/DPS', '123/lm/iii/2026/dps', ' 0123 / LM / III / 2026 / DPS ']) {
      expect(readNumber(typed), typed).toBe('0123/LM/III/2026/DPS');
    }
    for (const typed of ['', '0000/LM/III/2026/DPS', '123/LM/XIII/2026/DPS', '123/LM/IIX/2026/DPS', 'x'.repeat(61)]) {
      expect(readNumber(typed), typed).toBeUndefined();
    }
  });
});

describe('codes of offices', () => {
  test('no two offices have the same one', () => {
    const codes = Object.values(SHIPPED_OFFICE_CODES);
    expect(codes).toHaveLength(35);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('an office opened later has one too', () => {
    expect(officeCode('ori.papua-tengah')).toBe('PAPUATENGAH');
  });
});
