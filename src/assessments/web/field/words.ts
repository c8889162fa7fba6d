import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type FieldWords, id } from './words.id.ts';

export type { FieldWords } from './words.id.ts';

export function wordsIn(language: Language): FieldWords {
  return language === 'en' ? en : id;
}
