/** Days and times as official letters write them: in Indonesian, whatever the reader's language. */
import { type Day, Temporal, type Zone, zoneAbbreviation } from '../../../kernel/time.ts';

const DAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** `17 Maret 2026` */
export function letterDay(day: Day): string {
  return `${day.day} ${MONTHS[day.month - 1]} ${day.year}`;
}

/** `Selasa, 17 Maret 2026` */
export function letterWeekday(day: Day): string {
  return `${DAYS[day.dayOfWeek - 1]}, ${letterDay(day)}`;
}

/** `pukul 10.00 WITA` out of `10:00`. */
export function letterTime(time: string, zone: Zone): string {
  return `pukul ${time.replace(':', '.')} ${zoneAbbreviation(zone)}`;
}

/** A day as a field keeps it (2026-03-17); `undefined` when it is none. */
export function dayIn(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
