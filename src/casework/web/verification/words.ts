import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type VerificationWords } from './words.id.ts';

export type { VerificationWords } from './words.id.ts';

export function wordsIn(language: Language): VerificationWords {
  return language === 'en' ? en : id;
}
