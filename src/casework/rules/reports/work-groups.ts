/**
 * Which kind of work an event of a file counts as. The record of a case is what the officers' steps are written to in any case, so it is
 * also what a work report is made of: nothing has to be typed twice. An event that no line names counts as `other`: work is never lost.
 */
import type { Label } from '../../../kernel/language.ts';

export const WORK_GROUPS = [
  'intake',
  'verification',
  'plenary',
  'examination',
  'letters',
  'findings',
  'resolution',
  'obligations',
  'prevention',
  'complaints',
  'other',
] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

export const WORK_GROUP_LABELS: Readonly<Record<WorkGroup, Label>> = {
  intake: { id: 'Penerimaan laporan dan konsultasi', en: 'Receiving reports, consultations' },
  verification: { id: 'Verifikasi laporan', en: 'Verification of reports' },
  plenary: { id: 'Rapat pleno dan penugasan', en: 'Plenaries and assignments' },
  examination: { id: 'Pemeriksaan', en: 'Examination' },
  letters: { id: 'Surat dan dokumen', en: 'Letters and documents' },
  findings: { id: 'Laporan hasil pemeriksaan dan temuan', en: 'Reports of examinations and findings' },
  resolution: { id: 'Resolusi, rekomendasi, dan penutupan', en: 'Resolution, recommendations and closing' },
  obligations: { id: 'Monitoring kewajiban instansi', en: 'Monitoring of what agencies owe' },
  prevention: { id: 'Pencegahan dan kajian', en: 'Prevention and reviews' },
  complaints: { id: 'Pengawasan pengaduan', en: 'Oversight of complaints' },
  other: { id: 'Pekerjaan lain dalam berkas', en: 'Other work on files' },
};
