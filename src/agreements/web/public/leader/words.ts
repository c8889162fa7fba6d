import type { Language } from '../../../../kernel/language.ts';
import { en } from './words.en.ts';
import { id, type LeaderWords } from './words.id.ts';

export type { LeaderWords } from './words.id.ts';

export function leaderWordsIn(language: Language): LeaderWords {
  return language === 'en' ? en : id;
}
