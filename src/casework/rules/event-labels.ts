/**
 * What the events of a case are called on its timeline, and which of them the reporter may read. A test holds that every event type the room
 * records has a line here. Events are references; what was written stands in entries.
 */
import type { Label } from '../../kernel/language.ts';
import type { CaseAction } from './case.transitions.ts';
import { DOCUMENT_EVENTS_LABELS } from './documents/event-labels.ts';
import { EXAMINATION_EVENTS } from './examination/event-labels.ts';
import { FINDINGS_EVENTS } from './findings/event-labels.ts';
import { STEP_LABELS } from './obligations/steps.ts';
import { REPORT_EVENTS } from './reports/events.ts';
import { VERIFICATION_EVENTS } from './verification/event-labels.ts';

const ACTIONS: Readonly<Record<CaseAction, Label>> = {
  'ask-completion': { id: 'Kelengkapan diminta dari Pelapor', en: 'The reporter was asked to complete it' },
  complete: { id: 'Kelengkapan diterima', en: 'Completed' },
  'lapse-completion': {
    id: 'Dianggap dicabut karena tidak dilengkapi sampai tenggat',
    en: 'Deemed withdrawn: not completed in time',
  },
  'pass-formal': { id: 'Syarat formil terpenuhi', en: 'Formal requirements met' },
  'submit-to-plenary': { id: 'Diajukan ke rapat pleno', en: 'Submitted to the plenary' },
  'decide-examine': { id: 'Rapat pleno: diperiksa', en: 'Plenary: to be examined' },
  'decide-refuse': { id: 'Rapat pleno: ditolak', en: 'Plenary: refused' },
  'decide-close': { id: 'Rapat pleno: ditutup', en: 'Plenary: closed' },
  'decide-recommend': { id: 'Rapat pleno: rekomendasi disusun', en: 'Plenary: a recommendation is to be written' },
  postpone: { id: 'Rapat pleno: ditunda', en: 'Plenary: postponed' },
  assign: { id: 'Pemeriksa ditugaskan', en: 'Examiners assigned' },
  transfer: { id: 'Diserahkan ke kantor atau keasistenan lain', en: 'Handed over to another office or section' },
  'finish-examination': { id: 'Pemeriksaan selesai, LHP disusun', en: 'Examination finished, the LHP is being written' },
  'back-to-examination': { id: 'Dikembalikan ke pemeriksaan', en: 'Back to examination' },
  'issue-found': { id: 'LHP terbit: ditemukan maladministrasi', en: 'LHP issued: maladministration found' },
  'issue-not-found': { id: 'LHP terbit: tidak ditemukan maladministrasi', en: 'LHP issued: no maladministration found' },
  'issue-ended': { id: 'LHP terbit: pemeriksaan dihentikan', en: 'LHP issued: examination ended' },
  're-examine': { id: 'Diperiksa ulang atas bukti baru', en: 'Examined again on new evidence' },
  'lapse-comment': { id: 'Masa tanggapan berakhir, perkara ditutup', en: 'The time for comments is over, the case is closed' },
  'hand-to-resolution': { id: 'Berkas diserahkan ke resolusi', en: 'The file went to resolution' },
  'return-file': { id: 'Berkas dikembalikan untuk dilengkapi', en: 'The file was returned to be completed' },
  'close-corrected': { id: 'Ditutup: tindakan korektif dilaksanakan', en: 'Closed: corrective actions carried out' },
  'close-settled': { id: 'Ditutup: kesepakatan dijalankan', en: 'Closed: the agreement was kept' },
  'propose-recommendation': { id: 'Rekomendasi diusulkan ke rapat pleno', en: 'A recommendation was proposed to the plenary' },
  'sign-recommendation': { id: 'Rekomendasi ditandatangani', en: 'Recommendation signed' },
  'carried-out': { id: 'Rekomendasi dilaksanakan', en: 'Recommendation carried out' },
  'carried-out-partly': { id: 'Rekomendasi dilaksanakan sebagian', en: 'Recommendation carried out in part' },
  'not-carried-out': { id: 'Rekomendasi tidak dilaksanakan', en: 'Recommendation not carried out' },
  'conclude-partly': { id: 'Ditutup: rekomendasi dilaksanakan sebagian', en: 'Closed: recommendation carried out in part' },
  'conclude-not': { id: 'Ditutup: rekomendasi tidak dilaksanakan', en: 'Closed: recommendation not carried out' },
  'solve-rapidly': { id: 'Selesai melalui respons cepat', en: 'Solved by rapid response' },
  'make-regular': { id: 'Dilanjutkan sebagai laporan biasa', en: 'Goes on as an ordinary report' },
  advise: { id: 'Konsultasi diberikan', en: 'Consultation given' },
  note: { id: 'Tembusan ditelaah', en: 'Copied letter looked through' },
  convert: { id: 'Dilanjutkan sebagai perkara lain', en: 'Goes on as another case' },
  withdraw: { id: 'Dicabut Pelapor', en: 'Withdrawn by the reporter' },
  revive: { id: 'Dihidupkan lagi', en: 'Taken up again' },
  reopen: { id: 'Dibuka kembali atas bukti baru', en: 'Reopened on new evidence' },
};

