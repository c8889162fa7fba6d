/**
 * Measures of how complaints are handled, as data: what each counts, in which day it falls, what stands in its denominator and what is left out.
 * `store/measures.ts` counts the groups in SQL; the figure is made of them here. No regulation fixes these definitions (the yearly evaluations of
 * SP4N-LAPOR! do not say what stands in their denominators), so each carries its own in words, shown wherever its number is. Pure and exact.
 */
import Fraction from 'fraction.js';
import type { Label } from '../../kernel/language.ts';
import type { Channel } from './complaint.ts';
import { CHANNEL_LABELS, OUTCOME_LABELS } from './labels.ts';

export const MEASURE_CODES = [
  'first-follow-up',
  'finished-in-time',
  'closed-by-silence',
  'followed-up',
  'answers-accepted',
  'channel-use',
] as const;
export type MeasureCode = (typeof MEASURE_CODES)[number];

/**
 * `mean` = mean working days over the groups that are `in`; `share` = the groups that are `hit` of those that are `in`; `spread` = how the cases are
 * divided over the groups.
 */
export type MeasureKind = 'mean' | 'share' | 'spread';

export interface MeasureGroup {
  readonly label: Label;
  /** `hit` = in numerator and denominator, `miss` = in the denominator alone, `beside` = left out of the figure and told beside it. */
  readonly role: 'hit' | 'miss' | 'beside';
}

export interface Measure {
  readonly kind: MeasureKind;
  readonly label: Label;
  /** Whether more is better; `null` = neither. */
  readonly better: 'up' | 'down' | null;
  /** What one case is: a complaint, one office's part of it, a deadline. */
  readonly case: Label;
  /** What is counted, which day decides, and what stands in the denominator. */
  readonly definition: Label;
  /** What is left out and why. */
  readonly leftOut: Label;
  readonly groups: Readonly<Record<string, MeasureGroup>>;
}

const group = (role: MeasureGroup['role'], id: string, en: string): MeasureGroup => ({ role, label: { id, en } });

