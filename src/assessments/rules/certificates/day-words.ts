import type { Language } from '../../../kernel/language.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A day as documents write it, without the name of the weekday: `17 Maret 2026`. @param day ISO 8601 */
export function formatPlainDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[language][month - 1]} ${year}`;
}
