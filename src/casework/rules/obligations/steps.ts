/** The history of an obligation: what either side wrote, did and decided. */
import type { Label } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { ObligationAction } from './obligation.transitions.ts';

/** The actions of the table, and what leaves the state as it is. */
export type StepKind = 'issue' | ObligationAction | 'progress' | 'ask-time' | 'grant-time' | 'refuse-time' | 'delegate';

export interface ObligationStep {
  readonly id: string;
  readonly kind: StepKind;
  readonly at: Moment;
  /** A reference: `person:ID`, `errand:NAME`. */
  readonly author: string;
  readonly side: 'agency' | 'ombudsman' | 'system';
  readonly text: string;
  /** Of verdicts: what they rest on. */
  readonly lookedAt: string | null;
  /** Asked or granted, working days. */
  readonly days: number | null;
  readonly dueBefore: Moment | null;
  readonly dueAfter: Moment | null;
  /** Of a delegation: to which office. */
  readonly agencyId: string | null;
}

export const STEP_LABELS: Readonly<Record<StepKind, Label>> = {
  issue: { id: 'Kewajiban diterbitkan', en: 'Obligation issued' },
  receive: { id: 'Diterima instansi', en: 'Received by the agency' },
  start: { id: 'Mulai dikerjakan', en: 'Begun' },
  progress: { id: 'Catatan kemajuan', en: 'Progress' },
  report: { id: 'Laporan pelaksanaan', en: 'Report' },
  return: { id: 'Laporan dikembalikan untuk dilengkapi', en: 'Report returned to be completed' },
  'carried-out': { id: 'Dinyatakan dilaksanakan', en: 'Judged carried out' },
  partly: { id: 'Dinyatakan baru sebagian, dengan waktu tambahan', en: 'Judged carried out in part, with more time' },
  'partly-final': { id: 'Dinyatakan dilaksanakan sebagian', en: 'Judged carried out in part' },
  'not-carried-out': { id: 'Dinyatakan tidak dilaksanakan', en: 'Judged not carried out' },
  reopen: { id: 'Dibuka kembali', en: 'Taken up again' },
  withdraw: { id: 'Dicabut Ombudsman', en: 'Withdrawn by the Ombudsman' },
  'ask-time': { id: 'Tambahan waktu diminta', en: 'More time asked for' },
  'grant-time': { id: 'Tambahan waktu disetujui', en: 'More time granted' },
  'refuse-time': { id: 'Tambahan waktu tidak disetujui', en: 'More time refused' },
  delegate: { id: 'Diserahkan kepada unit', en: 'Given to an office' },
};
