/**
 * What the evaluation of a government's complaint management looks at (KemenPANRB: team decree, active account, data, quality of follow-up, action
 * plan), as data. Weights and thresholds are parameters of the law: no regulation that was found sets them, so they are marked defaults.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import type { LawBook, ParameterRule } from '../../../law/index.ts';

export const INDICATORS = ['team-decree', 'account-active', 'followed-up', 'first-follow-up', 'answers', 'action-plan'] as const;
export type Indicator = (typeof INDICATORS)[number];

export interface IndicatorData {
  readonly label: Label;
  /** What is counted, in which span, and how it becomes points. */
  readonly definition: Label;
  readonly weight: ParameterRule;
}

export const INDICATOR_DATA: Readonly<Record<Indicator, IndicatorData>> = {
  'team-decree': {
    label: { id: 'SK tim pengelola tersimpan', en: 'Decree of the team on file' },
    definition: {
      id: 'Ada SK tim pengelola yang berlaku pada hari angka diambil, dengan pindaiannya. Ada bernilai 100, tidak ada bernilai 0. Pemerintah tanpa akun koordinator di sistem ini tidak dapat mengunggahnya, sehingga dinyatakan tidak ada data.',
      en: 'A decree that names the managing team and holds on the day of the figures is on file with its scan. On file is 100, not on file 0. A government without a coordinator’s account here cannot upload it, so for it there is no data.',
    },
    weight: 'agreement.rad-weight-team',
  },
  'account-active': {
    label: { id: 'Akun koordinator aktif sebulan terakhir', en: 'Coordinator’s account active in the last month' },
    definition: {
      id: 'Sedikitnya satu koordinator pengaduan masuk ke sistem dalam sebulan terakhir sebelum angka diambil. Ya bernilai 100, tidak bernilai 0. Bila belum ada akun, atau catatan masuk belum genap sebulan, dinyatakan tidak ada data.',
      en: 'At least one coordinator of complaints signed in within the last month before the figures. Yes is 100, no is 0. Where there is no account yet, or sign-ins are recorded for less than a month, there is no data.',
    },
    weight: 'agreement.rad-weight-account',
  },
  'followed-up': {
    label: { id: 'Pengaduan yang ditindaklanjuti', en: 'Complaints followed up' },
    definition: {
      id: 'Dari pengaduan yang masuk dalam tahun ini, bagian yang sudah ditindaklanjuti setiap unit penerimanya. Bagiannya menjadi nilainya. Pembaginya selalu disebut, dengan dan tanpa yang diarsipkan.',
      en: 'Of the complaints filed in the year, the share that every office that received them has followed up. The share is the points. Its denominator is always told, with and without those set aside.',
    },
    weight: 'agreement.rad-weight-followed-up',
  },
  'first-follow-up': {
    label: { id: 'Rata-rata hari kerja sampai tindak lanjut pertama', en: 'Mean working days to the first follow-up' },
    definition: {
      id: 'Sampai batas waktu tindak lanjut pertama bernilai 100; sesudahnya turun merata sampai 0. Yang belum ditindaklanjuti disebut tersendiri karena belum mempunyai jumlah hari.',
      en: 'Up to the limit for a first follow-up it is 100; beyond it goes down evenly to 0. What was not followed up yet has no number of days and is told beside it.',
    },
    weight: 'agreement.rad-weight-first',
  },
  answers: {
    label: { id: 'Mutu jawaban menurut pelapor', en: 'Quality of answers, by those who complained' },
    definition: {
      id: 'Dari pengaduan yang ditutup dalam tahun ini dan pelapornya menanggapi, bagian yang diterima tanpa sanggahan dan tanpa dibuka kembali. Yang ditutup tanpa tanggapan pelapor tidak membuktikan mutu dan disebut tersendiri.',
      en: 'Of the complaints closed in the year whose complainant answered, the share that was accepted without objection and not opened again. What was closed by silence proves no quality and is told beside it.',
    },
    weight: 'agreement.rad-weight-answers',
  },
  'action-plan': {
    label: { id: 'Rencana aksi (RAD) tahun ini', en: 'Action plan (RAD) of the year' },
    definition: {
      id: 'RAD yang mencakup tahun ini: ditetapkan bernilai 100; disetujui dan diserahkan bernilai sebagian; belum diserahkan padahal diminta dan hari terakhirnya sudah lewat bernilai 0. Bila tidak ada dan tidak pernah diminta, atau hari terakhirnya belum lewat, dinyatakan tidak ada data.',
      en: 'A plan that covers the year: adopted is 100; accepted and handed in are part of it; not handed in though asked for, with its last day past, is 0. Where there is none and none was asked for, or the last day is still to come, there is no data.',
    },
    weight: 'agreement.rad-weight-plan',
  },
};

export function isIndicator(text: string): text is Indicator {
  return (INDICATORS as readonly string[]).includes(text);
}

/** Every number the evaluation is made with, as the law has them on a day. */
export interface EvaluationRule {
  /** Whole percent, by indicator. */
  readonly weights: Readonly<Record<Indicator, number>>;
  /** Percent of the weights that must be known before there is a result at all. */
  readonly leastWeight: number;
  /** Working days within which a first follow-up is in time. */
  readonly followUpNorm: number;
  /** How many times the norm is worth nothing. */
  readonly followUpZero: number;
  /** Whether what was set aside stands in the denominator of the share that counts. */
  readonly archivedCounts: boolean;
  /** Points of a plan that is accepted, and of one that is handed in; percent. */
  readonly planAccepted: number;
  readonly planHandedIn: number;
  /** How far back an account counts as active, in days. */
  readonly activeDays: number;
  /** Fewest cases that give a share or a mean; below it the public is not even told how they are divided. */
  readonly leastCases: number;
}

export function evaluationRuleOn(law: LawBook, day: Day): EvaluationRule {
  const number = (rule: ParameterRule) => law.parameter(rule, day).value;
  return {
    weights: Object.fromEntries(INDICATORS.map((each) => [each, number(INDICATOR_DATA[each].weight)])) as Record<
      Indicator,
      number
    >,
    leastWeight: number('agreement.rad-least-weight'),
    followUpNorm: number('complaint.follow-up'),
    followUpZero: number('agreement.rad-follow-up-zero'),
    archivedCounts: number('agreement.rad-archived-counts') !== 0,
    planAccepted: number('agreement.rad-plan-accepted'),
    planHandedIn: number('agreement.rad-plan-handed-in'),
    activeDays: number('agreement.rad-active'),
    leastCases: number('agreement.measure-least'),
  };
}
