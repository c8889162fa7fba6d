import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type FollowWords, id } from './words.id.ts';

export type { FollowWords } from './words.id.ts';

export function wordsIn(language: Language): FollowWords {
  return language === 'en' ? en : id;
}
