import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { isYoungEnough, lastDayToReport } from './event-age.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const days = fc.integer({ min: 0, max: 36_524 }).map((n) => day('1950-01-01').add({ days: n }));

describe('the two-year rule', () => {
  test.each([
    ['2024-03-10', '2026-03-10'],
    // The day that does not exist in a common year does not lengthen the time.
    ['2024-02-29', '2026-02-28'],
    ['2024-02-28', '2026-02-28'],
    ['2022-02-28', '2024-02-28'],
    ['2024-03-01', '2026-03-01'],
    ['2023-12-31', '2025-12-31'],
  ])('an event of %s may be reported until %s and not a day later', (occurred, last) => {
    expect(lastDayToReport(day(occurred), 2).toString()).toBe(last);
    expect(isYoungEnough(day(occurred), day(last), 2)).toBe(true);
    expect(isYoungEnough(day(occurred), day(last).add({ days: 1 }), 2)).toBe(false);
  });

  test('runs from date to date: same day and month, but for 29 February; a later event never ends earlier', () => {
    let leap = 0;
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 800 }), fc.constantFrom(1, 2, 4), (occurred, more, years) => {
        const last = lastDayToReport(occurred, years);
        expect(last.year).toBe(occurred.year + years);
        expect(last.month).toBe(occurred.month);
        if (occurred.month === 2 && occurred.day === 29) leap += 1;
        else expect(last.day).toBe(occurred.day);
        const later = lastDayToReport(occurred.add({ days: more }), years);
        expect(Temporal.PlainDate.compare(last, later)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 4000, examples: [[day('2024-02-29'), 1, 2]] },
    );
    expect(leap).toBeGreaterThan(0);
  });

  test('is two calendar years, not 730 days: with a leap day between it is 731', () => {
    expect(day('2023-06-01').until(lastDayToReport(day('2023-06-01'), 2)).days).toBe(731);
    expect(day('2024-06-01').until(lastDayToReport(day('2024-06-01'), 2)).days).toBe(730);
  });
});
