import Fraction from 'fraction.js';

/**
 * Exact numbers of assessments. Weights, answers and scores are rationals from end to end; a decimal appears only where an
 * instrument names a level to be rounded at, and where a number is shown.
 */
export type Rational = Fraction;

export const ZERO: Rational = new Fraction(0);
export const HUNDRED: Rational = new Fraction(100);

/** A decimal of at most 15 places, or a fraction of whole numbers or such decimals; long enough for exact scores of a whole round. */
const FORM = /^-?\d{1,400}(?:\.\d{1,15})?(?:\/\d{1,400}(?:\.\d{1,15})?)?$/;

/** Reads `21.85`, `100/6` or `-3`; `undefined` for anything else (also for a division by nothing). */
export function readRational(text: string): Rational | undefined {
  if (!FORM.test(text)) return undefined;
  const [above = '', below] = text.split('/');
  if (below === undefined) return new Fraction(above);
  const divisor = new Fraction(below);
  return divisor.equals(0) ? undefined : new Fraction(above).div(divisor);
}

/** As `readRational`, for texts that have been judged already. Throws a TypeError otherwise. */
export function rational(text: string): Rational {
  const value = readRational(text);
  if (value === undefined) throw new TypeError('not a rational number');
  return value;
}

/** Between 0 and 100, both inclusive. */
export function isPercent(value: Rational | undefined): boolean {
  return value !== undefined && value.compare(ZERO) >= 0 && value.compare(HUNDRED) <= 0;
}

export function ratio(above: number | bigint, below: number | bigint): Rational {
  return new Fraction(above, below);
}

/** Half goes up: 80.995 becomes 81.00 at two decimals, 2.5 becomes 3 at none (and -2.5 becomes -2, though scores are never negative). */
export function roundHalfUp(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  const twice = value.n * scale * 2n * value.s;
  const divisor = value.d * 2n;
  const sum = twice + value.d;
  const floor = sum >= 0n ? sum / divisor : -((-sum + divisor - 1n) / divisor);
  return new Fraction(floor, scale);
}

/** The number with exactly so many decimals, rounded half-up: `77.50`. */
export function decimalText(value: Rational, decimals = 2): string {
  const scaled = roundHalfUp(value, decimals).mul(10 ** decimals);
  const digits = (scaled.n / scaled.d).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? digits : `${whole}.${digits.slice(-decimals)}`;
  return scaled.s < 0n && scaled.n !== 0n ? `-${text}` : text;
}

/** The exact value in lowest terms, `467/6` or `78`, so that it reads back as the same number. */
export function exactText(value: Rational): string {
  return value.toFraction();
}
