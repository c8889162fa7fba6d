import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type GrantWords, id } from './words.id.ts';

export type { GrantWords } from './words.id.ts';

export function grantWordsIn(language: Language): GrantWords {
  return language === 'en' ? en : id;
}
