/**
 * Every kind of document, as data: who may draft, review and seal it, to whom it goes, what must be typed, which clock its receipt starts.
 * A new kind is a line here and a template in `data/documents`; a test holds the two together. Grounds: UU 37/2008, PO 26/2017 with 48/2020,
 * PO 58/2023, PO 52/2021 (plenary), PO 38/2019 (own initiative), PO 41/2019 (reviews). The division into series is ours (not confirmed).
 */
import type { Capability } from '../../../kernel/actor.ts';
import { day, type Field, type KindData, line, list, text, time, yes } from './kind-data.ts';

const VERIFY: readonly Capability[] = ['case.verify'];
const EXAMINE: readonly Capability[] = ['case.examine'];
const RESOLVE: readonly Capability[] = ['case.resolve', 'case.examine'];
const HEAD: readonly Capability[] = ['case.decide'];
/** Whoever reads over what an examiner wrote: a colleague or the head. */
const COLLEAGUE: readonly Capability[] = ['case.examine', 'case.resolve', 'case.decide'];
const VERIFY_REVIEW: readonly Capability[] = ['case.verify', 'case.examine', 'case.decide'];

const ground = text('ground', ['Pertimbangan', 'Grounds'], {
  hint: [
    'Tulis pokok persoalan dan alasannya. Jangan menyebut nama, alamat, atau nomor Pelapor.',
    'The matter and the reasons. Do not name the reporter.',
  ],
});
const asked = list('asked', ['Yang diminta', 'What is asked for'], { hint: ['Satu hal per baris.', 'One item a line.'] });
const more: Field = text('more', ['Tambahan', 'Anything else'], { optional: true });
const heldOn = day('heldOn', ['Hari dan tanggal', 'Day']);
const heldAt = time('heldAt', ['Pukul', 'Time']);
const place = line('place', ['Tempat', 'Place']);
const present = list('present', ['Yang hadir', 'Present'], {
  hint: [
    'Satu orang per baris: jabatan dan instansi. Pelapor cukup ditulis "Pelapor".',
    'One a line: position and agency. The reporter is just "Pelapor".',
  ],
});
const course = text('course', ['Jalannya pertemuan', 'What happened']);
const result = list('result', ['Hasil', 'Outcome'], { hint: ['Satu butir per baris.', 'One item a line.'] });
const withName = yes('withName', ['Cantumkan nama Pelapor', 'Print the name of the reporter'], {
  optional: true,
  hint: [
    'Hanya bila Pelapor setuju. Tidak berlaku bila identitasnya dirahasiakan; melihat nama dicatat.',
    'Only if the reporter agrees. Has no effect when the identity is secret; looking the name up is recorded.',
  ],
});

/** What most kinds have in common. */
const STAYS_IN_FILE = { addressees: [], isAnswerable: false, onReceived: [] } as const;
const ordinary = {
  form: 'letter',
  subjects: ['case'],
  reporterName: 'never',
  isAnswerable: false,
  onReceived: [],
  nature: 'ordinary',
} as const;
const examination = { ...ordinary, drafts: EXAMINE, reviews: COLLEAGUE, seals: HEAD } as const;
const minutes = {
  ...ordinary,
  ...STAYS_IN_FILE,
  form: 'titled',
  series: 'BA',
  drafts: RESOLVE,
  reviews: COLLEAGUE,
  seals: RESOLVE,
} as const;

const summons = (id: string, en: string): KindData => ({
  ...examination,
  label: { id, en },
  series: 'PGL',
  addressees: ['respondent', 'superior', 'authority'],
  fields: [heldOn, heldAt, place, text('about', ['Yang akan dimintakan keterangan', 'What will be asked about']), more],
  nature: 'urgent',
});

