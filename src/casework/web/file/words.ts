import type { Language } from '../../../kernel/language.ts';
import en from './words.en.ts';
import id, { type CaseFileWords } from './words.id.ts';

export type { CaseFileWords };

export function wordsIn(language: Language): CaseFileWords {
  return language === 'en' ? en : id;
}
