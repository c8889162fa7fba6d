import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { shippedLawBook } from '../data/shipped.ts';
import { makeLawBook } from './law-book.ts';
import { numberedDays } from './numbered-days.ts';
import { workingDaysBetween } from './working-days.ts';

/** The shipped law, and one day off in Bali alone (an invented one, on a Tuesday that works elsewhere). */
const shipped = shippedLawBook();
const book = makeLawBook({
  ...{ edition: 1, calendarVersion: 1, parameters: shipped.parameters, years: shipped.years },
  holidays: [
    ...shipped.holidays,
    {
      ...{ day: Temporal.PlainDate.from('2026-02-10'), kind: 'regional', name: { id: 'Contoh', en: 'Example' }, confirmed: true },
      ...{ basis: null, regionCode: '51' },
    },
  ],
});
const FROM = Temporal.PlainDate.from('2025-12-01');
const UNTIL = Temporal.PlainDate.from('2026-12-31');

test('between two days lie as many working days as the rule counts, in each calendar', () => {
  const rows = numberedDays(book, FROM, UNTIL);
  expect(new Set(rows.calendars)).toEqual(new Set(['', '51']));
  const numberOf = new Map(rows.days.map((day, index) => [`${rows.calendars[index]} ${day}`, rows.numbers[index] as number]));
  const span = FROM.until(UNTIL, { largestUnit: 'day' }).days;
  let across = 0;
  fc.assert(
    fc.property(fc.nat(span), fc.nat(span), fc.constantFrom('', '51'), (one, two, code) => {
      const [from, to] = [FROM.add({ days: Math.min(one, two) }), FROM.add({ days: Math.max(one, two) })];
      const at = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: 'Asia/Makassar', plainTime: '10:00' }).toInstant();
      const counted = workingDaysBetween(at(from), at(to), 'Asia/Makassar', book.calendar(code === '' ? null : code));
      if (from.year < to.year) across += 1;
      expect((numberOf.get(`${code} ${to}`) as number) - (numberOf.get(`${code} ${from}`) as number)).toBe(counted);
    }),
    { numRuns: 400 },
  );
  expect(across).toBeGreaterThan(10);
  const works = (code: string) =>
    rows.works[rows.days.findIndex((day, index) => day === '2026-02-10' && rows.calendars[index] === code)];
  expect([works(''), works('51')]).toEqual([true, false]);
});

test('a region without local days counts by the calendar above it', () => {
  const of = (code: string) => new Set(numberedDays(book, FROM, FROM, [code]).calendars);
  expect([of('51.05'), of('21.01')]).toEqual([new Set(['', '51']), new Set([''])]);
});
