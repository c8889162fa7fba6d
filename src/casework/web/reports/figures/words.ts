import type { Language } from '../../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type FigureWords, id } from './words.id.ts';

export type { FigureWords } from './words.id.ts';

export function wordsIn(language: Language): FigureWords {
  return language === 'en' ? en : id;
}
