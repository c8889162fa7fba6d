import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type ResultWords } from './words.id.ts';

export type { ResultWords } from './words.id.ts';

export function wordsIn(language: Language): ResultWords {
  return language === 'en' ? en : id;
}
