import type { Language } from '../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type ServiceWords } from './words.id.ts';

export type { ServiceWords } from './words.id.ts';

export function wordsIn(language: Language): ServiceWords {
  return language === 'en' ? en : id;
}
