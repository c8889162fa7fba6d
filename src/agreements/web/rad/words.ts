import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type RadWords } from './words.id.ts';

export type { RadWords };

export function wordsIn(language: Language): RadWords {
  return language === 'en' ? en : id;
}
