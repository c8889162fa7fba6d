/** How far a line is, in words: '3 dari 8 layanan', '40% pekerjaan'. */
import type { Language } from '../../../kernel/language.ts';
import { type Amount, finalTarget, type Line } from '../../rules/line.ts';
import { showAmount } from '../../rules/lines/amount.ts';
import type { LineWords } from './words.ts';

type Measured = Pick<Line, 'targets' | 'unit'>;

/** An amount with its unit: '3 layanan', '40%'. */
export function amountText(line: Measured, amount: Amount, language: Language): string {
  const shown = showAmount(amount, language);
  return finalTarget(line) === null ? `${shown}%` : `${shown} ${line.unit}`.trim();
}

/** An amount against the final target. */
export function achievedText(line: Measured, amount: Amount, language: Language, words: LineWords): string {
  const target = finalTarget(line);
  const shown = showAmount(amount, language);
  return target === null ? words.plan.ofWork(shown) : words.plan.ofTarget(shown, showAmount(target, language), line.unit);
}
