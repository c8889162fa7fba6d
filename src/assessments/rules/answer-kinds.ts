import type { Label } from '../../kernel/language.ts';
import { type Rational, ratio, rational, readRational, ZERO } from './rational.ts';

/**
 * Kinds of answers, and how each becomes a share between 0 (worst) and 1 (best).
 *
 * Every answer is kept as a number: yes is 1 and no is 0, a choice is the place of its option counted from 0. So answers can be
 * added up, counted by value and compared in the database without knowing the instrument.
 */
export type AnswerKind =
  | { readonly kind: 'yes-no'; readonly good: 'yes' | 'no' }
  /** Whole steps from 0 to `max`, as the assessor judges: 0 nothing, `max` all. */
  | { readonly kind: 'interval'; readonly max: number }
  /** Whole steps from `min` to `max`, as someone feels it. */
  | { readonly kind: 'scale'; readonly min: number; readonly max: number; readonly good: 'high' | 'low' }
  /** Any number; `worst` and what is beyond counts 0, `best` and what is beyond counts 1. */
  | { readonly kind: 'number'; readonly worst: string; readonly best: string; readonly unit: Label }
  /** Per cent, 0 to 100. */
  | { readonly kind: 'share'; readonly good: 'high' | 'low' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] };

export interface Option {
  readonly code: string;
  readonly label: Label;
  /** Points of 100. */
  readonly points: string;
}

export type AnswerProblem = 'not-a-number' | 'not-whole' | 'out-of-scale' | 'unknown-option';

const YES_NO: Readonly<Record<string, string>> = {
  yes: '1',
  ya: '1',
  true: '1',
  '1': '1',
  no: '0',
  tidak: '0',
  false: '0',
  '0': '0',
};

/** `87,28`, as people in Indonesia write a decimal. */
const DECIMAL_COMMA = /^(-?\d+),(\d+)$/;

/** Reads what was written down (`yes`, `2`, `87.28`, `87,28`, an option's code) into the number that is kept, as exact text. */
export function readAnswer(answer: AnswerKind, written: string | number | boolean): string | { readonly problem: AnswerProblem } {
  const text = String(written).trim();
  if (answer.kind === 'yes-no') {
    const kept = Object.hasOwn(YES_NO, text.toLowerCase()) ? YES_NO[text.toLowerCase()] : undefined;
    return kept ?? { problem: 'unknown-option' };
  }
  if (answer.kind === 'choice') {
    const place = answer.options.findIndex((option) => option.code === text);
    if (place >= 0) return String(place);
    return { problem: 'unknown-option' };
  }
  const value = text.includes('/') ? undefined : readRational(text.replace(DECIMAL_COMMA, '$1.$2'));
  // A longer number is a slip of the keyboard, and would travel on into every sum.
  if (value === undefined || text.length > 40) return { problem: 'not-a-number' };
  const problem = problemOf(answer, value);
  // A finite decimal, so this is exact; `2.50` and `2.5` are one value.
  return problem ? { problem } : value.toString();
}

/** Why a kept number does not fit the kind of answer, if it does not. */
export function problemOf(answer: AnswerKind, value: Rational): AnswerProblem | undefined {
  switch (answer.kind) {
    case 'number':
      return undefined;
    case 'share':
      return between(value, 0, 100) ? undefined : 'out-of-scale';
    default: {
      if (value.d !== 1n) return 'not-whole';
      const [low, high] = wholeRange(answer);
      return between(value, low, high) ? undefined : 'out-of-scale';
    }
  }
}

/** The share of the best answer, exact, between 0 and 1. For kept numbers that fit. */
export function shareOf(answer: AnswerKind, value: Rational): Rational {
  switch (answer.kind) {
    case 'yes-no':
      return answer.good === 'yes' ? value : ratio(1, 1).sub(value);
    case 'interval':
      return value.div(answer.max);
    case 'scale': {
      const above = answer.good === 'high' ? value.sub(answer.min) : ratio(answer.max, 1).sub(value);
      return above.div(answer.max - answer.min);
    }
    case 'share':
      return (answer.good === 'high' ? value : ratio(100, 1).sub(value)).div(100);
    case 'number': {
      const worst = rational(answer.worst);
      const share = value.sub(worst).div(rational(answer.best).sub(worst));
      return share.compare(0) < 0 ? ZERO : share.compare(1) > 0 ? ratio(1, 1) : share;
    }
    case 'choice':
      return rational((answer.options[Number(value.valueOf())] as Option).points).div(100);
  }
}

/** The answers a form offers, in the order they are read; empty for kinds that are typed. */
export function offered(answer: AnswerKind): readonly string[] {
  if (answer.kind === 'yes-no') return ['yes', 'no'];
  if (answer.kind === 'choice') return answer.options.map((option) => option.code);
  if (answer.kind === 'interval' || answer.kind === 'scale') {
    const [low, high] = wholeRange(answer);
    return Array.from({ length: high - low + 1 }, (_, step) => String(low + step));
  }
  return [];
}

/** How a kept number is written in a form, an export or `readAnswer`: the way back. */
export function writeAnswer(answer: AnswerKind, kept: string): string {
  if (answer.kind === 'yes-no') return kept === '1' ? 'yes' : 'no';
  if (answer.kind === 'choice') return answer.options[Number(kept)]?.code ?? kept;
  return kept;
}

function wholeRange(answer: Exclude<AnswerKind, { kind: 'number' | 'share' }>): readonly [number, number] {
  switch (answer.kind) {
    case 'yes-no':
      return [0, 1];
    case 'interval':
      return [0, answer.max];
    case 'scale':
      return [answer.min, answer.max];
    case 'choice':
      return [0, answer.options.length - 1];
  }
}

function between(value: Rational, low: number, high: number): boolean {
  return value.compare(low) >= 0 && value.compare(high) <= 0;
}
