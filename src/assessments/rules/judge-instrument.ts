import type { Dimension, Indicator, Instrument } from './instrument.ts';
import { SHEET_KINDS } from './instrument.ts';
import { type Add, CODE, type InstrumentProblem } from './instrument-problem.ts';
import { judgeBands, judgeQualifier } from './judge-bands.ts';
import { judgeAnswer, judgeCodes, judgeWeights } from './judge-parts.ts';
import { judgeStanding, judgeText } from './judge-words.ts';
import { isPercent, readRational } from './rational.ts';
import { placesOf } from './walk.ts';

export type { InstrumentProblem, InstrumentProblemCode } from './instrument-problem.ts';

/** Everything that is wrong, in the order of the instrument; empty when it may be published. */
export function judgeInstrument(instrument: Instrument): readonly InstrumentProblem[] {
  const problems: InstrumentProblem[] = [];
  const add: Add = (problem, where, detail = null) => problems.push({ problem, where, detail });
  judgeHead(instrument, add);
  const scoring = instrument.dimensions.filter((dimension) => dimension.role === 'score');
  if (scoring.length === 0) add('nothing-inside', []);
  judgeWeights(scoring, [], add);
  for (const dimension of instrument.dimensions) judgeDimension(dimension, add);
  judgeCodes(instrument, add);
  judgeBands(instrument.bands, [], add);
  if (instrument.unitBands) judgeBands(instrument.unitBands, ['unit'], add);
  judgeQualifier(instrument, add);
  judgeFieldwork(instrument, add);
  return problems;
}

function judgeHead(instrument: Instrument, add: Add): void {
  if (!CODE.test(instrument.id)) add('code-unreadable', [], instrument.id);
  judgeText('name-missing', [instrument.title], [], add);
  judgeText('text-missing', [instrument.summary], [], add);
  if (instrument.basis.length === 0) add('no-basis', []);
  const { from, until } = instrument.years;
  if (until !== null && until < from) add('years-reversed', [], `${from}–${until}`);
  for (const [level, decimals] of Object.entries(instrument.rounding)) {
    if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6) add('decimals-out-of-range', [level], String(decimals));
  }
  for (const threshold of [instrument.shortBelow.documents, instrument.shortBelow.people]) {
    if (!isPercent(readRational(threshold))) add('threshold-unreadable', [], threshold);
  }
  judgeStanding(instrument.shortBelow.standing, [], add);
  judgeStanding(instrument.agencyScore.standing, ['agency'], add);
}

function judgeDimension(dimension: Dimension, add: Add): void {
  const inDimension = [dimension.code];
  judgeText('name-missing', [dimension.name], inDimension, add);
  judgeStanding(dimension.standing, inDimension, add);
  if (dimension.variables.length === 0) add('nothing-inside', inDimension);
  judgeWeights(dimension.variables, inDimension, add);
  for (const variable of dimension.variables) {
    const inVariable = [...inDimension, variable.code];
    judgeText('name-missing', [variable.name], inVariable, add);
    judgeStanding(variable.standing, inVariable, add);
    if (variable.indicators.length === 0) add('nothing-inside', inVariable);
    judgeWeights(variable.indicators, inVariable, add);
    for (const indicator of variable.indicators) judgeIndicator(dimension, indicator, [...inVariable, indicator.code], add);
  }
}

function judgeIndicator(dimension: Dimension, indicator: Indicator, where: readonly string[], add: Add): void {
  judgeText('name-missing', [indicator.name], where, add);
  judgeText('text-missing', [indicator.question, indicator.improvement], where, add);
  judgeStanding(indicator.standing, where, add);
  if ((dimension.per === 'agency') !== (indicator.from === 'agency')) add('wrong-sheet-for-level', where, indicator.from);
  judgeAnswer(indicator.answer, where, add);
}

function judgeFieldwork({ dimensions, fieldwork }: Instrument, add: Add): void {
  judgeStanding(fieldwork.standing, ['fieldwork'], add);
  const asked = new Set(placesOf({ dimensions }).map(({ indicator }) => indicator.from));
  for (const kind of SHEET_KINDS) if (asked.has(kind) && !fieldwork.sheets[kind]) add('no-sheet-planned', ['fieldwork'], kind);
  const counts = [fieldwork.sheets, ...fieldwork.loci.map((locus) => locus.sheets ?? {})].flatMap((sheets) =>
    Object.values(sheets),
  );
  for (const count of counts) if (!isCount(count, 0)) add('count-out-of-range', ['fieldwork'], String(count));
  for (const { count } of fieldwork.loci) if (!isCount(count, 1)) add('count-out-of-range', ['fieldwork'], String(count));
  for (const { name } of fieldwork.loci) judgeText('name-missing', [name], ['fieldwork'], add);
}

function isCount(count: number, least: number): boolean {
  return Number.isInteger(count) && count >= least && count <= 1000;
}
