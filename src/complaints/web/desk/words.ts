import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type DeskWords, id } from './words.id.ts';

export type { DeskWords } from './words.id.ts';

export function wordsIn(language: Language): DeskWords {
  return language === 'en' ? en : id;
}
