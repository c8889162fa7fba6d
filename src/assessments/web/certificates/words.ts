import type { Language } from '../../../kernel/language.ts';
import { en } from './words.en.ts';
import { type CertificateWords, id } from './words.id.ts';

export type { CertificateWords } from './words.id.ts';

export function wordsIn(language: Language): CertificateWords {
  return language === 'en' ? en : id;
}
