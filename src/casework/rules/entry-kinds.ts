/** Kinds of entries on a case's timeline, with their headings. Areas add theirs; the timeline shows nothing it has no heading for. */
import type { Label } from '../../kernel/language.ts';

export const ENTRY_KINDS: Readonly<Record<string, Label>> = {
  opinion: { id: 'Pendapat internal', en: 'Internal opinion' },
  note: { id: 'Catatan', en: 'Note' },
  reason: { id: 'Alasan', en: 'Reason' },
  pause: { id: 'Alasan jeda', en: 'Reason for the pause' },
  account: { id: 'Uraian Pelapor', en: 'What the reporter wrote' },
  proposal: { id: 'Usul kepada rapat pleno', en: 'Proposal to the plenary' },
  'plenary-decision': { id: 'Putusan rapat pleno', en: 'Decision of the plenary' },
  assignment: { id: 'Penugasan', en: 'Assignment' },
  transfer: { id: 'Penyerahan antarkantor', en: 'Transfer between offices' },
  conflict: { id: 'Benturan kepentingan', en: 'Conflict of interest' },
  question: { id: 'Permintaan kelengkapan', en: 'What must be completed' },
  facts: { id: 'Kelengkapan dari Pelapor', en: 'Completed by the reporter' },
  'comment-decision': { id: 'Keputusan atas tanggapan Pelapor', en: 'Decision on the reporter\u2019s comment' },
  'session-proposal': { id: 'Usul dalam perundingan', en: 'Proposal in the negotiation' },
  session: { id: 'Pertemuan konsiliasi atau mediasi', en: 'Conciliation or mediation session' },
  agreement: { id: 'Kesepakatan', en: 'Agreement' },
  closing: { id: 'Alasan penutupan', en: 'Reason for closing' },
  comment: { id: 'Tanggapan Pelapor atas hasil pemeriksaan', en: 'Comment of the reporter on the result' },
  withdrawal: { id: 'Pencabutan laporan', en: 'Withdrawal of the report' },
  advice: { id: 'Saran konsultasi', en: 'Advice given' },
  'respondent-added': { id: 'Terlapor ditambahkan', en: 'Respondent added' },
  'respondent-removed': { id: 'Terlapor dikeluarkan', en: 'Respondent taken out' },
  'explanation-waived': { id: 'Hak memberi penjelasan dianggap tidak digunakan', en: 'Right to explain deemed waived' },
};
