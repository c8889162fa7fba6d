import type { AnswerKind } from './answer-kinds.ts';
import { shareOf } from './answer-kinds.ts';
import { rational } from './rational.ts';

/** The same question on the same sheet, answered by two raters who did not see each other. `null` = does not apply. */
export interface Pair {
  readonly answer: AnswerKind;
  readonly first: string | null;
  readonly second: string | null;
  readonly count: number;
}

/**
 * How far two raters agree.
 *
 * - Per cent: of all pairs, those with exactly the same answer.
 * - Cohen's kappa: (Po - Pe) / (1 - Pe), with Po the share of equal pairs and Pe the share that would be equal by chance, from how often
 *   each rater gave each answer. Answers of different scales are never taken for equal: Pe is worked out within each scale and weighed by its pairs.
 * - Weighted kappa: 1 - Do / De, with quadratic weights: a pair's disagreement is the square of the difference of their shares of the
 *   best answer (0 to 1), and 1 where one of them says "does not apply". Do is its mean over the pairs, De the mean over all combinations by chance.
 *
 * Kappa is `null` where chance alone would give full agreement (both raters always said the same one thing).
 */
export interface Agreement {
  readonly pairs: number;
  readonly percent: number | null;
  readonly kappa: number | null;
  readonly weightedKappa: number | null;
}

export function agreementOf(pairs: readonly Pair[]): Agreement {
  const total = sumOf(pairs, () => 1);
  if (total === 0) return { pairs: 0, percent: null, kappa: null, weightedKappa: null };
  const equal = sumOf(pairs, (pair) => (pair.first === pair.second ? 1 : 0));
  const apart = sumOf(pairs, (pair) => distance(pair.answer, pair.first, pair.second));
  let equalByChance = 0;
  let apartByChance = 0;
  for (const scale of Map.groupBy(pairs, ({ answer }) => JSON.stringify(answer)).values()) {
    const answer = (scale[0] as Pair).answer;
    const many = sumOf(scale, () => 1);
    const [firsts, seconds] = [shares(scale, 'first', many), shares(scale, 'second', many)];
    for (const [a, shareA] of firsts) {
      for (const [b, shareB] of seconds) {
        if (a === b) equalByChance += many * shareA * shareB;
        apartByChance += many * shareA * shareB * distance(answer, a, b);
      }
    }
  }
  const [observed, chance] = [equal / total, equalByChance / total];
  return {
    pairs: total,
    percent: observed * 100,
    kappa: isOne(chance) ? null : (observed - chance) / (1 - chance),
    weightedKappa: isOne(1 - apartByChance / total) ? null : 1 - apart / apartByChance,
  };
}

/** In which direction the second answers lie: how many say better, how many worse. "Does not apply" is neither. */
export function driftOf(pairs: readonly Pair[]): { readonly same: number; readonly better: number; readonly worse: number } {
  const toward = ({ answer, first, second }: Pair): number =>
    first === null || second === null ? 0 : shareOf(answer, rational(second)).compare(shareOf(answer, rational(first)));
  return {
    same: sumOf(pairs, (pair) => (pair.first === pair.second ? 1 : 0)),
    better: sumOf(pairs, (pair) => (toward(pair) > 0 ? 1 : 0)),
    worse: sumOf(pairs, (pair) => (toward(pair) < 0 ? 1 : 0)),
  };
}

/** Sums of shares may miss 1 by a hair. */
const isOne = (share: number) => Math.abs(1 - share) < 1e-12;

function sumOf(pairs: readonly Pair[], of: (pair: Pair) => number): number {
  return pairs.reduce((total, pair) => total + pair.count * of(pair), 0);
}

function shares(pairs: readonly Pair[], side: 'first' | 'second', total: number): Map<string | null, number> {
  const found = new Map<string | null, number>();
  for (const pair of pairs) found.set(pair[side], (found.get(pair[side]) ?? 0) + pair.count / total);
  return found;
}

/** 0 = the same, 1 = as far apart as can be. */
function distance(answer: AnswerKind, a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return 1;
  const difference = shareOf(answer, rational(a))
    .sub(shareOf(answer, rational(b)))
    .valueOf();
  return difference * difference;
}
