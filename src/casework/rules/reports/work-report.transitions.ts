/**
 * The life of an officer's monthly work report: the system shows what was recorded, the officer adds and hands in, the head of the office
 * accepts it or gives it back with a reason (S3: staff, too, must report their work correctly). Buttons, the permission check and the
 * SQL CHECK come from here or are compared with it by a test.
 */
import type { Label } from '../../../kernel/language.ts';

export const WORK_REPORT_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type WorkReportState = (typeof WORK_REPORT_STATES)[number];

export type WorkReportAction = 'write' | 'submit' | 'accept' | 'return' | 'reopen';

export interface WorkReportTransition {
  readonly from: WorkReportState;
  readonly action: WorkReportAction;
  readonly to: WorkReportState;
  /** `author` = whose work it is; `superior` = `case.decide` at the office or above it, and never the author. */
  readonly by: 'author' | 'superior';
  readonly needsReason?: boolean;
}

export const WORK_REPORT_TRANSITIONS: readonly WorkReportTransition[] = [
  { from: 'draft', action: 'write', to: 'draft', by: 'author' },
  { from: 'draft', action: 'submit', to: 'submitted', by: 'author' },
  { from: 'submitted', action: 'accept', to: 'accepted', by: 'superior' },
  { from: 'submitted', action: 'return', to: 'returned', by: 'superior', needsReason: true },
  { from: 'returned', action: 'write', to: 'returned', by: 'author' },
  { from: 'returned', action: 'submit', to: 'submitted', by: 'author' },
  // A mistake found later is mended in the open, not beside the report.
  { from: 'accepted', action: 'reopen', to: 'returned', by: 'superior', needsReason: true },
];

export const WORK_REPORT_LABELS: Readonly<Record<WorkReportState, Label>> = {
  draft: { id: 'Belum diserahkan', en: 'Not handed in yet' },
  submitted: { id: 'Diserahkan, menunggu pemeriksaan atasan', en: 'Handed in, waiting for the superior' },
  returned: { id: 'Dikembalikan untuk diperbaiki', en: 'Returned to be mended' },
  accepted: { id: 'Diterima', en: 'Accepted' },
};
