/** A compliance figure in words: with few obligations as a count, never as a percentage. */
import type Fraction from 'fraction.js';
import type { Language } from '../../../../kernel/language.ts';
import { type Compliance, decimal, TOO_FEW } from '../../../rules/obligations/compliance.ts';
import type { ObligationWords } from '../words.ts';

/** `66,7%`, or `2 dari 3 dilaksanakan` when too few can be judged. */
export function shareWords(
  figure: Pick<Compliance, 'share' | 'done' | 'counted'>,
  words: ObligationWords,
  language: Language,
): string {
  if (figure.share === null) return words.nothingToJudge;
  if (figure.counted < TOO_FEW) return words.ofCounted(figure.done, figure.counted);
  return `${numberWords(figure.share.mul(100), 1, language)}%`;
}

/** Rounded half up, with the comma of Indonesian. */
export function numberWords(value: Fraction, decimals: number, language: Language): string {
  const text = decimal(value, decimals);
  return language === 'id' ? text.replace('.', ',') : text;
}

export const COMPLIANCE = '/ombudsman/compliance';
export const FINDINGS = '/ombudsman/findings';
export const OFFICES = '/ombudsman/offices';
export const agencyCompliancePath = (code: string): string => `${COMPLIANCE}/${encodeURIComponent(code)}`;
