import type { Language } from '../../../kernel/language.ts';
import en from './words.en.ts';
import id, { type CaseDeskWords } from './words.id.ts';

export type { CaseDeskWords };

export function wordsIn(language: Language): CaseDeskWords {
  return language === 'en' ? en : id;
}
