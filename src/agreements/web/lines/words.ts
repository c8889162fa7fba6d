import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type LineWords } from './words.id.ts';

export type { LineWords } from './words.id.ts';

export function wordsIn(language: Language): LineWords {
  return language === 'en' ? en : id;
}
