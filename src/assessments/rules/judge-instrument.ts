import type { AnswerKind } from './answer-kinds.ts';
import type { Band, Instrument } from './instrument.ts';
import { type Rational, ratio, readRational, ZERO } from './rational.ts';
import { placesOf } from './walk.ts';

/** What keeps an instrument version from being published. `where`: codes from the dimension down; `detail`: the sum found, the code meant. */
export interface InstrumentProblem {
  readonly problem:
    | 'weights-do-not-add-up'
    | 'weight-unreadable'
    | 'weight-negative'
    | 'code-twice'
    | 'code-unreadable'
    | 'nothing-inside'
    | 'name-missing'
    | 'scale-empty'
    | 'points-out-of-range'
    | 'best-is-not-reached'
    | 'bands-do-not-start-at-zero'
    | 'band-unreadable'
    | 'band-twice'
    | 'qualifier-unknown'
    | 'wrong-sheet-for-level'
    | 'years-reversed'
    | 'decimals-out-of-range'
    | 'threshold-unreadable'
    | 'no-basis';
  readonly where: readonly string[];
  readonly detail: string | null;
}

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const WHOLE = ratio(100, 1);

/** Everything that is wrong, in the order of the instrument; empty when it may be published. */
export function judgeInstrument(instrument: Instrument): readonly InstrumentProblem[] {
  const problems: InstrumentProblem[] = [];
  const add = (problem: InstrumentProblem['problem'], where: readonly string[], detail: string | null = null) =>
    problems.push({ problem, where, detail });

  if (!CODE.test(instrument.id)) add('code-unreadable', [], instrument.id);
  if (instrument.title.id.trim() === '') add('name-missing', []);
  if (instrument.basis.length === 0) add('no-basis', []);
  if (instrument.years.until !== null && instrument.years.until < instrument.years.from) add('years-reversed', []);
  for (const [level, decimals] of Object.entries(instrument.rounding)) {
    if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6) add('decimals-out-of-range', [level], String(decimals));
  }
  for (const threshold of [instrument.shortBelow.documents, instrument.shortBelow.people]) {
    const value = readRational(threshold);
    if (!value || value.compare(0) < 0 || value.compare(100) > 0) add('threshold-unreadable', [], threshold);
  }

  const scoring = instrument.dimensions.filter((dimension) => dimension.role === 'score');
  if (scoring.length === 0) add('nothing-inside', []);
  judgeWeights(scoring, [], add);
  for (const dimension of instrument.dimensions) {
    const inDimension = [dimension.code];
    if (dimension.name.id.trim() === '') add('name-missing', inDimension);
    if (dimension.variables.length === 0) add('nothing-inside', inDimension);
    judgeWeights(dimension.variables, inDimension, add);
    for (const variable of dimension.variables) {
      const inVariable = [...inDimension, variable.code];
      if (variable.name.id.trim() === '') add('name-missing', inVariable);
      if (variable.indicators.length === 0) add('nothing-inside', inVariable);
      judgeWeights(variable.indicators, inVariable, add);
    }
  }
  for (const { dimension, variable, indicator } of placesOf(instrument)) {
    const where = [dimension.code, variable.code, indicator.code];
    if (indicator.name.id.trim() === '') add('name-missing', where);
    if ((dimension.per === 'agency') !== (indicator.from === 'agency')) add('wrong-sheet-for-level', where, indicator.from);
    judgeAnswer(indicator.answer, where, add);
  }
  judgeCodes(instrument, add);
  judgeBands(instrument.bands, [], add);
  if (instrument.unitBands) judgeBands(instrument.unitBands, ['unit'], add);
  const { qualifier } = instrument;
  const judged = instrument.dimensions.find((one) => one.code === qualifier?.dimension);
  if (qualifier && (judged?.role !== 'qualifier' || judged.per !== 'agency')) add('qualifier-unknown', [qualifier.dimension]);
  return problems;
}

type Add = (problem: InstrumentProblem['problem'], where: readonly string[], detail?: string | null) => void;

function judgeWeights(siblings: readonly { code: string; weight: string }[], where: readonly string[], add: Add): void {
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
  if (siblings.length > 0 && !total.equals(WHOLE)) add('weights-do-not-add-up', where, total.toString());
}

function judgeCodes(instrument: Instrument, add: Add): void {
  const seen = new Set<string>();
  const look = (code: string, where: readonly string[]) => {
    if (!CODE.test(code)) add('code-unreadable', where, code);
    if (seen.has(code)) add('code-twice', where, code);
    seen.add(code);
  };
  for (const dimension of instrument.dimensions) {
    look(dimension.code, [dimension.code]);
    for (const variable of dimension.variables) look(variable.code, [dimension.code, variable.code]);
  }
  for (const { dimension, variable, indicator } of placesOf(instrument)) {
    look(indicator.code, [dimension.code, variable.code, indicator.code]);
  }
}

function judgeAnswer(answer: AnswerKind, where: readonly string[], add: Add): void {
  switch (answer.kind) {
    case 'interval':
      if (!Number.isInteger(answer.max) || answer.max < 1 || answer.max > 20) add('scale-empty', where);
      return;
    case 'scale':
      if (![answer.min, answer.max].every(Number.isInteger) || answer.max <= answer.min || answer.max - answer.min > 20) {
        add('scale-empty', where);
      }
      return;
    case 'number': {
      const [worst, best] = [readRational(answer.worst), readRational(answer.best)];
      if (!worst || !best || worst.equals(best)) add('scale-empty', where);
      return;
    }
    case 'choice': {
      const points = answer.options.map((option) => readRational(option.points));
      if (answer.options.length < 2) add('scale-empty', where);
      if (points.some((one) => !one || one.compare(0) < 0 || one.compare(100) > 0)) add('points-out-of-range', where);
      else if (!points.some((one) => one?.equals(100))) add('best-is-not-reached', where);
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

function judgeBands(bands: readonly Band[], where: readonly string[], add: Add): void {
  const from = bands.map((band) => readRational(band.from));
  if (from.some((one) => !one || one.compare(0) < 0 || one.compare(100) > 0)) {
    add('band-unreadable', where);
    return;
  }
  if (!from.some((one) => one?.equals(0))) add('bands-do-not-start-at-zero', where);
  if (new Set(from.map((one) => one?.toFraction())).size !== from.length) add('band-twice', where);
  if (new Set(bands.map((band) => band.category)).size !== bands.length) add('code-twice', where);
}
