import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type SectionWords } from './words.id.ts';

export type { SectionWords };

export function wordsIn(language: Language): SectionWords {
  return language === 'en' ? en : id;
}
