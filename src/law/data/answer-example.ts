import { Temporal } from '../../kernel/time.ts';
import { type Calendar, makeCalendar } from '../rules/calendar.ts';
import type { DueExample } from '../rules/due.examples.ts';
import { type Due, dueMoment } from '../rules/due.ts';
import { shippedLawBook } from './shipped.ts';

/** What the rules say to a worked example, on the shipped calendar. */
export function answerExample(example: DueExample): Due {
  const at = (text: string) => Temporal.Instant.from(text);
  return dueMoment({
    from: at(example.from),
    limit: example.limit,
    zone: example.zone,
    pauses: (example.pauses ?? []).map((pause) => ({ from: at(pause.from), to: at(pause.to) })),
    calendar: calendarWithout(example.without ?? []),
  });
}

function calendarWithout(days: readonly string[]): Calendar {
  const book = shippedLawBook();
  if (days.length === 0) return book.calendar(null);
  return makeCalendar({
    version: book.calendarVersion,
    regionCode: null,
    decreedYears: book.years.map((one) => one.year),
    holidays: book.holidays.filter((day) => !days.includes(day.day.toString())),
    jointLeaveIsOff: () => true,
  });
}
