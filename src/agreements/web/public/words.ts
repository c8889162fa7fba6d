import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type PublicWords } from './words.id.ts';

export type { PublicWords } from './words.id.ts';

export function publicWordsIn(language: Language): PublicWords {
  return language === 'en' ? en : id;
}