export const DOCUMENT_KINDS = {
  'registration-receipt': {
    ...ordinary,
    label: { id: 'Tanda terima laporan', en: 'Receipt of registration' },
    series: 'TTL',
    addressees: ['reporter'],
    fields: [more],
    drafts: ['case.intake', 'case.verify'],
    reviews: [],
    seals: ['case.intake', 'case.verify'],
  },
  'incomplete-notice': {
    ...ordinary,
    label: { id: 'Permintaan kelengkapan laporan', en: 'Notice of incompleteness' },
    series: 'PKL',
    addressees: ['reporter'],
    fields: [asked, more],
    drafts: VERIFY,
    reviews: VERIFY_REVIEW,
    seals: ['case.verify', 'case.decide'],
    onReceived: [{ begins: 'completing', rule: 'case.complete' }],
  },
  'refusal-notice': {
    ...ordinary,
    label: { id: 'Pemberitahuan laporan tidak dilanjutkan', en: 'Notice that a report is refused or closed' },
    series: 'PTL',
    addressees: ['reporter'],
    fields: [
      line('decision', ['Putusan rapat pleno', 'Decision of the plenary'], {
        hint: ['Misalnya: laporan ditolak; laporan ditutup', 'For example: refused; closed'],
      }),
      ground,
      text('elsewhere', ['Ke mana Pelapor dapat berpaling', 'Where the reporter can turn to'], { optional: true }),
    ],
    drafts: VERIFY,
    reviews: VERIFY_REVIEW,
    seals: HEAD,
  },
  'plenary-minutes': {
    ...minutes,
    label: { id: 'Berita acara rapat pleno', en: 'Minutes of the plenary' },
    subjects: ['plenary', 'case'],
    fields: [
      heldOn,
      heldAt,
      place,
      present,
      line('quorum', ['Kuorum', 'Quorum'], {
        hint: ['Misalnya: 5 dari 7 anggota hadir', 'For example: 5 of 7 members present'],
      }),
      course,
      list('decisions', ['Putusan', 'Decisions'], { hint: ['Satu putusan per baris.', 'One decision a line.'] }),
    ],
    drafts: ['case.verify', 'case.examine', 'case.decide'],
    reviews: ['case.deliberate'],
    seals: HEAD,
    nature: 'confidential',
  },
  assignment: {
    ...ordinary,
    ...STAYS_IN_FILE,
    form: 'titled',
    label: { id: 'Surat tugas', en: 'Assignment letter' },
    subjects: ['case', 'review'],
    series: 'ST',
    addressees: ['internal'],
    fields: [
      list('assigned', ['Yang ditugaskan', 'Who is assigned'], {
        hint: ['Satu orang per baris: nama dan jabatan.', 'One a line: name and position.'],
      }),
      text('task', ['Tugas', 'Task']),
      day('from', ['Berlaku mulai', 'In force from']),
      day('until', ['Berlaku sampai', 'In force until']),
    ],
    drafts: ['case.verify', 'case.examine', 'case.review', 'case.decide'],
    reviews: [],
    seals: HEAD,
  },
  'document-request': {
    ...examination,
    label: { id: 'Permintaan data dan dokumen', en: 'Request for documents' },
    subjects: ['case', 'review'],
    series: 'PDD',
    addressees: ['respondent', 'superior', 'authority'],
    fields: [ground, asked, more],
    drafts: ['case.examine', 'case.review'],
    reviews: [...COLLEAGUE, 'case.review'],
    isAnswerable: true,
    onReceived: [{ starts: 'request', rule: 'case.documents' }],
  },
  'clarification-request': {
    ...examination,
    label: { id: 'Permintaan penjelasan tertulis', en: 'Request for written clarification' },
    subjects: ['case', 'review'],
    series: 'PPT',
    addressees: ['respondent', 'superior', 'authority'],
    fields: [ground, asked, more],
    drafts: ['case.examine', 'case.review'],
    reviews: [...COLLEAGUE, 'case.review'],
    isAnswerable: true,
    onReceived: [{ starts: 'request', rule: 'case.explanation' }],
  },
  'clarification-second': {
    ...examination,
    label: { id: 'Permintaan penjelasan tertulis kedua', en: 'Second request for written clarification' },
    series: 'PPT',
    addressees: ['respondent', 'superior', 'authority'],
    fields: [line('first', ['Nomor dan tanggal permintaan pertama', 'Number and day of the first request']), ground, asked, more],
    isAnswerable: true,
    onReceived: [{ starts: 'request', rule: 'case.explanation' }],
    nature: 'urgent',
  },
  'summons-1': summons('Panggilan I', 'Summons I'),
  'summons-2': summons('Panggilan II', 'Summons II'),
  'summons-3': summons('Panggilan III', 'Summons III'),
  'police-assistance': {
    ...examination,
    label: { id: 'Permintaan bantuan penghadiran', en: 'Request for police assistance' },
    series: 'PBP',
    addressees: ['authority'],
    fields: [
      line('who', ['Jabatan yang dihadirkan', 'The office to be brought'], {
        hint: ['Jabatan dan instansi', 'Position and agency'],
      }),
      list('summonses', ['Panggilan yang sudah disampaikan', 'Summonses delivered'], {
        hint: ['Satu per baris: nomor, tanggal, dan bukti terimanya.', 'One a line: number, day and proof of receipt.'],
      }),
      heldOn,
      heldAt,
      place,
      ground,
    ],
    nature: 'confidential',
  },
  'visit-notice': {
    ...examination,
    label: { id: 'Pemberitahuan pemeriksaan lapangan', en: 'Notice of a visit' },
    subjects: ['case', 'review'],
    series: 'PPL',
    addressees: ['respondent', 'superior', 'authority'],
    fields: [
      heldOn,
      heldAt,
      place,
      list('visitors', ['Petugas yang datang', 'Who comes']),
      list('prepare', ['Yang perlu disiapkan', 'What to prepare'], { optional: true }),
    ],
    drafts: ['case.examine', 'case.review'],
    reviews: [...COLLEAGUE, 'case.review'],
  },
  'visit-minutes': {
    ...minutes,
    label: { id: 'Berita acara pemeriksaan lapangan', en: 'Minutes of a visit' },
    subjects: ['case', 'review'],
    fields: [heldOn, heldAt, place, present, course, result],
    drafts: ['case.examine', 'case.review'],
    reviews: [...COLLEAGUE, 'case.review'],
    seals: ['case.examine', 'case.review'],
  },
  'interview-minutes': {
    ...minutes,
    label: { id: 'Berita acara pemeriksaan (permintaan keterangan)', en: 'Minutes of an interview' },
    fields: [
      heldOn,
      heldAt,
      place,
      line('who', ['Yang dimintai keterangan', 'Who was interviewed'], {
        hint: ['Jabatan dan instansi; Pelapor cukup ditulis "Pelapor".', 'Position and agency; the reporter is just "Pelapor".'],
      }),
      text('questions', ['Tanya jawab', 'Questions and answers']),
      text('closing', ['Penutup', 'Closing'], { optional: true }),
    ],
    nature: 'confidential',
  },
  'session-invitation': {
    ...examination,
    label: { id: 'Undangan konsiliasi atau mediasi', en: 'Invitation to conciliation or mediation' },
    series: 'UND',
    addressees: ['respondent', 'superior', 'reporter', 'authority'],
    fields: [
      line('way', ['Bentuk pertemuan', 'Kind of session'], { hint: ['Konsiliasi atau mediasi', 'Conciliation or mediation'] }),
      heldOn,
      heldAt,
      place,
      text('agenda', ['Acara', 'Agenda']),
    ],
    drafts: RESOLVE,
  },
  'session-minutes': {
    ...minutes,
    label: { id: 'Berita acara konsiliasi atau mediasi', en: 'Minutes of a session' },
    fields: [line('way', ['Bentuk pertemuan', 'Kind of session']), heldOn, heldAt, place, present, course, result, withName],
    reporterName: 'unless-secret',
  },
  agreement: {
    ...minutes,
    label: { id: 'Kesepakatan para pihak', en: 'Agreement of the parties' },
    series: 'KSP',
    addressees: ['respondent', 'superior', 'reporter'],
    fields: [
      line('way', ['Dicapai melalui', 'Reached by']),
      heldOn,
      place,
      list('terms', ['Isi kesepakatan', 'Terms'], {
        hint: ['Satu butir per baris, dengan siapa dan kapan.', 'One a line, with who and when.'],
      }),
      text('otherwise', ['Bila tidak dilaksanakan', 'If it is not carried out'], { optional: true }),
      withName,
    ],
    seals: HEAD,
    reporterName: 'unless-secret',
  },
  'findings-report': {
    ...ordinary,
    form: 'titled',
    label: { id: 'Laporan Hasil Pemeriksaan (LHP)', en: 'Report of findings (LHP)' },
    series: 'LHP',
    addressees: ['respondent', 'superior'],
    fields: [
      text('account', ['Uraian laporan', 'Account of the report'], {
        hint: ['Tanpa nama, alamat, atau ciri yang menunjuk Pelapor.', 'Without anything that points to the reporter.'],
      }),
      text('examined', ['Pemeriksaan yang dilakukan', 'What was examined']),
      text('findings', ['Temuan', 'Findings']),
      text('opinion', ['Pendapat', 'Opinion']),
      list('forms', ['Bentuk maladministrasi', 'Forms of maladministration'], { optional: true }),
      line('conclusion', ['Kesimpulan', 'Conclusion']),
      list('corrective', ['Tindakan korektif', 'Corrective actions'], { optional: true }),
    ],
    drafts: EXAMINE,
    teamDrafts: HEAD,
    reviews: COLLEAGUE,
    seals: HEAD,
    isAnswerable: true,
    onReceived: [{ begins: 'monitoring', rule: 'case.corrective' }],
    nature: 'confidential',
  },
  'findings-notice': {
    ...examination,
    teamDrafts: HEAD,
    label: { id: 'Pemberitahuan hasil pemeriksaan kepada Pelapor', en: 'Notice of the findings to the reporter' },
    series: 'PHP',
    addressees: ['reporter'],
    fields: [
      line('conclusion', ['Kesimpulan', 'Conclusion']),
      text('summary', ['Ringkasan hasil', 'Summary']),
      list('corrective', ['Tindakan korektif', 'Corrective actions'], { optional: true }),
    ],
    onReceived: [{ starts: 'comment', rule: 'case.comment' }],
  },
  'corrective-follow-up': {
    ...ordinary,
    label: { id: 'Tindak lanjut tindakan korektif', en: 'Corrective-action follow-up letter' },
    series: 'TLK',
    addressees: ['respondent', 'superior'],
    fields: [
      line('report', ['Nomor dan tanggal LHP', 'Number and day of the LHP']),
      list('open', ['Tindakan yang belum selesai', 'Actions not done yet']),
      day('by', ['Dilaporkan paling lambat', 'To be reported by']),
      more,
    ],
    drafts: RESOLVE,
    reviews: COLLEAGUE,
    seals: HEAD,
    isAnswerable: true,
  },
  'completion-statement': {
    ...ordinary,
    form: 'titled',
    label: { id: 'Pernyataan selesai', en: 'Statement of completion' },
    series: 'PS',
    addressees: ['respondent', 'superior', 'reporter'],
    fields: [list('done', ['Yang sudah dilaksanakan', 'What was carried out']), ground],
    drafts: RESOLVE,
    reviews: COLLEAGUE,
    seals: HEAD,
  },
  recommendation: {
    ...ordinary,
    form: 'titled',
    label: { id: 'Rekomendasi', en: 'Recommendation' },
    series: 'REK',
    addressees: ['superior', 'respondent', 'authority'],
    fields: [
      text('account', ['Uraian laporan', 'Account of the report']),
      text('examined', ['Hasil pemeriksaan', 'Result of the examination']),
      list('forms', ['Bentuk maladministrasi', 'Forms of maladministration']),
      text('opinion', ['Kesimpulan dan pendapat', 'Conclusion and opinion']),
      list('recommended', ['Hal yang direkomendasikan', 'What is recommended']),
    ],
    drafts: RESOLVE,
    reviews: COLLEAGUE,
    seals: ['case.recommend'],
    isAnswerable: true,
    onReceived: [{ begins: 'recommendation', rule: 'case.recommendation-report' }],
    nature: 'confidential',
  },
  'report-to-dpr': {
    ...ordinary,
    label: { id: 'Laporan kepada DPR dan Presiden', en: 'Report to DPR and President' },
    series: 'LDP',
    addressees: ['authority'],
    fields: [
      line('recommendation', ['Nomor dan tanggal Rekomendasi', 'Number and day of the recommendation']),
      ground,
      list('steps', ['Yang sudah dilakukan', 'What was done']),
    ],
    drafts: RESOLVE,
    reviews: COLLEAGUE,
    seals: ['case.recommend'],
  },
  'sanction-recommendation': {
    ...ordinary,
    label: { id: 'Rekomendasi sanksi', en: 'Recommendation of sanctions' },
    series: 'RSK',
    addressees: ['superior', 'authority'],
    fields: [
      line('recommendation', ['Nomor dan tanggal Rekomendasi', 'Number and day of the recommendation']),
      ground,
      list('sanctions', ['Sanksi yang direkomendasikan', 'Sanctions recommended']),
    ],
    drafts: RESOLVE,
    reviews: COLLEAGUE,
    seals: ['case.recommend'],
    isAnswerable: true,
    nature: 'confidential',
  },
  'superior-notice': {
    ...examination,
    label: { id: 'Pemberitahuan kepada atasan Terlapor', en: 'Notice to the superior' },
    series: 'PAT',
    addressees: ['superior'],
    fields: [ground, list('hoped', ['Yang diharapkan dari atasan', 'What is expected of the superior'], { optional: true })],
    drafts: RESOLVE,
    isAnswerable: true,
  },
  suggestion: {
    ...ordinary,
    form: 'titled',
    label: { id: 'Laporan Hasil Analisis dan saran', en: 'Analysis with suggestions (LHA)' },
    subjects: ['review', 'case'],
    series: 'LHA',
    addressees: ['respondent', 'superior', 'authority'],
    fields: [
      text('problem', ['Permasalahan', 'The problem']),
      text('analysis', ['Analisis', 'Analysis']),
      list('suggestions', ['Saran', 'Suggestions'], { hint: ['Satu saran per baris.', 'One suggestion a line.'] }),
    ],
    drafts: ['case.review', 'case.examine'],
    reviews: [...COLLEAGUE, 'case.review'],
    seals: HEAD,
    isAnswerable: true,
    onReceived: [{ starts: 'request', rule: 'case.suggestion' }],
  },
  transfer: {
    ...ordinary,
    label: { id: 'Surat pelimpahan laporan', en: 'Transfer letter' },
    series: 'PLP',
    addressees: ['internal', 'authority'],
    fields: [ground, list('handed', ['Berkas yang diserahkan', 'What is handed over'], { optional: true })],
    drafts: ['case.verify', 'case.examine', 'case.decide'],
    reviews: VERIFY_REVIEW,
    seals: HEAD,
  },
  'closing-letter': {
    ...ordinary,
    label: { id: 'Pemberitahuan penutupan laporan', en: 'Closing letter' },
    series: 'PPL-T',
    addressees: ['reporter', 'respondent', 'superior'],
    fields: [line('outcome', ['Alasan penutupan', 'Reason for closing']), text('summary', ['Ringkasan penyelesaian', 'Summary'])],
    drafts: ['case.verify', 'case.examine', 'case.resolve'],
    reviews: [...COLLEAGUE, 'case.verify'],
    seals: HEAD,
  },
} as const satisfies Record<string, KindData>;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;

export const ALL_DOCUMENT_KINDS = Object.keys(DOCUMENT_KINDS) as readonly DocumentKind[];

export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(DOCUMENT_KINDS, text);
}

/** The data of a kind under its common type. */
export function documentKind(kind: DocumentKind): KindData {
  return DOCUMENT_KINDS[kind];
}

/** What comes in from an agency, as it is told. */
export const ANSWER_LABEL = { id: 'Jawaban', en: 'Answer' } as const;
/** Series of incoming documents in the register (agenda surat masuk). */
export const ANSWER_SERIES = 'SM';
