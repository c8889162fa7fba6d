import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type RoundWords } from './words.id.ts';

export type { RoundWords } from './words.id.ts';

export function wordsIn(language: Language): RoundWords {
  return language === 'en' ? en : id;
}
