import { BAND_DECIMALS } from './bands.ts';
import type { Band, Instrument } from './instrument.ts';
import type { Add } from './instrument-problem.ts';
import { judgeStanding } from './judge-words.ts';
import { exactText, isPercent, type Rational, readRational, roundHalfUp } from './rational.ts';

/** Bands start at 0, none twice, and no bound lies between two hundredths, where a rounded score could never be. */
export function judgeBands(bands: readonly Band[], where: readonly string[], add: Add): void {
  for (const band of bands) {
    if (band.label.id.trim() === '' || band.label.en.trim() === '') add('name-missing', [...where, band.category]);
    judgeStanding(band.standing, [...where, band.category], add);
  }
  if (new Set(bands.map((band) => band.category)).size !== bands.length) add('code-twice', where);
  const from = bands.map((band) => readRational(band.from));
  const unreadable = bands.filter((_, place) => !isBound(from[place]));
  for (const band of unreadable) add('band-unreadable', [...where, band.category], band.from);
  if (unreadable.length > 0) return;
  if (!from.some((one) => one?.equals(0))) add('bands-do-not-start-at-zero', where);
  if (new Set(from.map((one) => one && exactText(one))).size !== from.length) add('band-twice', where);
}

/** The dimension a qualifier reads is there, of its role, and outside the score; its steps are bounds with words. */
export function judgeQualifier({ qualifier, dimensions }: Instrument, add: Add): void {
  for (const { code, role, weight } of dimensions.filter((one) => one.role === 'qualifier')) {
    if (code !== qualifier?.dimension) add('qualifier-unknown', [code], role);
    if (!readRational(weight)?.equals(0)) add('qualifier-weighs', [code], weight);
  }
  if (!qualifier) return;
  const read = dimensions.find((one) => one.code === qualifier.dimension);
  if (read?.role !== 'qualifier' || read.per !== 'agency') add('qualifier-unknown', [qualifier.dimension]);
  judgeStanding(qualifier.standing, [qualifier.dimension], add);
  if (qualifier.steps.length === 0) add('nothing-inside', [qualifier.dimension]);
  for (const { from, adds } of qualifier.steps) {
    const words = adds.id.trim() !== '' && adds.en.trim() !== '';
    if (!isBound(readRational(from)) || !words) add('step-unreadable', [qualifier.dimension], from);
  }
}

function isBound(value: Rational | undefined): boolean {
  return value !== undefined && isPercent(value) && roundHalfUp(value, BAND_DECIMALS).equals(value);
}
