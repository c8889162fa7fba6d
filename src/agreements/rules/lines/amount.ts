/** Amounts as officers write them, into the exact text a line keeps. Pure. */
import type { Language } from '../../../kernel/language.ts';
import type { Amount } from '../line.ts';

/** What the column takes without loss and a person can still mean. */
const CANONICAL = /^-?\d{1,12}(\.\d{1,6})?$/;
const RUPIAH = /^\d{1,18}$/;

export function isAmount(text: string): boolean {
  return CANONICAL.test(text);
}

/**
 * '12', '12,5', '12.5', '1 250', '1.250,5' into '12', '12.5', '1250', '1250.5'. One dot before exactly three digits ('1.250') is refused rather than
 * guessed: to an Indonesian reader it is a thousand, to a spreadsheet one and a quarter. '0.125' can only be a fraction.
 * @returns `undefined` when it is no number or could be two
 */
export function readAmount(text: string): Amount | undefined {
  const bare = text.trim().replace(/[\u00a0\s]/g, '');
  const thousands = /^(-?\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(bare) ?? /^(-?[1-9]\d{0,2}(?:\.\d{3}){2,})$/.exec(bare);
  if (thousands)
    return canonical(`${(thousands[1] as string).replaceAll('.', '')}${thousands[2] === undefined ? '' : `.${thousands[2]}`}`);
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(bare)) return undefined;
  return canonical(bare.replace(',', '.'));
}

/** Whole rupiah as typed: 'Rp 25.000.000', '25000000', '25.000.000,00'. */
export function readRupiah(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^rp\.?\s*/i, '')
    .replace(/,0{1,2}$/, '')
    .replace(/\s/g, '');
  const digits = /^\d{1,3}(\.\d{3})+$/.test(bare) ? bare.replaceAll('.', '') : bare;
  return RUPIAH.test(digits) ? digits.replace(/^0+(?=\d)/, '') : undefined;
}

export function isRupiah(text: string): boolean {
  return RUPIAH.test(text);
}

/** '12.50' as '12.5': one text per amount, so that two of them can be compared as text. */
function canonical(text: string): Amount | undefined {
  if (!CANONICAL.test(text)) return undefined;
  const [whole, fraction = ''] = text.split('.') as [string, string?];
  const kept = fraction.replace(/0+$/, '');
  const digits = `${whole.replace(/^(-?)0+(?=\d)/, '$1')}${kept === '' ? '' : `.${kept}`}`;
  return digits === '-0' ? '0' : digits;
}

/** An amount with the decimal sign of the language; it can be typed back in. */
export function showAmount(amount: Amount, language: Language): string {
  return language === 'id' ? amount.replace('.', ',') : amount;
}
