import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Moment, Temporal } from '../../../kernel/time.ts';
import { COUNTED, type ComplianceSums, compliance, shareText, standingAt, sumsOf, yearOf } from './compliance.ts';
import { OBLIGATION_STATES } from './obligation.transitions.ts';

type Facts = Parameters<typeof standingAt>[0];

const DAY = 24 * 3600 * 1000;
const NOW = Temporal.Instant.from('2026-06-30T04:00:00Z');
const at = (days: number): Moment => Temporal.Instant.fromEpochMilliseconds(NOW.epochMilliseconds + days * DAY);

/** Obligations as the transition table can leave them. */
const facts: fc.Arbitrary<Facts> = fc
  .record({
    state: fc.constantFrom(...OBLIGATION_STATES),
    issued: fc.integer({ min: -500, max: -60 }),
    receivedAfter: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
    dueAfter: fc.integer({ min: 25, max: 200 }),
    reportedAfter: fc.option(fc.integer({ min: 21, max: 55 }), { nil: null }),
    judgedAfter: fc.integer({ min: 56, max: 59 }),
    isFinal: fc.boolean(),
  })
  .map(({ state, issued, receivedAfter, dueAfter, reportedAfter, judgedAfter, isFinal }) => {
    const judged = ['carried-out', 'not-carried-out', 'withdrawn'].includes(state) || (state === 'partly' && isFinal);
    const reports = state === 'reported' || (judged && reportedAfter !== null);
    return {
      state,
      issuedAt: at(issued),
      receivedAt: receivedAfter === null ? null : at(issued + receivedAfter),
      dueAt: at(issued + dueAfter),
      reportedAt: reports ? at(issued + (reportedAfter ?? 30)) : null,
      judgedAt: judged ? at(issued + judgedAfter) : null,
      zone: 'Asia/Makassar' as const,
    };
  });

const figure = (list: readonly Facts[]) => compliance(sumsOf(list, NOW));
const shareOf = (list: readonly Facts[]) => figure(list).share?.valueOf() ?? null;

describe('the compliance figure', () => {
  test('withdrawing an open or overdue obligation never lowers it', () => {
    let [seen, raised] = [0, 0];
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 12 }), fc.nat(), (list, pick) => {
        const index = pick % list.length;
        const chosen = list[index] as Facts;
        // What is carried out cannot be withdrawn: the table has no such line.
        fc.pre(chosen.state !== 'carried-out');
        const after = list.with(index, { ...chosen, state: 'withdrawn', judgedAt: NOW });
        const [before, then] = [shareOf(list), shareOf(after)];
        seen += 1;
        if (before !== null && then !== null) {
          expect(then).toBeGreaterThanOrEqual(before);
          if (then > before) raised += 1;
        }
      }),
    );
    expect(seen).toBeGreaterThan(50);
    expect(raised).toBeGreaterThan(0);
  });

  test('late but carried out counts as carried out and as late', () => {
    const one: Facts = {
      ...{ state: 'carried-out', issuedAt: at(-90), receivedAt: at(-88), dueAt: at(-50), zone: 'Asia/Makassar' },
      ...{ reportedAt: at(-40), judgedAt: at(-35) },
    };
    const { done, late, counted, share, meanDays, meanDaysLate } = figure([one]);
    expect([done, late, counted, share?.toFraction(), meanDays?.toFraction(), meanDaysLate?.toFraction()]).toEqual([
      1,
      1,
      1,
      '1',
      '48',
      '10',
    ]);
  });

  test('the time a report lies with the Ombudsman does not count: in time is in time however late the verdict', () => {
    const report: Facts = {
      ...{ state: 'reported', issuedAt: at(-90), receivedAt: at(-88), dueAt: at(-50), zone: 'Asia/Makassar' },
      ...{ reportedAt: at(-51), judgedAt: null },
    };
    expect(standingAt(report, NOW)).toBe('waiting');
    expect(figure([report]).share).toBeNull();
    expect(standingAt({ ...report, state: 'carried-out', judgedAt: at(0) }, NOW)).toBe('done');
  });

  test('every obligation stands in exactly one line and counts in exactly one year', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 20 }), (list) => {
        const sums = sumsOf(list, NOW);
        expect(Object.values(sums.by).reduce((sum, each) => sum + each, 0)).toBe(list.length);
        const years = new Set(list.map((each) => yearOf(each)));
        const byYear = [...years].map((year) => list.filter((each) => yearOf(each) === year).length);
        expect(byYear.reduce((sum, each) => sum + each, 0)).toBe(list.length);
        expect(figure(list).counted).toBe(list.filter((each) => COUNTED.includes(standingAt(each, NOW))).length);
      }),
    );
  });

  test('judged before the due day it counts in the year of the verdict, else in that of the due day', () => {
    const base: Facts = {
      ...{ state: 'carried-out', issuedAt: Temporal.Instant.from('2025-11-01T00:00:00Z'), receivedAt: null },
      ...{ dueAt: Temporal.Instant.from('2026-01-15T00:00:00Z'), reportedAt: null, zone: 'Asia/Makassar' },
      judgedAt: Temporal.Instant.from('2025-12-20T00:00:00Z'),
    };
    expect(yearOf(base)).toBe(2025);
    expect(yearOf({ ...base, judgedAt: Temporal.Instant.from('2027-02-01T00:00:00Z') })).toBe(2026);
    // One second before midnight in Bali.
    expect(yearOf({ ...base, judgedAt: null, dueAt: Temporal.Instant.from('2025-12-31T15:59:59Z') })).toBe(2025);
  });

  test('the share is exact inside and a decimal at the door', () => {
    const sums = (done: number, not: number): ComplianceSums => ({
      by: { ...sumsOf([], NOW).by, done, 'not-done': not },
      ...{ late: 0, days: 0, daysLate: 0 },
    });
    expect(shareText(compliance(sums(2, 1)).share)).toBe('66.6666666667');
    expect(shareText(compliance(sums(1, 1)).share)).toBe('50');
    expect(shareText(compliance(sums(0, 3)).share)).toBe('0');
    expect(shareText(compliance(sums(7, 0)).share)).toBe('100');
    expect(shareText(compliance(sums(0, 0)).share)).toBeNull();
  });
});
