/** Kinds of entries on a case's timeline, with their headings. Areas add theirs; the timeline shows nothing it has no heading for. */
import type { Label } from '../../kernel/language.ts';

export const ENTRY_KINDS: Readonly<Record<string, Label>> = {
  opinion: { id: 'Pendapat internal', en: 'Internal opinion' },
  note: { id: 'Catatan', en: 'Note' },
  reason: { id: 'Alasan', en: 'Reason' },
  pause: { id: 'Alasan jeda', en: 'Reason for the pause' },
  account: { id: 'Uraian Pelapor', en: 'What the reporter wrote' },
  question: { id: 'Permintaan kelengkapan', en: 'What must be completed' },
  facts: { id: 'Kelengkapan dari Pelapor', en: 'Completed by the reporter' },
  comment: { id: 'Tanggapan Pelapor atas hasil pemeriksaan', en: 'Comment of the reporter on the result' },
  withdrawal: { id: 'Pencabutan laporan', en: 'Withdrawal of the report' },
  advice: { id: 'Saran konsultasi', en: 'Advice given' },
};
