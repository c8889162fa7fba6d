import type { Label } from '../../kernel/language.ts';
import type { Instrument, Level } from './instrument.ts';
import { LEVELS } from './instrument.ts';
import { LEVEL_NAMES } from './instrument-words.ts';

/** How a score comes about under an instrument, step by step, in the words of its page, its report cards and its trial scores. */
export function howScored(instrument: Instrument): readonly Label[] {
  const hasOwn = instrument.dimensions.some((one) => one.per === 'agency' && one.role === 'score');
  const hasUnits = instrument.dimensions.some((one) => one.per === 'unit' && one.role === 'score');
  const steps: (Label | false)[] = [
    {
      id: 'Setiap jawaban menjadi angka 0 sampai 100: jawaban terburuk 0, jawaban terbaik 100. Nilai indikator adalah rata-rata jawabannya, semua lembar sama berat.',
      en: 'Every answer becomes a number from 0 to 100: the worst answer 0, the best 100. The score of an indicator is the mean of its answers, all sheets alike.',
    },
    {
      id: 'Nilai variabel adalah rata-rata tertimbang indikatornya; nilai dimensi, rata-rata tertimbang variabelnya.',
      en: 'The score of a variable is the weighted mean of its indicators; that of a dimension, of its variables.',
    },
    hasUnits && {
      id: 'Nilai unit adalah rata-rata tertimbang dimensinya; nilai instansi, rata-rata nilai unit, semua unit sama berat.',
      en: 'The score of a unit is the weighted mean of its dimensions; that of the agency, the mean of its units, all alike.',
    },
    hasOwn && {
      id: 'Dimensi yang diukur sekali untuk instansi digabungkan menurut bobotnya.',
      en: 'Dimensions that are measured once for the agency join by their weight.',
    },
    {
      id: 'Yang tidak berlaku di suatu unit tidak dihitung; bobot yang lain mengisi tempatnya.',
      en: 'What does not apply in a unit is left out; the weights of the others stand for the whole.',
    },
    {
      id: 'Nilai yang masih kurang jawabannya adalah nilai sementara.',
      en: 'A score with missing answers is provisional.',
    },
    roundingText(instrument),
    {
      id: 'Kategori dibaca dari nilai yang dibulatkan ke dua desimal: 80,995 menjadi 81,00.',
      en: 'The category is read from the score rounded to two decimals: 80.995 becomes 81.00.',
    },
    instrument.qualifier !== null && {
      id: 'Di samping nilai dibaca satu dimensi lagi, yang dapat melengkapi label kategori.',
      en: 'Beside the score one more dimension is read, which may add words to the label.',
    },
  ];
  return steps.filter((step) => step !== false);
}

/** At which levels a score is rounded, and to how many decimals; exact everywhere else. */
export function roundingText({ rounding }: Pick<Instrument, 'rounding'>): Label {
  const named = LEVELS.filter((level) => rounding[level] !== undefined);
  if (named.length === 0) {
    return { id: 'Nilai tidak dibulatkan; hitungannya eksak.', en: 'No score is rounded; the arithmetic is exact.' };
  }
  const at = (level: Level) => ({
    id: `${LEVEL_NAMES[level].id} (${rounding[level]} desimal)`,
    en: `${LEVEL_NAMES[level].en} (${rounding[level]} decimals)`,
  });
  return {
    id: `Hitungannya eksak dan dibulatkan, setengah ke atas, hanya pada nilai ${named.map((level) => at(level).id).join(' dan ')}.`,
    en: `The arithmetic is exact, and rounded half-up only at the score of the ${named.map((level) => at(level).en).join(' and the ')}.`,
  };
}

/** How many numbers of an instrument rest on no confirmed source. */
export function countDefaults(instrument: Instrument): { readonly defaults: number; readonly all: number } {
  const parts = instrument.dimensions.flatMap((dimension) => [
    dimension.standing,
    ...dimension.variables.flatMap((variable) => [variable.standing, ...variable.indicators.map((one) => one.standing)]),
  ]);
  const others = [
    ...[...instrument.bands, ...(instrument.unitBands ?? [])].map((band) => band.standing),
    instrument.agencyScore.standing,
    instrument.shortBelow.standing,
    instrument.fieldwork.standing,
    ...(instrument.qualifier ? [instrument.qualifier.standing] : []),
  ];
  const all = [...parts, ...others];
  return { defaults: all.filter((one) => !one.confirmed).length, all: all.length };
}
