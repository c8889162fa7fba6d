import type { Language } from '../../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type BundleWords, id } from './words.id.ts';

export type { BundleWords } from './words.id.ts';

export function wordsIn(language: Language): BundleWords {
  return language === 'en' ? en : id;
}