const OTHERS = {
  registered: { id: 'Laporan didaftarkan', en: 'Report registered' },
  'opened-from-cluster': { id: 'Dibuka dari dugaan masalah berulang', en: 'Opened from a possible recurring problem' },
  consented: { id: 'Persetujuan Pelapor dicatat', en: 'The reporter\u2019s consent was recorded' },
  'clock-paused': { id: 'Tenggat dijeda', en: 'Deadline paused' },
  'clock-resumed': { id: 'Tenggat berjalan lagi', en: 'Deadline runs again' },
  'clock-started': { id: 'Tenggat dimulai', en: 'A deadline began' },
  'clock-begun-anew': { id: 'Tenggat dihitung sejak diterima', en: 'The deadline counts from receipt' },
  'due-moved': { id: 'Tenggat berubah karena kalender kerja', en: 'The deadline moved with the working calendar' },
  'comment-time-over': { id: 'Masa tanggapan Pelapor berakhir', en: 'The time for the reporter\u2019s comment is over' },
  'publication-drafted': { id: 'Konsep publikasi ditulis', en: 'A draft for the public was written' },
  'publication-published': { id: 'Dipublikasikan', en: 'Published' },
  'publication-withdrawn': { id: 'Publikasi ditarik', en: 'The publication was taken back' },
  'deadline-escalated': { id: 'Tenggat yang terlewat dilaporkan ke atasan', en: 'A missed deadline was reported upwards' },
} as const satisfies Record<string, Label>;

/** Steps on what the agency owes. */
const OBLIGATIONS: Readonly<Record<string, Label>> = Object.fromEntries(
  Object.entries(STEP_LABELS).map(([kind, label]) => [`obligation-${kind}`, label]),
);

export const CASE_EVENT_LABELS: Readonly<Record<string, Label>> = {
  ...OBLIGATIONS,
  ...ACTIONS,
  ...OTHERS,
  ...DOCUMENT_EVENTS_LABELS,
  ...EXAMINATION_EVENTS,
  ...FINDINGS_EVENTS,
  ...VERIFICATION_EVENTS,
  ...REPORT_EVENTS,
};

/** Inner workings that are no news to the reporter. */
const INNER: ReadonlySet<string> = new Set([
  'submit-to-plenary',
  'postpone',
  'back-to-examination',
  'return-file',
  'propose-recommendation',
  'clock-started',
  'deadline-escalated',
  'publication-drafted',
]);

/** What an agency did or did not do is the reporter's concern; how it went about it is not. */
const OBLIGATIONS_TOLD: ReadonlySet<string> = new Set([
  'obligation-issue',
  'obligation-report',
  'obligation-carried-out',
  'obligation-partly',
  'obligation-partly-final',
  'obligation-not-carried-out',
  'obligation-reopen',
  'obligation-withdraw',
  'obligation-grant-time',
]);

/** Stage moves and what the core records are open to the reporter; areas say for their own events (`telling`), else they stay inside. */
export function isTellable(type: string): boolean {
  return (type in ACTIONS || type in OTHERS || OBLIGATIONS_TOLD.has(type)) && !INNER.has(type);
}
