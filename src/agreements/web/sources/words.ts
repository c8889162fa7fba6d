import type { Language } from '../../../kernel/language.ts';
import en from './words.en.ts';
import id, { type SourcesWords } from './words.id.ts';

export type { SourcesWords };

export function wordsIn(language: Language): SourcesWords {
  return language === 'en' ? en : id;
}
