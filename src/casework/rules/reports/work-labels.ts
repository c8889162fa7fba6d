/** What the steps of officers are called among the rows of a work report: those of cases by their timeline, those of other files here. */
import type { Label } from '../../../kernel/language.ts';
import { CASE_EVENT_LABELS } from '../event-labels.ts';

export const OTHER_WORK_LABELS: Readonly<Record<string, Label>> = {
  'document.drafted': { id: 'Konsep naskah dibuat', en: 'Document drafted' },
  'document.revised': { id: 'Konsep naskah diubah', en: 'Draft revised' },
  'document.reviewed': { id: 'Konsep naskah diperiksa', en: 'Draft reviewed' },
  // A draft by its reviewer, or a letter by the post: both are called so.
  'document.returned': { id: 'Naskah dikembalikan', en: 'Document returned' },
  'document.discarded': { id: 'Konsep naskah dibuang', en: 'Draft discarded' },
  'document.numbered': { id: 'Naskah disahkan dan diberi nomor', en: 'Document sealed and numbered' },
  'document.sent': { id: 'Naskah dikirim', en: 'Document sent' },
  'document.opened': { id: 'Naskah dibuka', en: 'Document opened' },
  'document.received': { id: 'Tanda terima naskah dicatat', en: 'Receipt of a document recorded' },
  'document.answered': { id: 'Jawaban atas naskah dicatat', en: 'Answer to a document recorded' },
  'plenary-planned': { id: 'Rapat pleno dijadwalkan', en: 'Plenary planned' },
  'plenary-changed': { id: 'Jadwal rapat pleno diubah', en: 'Plan of a plenary changed' },
  'plenary-cancelled': { id: 'Rapat pleno dibatalkan', en: 'Plenary cancelled' },
  'plenary-opened': { id: 'Rapat pleno dibuka', en: 'Plenary opened' },
  'plenary-closed': { id: 'Rapat pleno ditutup', en: 'Plenary closed' },
  'plenary-ended': { id: 'Risalah rapat pleno disahkan', en: 'Minutes of a plenary sealed' },
  'attendance-recorded': { id: 'Kehadiran dalam rapat pleno dicatat', en: 'Attendance at a plenary recorded' },
  'agenda-added': { id: 'Perkara dimasukkan ke agenda rapat pleno', en: 'A case was put on the agenda of a plenary' },
  'agenda-removed': { id: 'Perkara dikeluarkan dari agenda rapat pleno', en: 'A case was taken off the agenda of a plenary' },
  'agenda-moved': { id: 'Urutan agenda rapat pleno diubah', en: 'Order of the agenda changed' },
  'minutes-drafted': { id: 'Konsep risalah rapat pleno dibuat', en: 'Minutes of a plenary drafted' },
  'cluster-dismissed': { id: 'Dugaan masalah berulang dikesampingkan', en: 'A possible recurring problem was set aside' },
  'concerned-told': { id: 'Mereka yang berkepentingan diberi tahu', en: 'Those concerned were told' },
  'review-opened': { id: 'Kajian dibuka', en: 'Review opened' },
  'review-analyse': { id: 'Kajian masuk tahap analisis', en: 'Review went on to its analysis' },
  'review-give-lha': { id: 'LHA kajian disahkan', en: 'LHA of a review approved' },
  'review-back-to-analysis': { id: 'Kajian kembali ke tahap analisis', en: 'Review went back to its analysis' },
  'review-suggestion-written': { id: 'Saran kajian ditulis', en: 'Suggestion of a review written' },
  'review-suggestion-taken-back': { id: 'Saran kajian ditarik sebelum disampaikan', en: 'Suggestion of a review taken back' },
  'review-lha-drafted': { id: 'Naskah LHA disusun', en: 'LHA drafted' },
  'review-finish': { id: 'Kajian diselesaikan', en: 'Review finished' },
  'review-drop': { id: 'Kajian tidak dilanjutkan', en: 'Review not continued' },
  'review-member-added': { id: 'Anggota tim kajian ditambah', en: 'Member added to a review' },
  'review-member-ended': { id: 'Anggota tim kajian berhenti', en: 'Member left a review' },
};

/** `undefined` = a step of another room. */
export function workLabel(type: string): Label | undefined {
  return OTHER_WORK_LABELS[type] ?? CASE_EVENT_LABELS[type];
}
