import { type AnswerKind, shareOf } from './answer-kinds.ts';
import type { AgencyTally, Answers, Tallies, Tally } from './answers.ts';
import type { Dimension, Indicator, Instrument, Level, Variable } from './instrument.ts';
import { type Rational, ratio, rational, roundHalfUp } from './rational.ts';
import { type TallyProblem, tally } from './tally.ts';

/**
 * From answers to scores between 0 and 100, exact, rounded half-up only at the levels the instrument names.
 *
 * indicator = mean over its answers; variable, dimension, unit = weighted mean of what is below; agency = mean of its units, with
 * the agency's own dimensions joined by weight. What does not apply leaves its mean, and the weights of the others stand for the whole.
 */
export interface Node {
  readonly code: string;
  readonly weight: string;
  /** `null` when nothing below applies or is answered. */
  readonly score: Rational | null;
  /** Answers counted here or below. */
  readonly answered: number;
  readonly below: readonly Node[];
}

export interface UnitScore {
  readonly unit: string;
  readonly score: Rational | null;
  readonly dimensions: readonly Node[];
  /** Indicators that nobody has answered here, or not on every sheet that asks for them. */
  readonly missing: readonly string[];
}

export interface AgencyScore {
  readonly agency: string;
  readonly score: Rational | null;
  /** Over all units, and the agency's own; without those of role `qualifier`. */
  readonly dimensions: readonly Node[];
  readonly units: readonly UnitScore[];
  /** Of the agency's own dimensions, the qualifier's among them. */
  readonly missing: readonly string[];
  /** The score the qualifier reads; `null` when it was said that nothing applies, `undefined` when there is none or no answer yet. */
  readonly qualifier: Rational | null | undefined;
  /** Nothing is missing anywhere: the score may be submitted. A score that is not complete is provisional. */
  readonly complete: boolean;
}

/** The whole way from what was written down. Problems are named, what is wrong is left out of the score. */
export function score(instrument: Instrument, answers: Answers): { score: AgencyScore; problems: readonly TallyProblem[] } {
  const counted = tally(instrument, answers);
  return { score: scoreTally(instrument, counted.tally), problems: counted.problems };
}

/** The same from counted answers: for a whole round read from the database, and for whoever recomputes published raw data. */
export function scoreTally(instrument: Instrument, counted: AgencyTally): AgencyScore {
  const ofUnits = instrument.dimensions.filter((one) => one.per === 'unit' && one.role === 'score');
  const ofAgency = instrument.dimensions.filter((one) => one.per === 'agency' && one.role === 'score');
  const beside = instrument.dimensions.filter((one) => one.role === 'qualifier' && one.code === instrument.qualifier?.dimension);
  const round = rounding(instrument);
  const units = counted.units.map(({ unit, tallies }) => scoreUnit(ofUnits, unit, tallies, round));
  const own = ofAgency.map((dimension) => scoreDimension(dimension, counted.tallies, round));
  const unitMean = mean(units.flatMap((unit) => (unit.score === null ? [] : [unit.score])));
  const parts = [
    { weight: sum(ofUnits.map((one) => rational(one.weight))), score: unitMean },
    ...own.map((node) => ({ weight: rational(node.weight), score: node.score })),
  ];
  const missing = missingOf([...ofAgency, ...beside], counted.tallies);
  const unitsDone = ofUnits.length === 0 || (units.length > 0 && units.every((unit) => unit.missing.length === 0));
  const joined = weightedMean(parts);
  return {
    agency: counted.agency,
    score: joined === null ? null : round('agency', joined),
    dimensions: [...ofUnits.map((one, place) => meanOfDimension(one, units, place, round)), ...own],
    units,
    missing,
    qualifier: beside.map((one) => qualifierScore(one, counted.tallies, round))[0],
    complete: joined !== null && missing.length === 0 && unitsDone,
  };
}

type Round = (level: Level, value: Rational) => Rational;

function rounding(instrument: Instrument): Round {
  return (level, value) => {
    const decimals = instrument.rounding[level];
    return decimals === undefined ? value : roundHalfUp(value, decimals);
  };
}

function scoreUnit(dimensions: readonly Dimension[], unit: string, tallies: Tallies, round: Round): UnitScore {
  const nodes = dimensions.map((dimension) => scoreDimension(dimension, tallies, round));
  const joined = weightedMean(nodes.map(withWeight));
  return {
    unit,
    score: joined === null ? null : round('unit', joined),
    dimensions: nodes,
    missing: missingOf(dimensions, tallies),
  };
}

function scoreDimension(dimension: Dimension, tallies: Tallies, round: Round): Node {
  return join(
    'dimension',
    dimension,
    dimension.variables.map((variable) => scoreVariable(variable, tallies, round)),
    round,
  );
}

function scoreVariable(variable: Variable, tallies: Tallies, round: Round): Node {
  return join(
    'variable',
    variable,
    variable.indicators.map((one) => scoreIndicator(one, tallies.get(one.code), round)),
    round,
  );
}

