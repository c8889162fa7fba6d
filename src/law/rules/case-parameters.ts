/** The rules of the Ombudsman's own procedure (casework) that carry a number. Their default rows: `data/case-parameters.ts`. */
import type { RuleKind } from './parameters.ts';

function limit(id: string, en: string, perRuleSet = true): RuleKind {
  return { label: { id, en }, units: ['hk', 'day', 'hour'], perRuleSet };
}

function count(id: string, en: string, unit: 'times' | 'year' | 'percent' | 'yes-no', perRuleSet = true): RuleKind {
  return { label: { id, en }, units: [unit], perRuleSet };
}

export const CASE_PARAMETER_RULES = {
  'case.rule-set': count('Tata cara Ombudsman yang berlaku', 'Procedure of the Ombudsman in force', 'yes-no'),
  'case.event-age': count('Usia peristiwa paling lama saat dilaporkan', 'Oldest event that may be reported', 'year'),
  'case.formal': limit('Verifikasi formil laporan', 'Formal verification of a report'),
  'case.complete': limit('Melengkapi laporan setelah diberi tahu', 'Complete a report after being told what is missing'),
  'case.material': limit('Verifikasi materiil laporan', 'Material verification of a report'),
  'case.plenary': limit('Putusan rapat pleno', 'Decision of the plenary'),
  'case.quorum': count('Kehadiran rapat pleno harus lebih dari', 'Attendance of a plenary must be more than', 'percent'),
  'case.assign': limit('Penugasan pemeriksa', 'Assignment of an examiner'),
  'case.examine': limit('Pemeriksaan laporan', 'Examination of a report'),
  'case.explanation': limit('Penjelasan tertulis Terlapor', 'Written explanation of the respondent'),
  'case.documents': limit('Penyerahan data dan dokumen', 'Handing over of data and documents'),
  'case.summons-count': count(
    'Panggilan sebelum bantuan penghadiran paksa',
    'Summonses before assistance to bring someone',
    'times',
  ),
  'case.summons-lead': limit('Jarak panggilan sampai hari pemeriksaan', 'Time from a summons to its day', false),
  'case.report': limit('Penyusunan dan penyampaian LHP', 'Writing and sending the LHP'),
  'case.comment': limit('Tanggapan Pelapor atas LHP', 'Comment of the reporter on the LHP'),
  'case.corrective': limit('Pelaksanaan tindakan korektif sejak LHP diterima', 'Corrective action from receipt of the LHP'),
  'case.handover-check': limit('Pemeriksaan kelengkapan berkas resolusi', 'Completeness check of the file for resolution', false),
  'case.resolution': limit('Resolusi (konsiliasi, mediasi)', 'Resolution (conciliation, mediation)', false),
  'case.promise': limit('Janji dalam kesepakatan', 'Promise of an agreement', false),
  'case.recommend': limit('Penyusunan rekomendasi', 'Writing a recommendation', false),
  'case.recommendation-report': limit(
    'Laporan atasan Terlapor atas pelaksanaan rekomendasi',
    'Report of the superior on carrying out a recommendation',
  ),
  'case.recommendation-monitor': limit('Monitoring rekomendasi', 'Monitoring of a recommendation'),
  'case.further-steps': limit(
    'Langkah lanjutan atas rekomendasi yang tidak dilaksanakan',
    'Further steps on a recommendation not carried out',
    false,
  ),
  'case.review-detection': limit('Deteksi dalam kajian', 'Detection in a review', false),
  'case.review-analysis': limit('Analisis dalam kajian sampai LHA', 'Analysis in a review, until the LHA', false),
  'case.recur-rows': count(
    'Masalah berulang: laporan serupa paling sedikit',
    'Recurring problem: fewest like reports',
    'times',
    false,
  ),
  'case.recur-times': count(
    'Masalah berulang: lonjakan paling sedikit berapa kali lipat dari biasanya',
    'Recurring problem: a surge is at least so many times the usual',
    'times',
    false,
  ),
  'case.recur-steady-rows': count(
    'Masalah yang terus ada: laporan serupa paling sedikit dalam setahun',
    'Steady problem: fewest like reports in a year',
    'times',
    false,
  ),
  'case.recur-steady-parts': count(
    'Masalah yang terus ada: muncul dalam paling sedikit sekian dari tiga belas rentang empat pekan',
    'Steady problem: present in at least so many of the thirteen four-week parts of a year',
    'times',
    false,
  ),
  'case.recur-steady-times': count(
    'Masalah yang terus ada: paling sedikit berapa kali lipat dari kantor lain',
    'Steady problem: at least so many times what other offices have',
    'times',
    false,
  ),
  'case.suggestion': limit('Pelaksanaan saran perbaikan atau penyempurnaan', 'Carrying out a suggestion', false),
  'case.verdict': limit(
    'Verifikasi Ombudsman atas laporan pelaksanaan',
    'Verdict of the Ombudsman on what an agency reports',
    false,
  ),
  'case.more-time': limit('Tambahan waktu terlama dalam satu persetujuan', 'Longest time one extension may add', false),
  'case.rapid': limit('Respons cepat Ombudsman (RCO)', 'Rapid response (RCO)', false),
  'case.consultation': limit('Konsultasi nonlaporan (KNL)', 'Consultation without a report (KNL)', false),
  'case.noted': limit('Penelaahan tembusan', 'Looking through a copied letter', false),
  'case.reminder-lead': limit('Pengingat sebelum tenggat perkara', 'Reminder before a deadline of a case', false),
  'case.escalate-head': limit(
    'Eskalasi tenggat perkara ke kepala kantor Ombudsman',
    'Escalation of a missed deadline to the head of the Ombudsman office',
    false,
  ),
  'case.escalate-centre': limit(
    'Eskalasi tenggat perkara ke Ombudsman pusat',
    'Escalation of a missed deadline to the head office of the Ombudsman',
    false,
  ),
  'case.target': limit('Target penyelesaian laporan', 'Target for finishing a report', false),
  'case.work-report': limit('Penyampaian laporan kerja bulanan', 'Handing in the monthly work report', false),
  'case.tie': limit(
    'Jeda sebelum seseorang boleh memeriksa pemerintahan tempat ia pernah menjabat',
    'Time before one may examine a government one has held office in',
    false,
  ),
} as const satisfies Record<string, RuleKind>;
