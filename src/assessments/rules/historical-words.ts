import type { Label } from '../../kernel/language.ts';
import type { HistoricalDoubt, HistoricalProblem } from './historical.ts';

export const HISTORICAL_PROBLEMS: Readonly<Record<HistoricalProblem, Label>> = {
  'agency-missing': { id: 'Instansi belum diisi.', en: 'The agency is missing.' },
  'agency-unknown': { id: 'Kode instansi tidak ada di direktori.', en: 'The directory has no agency of this code.' },
  'year-unreadable': { id: 'Tahun harus empat angka, misalnya 2023.', en: 'The year must be four digits, such as 2023.' },
  'score-unreadable': {
    id: 'Nilai bukan bilangan. Tulis seperti 81,25 atau 81.25.',
    en: 'The score is no number. Write 81.25 or 81,25.',
  },
  'score-out-of-scale': { id: 'Nilai harus antara 0 dan 100.', en: 'The score must lie between 0 and 100.' },
  'zone-unknown': { id: 'Zona harus hijau, kuning, atau merah.', en: 'The zone must be hijau, kuning or merah.' },
  'source-missing': {
    id: 'Sumber belum diisi: di mana hasil ini diterbitkan?',
    en: 'The source is missing: where was it published?',
  },
  'nothing-said': { id: 'Tidak ada nilai, zona, maupun kategori.', en: 'There is neither score nor zone nor category.' },
  'too-long': { id: 'Teks terlalu panjang (paling banyak 500 huruf).', en: 'A text is too long (500 letters at most).' },
  'doubled-here': {
    id: 'Instansi, tahun, dan sumber yang sama sudah ada di baris lain.',
    en: 'The same agency, year and source stand in another line.',
  },
};

export const HISTORICAL_DOUBTS: Readonly<Record<HistoricalDoubt, Label>> = {
  'zone-contradicts-score': {
    id: 'Zona menurut sumber tidak sesuai dengan nilainya menurut aturan tahun itu.',
    en: 'The zone the source gives does not fit the score by the rules of that year.',
  },
  'category-contradicts-score': {
    id: 'Kategori menurut sumber tidak sesuai dengan nilainya menurut aturan tahun itu.',
    en: 'The category the source gives does not fit the score by the rules of that year.',
  },
  'zone-without-zones': { id: 'Sejak 2025 hasil tidak lagi memakai zona.', en: 'From 2025 results have no zones.' },
  'year-without-round': {
    id: 'Tidak ditemukan penilaian nasional pada tahun ini.',
    en: 'No national assessment of this year was found.',
  },
  'year-before-rounds': { id: 'Aturan tahun ini tidak diketahui.', en: 'The rules of this year are not known.' },
  'agency-not-there-then': {
    id: 'Menurut direktori instansi ini belum ada atau sudah tidak ada pada tahun itu.',
    en: 'By the directory the agency did not exist in that year.',
  },
  'decimal-comma': { id: 'Nilai ditulis dengan koma desimal.', en: 'The score was written with a decimal comma.' },
  'more-decimals': { id: 'Nilai dibulatkan ke dua desimal.', en: 'The score was rounded to two decimals.' },
};

/** A stored doubt in words; one that is no longer known is told as a doubt all the same. */
export function historicalDoubtText(doubt: string): Label {
  return Object.hasOwn(HISTORICAL_DOUBTS, doubt)
    ? HISTORICAL_DOUBTS[doubt as HistoricalDoubt]
    : { id: 'Perlu dicermati.', en: 'Look closely.' };
}
