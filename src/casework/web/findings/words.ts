import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type FindingsWords, id } from './words.id.ts';

export type { FindingsWords } from './words.id.ts';

export function wordsIn(language: Language): FindingsWords {
  return language === 'en' ? en : id;
}
