import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal, ZONES } from '../../kernel/time.ts';
import { SHIPPED_HOLIDAYS } from '../data/shipped.ts';
import { type Calendar, type Holiday, makeCalendar } from './calendar.ts';
import { dayFromNumber } from './day-number.ts';
import { dueMoment, type Limit, type Pause, pausedDue } from './due.ts';
import { workingDaysBetween } from './working-days.ts';

const SHIPPED = SHIPPED_HOLIDAYS.years.flatMap((year) => year.days);
const START = Date.UTC(2024, 0, 1) / 1000;
const END = Date.UTC(2028, 0, 1) / 1000;

const moment = fc.integer({ min: START, max: END }).map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
const zone = fc.constantFrom(...ZONES);
const dayLimit: fc.Arbitrary<Limit> = fc.record({ value: fc.integer({ min: 1, max: 70 }), unit: fc.constantFrom('hk', 'day') });
const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
  dayLimit,
  fc.record({ value: fc.integer({ min: 1, max: 500 }), unit: fc.constant('hour' as const) }),
);
const extraDay = fc.integer({ min: START / 86_400, max: END / 86_400 }).map((number) => holiday(number));
const calendar = fc.array(extraDay, { maxLength: 30 }).map((extra) => calendarWith(extra));
const pause: fc.Arbitrary<Pause> = fc
  .tuple(fc.integer({ min: 0, max: 60 * 86_400 }), fc.integer({ min: 0, max: 20 * 86_400 }))
  .map(([wait, length]) => ({
    from: Temporal.Instant.fromEpochMilliseconds(wait * 1000),
    to: Temporal.Instant.fromEpochMilliseconds((wait + length) * 1000),
  }));

function holiday(number: number): Holiday {
  return { day: dayFromNumber(number), kind: 'additional', name: null, confirmed: true, basis: null, regionCode: null };
}

function calendarWith(extra: readonly Holiday[]): Calendar {
  return makeCalendar({
    version: 1,
    regionCode: null,
    decreedYears: [2024, 2025, 2026],
    holidays: [...SHIPPED, ...extra],
    jointLeaveIsOff: () => true,
  });
}

/** Pauses as offsets from a start. */
function offsetFrom(start: Temporal.Instant, pauses: readonly Pause[]): Pause[] {
  const shift = (at: Temporal.Instant) => start.add({ milliseconds: at.epochMilliseconds });
  return pauses.map((one) => ({ from: shift(one.from), to: one.to && shift(one.to) }));
}

const notBefore = (later: { dueAt: Temporal.Instant }, earlier: { dueAt: Temporal.Instant }) =>
  expect(Temporal.Instant.compare(later.dueAt, earlier.dueAt)).toBeGreaterThanOrEqual(0);

describe('for every moment, limit, zone and calendar', () => {
  test('a later receipt is never due earlier', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 0, max: 400_000 }),
        anyLimit,
        zone,
        calendar,
        (from, seconds, limit, zone, calendar) => {
          notBefore(
            dueMoment({ from: from.add({ seconds }), limit, zone, calendar }),
            dueMoment({ from, limit, zone, calendar }),
          );
        },
      ),
    );
  });

  test('one holiday more never makes anything due earlier', () => {
    fc.assert(
      fc.property(moment, anyLimit, zone, fc.array(extraDay, { maxLength: 10 }), extraDay, (from, limit, zone, extra, more) => {
        const before = dueMoment({ from, limit, zone, calendar: calendarWith(extra) });
        notBefore(dueMoment({ from, limit, zone, calendar: calendarWith([...extra, more]) }), before);
      }),
    );
  });

  test('a pause never makes anything due earlier, a longer pause neither', () => {
    fc.assert(
      fc.property(
        moment,
        anyLimit,
        zone,
        calendar,
        fc.array(pause, { maxLength: 3 }),
        pause,
        fc.nat(500_000),
        (from, limit, zone, calendar, pauses, more, seconds) => {
          const before = pausedDue({ from, limit, zone, calendar, pauses: offsetFrom(from, pauses) });
          const paused = pausedDue({ from, limit, zone, calendar, pauses: offsetFrom(from, [...pauses, more]) });
          const longer = { from: more.from, to: (more.to as Temporal.Instant).add({ seconds }) };
          notBefore(paused, before);
          notBefore(pausedDue({ from, limit, zone, calendar, pauses: offsetFrom(from, [...pauses, longer]) }), paused);
        },
      ),
    );
  });

  test('a pause that begins after the due moment changes nothing', () => {
    fc.assert(
      fc.property(
        moment,
        anyLimit,
        zone,
        calendar,
        fc.integer({ min: 1, max: 500_000 }),
        (from, limit, zone, calendar, seconds) => {
          const due = dueMoment({ from, limit, zone, calendar });
          const begins = due.dueAt.add({ seconds });
          const late = pausedDue({ from, limit, zone, calendar, pauses: [{ from: begins, to: begins.add({ hours: 90 }) }] });
          expect(late.dueAt.equals(due.dueAt)).toBe(true);
        },
      ),
    );
  });

  test('working days end with the last second of a working day that no pause touches', () => {
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 70 }),
        zone,
        calendar,
        fc.array(pause, { maxLength: 2 }),
        (from, value, zone, calendar, pauses) => {
          const shifted = offsetFrom(from, pauses);
          const due = pausedDue({ from, limit: { value, unit: 'hk' }, zone, calendar, pauses: shifted });
          const local = due.dueAt.toZonedDateTimeISO(zone);
          expect(local.toPlainTime().toString()).toBe('23:59:59');
          expect(local.toPlainDate().equals(due.dueOn)).toBe(true);
          expect(calendar.isWorkingDay(due.dueOn)).toBe(true);
          const touches = (one: Pause) =>
            Temporal.PlainDate.compare(one.from.toZonedDateTimeISO(zone).toPlainDate(), due.dueOn) <= 0 &&
            Temporal.PlainDate.compare((one.to as Temporal.Instant).toZonedDateTimeISO(zone).toPlainDate(), due.dueOn) >= 0;
          expect(shifted.some(touches)).toBe(false);
        },
      ),
    );
  });

  test('a longer limit is due later', () => {
    fc.assert(
      fc.property(moment, anyLimit, fc.integer({ min: 1, max: 20 }), zone, calendar, (from, limit, more, zone, calendar) => {
        const short = dueMoment({ from, limit, zone, calendar });
        const long = dueMoment({ from, limit: { ...limit, value: limit.value + more }, zone, calendar });
        expect(Temporal.Instant.compare(long.dueAt, short.dueAt)).toBe(1);
      }),
    );
  });

  test('working days between receipt and due are the limit, however far', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 600 }), zone, calendar, (from, value, zone, calendar) => {
        const due = dueMoment({ from, limit: { value, unit: 'hk' }, zone, calendar });
        expect(workingDaysBetween(from, due.dueAt, zone, calendar)).toBe(value);
      }),
    );
  });

  test('every day between receipt and due is counted or skipped, once', () => {
    fc.assert(
      fc.property(moment, dayLimit, zone, calendar, fc.array(pause, { maxLength: 2 }), (from, limit, zone, calendar, pauses) => {
        const due = pausedDue({ from, limit, zone, calendar, pauses: offsetFrom(from, pauses) });
        const told = [...due.countedDays, ...due.skipped.map((one) => one.day)].map(String).sort();
        const span = due.dueOn.since(from.toZonedDateTimeISO(zone).toPlainDate()).days;
        expect(new Set(told).size).toBe(told.length);
        expect(told.length).toBe(span);
        expect(due.countedDays.length).toBe(limit.value);
      }),
    );
  });
});
