import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLine, anAgreement, day } from './agreement.test-support.ts';
import { hasReached, LIGHTS, type LightRule, lightOf, shareOf } from './light.ts';
import { LINE_STATES } from './line.transitions.ts';
import type { Line } from './line.ts';

const RULE: LightRule = { green: 90, yellow: 60, staleDays: 90 };
const agreement = anAgreement();
const line = (given: Partial<Line> = {}) => aLine(agreement, given);
const at = (amount: string, on = '2026-06-20') => ({ amount, on: day(on) });

describe('the light of a line', () => {
  test.each([
    ['nothing is due before the first quarter ends', {}, '2026-03-31', 'none', 'nothing-due'],
    ['ahead of its targets, and confirmed', { confirmed: at('1'), evidenceCount: 1 }, '2026-03-31', 'green', 'on-track'],
    ['before it begins', { state: 'planned' as const }, '2026-01-06', 'none', 'not-begun'],
    ['two of eight are due and nothing is reported', {}, '2026-04-01', 'red', 'far-behind'],
    ['60 per cent of what is due is reported: yellow', { reported: at('1.2') }, '2026-04-01', 'yellow', 'behind'],
    ['all that is due is reported, without evidence', { reported: at('2') }, '2026-04-01', 'yellow', 'no-evidence'],
    ['with evidence, but not confirmed', { reported: at('2'), evidenceCount: 1 }, '2026-04-01', 'yellow', 'unconfirmed'],
    ['confirmed', { confirmed: at('2'), reported: at('2'), evidenceCount: 1 }, '2026-04-01', 'green', 'on-track'],
    ['nine tenths confirmed are enough', { confirmed: at('1.8'), evidenceCount: 1 }, '2026-04-01', 'green', 'on-track'],
    ['a word less is not', { confirmed: at('1.79'), evidenceCount: 1 }, '2026-04-01', 'yellow', 'behind'],
    ['no word for more than 90 days', { confirmed: at('2', '2026-03-01'), evidenceCount: 1 }, '2026-06-20', 'yellow', 'stale'],
    ['past due', { confirmed: at('7'), evidenceCount: 1 }, '2026-12-16', 'red', 'past-due'],
    [
      'past due and reported as done',
      { reported: at('8'), state: 'reported' as const },
      '2026-12-16',
      'yellow',
      'awaiting-confirmation',
    ],
    ['done', { state: 'done' as const, confirmed: at('8') }, '2027-01-01', 'green', 'confirmed-done'],
    ['ended below its target', { state: 'done' as const, confirmed: at('7.9') }, '2027-01-01', 'yellow', 'ended-short'],
    ['withdrawn', { state: 'dropped' as const, isWithdrawn: true }, '2026-05-01', 'none', 'withdrawn'],
    ['judged as not carried out', { state: 'not-done' as const }, '2026-05-01', 'red', 'not-carried-out'],
    ['dropped', { state: 'dropped' as const }, '2026-05-01', 'none', 'dropped'],
  ] as const)('%s', (_, given, on, light, cause) => {
    expect(lightOf(line(given), day(on), RULE)).toMatchObject({ light, cause });
  });

  test('fewer is better where the target lies below the baseline', () => {
    const days = line({ baseline: '12', targets: [null, '8', null, '5'], direction: 'down' });
    expect(shareOf(days, '12').valueOf()).toBe(0);
    expect(shareOf(days, '5').valueOf()).toBe(1);
    expect(lightOf({ ...days, confirmed: at('8', '2026-06-30'), evidenceCount: 1 }, day('2026-07-01'), RULE).light).toBe('green');
    expect(lightOf({ ...days, confirmed: at('11', '2026-06-30'), evidenceCount: 1 }, day('2026-07-01'), RULE).light).toBe('red');
  });

  test('where fewer is better and nobody wrote where it began, more is never taken for progress', () => {
    const days = line({ baseline: null, targets: ['12', '10', '8', '5'], direction: 'down' });
    expect(shareOf(days, '12').valueOf()).toBe(0);
    expect(shareOf(days, '5').valueOf()).toBe(1);
    expect(shareOf(days, '2').valueOf()).toBe(1);
  });

  test('a target that keeps what is there is met by keeping it, in its direction', () => {
    const keep = { baseline: '5', targets: [null, null, null, '5'] as Line['targets'] };
    expect(shareOf({ ...keep, direction: 'up' }, '6').valueOf()).toBe(1);
    expect(shareOf({ ...keep, direction: 'down' }, '6').valueOf()).toBe(0);
  });
});

test('a promise is kept by reaching its final target in its direction; without targets by the whole work', () => {
  const reached = (given: Partial<Line>, amount: string | null) => hasReached(line(given), amount);
  expect([reached({}, '7.999'), reached({}, '8'), reached({}, '9'), reached({}, null)]).toEqual([false, true, true, false]);
  const fewer = { baseline: '12', targets: [null, '8', null, '5'] as Line['targets'], direction: 'down' as const };
  expect([reached(fewer, '6'), reached(fewer, '5'), reached(fewer, '4')]).toEqual([false, true, true]);
  const none = { baseline: null, targets: [null, null, null, null] as Line['targets'] };
  expect([reached(none, '99.9'), reached(none, '100')]).toEqual([false, true]);
});

test('with all else equal, more progress never makes the light worse', () => {
  const targets = fc.array(fc.nat({ max: 20 }), { minLength: 4, maxLength: 4 }).map((steps) => {
    let sum = 0;
    return steps.map((step) => {
      sum += step;
      return String(sum);
    });
  });
  const given = fc.record({
    targets,
    down: fc.boolean(),
    hasBaseline: fc.boolean(),
    state: fc.constantFrom(...LINE_STATES),
    evidenceCount: fc.nat({ max: 1 }),
    on: fc.integer({ min: -20, max: 420 }),
    reportedOn: fc.integer({ min: 0, max: 300 }),
    low: fc.integer({ min: 0, max: 80 }),
    more: fc.integer({ min: 0, max: 80 }),
    which: fc.constantFrom('confirmed' as const, 'reported' as const),
    base: fc.option(fc.integer({ min: 0, max: 80 }), { nil: null }),
  });
  fc.assert(
    fc.property(given, (each) => {
      const today = day('2026-01-10').add({ days: each.on });
      const said = day('2026-01-10').add({ days: each.reportedOn });
      // Downwards the same steps are taken from 100.
      const amount = (value: number) => String(each.down ? 100 - value : value);
      const other = each.which === 'confirmed' ? 'reported' : 'confirmed';
      const make = (value: number) =>
        line({
          baseline: each.hasBaseline ? amount(0) : null,
          direction: each.down ? 'down' : 'up',
          targets: each.targets.map((target) => amount(Number(target))) as unknown as Line['targets'],
          ...{ state: each.state, evidenceCount: each.evidenceCount },
          [each.which]: { amount: amount(value), on: said },
          [other]: each.base === null ? null : { amount: amount(each.base), on: said },
        });
      const rank = (value: number) => {
        const { light } = lightOf(make(value), today, RULE);
        return light === 'none' ? LIGHTS.indexOf('green') : LIGHTS.indexOf(light);
      };
      expect(rank(each.low + each.more)).toBeGreaterThanOrEqual(rank(each.low));
    }),
    { numRuns: 1000 },
  );
});
