import type { Language } from '../../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type LoadWords } from './words.id.ts';

export type { LoadWords } from './words.id.ts';

export function wordsIn(language: Language): LoadWords {
  return language === 'en' ? en : id;
}
