import type { Language } from '../../kernel/language.ts';
import { en } from './words.en.ts';
import { type DashboardWords, id } from './words.id.ts';

export type { DashboardWords } from './words.id.ts';

export function wordsIn(language: Language): DashboardWords {
  return language === 'en' ? en : id;
}
