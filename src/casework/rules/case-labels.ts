/** Words that are data: access kinds, channels, criteria, conclusions, roles, clocks, what waits. */
import type { Label } from '../../kernel/language.ts';
import { STAGE_LABELS } from './case.transitions.ts';
import type { AccessKind, CaseChannel, CaseClockKind, Conclusion, RapidCriterion, TeamRole } from './case.ts';
import type { WaitingKind } from './waiting.ts';

export const ACCESS_LABELS: Readonly<Record<AccessKind, Label>> = {
  LM: { id: 'Laporan masyarakat', en: 'Report' },
  RCO: { id: 'Respons cepat (RCO)', en: 'Rapid response (RCO)' },
  IAPS: { id: 'Investigasi atas prakarsa sendiri', en: 'Own-initiative investigation' },
  KNL: { id: 'Konsultasi nonlaporan', en: 'Consultation' },
  COPY: { id: 'Tembusan', en: 'Copied letter' },
};

export const CASE_CHANNEL_LABELS: Readonly<Record<CaseChannel, Label>> = {
  complaint: { id: 'Dari pengaduan', en: 'From a complaint' },
  web: { id: 'Formulir di situs', en: 'Web form' },
  counter: { id: 'Datang langsung', en: 'At the counter' },
  letter: { id: 'Surat', en: 'Letter' },
  telephone: { id: 'Telepon', en: 'Telephone' },
  email: { id: 'Surel', en: 'E-mail' },
  'own-initiative': { id: 'Prakarsa Ombudsman', en: 'Own initiative' },
  copy: { id: 'Tembusan', en: 'Copied letter' },
};

export const RAPID_CRITERION_LABELS: Readonly<Record<RapidCriterion, Label>> = {
  emergency: { id: 'Kondisi darurat', en: 'Emergency' },
  'threat-to-life': { id: 'Mengancam keselamatan jiwa', en: 'Danger to life' },
  'right-to-life': { id: 'Mengancam hak hidup', en: 'Threat to the right to life' },
};

export const CONCLUSION_LABELS: Readonly<Record<Conclusion, Label>> = {
  found: { id: 'Ditemukan maladministrasi', en: 'Maladministration found' },
  'not-found': { id: 'Tidak ditemukan maladministrasi', en: 'No maladministration found' },
  ended: { id: 'Pemeriksaan dihentikan', en: 'Examination ended' },
};

export const TEAM_ROLE_LABELS: Readonly<Record<TeamRole, Label>> = {
  verifier: { id: 'Verifikator', en: 'Verifier' },
  lead: { id: 'Ketua tim pemeriksa', en: 'Lead examiner' },
  examiner: { id: 'Pemeriksa', en: 'Examiner' },
  resolver: { id: 'Resolusi dan monitoring', en: 'Resolution and monitoring' },
};

export const CASE_CLOCK_LABELS: Readonly<Record<Exclude<CaseClockKind, 'stage'>, Label>> = {
  comment: { id: 'Tanggapan Pelapor atas hasil pemeriksaan', en: 'Comment of the reporter on the result' },
  request: { id: 'Jawaban atas permintaan atau panggilan', en: 'Answer to a request or summons' },
  obligation: { id: 'Kewajiban Terlapor', en: 'Obligation of the respondent' },
  promise: { id: 'Janji dalam kesepakatan', en: 'Promise of an agreement' },
};

export const CASE_WAITING_LABELS: Readonly<Record<WaitingKind, Label>> = {
  ...STAGE_LABELS,
  request: { id: 'Menunggu jawaban Terlapor', en: 'Waiting for the respondent' },
  obligation: { id: 'Kewajiban berjalan', en: 'Obligation running' },
  promise: { id: 'Janji dalam kesepakatan', en: 'Promise of an agreement' },
};

/** What started the clock of a stage, as it follows "sejak" and "from". */
export const CLOCK_SINCE: Readonly<Record<CaseClockKind, Label>> = {
  stage: { id: 'tahap ini dimulai', en: 'this stage began' },
  comment: { id: 'hasil pemeriksaan disampaikan kepada Pelapor', en: 'the result was sent to the reporter' },
  request: { id: 'surat diterima', en: 'the letter was received' },
  obligation: { id: 'kewajiban diterima', en: 'the obligation was received' },
  promise: { id: 'kesepakatan tercapai', en: 'the agreement was reached' },
};
