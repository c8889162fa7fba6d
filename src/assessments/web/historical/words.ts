import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type HistoricalWords, id } from './words.id.ts';

export type { HistoricalWords } from './words.id.ts';

export const HISTORICAL = '/desk/historical-results';

export function wordsIn(language: Language): HistoricalWords {
  return language === 'en' ? en : id;
}
