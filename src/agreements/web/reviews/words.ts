import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type ReviewWords } from './words.id.ts';

export type { ReviewWords } from './words.id.ts';

export function wordsIn(language: Language): ReviewWords {
  return language === 'en' ? en : id;
}
