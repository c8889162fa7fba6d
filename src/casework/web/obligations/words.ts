import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type ObligationWords } from './words.id.ts';

export type { ObligationWords } from './words.id.ts';

export function wordsIn(language: Language): ObligationWords {
  return language === 'en' ? en : id;
}
