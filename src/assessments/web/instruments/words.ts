import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type InstrumentWords, id } from './words.id.ts';

export type { InstrumentWords } from './words.id.ts';

export function wordsIn(language: Language): InstrumentWords {
  return language === 'en' ? en : id;
}
