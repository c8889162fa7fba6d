import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type VerifyWords } from './words.id.ts';

export type { VerifyWords } from './words.id.ts';

export function wordsIn(language: Language): VerifyWords {
  return language === 'en' ? en : id;
}
