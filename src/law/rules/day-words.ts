import type { Language } from '../../kernel/language.ts';
import { type Day, type Moment, type Zone, zoneAbbreviation } from '../../kernel/time.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

export function monthName(month: number, language: Language): string {
  return MONTHS[language][month - 1] as string;
}

export function weekdayName(day: Day, language: Language): string {
  return WEEKDAYS[language][day.dayOfWeek - 1] as string;
}

/** `Kamis, 26 Maret 2026` / `Thursday 26 March 2026`. */
export function longDay(day: Day, language: Language): string {
  const comma = language === 'id' ? ',' : '';
  return `${weekdayName(day, language)}${comma} ${day.day} ${monthName(day.month, language)} ${day.year}`;
}

/** The clock of a moment in a zone: `23.59 WITA` / `23:59 WITA`. */
export function clock(at: Moment, zone: Zone, language: Language): string {
  const { hour, minute } = at.toZonedDateTimeISO(zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(hour)}${language === 'id' ? '.' : ':'}${two(minute)} ${zoneAbbreviation(zone)}`;
}

/** `18, 20 dan 21 Maret`, `31 Maret dan 1 April`; a year is told where it is not `knownYear`. */
export function dayList(days: readonly Day[], knownYear: number, language: Language): string {
  const parts = days.map((day, index) => {
    const next = days[index + 1];
    if (next && next.month === day.month && next.year === day.year) return String(day.day);
    const year = day.year === knownYear ? '' : ` ${day.year}`;
    return `${day.day} ${monthName(day.month, language)}${year}`;
  });
  return join(parts, language);
}

/** `a`, `a dan b`, `a, b, dan c`. */
export function join(parts: readonly string[], language: Language): string {
  const and = language === 'id' ? 'dan' : 'and';
  if (parts.length < 3) return parts.join(` ${and} `);
  return `${parts.slice(0, -1).join(', ')}, ${and} ${parts.at(-1)}`;
}
