/** Days in words for documents that are written once and read for years: '17 Maret 2026'. Pure. */
import type { Language } from '../../../kernel/language.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

export function dayWords(day: Day, language: Language): string {
  return `${day.day} ${MONTHS[language][day.month - 1]} ${day.year}`;
}

/** Of an ISO text as it is frozen in documents. */
export function isoWords(iso: string, language: Language = 'id'): string {
  return dayWords(Temporal.PlainDate.from(iso), language);
}
