import { describe, expect, test } from 'vitest';
import { dayOf, endOfDay, Temporal, ZONES } from '../../kernel/time.ts';
import { answerExample } from '../data/answer-example.ts';
import { shippedLawBook } from '../data/shipped.ts';
import { dayNumber, dayNumberAt, endOfDayNumber, isoIn } from './day-number.ts';
import { DUE_EXAMPLES } from './due.examples.ts';
import { dueMoment } from './due.ts';
import { escalationMoment, reminderMoment, workingDaysBetween } from './working-days.ts';

const book = shippedLawBook();
const national = book.calendar(null);
const at = (text: string) => Temporal.Instant.from(text);

describe('worked examples, counted by hand', () => {
  test.each(DUE_EXAMPLES.map((example) => [example.title.en, example] as const))('%s', (_, example) => {
    const due = answerExample(example);
    expect(due.countedDays.map(String)).toEqual(example.counted);
    expect(due.dueAt.toString()).toBe(at(example.dueAt).toString());
    expect(due.provisional).toBe(example.provisional ?? false);
  });
});

describe('a due moment', () => {
  test('of a provisional count names the years that are not decreed', () => {
    const due = dueMoment({
      from: at('2026-12-29T09:30:00+07:00'),
      limit: { value: 300, unit: 'hk' },
      zone: 'Asia/Jakarta',
      calendar: national,
    });
    expect(due.undecreedYears).toEqual([2027, 2028]);
  });

  test('is not provisional when the undecreed year is touched by plain days, which know no holidays', () => {
    const due = dueMoment({
      from: at('2026-12-29T09:30:00+07:00'),
      limit: { value: 30, unit: 'day' },
      zone: 'Asia/Jakarta',
      calendar: national,
    });
    expect(due.provisional).toBe(false);
  });

  test('tells every skipped day with its reason', () => {
    const due = dueMoment({
      from: at('2026-03-17T10:00:00+08:00'),
      limit: { value: 1, unit: 'hk' },
      zone: 'Asia/Makassar',
      calendar: national,
    });
    expect(
      due.skipped.map(
        ({ day, reason }) => `${day} ${reason === 'paused' ? 'paused' : reason.weekend ? 'weekend' : reason.holiday?.kind}`,
      ),
    ).toEqual([
      '2026-03-18 cuti-bersama',
      '2026-03-19 libur-nasional',
      '2026-03-20 cuti-bersama',
      '2026-03-21 weekend',
      '2026-03-22 weekend',
      '2026-03-23 cuti-bersama',
      '2026-03-24 cuti-bersama',
    ]);
  });

  test.each([0, -1, 1.5, Number.NaN, 4000])('refuses a limit of %s working days', (value) => {
    expect(() =>
      dueMoment({
        from: at('2026-03-17T10:00:00+08:00'),
        limit: { value, unit: 'hk' },
        zone: 'Asia/Makassar',
        calendar: national,
      }),
    ).toThrow(RangeError);
  });

  test('refuses a pause that ends before it begins', () => {
    const pauses = [{ from: at('2026-03-18T10:00:00Z'), to: at('2026-03-18T09:00:00Z') }];
    const question = {
      from: at('2026-03-17T10:00:00Z'),
      limit: { value: 5, unit: 'hk' },
      zone: 'Asia/Jakarta',
      calendar: national,
      pauses,
    } as const;
    expect(() => dueMoment(question)).toThrow(/pause/);
  });

  test('of a pause that still lasts is the earliest it can become', () => {
    const from = at('2026-07-06T09:00:00+08:00');
    const open = { from: at('2026-07-09T11:00:00+08:00'), to: null };
    const due = dueMoment({ from, limit: { value: 5, unit: 'hk' }, zone: 'Asia/Makassar', calendar: national, pauses: [open] });
    expect(due.dueOn.toString()).toBe('2026-07-14');
  });

  test('in hours moves by exactly the time paused, overlaps counted once', () => {
    const pauses = [
      { from: at('2026-07-06T12:00:00Z'), to: at('2026-07-06T18:00:00Z') },
      { from: at('2026-07-06T15:00:00Z'), to: at('2026-07-06T20:00:00Z') },
      { from: at('2026-07-09T00:00:00Z'), to: at('2026-07-10T00:00:00Z') },
    ];
    const due = dueMoment({
      from: at('2026-07-06T10:00:00Z'),
      limit: { value: 24, unit: 'hour' },
      zone: 'Asia/Jakarta',
      calendar: national,
      pauses,
    });
    expect(due.dueAt.toString()).toBe('2026-07-07T18:00:00Z');
  });
});

describe('reminders and escalations', () => {
  const dueAt = at('2026-03-31T23:59:59+08:00');

  test('a reminder comes at eight on the working day before, past holidays', () => {
    expect(reminderMoment(at('2026-03-25T23:59:59+08:00'), { value: 1, unit: 'hk' }, 'Asia/Makassar', national).toString()).toBe(
      at('2026-03-17T08:00:00+08:00').toString(),
    );
  });

  test('an escalation waits for working days, past Good Friday and the weekend', () => {
    expect(escalationMoment(dueAt, { value: 3, unit: 'hk' }, 'Asia/Makassar', national).toString()).toBe(
      at('2026-04-06T08:00:00+08:00').toString(),
    );
  });

  test('hours go by the clock', () => {
    expect(reminderMoment(dueAt, { value: 24, unit: 'hour' }, 'Asia/Makassar', national).toString()).toBe(
      at('2026-03-30T23:59:59+08:00').toString(),
    );
  });
});

describe('days by number', () => {
  test('agree with the time zone database in all three zones', () => {
    for (const zone of ZONES) {
      for (let day = Temporal.PlainDate.from('2000-01-01'); day.year < 2060; day = day.add({ days: 37 })) {
        const end = endOfDay(day, zone);
        expect(endOfDayNumber(dayNumber(day), zone).equals(end)).toBe(true);
        expect(isoIn(zone, end)).toBe(end.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' }));
        expect(dayNumberAt(end, zone)).toBe(dayNumber(dayOf(end, zone)));
        expect(dayNumberAt(end.add({ seconds: 1 }), zone)).toBe(dayNumber(day) + 1);
      }
    }
  });
});

test('working days between is the inverse of a limit, and 0 within a day', () => {
  const from = at('2026-12-20T10:00:00+07:00');
  expect(workingDaysBetween(from, at('2026-12-20T23:00:00+07:00'), 'Asia/Jakarta', national)).toBe(0);
  expect(workingDaysBetween(from, at('2026-12-01T23:00:00+07:00'), 'Asia/Jakarta', national)).toBe(0);
  expect(workingDaysBetween(from, at('2027-01-06T23:59:59+07:00'), 'Asia/Jakarta', national)).toBe(10);
});
