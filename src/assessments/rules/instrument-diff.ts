import type { Label } from '../../kernel/language.ts';
import { diffDimensions } from './diff-dimensions.ts';
import { diffBands, diffFieldwork, diffQualifier } from './diff-outcomes.ts';
import { type Change, changed, changedStanding } from './diff-words.ts';
import type { Instrument } from './instrument.ts';
import { LEVELS } from './instrument.ts';
import { citations, LEVEL_NAMES, plain, yearsText } from './instrument-words.ts';

export type { Change } from './diff-words.ts';

/**
 * What differs between two versions, in words for people: the whole first, then from the dimension down, then bands and fieldwork.
 * Empty only when the two are the same value (id, version and the order of siblings aside).
 */
export function diffInstruments(before: Instrument, after: Instrument): readonly Change[] {
  return [
    ...diffHead(before, after),
    ...diffDimensions(before.dimensions, after.dimensions),
    ...diffBands(before.bands, after.bands, { id: 'Rentang', en: 'Bands' }),
    ...diffBands(before.unitBands ?? [], after.unitBands ?? [], { id: 'Rentang unit', en: 'Bands of units' }),
    ...diffQualifier(before.qualifier, after.qualifier),
    ...diffFieldwork(before.fieldwork, after.fieldwork),
  ];
}

const WHOLE: Label = { id: 'Instrumen', en: 'Instrument' };
const NOT_ROUNDED: Label = { id: 'tidak dibulatkan', en: 'not rounded' };

function diffHead(before: Instrument, after: Instrument): readonly Change[] {
  const decimals = (count: number | undefined): Label =>
    count === undefined ? NOT_ROUNDED : { id: `${count} desimal`, en: `${count} decimals` };
  return [
    ...changed(WHOLE, { id: 'nama', en: 'name' }, before.title, after.title),
    ...changed(WHOLE, { id: 'uraian', en: 'summary' }, before.summary, after.summary),
    ...changed(WHOLE, { id: 'tahun', en: 'years' }, yearsText(before.years), yearsText(after.years)),
    ...changed(WHOLE, { id: 'dasar hukum', en: 'legal basis' }, citations(before.basis), citations(after.basis)),
    ...LEVELS.flatMap((level) => {
      const name = LEVEL_NAMES[level];
      const what = { id: `pembulatan nilai ${name.id}`, en: `rounding of ${name.en} scores` };
      return changed(WHOLE, what, decimals(before.rounding[level]), decimals(after.rounding[level]));
    }),
    ...changedStanding(
      { id: 'Nilai instansi', en: 'Score of the agency' },
      before.agencyScore.standing,
      after.agencyScore.standing,
    ),
    ...(['documents', 'people'] as const).flatMap((of) => {
      const what =
        of === 'documents'
          ? { id: 'ambang kekurangan menurut dokumen', en: 'threshold of shortfalls in documents' }
          : { id: 'ambang kekurangan menurut orang', en: 'threshold of shortfalls by people' };
      return changed(WHOLE, what, number(before.shortBelow[of]), number(after.shortBelow[of]));
    }),
    ...changedStanding(
      { id: 'Ambang kekurangan', en: 'Thresholds of shortfalls' },
      before.shortBelow.standing,
      after.shortBelow.standing,
    ),
  ];
}

function number(written: string): Label {
  return { id: plain(written, 'id'), en: plain(written, 'en') };
}