export const MEASURES: Readonly<Record<MeasureCode, Measure>> = {
  'first-follow-up': {
    kind: 'mean',
    label: { id: 'Rata-rata hari kerja sampai tindak lanjut pertama', en: 'Mean working days to the first follow-up' },
    better: 'down',
    case: { id: 'penanganan', en: 'handlings' },
    definition: {
      id: 'Dihitung per penanganan, yaitu bagian satu unit atas satu pengaduan. Masuk hitungan bila unit itu menerimanya dalam kurun waktu ini. Hari kerja dihitung sejak hari sesudah diterima sampai hari tindak lanjut pertama, menurut kalender kerja daerah pengaduan, tanpa hari saat batas waktu dijeda karena menunggu keterangan pelapor. Pembagi: semua penanganan yang sudah ditindaklanjuti.',
      en: 'Counted per handling: one office’s part of one complaint. It belongs to this period when the office received it in it. Working days run from the day after receipt up to the day of the first follow-up, by the calendar of the region of the complaint, without days on which the deadline was paused to hear from the complainant. Denominator: all handlings that were followed up.',
    },
    leftOut: {
      id: 'Yang belum ditindaklanjuti tidak mempunyai jumlah hari dan disebut tersendiri; selama masih ada, rata-rata ini dapat terlihat lebih baik daripada keadaannya. Pengaduan yang diarsipkan dan bagian yang dikembalikan sebagai bukan wewenang tidak dihitung.',
      en: 'What was not followed up yet has no number of days and is told beside it; while there is any, the mean may look better than things are. Complaints set aside, and parts returned as not within competence, are not counted.',
    },
    groups: {
      'followed-up': group('hit', 'Sudah ditindaklanjuti', 'Followed up'),
      waiting: group('beside', 'Belum ditindaklanjuti, masih dalam batas waktu', 'Not followed up, still in time'),
      overdue: group('beside', 'Belum ditindaklanjuti, lewat batas waktu', 'Not followed up, past the deadline'),
    },
  },
  'finished-in-time': {
    kind: 'share',
    label: { id: 'Bagian yang diselesaikan tepat waktu', en: 'Share finished in time' },
    better: 'up',
    case: { id: 'tenggat penyelesaian', en: 'deadlines to finish' },
    definition: {
      id: 'Dihitung per tenggat penyelesaian. Masuk hitungan bila tenggatnya jatuh dalam kurun waktu ini dan sudah lewat, sehingga yang baru masuk dan cepat selesai tidak memperindah angkanya. Tepat waktu berarti semua unit sudah mengusulkan selesai sebelum tenggat, dan pelapor tidak menyanggah. Pembagi: semua tenggat yang sudah lewat. Pengaduan yang dibuka kembali mendapat tenggat baru dan dihitung lagi.',
      en: 'Counted per deadline to finish. It belongs to this period when it fell in it and is over, so that what is new and quickly finished does not flatter the figure. In time means that every office had proposed to close before the deadline and the complainant did not object. Denominator: all deadlines that are over. A complaint that was opened again gets a new deadline and counts again.',
    },
    leftOut: {
      id: 'Pengaduan yang diarsipkan, dan yang batas waktunya sedang dijeda menunggu keterangan pelapor, tidak dihitung.',
      en: 'Complaints set aside, and those whose deadline is paused to hear from the complainant, are not counted.',
    },
    groups: {
      'in-time': group('hit', 'Tepat waktu', 'In time'),
      late: group('miss', 'Selesai terlambat', 'Finished late'),
      unfinished: group('miss', 'Lewat tenggat, belum selesai', 'Past the deadline, not finished'),
    },
  },
  'closed-by-silence': {
    kind: 'share',
    label: { id: 'Bagian yang ditutup tanpa tanggapan pelapor', en: 'Share closed by silence' },
    better: 'down',
    case: { id: 'pengaduan yang ditutup', en: 'complaints closed' },
    definition: {
      id: 'Dihitung per pengaduan yang ditutup dalam kurun waktu ini dan masih tertutup. Yang dihitung: yang ditutup karena pelapor tidak menanggapi sampai batas waktu. Pembagi: semua yang ditutup, termasuk yang pelapornya tidak dapat dihubungi.',
      en: 'Counted per complaint that was closed in this period and is closed still. Counted: those closed because the complainant did not answer in time. Denominator: all that were closed, also where the complainant could not be reached.',
    },
    leftOut: {
      id: 'Pengaduan yang diarsipkan tidak ditutup, dan yang dibuka kembali tidak tertutup lagi; keduanya tidak dihitung.',
      en: 'Complaints set aside were not closed, and those opened again are closed no longer; neither is counted.',
    },
    groups: {
      silence: { role: 'hit', label: OUTCOME_LABELS.silence },
      confirmed: { role: 'miss', label: OUTCOME_LABELS.confirmed },
      unreachable: { role: 'miss', label: OUTCOME_LABELS.unreachable },
    },
  },
  'followed-up': {
    kind: 'share',
    label: { id: 'Bagian yang ditindaklanjuti', en: 'Share followed up' },
    better: 'up',
    case: { id: 'pengaduan', en: 'complaints' },
    definition: {
      id: 'Dihitung per pengaduan yang masuk dalam kurun waktu ini. Ditindaklanjuti berarti setiap unit yang menerimanya sudah memberi tindak lanjut, baik masih diproses maupun sudah selesai. Pembagi: semua yang masuk tanpa yang diarsipkan.',
      en: 'Counted per complaint filed in this period. Followed up means that every office that received it has followed up, whether it is still worked on or closed. Denominator: all that were filed without those set aside.',
    },
    leftOut: {
      id: 'Yang diarsipkan disebut tersendiri, sehingga angkanya dapat dihitung juga dengan mereka dalam pembagi.',
      en: 'Those set aside are told beside it, so that the figure can be made with them in the denominator too.',
    },
    groups: {
      'followed-up': group('hit', 'Sudah ditindaklanjuti', 'Followed up'),
      'not-yet': group('miss', 'Belum ditindaklanjuti', 'Not followed up yet'),
      archived: group('beside', 'Diarsipkan', 'Set aside'),
    },
  },
  'answers-accepted': {
    kind: 'share',
    label: { id: 'Bagian jawaban yang diterima pelapor', en: 'Share of answers that complainants accepted' },
    better: 'up',
    case: { id: 'pengaduan yang ditutup', en: 'complaints closed' },
    definition: {
      id: 'Dihitung per pengaduan yang ditutup dalam kurun waktu ini dan masih tertutup. Diterima berarti pelapor menyatakan selesai, tanpa pernah menyanggah dan tanpa meminta dibuka kembali. Pembagi: yang diterima dan yang pernah disanggah atau dibuka kembali.',
      en: 'Counted per complaint that was closed in this period and is closed still. Accepted means that the complainant said it was settled, never objected and never asked to open it again. Denominator: those accepted, and those that were objected to or opened again.',
    },
    leftOut: {
      id: 'Yang ditutup tanpa tanggapan pelapor tidak membuktikan mutu jawaban; jumlahnya disebut tersendiri.',
      en: 'What was closed by silence proves nothing of the quality of the answer; it is told beside it.',
    },
    groups: {
      accepted: group('hit', 'Diterima pelapor', 'Accepted'),
      contested: group('miss', 'Pernah disanggah atau dibuka kembali', 'Objected to or opened again'),
      silent: group('beside', 'Ditutup tanpa tanggapan pelapor', 'Closed by silence'),
    },
  },
  'channel-use': {
    kind: 'spread',
    label: { id: 'Saluran yang dipakai mengadu', en: 'Channels used to complain' },
    better: null,
    case: { id: 'pengaduan', en: 'complaints' },
    definition: {
      id: 'Dihitung per pengaduan yang masuk dalam kurun waktu ini, menurut saluran masuknya. Pembagi: semua yang masuk, juga yang kemudian diarsipkan.',
      en: 'Counted per complaint filed in this period, by the channel it came through. Denominator: all that were filed, also those set aside later.',
    },
    leftOut: {
      id: 'Yang diarsipkan sebagai percobaan tidak dihitung. Kunjungan yang hanya mencari informasi bukan pengaduan dan tidak dihitung.',
      en: 'Those set aside as trials are not counted. Visits that only asked for information are no complaints and are not counted.',
    },
    groups: Object.fromEntries(
      (Object.entries(CHANNEL_LABELS) as [Channel, Label][]).map(([channel, label]) => [channel, { role: 'hit', label }]),
    ),
  },
};

