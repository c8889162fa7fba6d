import type { Language } from '../../kernel/language.ts';
import { en } from './words.en.ts';
import { id } from './words.id.ts';

/** The platform's own words in a language. */
export function words(language: Language): typeof id {
  return language === 'en' ? en : id;
}
