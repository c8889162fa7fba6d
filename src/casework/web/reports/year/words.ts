import type { Language } from '../../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type YearWords } from './words.id.ts';

export type { YearWords } from './words.id.ts';

export function wordsIn(language: Language): YearWords {
  return language === 'en' ? en : id;
}
