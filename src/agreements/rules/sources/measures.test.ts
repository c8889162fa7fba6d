import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../agreement.test-support.ts';
import { sameDaysBefore, soFar, spanOf } from './measure-period.ts';
import { shownFigure } from './shown-figure.ts';

describe('the days a measure looks at', () => {
  test('are those from its first day to the end of its year, or its own; as much of them as has come', () => {
    const line = { year: 2026, startsOn: day('2026-07-01') };
    const year = spanOf(line, null);
    expect([year.from, year.until].map(String)).toEqual(['2026-07-01', '2026-12-31']);
    // A line that runs on into the year of its targets.
    const long = spanOf({ year: 2027, startsOn: day('2026-07-01') }, null);
    expect([long.from, long.until].map(String)).toEqual(['2026-07-01', '2027-12-31']);
    const own = { from: day('2026-04-01'), until: day('2026-06-30') };
    expect(spanOf(line, own)).toBe(own);
    expect(soFar(own, day('2026-05-10'))?.until.toString()).toBe('2026-05-10');
    expect(soFar(own, day('2026-07-01'))?.until.toString()).toBe('2026-06-30');
    expect(soFar(own, day('2026-03-31'))).toBeNull();
  });

  test('are compared with the same days a year before', () => {
    const was = sameDaysBefore({ from: day('2026-04-01'), until: day('2026-06-30') });
    expect([was.from, was.until].map(String)).toEqual(['2025-04-01', '2025-06-30']);
    expect(sameDaysBefore({ from: day('2024-02-29'), until: day('2024-03-01') }).from.toString()).toBe('2023-02-28');
    // Two years are compared with the two years before them.
    expect(sameDaysBefore({ from: day('2025-01-01'), until: day('2026-12-31') }).until.toString()).toBe('2024-12-31');
  });

  test('never overlap the days they are compared with', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map((count) => day('2020-01-01').add({ days: count }));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1500 }), (from, length) => {
        const span = { from, until: from.add({ days: length }) };
        expect(sameDaysBefore(span).until.until(from).sign).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what is shown of a measure', () => {
  const LEAST = 10;

  test('few cases: no share; insiders see how many, the public does not see how they are divided', () => {
    const counted = { groups: { silence: 2, confirmed: 3 }, workingDays: 0 };
    expect(shownFigure('closed-by-silence', counted, LEAST, 'inside')).toMatchObject({
      isFew: true,
      groups: [{ count: 2 }, { count: 3 }],
    });
    expect(shownFigure('closed-by-silence', counted, LEAST, 'public')).toMatchObject({ isFew: true, groups: [], others: 0 });
  });

  test('channels of few are put together for the public, never one of them alone', () => {
    const counted = { groups: { web: 40, whatsapp: 12, letter: 2 }, workingDays: 0 };
    const shown = shownFigure('channel-use', counted, LEAST, 'public');
    expect(shown).toMatchObject({ groups: [{ code: 'web', count: 40 }], others: 14 });
    expect(shownFigure('channel-use', counted, LEAST, 'inside')).toMatchObject({ others: 0 });
    let hidden = 0;
    const groups = fc.dictionary(
      fc.constantFrom('web', 'api', 'pojok', 'sms', 'whatsapp', 'letter'),
      fc.integer({ min: 0, max: 30 }),
    );
    fc.assert(
      fc.property(groups, (given) => {
        const seen = shownFigure('channel-use', { groups: given, workingDays: 0 }, LEAST, 'public');
        const told = seen.groups.reduce((all, { count }) => all + count, 0) + seen.others;
        if (seen.others > 0) hidden += 1;
        // Nothing is lost, and no channel of few can be worked out as the one that is missing.
        if (!seen.isFew) expect(told).toBe(seen.figure.cases);
        for (const { count } of seen.groups) expect(count).toBeGreaterThanOrEqual(LEAST);
        const missing = Object.entries(given).filter(
          ([code, count]) => count > 0 && !seen.groups.some((group) => group.code === code),
        );
        if (!seen.isFew && Object.values(given).filter((count) => count > 0).length > 1) expect(missing.length).not.toBe(1);
      }),
      { numRuns: 500 },
    );
    expect(hidden).toBeGreaterThan(50);
  });

  test('the denominator of a share leaves out what is told beside it', () => {
    const { figure } = shownFigure(
      'followed-up',
      { groups: { 'followed-up': 30, 'not-yet': 10, archived: 20 }, workingDays: 0 },
      LEAST,
      'public',
    );
    expect([figure.hits, figure.cases, figure.beside, figure.value?.toFraction()]).toEqual([30, 40, 20, '3/4']);
  });
});
