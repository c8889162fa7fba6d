import type { Language } from '../../kernel/language.ts';
import { decimalText, type Rational, rational } from './rational.ts';

/** A score as people read it, two decimals, half-up: `77,50` in Indonesian, `77.50` in English. A text is an exact one, as stored. */
export function scoreText(score: Rational | string, language: Language, decimals = 2): string {
  return inLanguage(decimalText(typeof score === 'string' ? rational(score) : score, decimals), language);
}

/** A decimal as written in data (`21.85`) with the comma of Indonesian; a fraction (`100/6`) as its decimal with a sign that it goes on. */
export function numberText(written: string, language: Language): string {
  if (!written.includes('/')) return inLanguage(written, language);
  const value = rational(written);
  const text = decimalText(value, 2);
  return value.equals(rational(text)) ? inLanguage(text.replace(/\.?0+$/, ''), language) : `${inLanguage(text, language)}…`;
}

function inLanguage(text: string, language: Language): string {
  return language === 'id' ? text.replace('.', ',') : text;
}