export function isMeasureCode(text: string): text is MeasureCode {
  return (MEASURE_CODES as readonly string[]).includes(text);
}

/** How many cases stand in each group, and the working days of all of them together (a mean alone has any). */
export interface Counted {
  readonly groups: Readonly<Record<string, number>>;
  readonly workingDays: number;
}

export interface Figure {
  /** The denominator. */
  readonly cases: number;
  /** The numerator of a share; of the others the same as `cases`. */
  readonly hits: number;
  /** Told beside it. */
  readonly beside: number;
  /** Mean working days, or the share from 0 to 1; `null` = no case, or nothing a single number could say (`spread`). Exact. */
  readonly value: Fraction | null;
}

export function figureOf(code: MeasureCode, { groups, workingDays }: Counted): Figure {
  const { kind, groups: known } = MEASURES[code];
  const sum = (...roles: readonly MeasureGroup['role'][]) =>
    Object.entries(groups).reduce((all, [name, count]) => (roles.includes(known[name]?.role ?? 'beside') ? all + count : all), 0);
  const [cases, hits, beside] = [sum('hit', 'miss'), sum('hit'), sum('beside')];
  const value = kind === 'spread' || cases === 0 ? null : new Fraction(kind === 'mean' ? workingDays : hits).div(cases);
  return { cases, hits, beside, value };
}
