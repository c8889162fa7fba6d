import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type ExaminationWords, id } from './words.id.ts';

export type { ExaminationWords };

export function wordsIn(language: Language): ExaminationWords {
  return language === 'en' ? en : id;
}
