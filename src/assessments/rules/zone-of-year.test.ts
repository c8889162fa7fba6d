import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHIPPED_INSTRUMENTS } from '../data/shipped.ts';
import { bandOf, rangeOf } from './bands.ts';
import { ratio, rational } from './rational.ts';
import { ZONE_EXAMPLES } from './zone.examples.ts';
import { instrumentOfYear, readScore, zoneOfYear } from './zone-of-year.ts';

describe('the zone of a year', () => {
  test.each(ZONE_EXAMPLES.map((one) => [one.year, one.score, one.zone, one.category, one.label] as const))(
    '%d: %s is %s %s, %s',
    (year, score, zone, category, label) => {
      const verdict = zoneOfYear(SHIPPED_INSTRUMENTS, year, score);
      if (typeof verdict === 'string') throw new Error(verdict);
      expect([verdict.band.zone, verdict.band.category, verdict.band.label.id]).toEqual([zone, category, label]);
    },
  );

  test.each([
    [2020, '70', 'no-round'],
    [1999, '70', 'before-the-first-round'],
    [2012, '70', 'before-the-first-round'],
    [2022.5, '70', 'not-a-year'],
    [Number.NaN, '70', 'not-a-year'],
    [22, '70', 'not-a-year'],
    [2022, '100.001', 'not-a-score'],
    [2022, '-0.01', 'not-a-score'],
    [2022, 'abc', 'not-a-score'],
    [2022, '1.000,5', 'not-a-score'],
  ] as const)('%s with %s is refused: %s', (year, score, refusal) => {
    expect(zoneOfYear(SHIPPED_INSTRUMENTS, year, score)).toBe(refusal);
  });

  test('a decimal comma is read as one', () => {
    expect(readScore(' 80,995 ')?.equals(rational('80.995'))).toBe(true);
  });

  test('a later version of an instrument takes the place of the earlier', () => {
    const [first] = SHIPPED_INSTRUMENTS;
    if (!first) throw new Error('none');
    const second = {
      ...first,
      version: 2,
      bands: first.bands.map((band) => (band.from === '51' ? { ...band, from: '60' } : band)),
    };
    expect(instrumentOfYear([first, second], 2018)?.version).toBe(2);
    expect(zoneOfYear([second, first], 2018, '55')).toMatchObject({ band: { zone: 'merah' } });
  });

  test('every year since the first has one instrument, but for 2020', () => {
    const without = Array.from({ length: 20 }, (_, place) => 2013 + place).filter(
      (year) => !instrumentOfYear(SHIPPED_INSTRUMENTS, year),
    );
    expect(without).toEqual([2020]);
  });
});

describe('bands', () => {
  test('leave no gap and never fall while the score rises', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SHIPPED_INSTRUMENTS),
        fc.bigInt(0n, 10n ** 9n),
        fc.bigInt(0n, 10n ** 9n),
        ({ bands }, a, b) => {
          const [low, high] = [a, b].map((one) => ratio(one, 10n ** 7n)).sort((x, y) => x.compare(y));
          if (!low || !high) return;
          expect(rational(bandOf(bands, low).from).compare(rational(bandOf(bands, high).from))).toBeLessThanOrEqual(0);
        },
      ),
    );
  });

  test('are printed with both ends', () => {
    const [bands] = [instrumentOfYear(SHIPPED_INSTRUMENTS, 2021)?.bands ?? []];
    expect(bands.map((band) => rangeOf(bands, band))).toEqual([
      { from: '0.00', to: '50.99' },
      { from: '51.00', to: '80.99' },
      { from: '81.00', to: '100.00' },
    ]);
  });

  test('may stand in any order', () => {
    const bands = [...(instrumentOfYear(SHIPPED_INSTRUMENTS, 2023)?.bands ?? [])].reverse();
    expect(['31.99', '53.99', '77.99', '87.99', '88'].map((score) => bandOf(bands, rational(score)).category).join('')).toBe(
      'EDCBA',
    );
  });
});
