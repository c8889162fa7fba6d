import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type SigningWords } from './words.id.ts';

export type { SigningWords };

export function wordsIn(language: Language): SigningWords {
  return language === 'en' ? en : id;
}
