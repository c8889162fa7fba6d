/** The rules of agreements that carry a number. Their default rows: `data/agreement-parameters.ts`. */
import type { RuleKind } from './parameters.ts';

function days(id: string, en: string): RuleKind {
  return { label: { id, en }, units: ['day', 'hk'], perRuleSet: false };
}

function percent(id: string, en: string): RuleKind {
  return { label: { id, en }, units: ['percent'], perRuleSet: false };
}

export const AGREEMENT_PARAMETER_RULES = {
  'agreement.lapse-first': days('Peringatan pertama sebelum kerja sama berakhir', 'First warning before an agreement lapses'),
  'agreement.lapse-second': days('Peringatan kedua sebelum kerja sama berakhir', 'Second warning before an agreement lapses'),
  'agreement.line-first': days(
    'Pengingat pertama sebelum tenggat baris rencana',
    'First reminder before a line of a plan is due',
  ),
  'agreement.line-second': days(
    'Pengingat kedua sebelum tenggat baris rencana',
    'Second reminder before a line of a plan is due',
  ),
  'agreement.line-escalate': days(
    'Eskalasi setelah tenggat baris rencana lewat',
    'Escalation after a line of a plan is past due',
  ),
  'agreement.sign-reminder': days('Pengingat kepada yang belum menandatangani', 'Reminder to whoever has not signed'),
  'agreement.confirm-reminder': days('Pengingat mengonfirmasi kemajuan yang dilaporkan', 'Reminder to confirm reported progress'),
  'agreement.confirm-escalate': days(
    'Laporan kemajuan yang belum dijawab disampaikan kepada pimpinan',
    'Reported progress without an answer is brought before who leads that side',
  ),
  'agreement.progress-stale': days(
    'Baris berjalan tanpa laporan kemajuan paling lama',
    'Longest time under way without a report of progress',
  ),
  'agreement.review-after': days(
    'Tinjauan bersama diadakan setelah periodenya berakhir, paling lama',
    'Longest time after its period until a joint review meets',
  ),
  'agreement.review-call': days(
    'Pengingat mengirim undangan sebelum tinjauan bersama',
    'Reminder to send the invitation before a joint review',
  ),
  'agreement.review-reminder': days('Pengingat sebelum tinjauan bersama', 'Reminder before a joint review'),
  'agreement.session-reminder': days(
    'Pengingat sebelum pelatihan, sosialisasi, atau diskusi terarah',
    'Reminder before a training, outreach event or focus group',
  ),
  'agreement.session-record': days(
    'Pengingat mencatat hasil pelatihan, sosialisasi, atau diskusi terarah',
    'Reminder to record what came of a training, outreach event or focus group',
  ),
  'agreement.minutes-reminder': days(
    'Pengingat mengonfirmasi notulen tinjauan bersama',
    'Reminder to confirm the minutes of a joint review',
  ),
  'agreement.evaluation-after': days(
    'Evaluasi tahunan dibuka setelah tahunnya berakhir, paling lama',
    'Longest time after its year until a yearly evaluation is opened',
  ),
  'agreement.evaluation-words': days(
    'Waktu para pihak menyampaikan tanggapan dalam evaluasi',
    'Time for the parties to hand in their words of an evaluation',
  ),
  'agreement.evaluation-reminder': days(
    'Pengingat sebelum waktu tanggapan evaluasi habis',
    'Reminder before the time for words of an evaluation ends',
  ),
  'agreement.light-green': percent(
    'Target jatuh tempo yang harus dikonfirmasi untuk hijau',
    'Share of what is due that must be confirmed for green',
  ),
  'agreement.light-yellow': percent(
    'Target jatuh tempo yang harus dilaporkan untuk kuning',
    'Share of what is due that must be reported for yellow',
  ),
  'agreement.rad-first': days(
    'Pengingat pertama sebelum RAD harus diserahkan',
    'First reminder before an action plan is to be handed in',
  ),
  'agreement.rad-second': days(
    'Pengingat kedua sebelum RAD harus diserahkan',
    'Second reminder before an action plan is to be handed in',
  ),
  'agreement.rad-past': days(
    'Pemberitahuan kepada pimpinan setelah hari penyerahan RAD lewat',
    'Word to the leaders after the day for handing in an action plan',
  ),
  'agreement.rad-answer': days('Waktu menanggapi hasil evaluasi RAD', 'Time to answer an evaluation'),
  'agreement.rad-active': days('Akun disebut aktif bila dipakai dalam', 'An account is active when it was used within'),
  'agreement.rad-weight-team': percent('Bobot evaluasi: SK tim pengelola', 'Weight: decree of the team'),
  'agreement.rad-weight-account': percent('Bobot evaluasi: akun aktif', 'Weight: active account'),
  'agreement.rad-weight-followed-up': percent('Bobot evaluasi: pengaduan ditindaklanjuti', 'Weight: complaints followed up'),
  'agreement.rad-weight-first': percent(
    'Bobot evaluasi: hari sampai tindak lanjut pertama',
    'Weight: days to the first follow-up',
  ),
  'agreement.rad-weight-answers': percent('Bobot evaluasi: mutu jawaban', 'Weight: quality of answers'),
  'agreement.rad-weight-plan': percent('Bobot evaluasi: rencana aksi', 'Weight: action plan'),
  'agreement.rad-least-weight': percent(
    'Bobot yang harus diketahui sebelum ada nilai evaluasi',
    'Share of the weights that must be known before there is a result',
  ),
  'agreement.rad-follow-up-zero': {
    label: {
      id: 'Nilai tindak lanjut pertama habis pada berapa kali batas waktu',
      en: 'A first follow-up is worth nothing at so many times its limit',
    },
    units: ['times'],
    perRuleSet: false,
  },
  'agreement.rad-archived-counts': {
    label: {
      id: 'Yang diarsipkan masuk pembagi bagian yang ditindaklanjuti',
      en: 'What was set aside is in the denominator of the share followed up',
    },
    units: ['yes-no'],
    perRuleSet: false,
  },
  'agreement.rad-plan-accepted': percent('Nilai RAD yang disetujui', 'Points of an action plan that is accepted'),
  'agreement.rad-plan-handed-in': percent('Nilai RAD yang diserahkan', 'Points of an action plan that is handed in'),
  'agreement.measure-least': {
    label: {
      id: 'Jumlah kasus paling sedikit untuk menampilkan rata-rata atau persentase, pada baris rencana dan dalam evaluasi',
      en: 'Fewest cases for which a mean or a share is shown, on a line of a plan and in an evaluation',
    },
    units: ['times'],
    perRuleSet: false,
  },
} as const satisfies Record<`agreement.${string}`, RuleKind>;
