import type { Language } from '../../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type WorkWords } from './words.id.ts';

export type { WorkWords } from './words.id.ts';

export function wordsIn(language: Language): WorkWords {
  return language === 'en' ? en : id;
}
