import type { Label } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';
import { type DayNumber, dayFromNumber, dayNumber, firstDayOf, weekdayOf, yearOf } from './day-number.ts';
import { fixedHolidays } from './fixed-holidays.ts';

/**
 * The working calendar: which days count as working days, for one region, in one version.
 *
 * A working day is Monday to Friday and no holiday. A `Calendar` is a value: the same version always answers the same.
 * Every import makes a new version, it never changes an old one. In a year without a decree only weekends and the holidays of
 * fixed date are known; whoever counts through such a year must call the result provisional.
 */
export interface Calendar {
  readonly version: number;
  /** The region whose local days are laid over the national ones, `null` for the national calendar alone. */
  readonly regionCode: string | null;
  /** The years for which the national decree (SKB 3 Menteri) is known, ascending. */
  readonly decreedYears: readonly number[];
  isDecreed(year: number): boolean;
  isWorkingDay(day: Day): boolean;
  /** Why a day is not a working day; `null` on a working day. */
  reason(day: Day): DayOff | null;
  /** All holidays of a year in order, also those on a weekend and joint leave that is counted as working. */
  holidays(year: number): readonly Holiday[];
  /** The same facts by day number, for counting. */
  at(day: DayNumber): DayFact;
  /** Working days from 1 January of the day's year up to and including the day. */
  workedInYear(day: DayNumber): number;
}

/** `fixed` = a holiday of fixed date in a year that has no decree yet. */
export type HolidayKind = 'libur-nasional' | 'cuti-bersama' | 'additional' | 'regional' | 'fixed';

export interface Holiday {
  readonly day: Day;
  readonly kind: HolidayKind;
  /** `null` when the source gives a date only. */
  readonly name: Label | null;
  readonly confirmed: boolean;
  /** Decree or other ground beyond the year's SKB. */
  readonly basis: string | null;
  /** Set for `regional` days. */
  readonly regionCode: string | null;
}

export interface DayOff {
  readonly weekend: boolean;
  readonly holiday: Holiday | null;
}

export interface DayFact {
  readonly day: Day;
  readonly off: DayOff | null;
  /** The same as told of a day that was not counted, made once: counting hands it out a hundred times. */
  readonly skipped: { readonly day: Day; readonly reason: DayOff } | null;
}

export interface CalendarFacts {
  readonly version: number;
  readonly regionCode: string | null;
  readonly decreedYears: readonly number[];
  readonly holidays: readonly Holiday[];
  /** Whether joint leave on this day is a day off: a dated, unconfirmed parameter. */
  readonly jointLeaveIsOff: (day: Day) => boolean;
}

interface YearTable {
  readonly first: DayNumber;
  readonly facts: readonly DayFact[];
  /** `worked[i]` = working days among the first `i + 1` days of the year. */
  readonly worked: Uint16Array;
}

export function makeCalendar(facts: CalendarFacts): Calendar {
  const decreed = new Set(facts.decreedYears);
  const byYear = Map.groupBy(facts.holidays, (holiday) => holiday.day.year);
  const tables = new Map<number, YearTable>();

  function holidays(year: number): readonly Holiday[] {
    const known = byYear.get(year) ?? [];
    const fixed = decreed.has(year) ? [] : fixedHolidays(year).filter((one) => !known.some((other) => other.day.equals(one.day)));
    return [...known, ...fixed].sort((a, b) => dayNumber(a.day) - dayNumber(b.day) || ORDER[a.kind] - ORDER[b.kind]);
  }

  function table(year: number): YearTable {
    const ready = tables.get(year);
    if (ready) return ready;
    const made = yearTable(year, holidays(year), facts.jointLeaveIsOff);
    tables.set(year, made);
    return made;
  }

  // Counting goes day by day, so that the year asked for is nearly always the year asked for last.
  let last: YearTable | undefined;
  function at(day: DayNumber): DayFact {
    if (!last || day < last.first || day >= last.first + last.facts.length) last = table(yearOf(day));
    return last.facts[day - last.first] as DayFact;
  }

  return {
    version: facts.version,
    regionCode: facts.regionCode,
    decreedYears: [...decreed].sort((a, b) => a - b),
    isDecreed: (year) => decreed.has(year),
    isWorkingDay: (day) => at(dayNumber(day)).off === null,
    reason: (day) => at(dayNumber(day)).off,
    holidays,
    at,
    workedInYear(day) {
      const { first, worked } = table(yearOf(day));
      return worked[day - first] as number;
    },
  };
}

/** When several fall on one day, the weightier one names it. */
const ORDER: Readonly<Record<HolidayKind, number>> = {
  'libur-nasional': 0,
  additional: 1,
  fixed: 2,
  'cuti-bersama': 3,
  regional: 4,
};

function yearTable(year: number, holidays: readonly Holiday[], jointLeaveIsOff: (day: Day) => boolean): YearTable {
  const first = firstDayOf(year);
  const length = firstDayOf(year + 1) - first;
  const named = new Map<DayNumber, Holiday>();
  for (const holiday of holidays) {
    const number = dayNumber(holiday.day);
    if (holiday.kind === 'cuti-bersama' && !jointLeaveIsOff(holiday.day)) continue;
    if (!named.has(number)) named.set(number, holiday);
  }
  const worked = new Uint16Array(length);
  let count = 0;
  const facts = Array.from({ length }, (_, index): DayFact => {
    const number = first + index;
    const weekend = weekdayOf(number) > 5;
    const holiday = named.get(number) ?? null;
    const off = weekend || holiday ? { weekend, holiday } : null;
    if (!off) count += 1;
    worked[index] = count;
    const day = dayFromNumber(number);
    return { day, off, skipped: off && { day, reason: off } };
  });
  return { first, facts, worked };
}
