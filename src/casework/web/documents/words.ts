import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type DocumentWords, id } from './words.id.ts';

export type { DocumentWords };

export function wordsIn(language: Language): DocumentWords {
  return language === 'en' ? en : id;
}
