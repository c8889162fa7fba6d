import type { AnswerKind } from './answer-kinds.ts';
import type { Instrument } from './instrument.ts';
import { type Add, CODE } from './instrument-problem.ts';
import { exactText, HUNDRED, isPercent, type Rational, readRational, ZERO } from './rational.ts';

/** Weights of siblings are read, none below nothing, and 100 together. `detail` of a wrong sum: the exact sum. */
export function judgeWeights(siblings: readonly { code: string; weight: string }[], where: readonly string[], add: Add): void {
  let total: Rational = ZERO;
  for (const { code, weight } of siblings) {
    const value = readRational(weight);
    if (value === undefined) {
      add('weight-unreadable', [...where, code], weight);
      return;
    }
    if (value.compare(0) < 0) add('weight-negative', [...where, code], weight);
    total = total.add(value);
  }
  if (siblings.length > 0 && !total.equals(HUNDRED)) add('weights-do-not-add-up', where, exactText(total));
}

/** One namespace for dimensions, variables and indicators, so that a code alone names one thing. */
export function judgeCodes({ dimensions }: Pick<Instrument, 'dimensions'>, add: Add): void {
  const seen = new Set<string>();
  const look = (where: readonly string[]) => {
    const code = where.at(-1) ?? '';
    if (!CODE.test(code)) add('code-unreadable', where, code);
    if (seen.has(code)) add('code-twice', where, code);
    seen.add(code);
  };
  for (const dimension of dimensions) {
    look([dimension.code]);
    for (const variable of dimension.variables) {
      look([dimension.code, variable.code]);
      for (const indicator of variable.indicators) look([dimension.code, variable.code, indicator.code]);
    }
  }
}

/** Longest scale that is still one question. */
const MOST_STEPS = 20;

export function judgeAnswer(answer: AnswerKind, where: readonly string[], add: Add): void {
  switch (answer.kind) {
    case 'interval':
      if (!Number.isInteger(answer.max) || answer.max < 1 || answer.max > MOST_STEPS) add('scale-empty', where);
      return;
    case 'scale': {
      const steps = answer.max - answer.min;
      if (![answer.min, answer.max].every(Number.isInteger) || steps < 1 || steps > MOST_STEPS) add('scale-empty', where);
      return;
    }
    case 'number': {
      const [worst, best] = [readRational(answer.worst), readRational(answer.best)];
      if (!worst || !best || worst.equals(best)) add('scale-empty', where);
      return;
    }
    case 'choice': {
      if (answer.options.length < 2) add('scale-empty', where);
      const points = answer.options.map((option) => readRational(option.points));
      if (!points.every(isPercent)) add('points-out-of-range', where);
      else if (!points.some((one) => one?.equals(HUNDRED))) add('best-is-not-reached', where);
      if (answer.options.some(({ label }) => label.id.trim() === '' || label.en.trim() === '')) add('name-missing', where);
      const codes = answer.options.map((option) => option.code);
      for (const code of codes) if (!CODE.test(code)) add('code-unreadable', where, code);
      if (new Set(codes).size !== codes.length) add('code-twice', where);
      return;
    }
    case 'yes-no':
    case 'share':
      return;
  }
}
