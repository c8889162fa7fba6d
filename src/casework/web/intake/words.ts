import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type IntakeWords, id } from './words.id.ts';

export type { IntakeWords };

export function wordsIn(language: Language): IntakeWords {
  return language === 'en' ? en : id;
}
