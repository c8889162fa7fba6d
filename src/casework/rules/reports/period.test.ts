import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { PERIOD_KINDS, periodAfter, periodBefore, periodOf, periodWords, readPeriod } from './period.ts';

describe('the period of a report', () => {
  it('is read from its code and told in words', () => {
    const words = (code: string) => {
      const period = readPeriod(code);
      if (!period) throw new Error(code);
      return [period.from.toString(), period.until.toString(), periodWords(period, 'id'), periodWords(period, 'en')];
    };
    expect(words('2026-03')).toEqual(['2026-03-01', '2026-04-01', 'Maret 2026', 'March 2026']);
    expect(words('2026-Q4')).toEqual(['2026-10-01', '2027-01-01', 'triwulan IV 2026', 'quarter IV of 2026']);
    expect(words('2026')).toEqual(['2026-01-01', '2027-01-01', 'tahun 2026', 'the year 2026']);
    for (const wrong of ['', '2026-13', '2026-Q5', '26', '1026', '2026-3', '2026-03-01', undefined])
      expect(readPeriod(wrong)).toBeUndefined();
  });

  it('holds its day, is read back from its code, and the one after the one before it is itself', () => {
    const day = fc.integer({ min: 0, max: 60_000 }).map((days) => Temporal.PlainDate.from('2001-01-01').add({ days }));
    fc.assert(
      fc.property(day, fc.constantFrom(...PERIOD_KINDS), (on, kind) => {
        const period = periodOf(on, kind);
        expect(Temporal.PlainDate.compare(period.from, on)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(on, period.until)).toBeLessThan(0);
        expect(readPeriod(period.code)).toEqual(period);
        expect(periodAfter(periodBefore(period)).code).toBe(period.code);
        expect(periodBefore(period).until.toString()).toBe(period.from.toString());
      }),
    );
  });
});
