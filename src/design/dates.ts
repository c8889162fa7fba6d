import type { Language } from '../kernel/language.ts';
import { type Day, type Moment, type Zone, zoneAbbreviation } from '../kernel/time.ts';

const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** "Selasa, 17 Maret 2026" / "Tuesday 17 March 2026"; `short`: "17 Mar 2026". */
export function formatDay(day: Day, language: Language, style: 'long' | 'short' = 'long'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'long'
      ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };
  return format(`day-${style}-${language}`, LOCALES[language], options).format(new Date(`${day.toString()}T00:00:00Z`));
}

/** "17 Maret 2026, 10.00 WITA" / "17 March 2026, 10:00 WITA", on the clocks of the zone. */
export function formatMoment(at: Moment, zone: Zone, language: Language): string {
  const date = new Date(at.epochMilliseconds);
  const day = format(`date-${language}-${zone}`, LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
  const hour = format(`hour-${language}-${zone}`, LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return `${day.format(date)}, ${hour.format(date)} ${zoneAbbreviation(zone)}`;
}

/** Whole numbers with the language's thousands mark. */
export function formatCount(count: number, language: Language): string {
  return count.toLocaleString(LOCALES[language]);
}

/** "240 kB", "3,4 MB". */
export function formatBytes(bytes: number, language: Language): string {
  const [value, unit] =
    bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'kB'] : [Math.round(bytes / 100_000) / 10, 'MB'];
  return `${value.toLocaleString(LOCALES[language])} ${unit}`;
}
