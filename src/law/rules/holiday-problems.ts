import type { Label, Language } from '../../kernel/language.ts';

/**
 * What can be wrong with a file of holidays. A problem stops the import; a doubt is shown in the dry run and does not.
 * `place` says where in the file, in the file's own terms; it may be empty.
 */
export interface HolidayProblem {
  readonly code: HolidayProblemCode;
  readonly place: string;
}

export interface HolidayDoubt {
  readonly code: HolidayDoubtCode;
  readonly place: string;
}

export const HOLIDAY_PROBLEMS = {
  empty: { id: 'Berkas tidak memuat satu hari pun.', en: 'The file contains no day.' },
  'too-big': {
    id: 'Berkas terlalu besar: paling banyak 200.000 karakter.',
    en: 'The file is too big: 200,000 characters at most.',
  },
  'not-json': { id: 'Berkas bukan JSON yang sah.', en: 'The file is not valid JSON.' },
  'not-csv': { id: 'Berkas bukan tabel CSV yang sah.', en: 'The file is not a valid CSV table.' },
  'missing-column': {
    id: 'Kolom wajib tidak ada. Kolom wajib: date, kind, what.',
    en: 'A required column is missing. Required: date, kind, what.',
  },
  'wrong-shape': { id: 'Bagian ini tidak sesuai bentuk yang diminta.', en: 'This part does not have the expected shape.' },
  'bad-date': {
    id: 'Bukan tanggal yang ada. Tulis TTTT-BB-HH, misalnya 2027-03-09.',
    en: 'Not an existing date. Write YYYY-MM-DD, for example 2027-03-09.',
  },
  'bad-kind': {
    id: 'Jenis hari tidak dikenal. Pilih libur_nasional, cuti_bersama, additional, regional, atau withdrawn.',
    en: 'Unknown kind. Choose libur_nasional, cuti_bersama, additional, regional or withdrawn.',
  },
  'bad-region': {
    id: 'Hari daerah, dan hanya hari daerah, memerlukan kode wilayah, misalnya 51 atau 51.05.',
    en: 'A regional day, and only such a day, has a region code, for example 51 or 51.05.',
  },
  'wrong-year': { id: 'Tanggal ini bukan di tahun yang disebut.', en: 'This date is not in the year it is listed under.' },
  'year-out-of-range': { id: 'Tahun harus antara 2000 dan 2100.', en: 'The year must lie between 2000 and 2100.' },
  'year-twice': { id: 'Tahun ini tercantum lebih dari sekali.', en: 'This year is listed more than once.' },
  'wrong-weekday': { id: 'Nama hari tidak cocok dengan tanggalnya.', en: 'The weekday does not agree with the date.' },
  duplicate: {
    id: 'Tanggal ini tercantum dua kali untuk wilayah yang sama.',
    en: 'This date is listed twice for the same region.',
  },
  'skb-missing': {
    id: 'Tahun yang lengkap memerlukan tiga nomor SKB, misalnya 1497/2025.',
    en: 'A whole year needs the three decree numbers, for example 1497/2025.',
  },
  'skb-form': {
    id: 'Nomor SKB ditulis nomor/tahun, misalnya 1497/2025.',
    en: 'A decree number is written number/year, for example 1497/2025.',
  },
  'fixed-missing': {
    id: 'Libur bertanggal tetap tidak ada (1 Januari, 1 Mei, 1 Juni, 17 Agustus, 25 Desember).',
    en: 'A holiday of fixed date is missing (1 January, 1 May, 1 June, 17 August, 25 December).',
  },
  'count-implausible': {
    id: 'Jumlah libur nasional tidak wajar: satu tahun memuat 12 sampai 22 hari.',
    en: 'The number of national holidays is not plausible: a year has 12 to 22.',
  },
  'leave-on-weekend': {
    id: 'Cuti bersama jatuh pada akhir pekan: periksa tanggalnya.',
    en: 'Joint leave falls on a weekend: check the date.',
  },
  'withdrawn-unknown': { id: 'Hari yang dicabut tidak tercatat.', en: 'The day to withdraw is not on record.' },
  'basis-missing': {
    id: 'Hari tambahan, hari daerah, dan pencabutan memerlukan dasar (basis).',
    en: 'Additional days, regional days and withdrawals need their basis.',
  },
} as const satisfies Record<string, Label>;

export type HolidayProblemCode = keyof typeof HOLIDAY_PROBLEMS;

export const HOLIDAY_DOUBTS = {
  'removes-days': {
    id: 'Impor ini menghapus hari yang sudah tercatat. Bandingkan daftarnya.',
    en: 'This import removes days on record. Compare the list.',
  },
  'past-year': {
    id: 'Tahun ini sudah berlalu; tenggat lama akan dihitung ulang.',
    en: 'This year is over; old deadlines will be worked out again.',
  },
  'much-leave': { id: 'Cuti bersama lebih dari 12 hari: tidak biasa.', en: 'More than 12 days of joint leave: unusual.' },
  'weekend-addition': {
    id: 'Hari ini sudah akhir pekan; tidak ada tenggat yang berubah.',
    en: 'This day is a weekend already; no deadline changes.',
  },
} as const satisfies Record<string, Label>;

export type HolidayDoubtCode = keyof typeof HOLIDAY_DOUBTS;

/** A place in words: `baris 4` for `line:4`, anything else as it stands. */
export function tellPlace(place: string, language: Language): string {
  return place.startsWith('line:') ? `${language === 'id' ? 'baris' : 'line'} ${place.slice(5)}` : place;
}
