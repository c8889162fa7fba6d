import type { Day, Moment, Zone } from '../../kernel/time.ts';
import { Temporal } from '../../kernel/time.ts';
import type { Calendar, DayOff } from './calendar.ts';
import { type DayNumber, dayNumberAt, endOfDayNumber, yearOf } from './day-number.ts';

/**
 * When something is due.
 *
 * - Working days (`hk`): day 1 is the first working day AFTER the day of receipt, in the zone; due at 23:59:59 of the last one.
 * - Plain days (`day`): every day counts, also from the day after receipt; due at 23:59:59 of the last one.
 * - Hours (`hour`): by the clock, from the moment of receipt.
 *
 * A pause stops the count. A day touched by a pause does not count, neither the day the pause began nor the day it ended: the
 * days not yet over when the pause began continue from the first working day after resumption. Hours lose exactly the time
 * paused. A pause that begins after the due moment changes nothing. Several pauses may overlap.
 *
 * The whole is pure: the calendar's version is part of the result, so that a later version can be told from this one.
 */
export interface Limit {
  /** A whole number, 1 to 3650 (hours: to 87600). */
  readonly value: number;
  readonly unit: LimitUnit;
}

export type LimitUnit = 'hk' | 'day' | 'hour';

export interface Pause {
  readonly from: Moment;
  /** `null` while it lasts: the due moment is then the earliest it can still become, as if the pause ended the moment it began. */
  readonly to: Moment | null;
}

export interface DueQuestion {
  /** The moment of receipt (or of whatever starts the clock). */
  readonly from: Moment;
  readonly limit: Limit;
  readonly zone: Zone;
  readonly calendar: Calendar;
  readonly pauses?: readonly Pause[];
}

export interface Due {
  readonly from: Moment;
  readonly limit: Limit;
  readonly zone: Zone;
  readonly dueAt: Moment;
  /** The day of `dueAt` in the zone. */
  readonly dueOn: Day;
  /** The count passed through a year whose decree is not known yet: the date may still move later. */
  readonly provisional: boolean;
  readonly undecreedYears: readonly number[];
  readonly calendarVersion: number;
  /** The days that counted, in order; empty for hours. */
  readonly countedDays: readonly Day[];
  /** The days after receipt and before the due day that did not count, in order; empty for hours. */
  readonly skipped: readonly SkippedDay[];
  readonly pauses: readonly Pause[];
}

export interface SkippedDay {
  readonly day: Day;
  /** A paused day is told as paused, whatever else it was. */
  readonly reason: DayOff | 'paused';
}

const MOST: Readonly<Record<LimitUnit, number>> = { hk: 3650, day: 3650, hour: 87_600 };

export function isLimit(limit: Limit): boolean {
  return Number.isInteger(limit.value) && limit.value >= 1 && limit.value <= MOST[limit.unit];
}

/** @throws RangeError for a limit that is no whole number within bounds, or a pause that ends before it begins */
export function dueMoment(question: DueQuestion): Due {
  const { limit, pauses = [] } = question;
  if (!isLimit(limit)) throw new RangeError(`not a limit: ${limit.value} ${limit.unit}`);
  if (pauses.some((pause) => Temporal.Instant.compare(pause.from, endOf(pause)) > 0))
    throw new RangeError('a pause ends before it begins');
  return limit.unit === 'hour' ? dueByTheClock(question, pauses) : dueByDays(question, pauses);
}

function endOf(pause: Pause): Moment {
  return pause.to ?? pause.from;
}

/** The due moment of a clock that was paused: `dueMoment`, where nobody can forget the pauses. */
export function pausedDue(question: DueQuestion & { readonly pauses: readonly Pause[] }): Due {
  return dueMoment(question);
}

function dueByDays(question: DueQuestion, pauses: readonly Pause[]): Due {
  const { from, limit, zone, calendar } = question;
  const isPaused = pausedDays(pauses, zone);
  const received = dayNumberAt(from, zone);
  const counted: Day[] = [];
  const skipped: SkippedDay[] = [];
  let number = received;
  while (counted.length < limit.value) {
    number += 1;
    const fact = calendar.at(number);
    if (isPaused?.(number)) skipped.push({ day: fact.day, reason: 'paused' });
    else if (fact.skipped && limit.unit === 'hk') skipped.push(fact.skipped);
    else counted.push(fact.day);
  }
  const undecreedYears = limit.unit === 'hk' ? undecreedBetween(received + 1, number, calendar) : NONE;
  return {
    from,
    limit,
    zone,
    dueAt: endOfDayNumber(number, zone),
    dueOn: counted[counted.length - 1] as Day,
    provisional: undecreedYears.length > 0,
    undecreedYears,
    calendarVersion: calendar.version,
    countedDays: counted,
    skipped,
    pauses,
  };
}

const NONE: readonly never[] = [];

function undecreedBetween(first: DayNumber, last: DayNumber, calendar: Calendar): readonly number[] {
  const years: number[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) if (!calendar.isDecreed(year)) years.push(year);
  return years;
}

function pausedDays(pauses: readonly Pause[], zone: Zone): ((day: DayNumber) => boolean) | null {
  if (pauses.length === 0) return null;
  const spans = pauses.map((pause) => [dayNumberAt(pause.from, zone), dayNumberAt(endOf(pause), zone)] as const);
  return (day) => spans.some(([first, last]) => first <= day && day <= last);
}

function dueByTheClock(question: DueQuestion, pauses: readonly Pause[]): Due {
  const { from, limit, zone, calendar } = question;
  let due = from.epochMilliseconds + limit.value * 3_600_000;
  let reached = from.epochMilliseconds;
  for (const pause of [...pauses].sort((a, b) => Temporal.Instant.compare(a.from, b.from))) {
    if (pause.from.epochMilliseconds > due) break;
    const start = Math.max(pause.from.epochMilliseconds, reached);
    const end = endOf(pause).epochMilliseconds;
    if (end <= start) continue;
    due += end - start;
    reached = end;
  }
  const dueAt = Temporal.Instant.fromEpochMilliseconds(due);
  return {
    from,
    limit,
    zone,
    dueAt,
    dueOn: calendar.at(dayNumberAt(dueAt, zone)).day,
    provisional: false,
    undecreedYears: NONE,
    calendarVersion: calendar.version,
    countedDays: NONE,
    skipped: NONE,
    pauses,
  };
}
