import { Temporal } from 'temporal-polyfill';

export { Temporal };

/** An instant on the time line. Rules receive it as an argument, they never ask for it. */
export type Moment = Temporal.Instant;

/** A calendar day without a zone. */
export type Day = Temporal.PlainDate;

/** The three civil zones of Indonesia: WIB, WITA, WIT. None of them knows summer time. */
export type Zone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

export const ZONES: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

const ABBREVIATIONS: Readonly<Record<Zone, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `WIB`, `WITA` or `WIT`. */
export function zoneAbbreviation(zone: Zone): string {
  return ABBREVIATIONS[zone];
}

export function isZone(text: string): text is Zone {
  return text in ABBREVIATIONS;
}

/** The day last asked for in each zone, with its first moment and that of the next day: it is nearly always today. */
const lastDays = new Map<Zone, { readonly day: Day; readonly from: number; readonly until: number }>();

/** The day an instant falls on in a zone. */
export function dayOf(at: Moment, zone: Zone): Day {
  const milliseconds = at.epochMilliseconds;
  const last = lastDays.get(zone);
  if (last && milliseconds >= last.from && milliseconds < last.until) return last.day;
  const start = at.toZonedDateTimeISO(zone).startOfDay();
  const day = start.toPlainDate();
  lastDays.set(zone, { day, from: start.epochMilliseconds, until: start.add({ days: 1 }).epochMilliseconds });
  return day;
}

/** The last second of a day in a zone: 23:59:59, when a deadline of that day is over. */
export function endOfDay(day: Day, zone: Zone): Moment {
  return day.toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' }).toInstant();
}
