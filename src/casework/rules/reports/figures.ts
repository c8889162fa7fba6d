/**
 * What an office counts, each figure with the words that say what is counted. The one definition: page, XLSX, PDF, year-end notes and
 * the lists behind every number come from here and from the one query of `store/reports/office-figures.ts`.
 *
 * Figures are whole numbers and fractions as they are; only what is shown is rounded (half up).
 */
import type { Label, Language } from '../../../kernel/language.ts';

/** Which cases a figure is about. */
export const CASE_SETS = ['received', 'finished', 'open'] as const;
export type CaseSet = (typeof CASE_SETS)[number];

/** By what a set is divided. */
export const DIMENSIONS = [
  'access',
  'channel',
  'category',
  'agency-kind',
  'stage',
  'outcome',
  'maladministration',
  'target',
  'limits',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface FigureTable {
  readonly set: CaseSet;
  readonly by: Dimension;
  readonly title: Label;
  /** What is counted, in one or two sentences. */
  readonly counts: Label;
}

export const SET_WORDS: Readonly<Record<CaseSet, { readonly title: Label; readonly counts: Label }>> = {
  received: {
    title: { id: 'Diterima', en: 'Received' },
    counts: {
      id: 'Laporan yang nomor registrasinya diberikan dalam kurun ini oleh kantor yang sekarang menanganinya.',
      en: 'Reports registered in this period, at the office that handles them now.',
    },
  },
  finished: {
    title: { id: 'Diselesaikan', en: 'Finished' },
    counts: {
      id: 'Laporan yang ditutup dalam kurun ini, kapan pun diterimanya. Laporan yang dibuka kembali tidak lagi dihitung selesai.',
      en: 'Reports closed in this period, whenever they were received. A report that was taken up again no longer counts as finished.',
    },
  },
  open: {
    title: { id: 'Belum selesai pada akhir kurun', en: 'Open at the end' },
    counts: {
      id: 'Laporan yang diterima sampai akhir kurun ini dan saat itu belum ditutup.',
      en: 'Reports received until the end of this period and not closed by then.',
    },
  },
};

export const FIGURE_TABLES: readonly FigureTable[] = [
  {
    set: 'received',
    by: 'access',
    title: { id: 'Jenis akses', en: 'Access kind' },
    counts: { id: 'Laporan yang diterima, menurut cara masuknya.', en: 'Reports received, by how they came in.' },
  },
  {
    set: 'received',
    by: 'channel',
    title: { id: 'Saluran', en: 'Channel' },
    counts: { id: 'Laporan yang diterima, menurut saluran penyampaian.', en: 'Reports received, by channel.' },
  },
  {
    set: 'received',
    by: 'category',
    title: { id: 'Substansi', en: 'Substance' },
    counts: {
      id: 'Laporan yang diterima, menurut pokok layanan yang dilaporkan.',
      en: 'Reports received, by what they are about.',
    },
  },
  {
    set: 'received',
    by: 'agency-kind',
    title: { id: 'Jenis instansi Terlapor', en: 'Kind of respondent agency' },
    counts: {
      id: 'Laporan yang diterima, menurut jenis instansi Terlapor. Laporan dengan beberapa Terlapor dihitung sekali pada setiap jenis.',
      en: 'Reports received, by kind of respondent agency. A report with several respondents counts once for each kind.',
    },
  },
  {
    set: 'received',
    by: 'stage',
    title: { id: 'Tahap', en: 'Stage' },
    counts: {
      id: 'Laporan yang diterima dalam kurun ini, menurut tahapnya sekarang (bukan pada akhir kurun).',
      en: 'Reports received in this period, by the stage they are at now (not at the end of the period).',
    },
  },
  {
    set: 'finished',
    by: 'access',
    title: { id: 'Jenis akses', en: 'Access kind' },
    counts: { id: 'Laporan yang diselesaikan, menurut cara masuknya.', en: 'Reports finished, by how they came in.' },
  },
  {
    set: 'finished',
    by: 'outcome',
    title: { id: 'Hasil', en: 'Outcome' },
    counts: { id: 'Laporan yang diselesaikan, menurut hasil akhirnya.', en: 'Reports finished, by how they ended.' },
  },
  {
    set: 'finished',
    by: 'maladministration',
    title: { id: 'Bentuk maladministrasi yang ditemukan', en: 'Form of maladministration found' },
    counts: {
      id: 'Laporan yang diselesaikan, menurut bentuk maladministrasi yang dinyatakan ditemukan. Satu laporan dapat memuat beberapa bentuk dan dihitung sekali pada setiap bentuk.',
      en: 'Reports finished, by the forms of maladministration that were found. One report may hold several and counts once for each.',
    },
  },
  {
    set: 'finished',
    by: 'target',
    title: { id: 'Target waktu', en: 'Target time' },
    counts: {
      id: 'Laporan LM, RCO, dan IAPS yang diselesaikan, menurut tercapainya target penyelesaian yang berlaku pada hari laporan diterima.',
      en: 'Reports (LM, RCO, IAPS) finished, by whether they met the target in force on the day they were received.',
    },
  },
  {
    set: 'finished',
    by: 'limits',
    title: { id: 'Batas waktu setiap tahap', en: 'Time limits of the stages' },
    counts: {
      id: 'Laporan yang diselesaikan, menurut apakah semua tahapnya selesai dalam batas waktu. Jeda yang sah tidak dihitung.',
      en: 'Reports finished, by whether every stage kept its time limit. Lawful pauses do not count.',
    },
  },
  {
    set: 'open',
    by: 'access',
    title: { id: 'Jenis akses', en: 'Access kind' },
    counts: {
      id: 'Laporan yang belum selesai pada akhir kurun, menurut cara masuknya.',
      en: 'Reports open at the end, by how they came in.',
    },
  },
];

export const TIME_WORDS = {
  mean: {
    title: { id: 'Rata-rata lama penyelesaian', en: 'Mean time to finish' },
    counts: {
      id: 'Hari kalender dari tanggal registrasi sampai tanggal ditutup; laporan LM, RCO, dan IAPS yang diselesaikan, tanpa yang dilanjutkan sebagai laporan lain.',
      en: 'Calendar days from registration to closing; reports (LM, RCO, IAPS) finished, without those that go on as another report.',
    },
  },
  median: {
    title: { id: 'Median lama penyelesaian', en: 'Median time to finish' },
    counts: {
      id: 'Separuh laporan selesai dalam waktu ini atau lebih cepat; laporan yang sama dengan rata-rata.',
      en: 'Half of the reports were finished in this time or sooner; the same reports as for the mean.',
    },
  },
  within: {
    title: { id: 'Memenuhi target', en: 'Within the target' },
    counts: {
      id: 'Bagian laporan yang selesai dalam target penyelesaian, dari laporan yang sama dengan rata-rata.',
      en: 'Share of reports finished within the target, of the same reports as for the mean.',
    },
  },
} as const;

/** A group of a table, `null` = nothing known: "belum ditentukan". */
export interface FigureLine {
  readonly key: string | null;
  readonly count: number;
  /** In the period before. */
  readonly before: number;
}

export interface TimeFigures {
  readonly cases: number;
  /** Days, as exact as the database gives it; `null` = no case. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly within: number;
}

/** Half up, and in the reader's way of writing: 48,25 becomes `48,3`. */
export function decimalText(value: number, language: Language, places = 1): string {
  return new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    roundingMode: 'halfExpand',
  } as Intl.NumberFormatOptions).format(value);
}

/** `67,5%`; a dash when there is nothing to take a share of. */
export function shareText(part: number, whole: number, language: Language): string {
  return whole === 0 ? '\u2013' : `${decimalText((part * 100) / whole, language)}%`;
}

/** `+3`, `\u22122`, `0`: how much more than in the period before. */
export function changeText(now: number, before: number, language: Language): string {
  const change = now - before;
  const number = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB').format(Math.abs(change));
  return change === 0 ? '0' : `${change > 0 ? '+' : '\u2212'}${number}`;
}
