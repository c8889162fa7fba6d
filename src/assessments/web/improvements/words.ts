import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type ItemWords, id } from './words.id.ts';

export type { ItemWords } from './words.id.ts';

export function wordsIn(language: Language): ItemWords {
  return language === 'en' ? en : id;
}
