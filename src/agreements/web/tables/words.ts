import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type TableWords } from './words.id.ts';

export type { TableWords } from './words.id.ts';

export function wordsIn(language: Language): TableWords {
  return language === 'en' ? en : id;
}
