import type { Day } from '../../kernel/time.ts';
import { dayFromNumber, dayNumber } from './day-number.ts';
import type { LawBook } from './law-book.ts';

/**
 * Working days of a span as rows, so that a database can count between two days what `workingDaysBetween` counts: the number of the later day less
 * the number of the earlier one. Four columns of the same length, as `unnest` takes them.
 */
export interface NumberedDays {
  /** Codes of regions with local days of their own; `''` = the national calendar. A region counts by the nearest it lies in. */
  readonly calendars: readonly string[];
  /** ISO days. */
  readonly days: readonly string[];
  /** Working days from the beginning of the span up to and including the day. */
  readonly numbers: readonly number[];
  readonly works: readonly boolean[];
}

/** @param regionCodes only calendars that one of these regions counts by; `null` = every region of the installation */
export function numberedDays(book: LawBook, from: Day, until: Day, regionCodes: readonly string[] | null = null): NumberedDays {
  const named = regionCodes ?? book.holidays.flatMap(({ regionCode }) => regionCode ?? []);
  const codes = ['', ...new Set(named.map((code) => book.calendar(code).regionCode ?? '').filter((code) => code !== ''))];
  const [calendars, days, numbers, works]: [string[], string[], number[], boolean[]] = [[], [], [], []];
  for (const code of codes) {
    const calendar = book.calendar(code === '' ? null : code);
    let count = 0;
    for (let number = dayNumber(from); number <= dayNumber(until); number += 1) {
      const working = calendar.at(number).off === null;
      if (working) count += 1;
      calendars.push(code);
      days.push(dayFromNumber(number).toString());
      numbers.push(count);
      works.push(working);
    }
  }
  return { calendars, days, numbers, works };
}
