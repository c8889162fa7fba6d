/** What the events of sections and of an examination are called on a case's history. All of them stay inside. */
import type { Label } from '../../../kernel/language.ts';
import { STEP_ACTION_LABELS, STEP_ACTIONS } from './step.transitions.ts';

export const EXAMINATION_EVENTS: Readonly<Record<string, Label>> = {
  ...Object.fromEntries(
    STEP_ACTIONS.map((action) => [
      `step-${action}`,
      { id: `Langkah pemeriksaan: ${lower(STEP_ACTION_LABELS[action].id)}`, en: `Step: ${lower(STEP_ACTION_LABELS[action].en)}` },
    ]),
  ),
  'section-saved': { id: 'Bagian naskah ditulis', en: 'A section was written' },
  'section-set-aside': { id: 'Tulisan disisihkan untuk digabung', en: 'A text was set aside to be merged' },
  'step-planned': { id: 'Langkah pemeriksaan direncanakan', en: 'A step was planned' },
  'step-revised': { id: 'Langkah pemeriksaan diubah', en: 'A step was changed' },
  'step-document-drafted': { id: 'Surat atau berita acara langkah dikonsep', en: 'A letter or minutes of a step was drafted' },
  'explanation-waived': { id: 'Hak memberi penjelasan dianggap tidak digunakan', en: 'Right to explain deemed waived' },
  'allegation-raised': { id: 'Dugaan maladministrasi dicatat', en: 'An allegation was recorded' },
  'allegation-revised': { id: 'Dugaan maladministrasi diubah', en: 'An allegation was changed' },
  'allegation-judged': { id: 'Temuan atas dugaan dicatat', en: 'A finding was recorded' },
  'evidence-taken': { id: 'Bukti didaftarkan', en: 'Evidence was taken in' },
  'evidence-linked': { id: 'Bukti dihubungkan dengan dugaan', en: 'Evidence was linked to an allegation' },
  'evidence-checked': { id: 'Keutuhan bukti diperiksa', en: 'Evidence was checked' },
  'custody-recorded': { id: 'Perpindahan bukti dicatat', en: 'Custody of evidence was recorded' },
  'respondent-added': { id: 'Terlapor ditambahkan', en: 'A respondent was added' },
  'respondent-removed': { id: 'Terlapor dikeluarkan', en: 'A respondent was taken out' },
  'task-added': { id: 'Tugas ditambahkan', en: 'A task was added' },
  'task-changed': { id: 'Tugas diubah', en: 'A task was changed' },
  'procedure-added': { id: 'Daftar langkah prosedur ditambahkan', en: 'A procedure was added' },
  'opinion-written': { id: 'Pendapat internal ditulis', en: 'An internal opinion was written' },
};

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
