/** Numbers as people read them. */
import type { Language } from '../../../kernel/language.ts';
import type { Amount } from '../../rules/line.ts';

/** Whole percent, cut off rather than rounded: 99.6 per cent is not all of it. */
export function percentText(share: number | null): string {
  return share === null ? '–' : `${Math.floor(share * 100 + 1e-9)}%`;
}

/** An exact amount with the separators of the language; nothing is rounded. */
export function amountText(amount: Amount, language: Language): string {
  const [whole = '0', part] = amount
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .split('.');
  const [group, point] = language === 'id' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group as string);
  return part ? `${grouped}${point}${part}` : grouped;
}