/** The mean over the answers, each as its share of the best one. */
export function scoreIndicator(indicator: Indicator, counted: Tally | undefined, round: Round): Node {
  let answered = 0;
  const total = new Sum();
  for (const [value, count] of counted?.counts ?? []) {
    answered += count;
    total.add(knownShare(indicator.answer, value), BigInt(count));
  }
  const score = answered === 0 ? null : round('indicator', ratio(total.above * 100n, total.below * BigInt(answered)));
  return { code: indicator.code, weight: indicator.weight, score, answered, below: [] };
}

/** Shares met before, by kind of answer: a round has millions of answers and a few dozen different ones. */
const shares = new WeakMap<AnswerKind, Map<string, Rational>>();
const MOST_SHARES = 1000;

function knownShare(answer: AnswerKind, value: string): Rational {
  let known = shares.get(answer);
  if (!known) {
    known = new Map();
    shares.set(answer, known);
  }
  let share = known.get(value);
  if (share === undefined) {
    share = shareOf(answer, rational(value));
    if (known.size < MOST_SHARES) known.set(value, share);
  }
  return share;
}

function join(level: Level, of: { code: string; weight: string }, below: readonly Node[], round: Round): Node {
  const joined = weightedMean(below.map(withWeight));
  return {
    code: of.code,
    weight: of.weight,
    score: joined === null ? null : round(level, joined),
    answered: below.reduce((total, node) => total + node.answered, 0),
    below,
  };
}

/** How a dimension stands over all units: for the report card; the agency's score itself is the mean of the units. */
function meanOfDimension(dimension: Dimension, units: readonly UnitScore[], place: number, round: Round): Node {
  const nodes = units.map((unit) => unit.dimensions[place] as Node);
  const joined = mean(nodes.flatMap((node) => (node.score === null ? [] : [node.score])));
  return {
    code: dimension.code,
    weight: dimension.weight,
    score: joined === null ? null : round('dimension', joined),
    answered: nodes.reduce((total, node) => total + node.answered, 0),
    below: [],
  };
}

function qualifierScore(dimension: Dimension, tallies: Tallies, round: Round): Rational | null | undefined {
  const { score, answered } = scoreDimension(dimension, tallies, round);
  // Silence is not the answer "nothing applies": that one adds words of praise to the label.
  return answered === 0 && missingOf([dimension], tallies).length > 0 ? undefined : score;
}

function missingOf(dimensions: readonly Dimension[], tallies: Tallies): readonly string[] {
  return dimensions
    .flatMap((dimension) => dimension.variables.flatMap((variable) => variable.indicators))
    .filter(({ code }) => {
      const counted = tallies.get(code);
      return !counted || (counted.unanswered ?? 0) > 0 || (counted.counts.length === 0 && counted.notApplicable === 0);
    })
    .map(({ code }) => code);
}

function withWeight(node: Node): { weight: Rational; score: Rational | null } {
  return { weight: knownWeight(node.weight), score: node.score };
}

const weights = new Map<string, Rational>();

function knownWeight(written: string): Rational {
  let weight = weights.get(written);
  if (weight === undefined) {
    weight = rational(written);
    if (weights.size < MOST_SHARES) weights.set(written, weight);
  }
  return weight;
}

function weightedMean(parts: readonly { weight: Rational; score: Rational | null }[]): Rational | null {
  const whole = new Sum();
  const total = new Sum();
  for (const { weight, score: value } of parts) {
    if (value === null) continue;
    whole.add(weight, 1n);
    total.add(value, weight.s * weight.n, weight.d);
  }
  return whole.above === 0n ? null : ratio(total.above * whole.below, total.below * whole.above);
}

function mean(values: readonly Rational[]): Rational | null {
  return values.length === 0 ? null : sum(values).div(ratio(values.length, 1));
}

function sum(values: readonly Rational[]): Rational {
  const total = new Sum();
  for (const value of values) total.add(value, 1n);
  return ratio(total.above, total.below);
}

/**
 * An exact sum that is brought to lowest terms once, by whoever reads it, instead of after every step: scores, shares and weights of a
 * round are many, and reducing them is most of the work.
 */
class Sum {
  above = 0n;
  below = 1n;

  /** Adds `value` times `above / below`. */
  add(value: Rational, above: bigint, below = 1n): void {
    const n = value.s * value.n * above;
    const d = value.d * below;
    if (d === this.below) this.above += n;
    else if (this.below % d === 0n) this.above += n * (this.below / d);
    else if (d % this.below === 0n) {
      this.above = this.above * (d / this.below) + n;
      this.below = d;
    } else {
      this.above = this.above * d + n * this.below;
      this.below *= d;
    }
  }
}

/** How the dimension that the qualifier reads stands, with everything below it; `null` when the instrument has none. */
export function qualifierNode(instrument: Instrument, counted: Pick<AgencyTally, 'tallies'>): Node | null {
  const dimension = instrument.dimensions.find((one) => one.role === 'qualifier' && one.code === instrument.qualifier?.dimension);
  return dimension ? scoreDimension(dimension, counted.tallies, rounding(instrument)) : null;
}
