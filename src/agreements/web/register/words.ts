import type { Language } from '../../../kernel/language.ts';
import en from './words.en.ts';
import id, { type RegisterWords } from './words.id.ts';

export type { RegisterWords };

export function wordsIn(language: Language): RegisterWords {
  return language === 'en' ? en : id;
}
