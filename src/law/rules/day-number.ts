import { type Day, type Moment, Temporal, type Zone } from '../../kernel/time.ts';

/**
 * Days as whole numbers since 1 January 1970, so that counting and set look-ups cost nothing: a due moment is worked out
 * for every complaint and, in statistics, for hundreds of thousands at once.
 */
export type DayNumber = number;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Hours ahead of UTC. Fixed, because Indonesia has had these three offsets without summer time since 1964; a test compares them with the time zone database. */
const OFFSET_HOURS: Readonly<Record<Zone, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };

export function dayNumber(day: Day): DayNumber {
  return Date.UTC(day.year, day.month - 1, day.day) / DAY_MS;
}

export function dayFromNumber(number: DayNumber): Day {
  const date = new Date(number * DAY_MS);
  return Temporal.PlainDate.from({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

/** The number of the day a moment falls on in a zone. */
export function dayNumberAt(at: Moment, zone: Zone): DayNumber {
  return Math.floor((at.epochMilliseconds + OFFSET_HOURS[zone] * HOUR_MS) / DAY_MS);
}

/** The moment a day reaches an hour of the clock in a zone. */
export function momentOn(day: DayNumber, zone: Zone, hour: number): Moment {
  return Temporal.Instant.fromEpochMilliseconds(day * DAY_MS + (hour - OFFSET_HOURS[zone]) * HOUR_MS);
}

/** 23:59:59 of a day in a zone: the same moment as the kernel's `endOfDay`. */
export function endOfDayNumber(day: DayNumber, zone: Zone): Moment {
  return Temporal.Instant.fromEpochMilliseconds((day + 1) * DAY_MS - OFFSET_HOURS[zone] * HOUR_MS - 1000);
}

export function yearOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

export function firstDayOf(year: number): DayNumber {
  return Date.UTC(year, 0, 1) / DAY_MS;
}

/** 1 = Monday ... 7 = Sunday. 1 January 1970 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A moment as ISO with the offset of a zone, to the second: `2026-03-31T23:59:59+08:00`. */
export function isoIn(zone: Zone, at: Moment): string {
  const local = new Date(at.epochMilliseconds + OFFSET_HOURS[zone] * HOUR_MS).toISOString().slice(0, -5);
  return `${local}+0${OFFSET_HOURS[zone]}:00`;
}
