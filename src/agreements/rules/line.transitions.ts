/**
 * The life of a line of a plan on one screen: the owner reports, another party of the agreement confirms. The SQL CHECK lists the same states,
 * compared by a test. Late is not a state (light.ts).
 */
import type { Label } from '../../kernel/language.ts';

export const LINE_STATES = ['planned', 'running', 'reported', 'done', 'not-done', 'dropped'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** States in which something is still to be done. */
export const OPEN_LINE_STATES: readonly LineState[] = ['planned', 'running', 'reported'];

export type LineAction =
  | 'start'
  | 'report'
  | 'report-last'
  | 'withdraw'
  | 'confirm'
  | 'confirm-last'
  | 'return'
  | 'judge-not-done'
  | 'reopen'
  | 'drop';

/**
 * `owner` = officers of the agency that carries the line out (or above it in its tree); `other` = officers of another party than the owner's;
 * `keeper` = whoever prepares the agreement.
 */
export type LineSide = 'owner' | 'other' | 'keeper';

export interface LineTransition {
  readonly from: LineState;
  readonly action: LineAction;
  readonly to: LineState;
  readonly by: LineSide;
  readonly needsText: boolean;
}

export const LINE_TRANSITIONS: readonly LineTransition[] = [
  { from: 'planned', action: 'start', to: 'running', by: 'owner', needsText: false },
  { from: 'planned', action: 'report', to: 'running', by: 'owner', needsText: true },
  { from: 'running', action: 'report', to: 'running', by: 'owner', needsText: true },
  { from: 'planned', action: 'report-last', to: 'reported', by: 'owner', needsText: true },
  { from: 'running', action: 'report-last', to: 'reported', by: 'owner', needsText: true },
  { from: 'running', action: 'withdraw', to: 'running', by: 'owner', needsText: false },
  { from: 'reported', action: 'withdraw', to: 'running', by: 'owner', needsText: false },
  { from: 'running', action: 'confirm', to: 'running', by: 'other', needsText: false },
  { from: 'reported', action: 'confirm-last', to: 'done', by: 'other', needsText: false },
  { from: 'running', action: 'return', to: 'running', by: 'other', needsText: true },
  { from: 'reported', action: 'return', to: 'running', by: 'other', needsText: true },
  { from: 'planned', action: 'judge-not-done', to: 'not-done', by: 'other', needsText: true },
  { from: 'running', action: 'judge-not-done', to: 'not-done', by: 'other', needsText: true },
  { from: 'reported', action: 'judge-not-done', to: 'not-done', by: 'other', needsText: true },
  { from: 'done', action: 'reopen', to: 'running', by: 'other', needsText: true },
  { from: 'not-done', action: 'reopen', to: 'running', by: 'other', needsText: true },
  { from: 'planned', action: 'drop', to: 'dropped', by: 'keeper', needsText: true },
  { from: 'running', action: 'drop', to: 'dropped', by: 'keeper', needsText: true },
];

export const LINE_STATE_LABELS: Readonly<Record<LineState, Label>> = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  running: { id: 'Berjalan', en: 'Under way' },
  reported: { id: 'Dilaporkan selesai', en: 'Reported as done' },
  done: { id: 'Selesai, dikonfirmasi', en: 'Done, confirmed' },
  'not-done': { id: 'Tidak terlaksana', en: 'Not carried out' },
  dropped: { id: 'Dibatalkan', en: 'Dropped' },
};

export const LINE_ACTION_LABELS: Readonly<Record<LineAction, Label>> = {
  start: { id: 'Mulai', en: 'Begin' },
  report: { id: 'Laporkan kemajuan', en: 'Report progress' },
  'report-last': { id: 'Laporkan selesai', en: 'Report as done' },
  withdraw: { id: 'Tarik kembali laporan', en: 'Take the report back' },
  confirm: { id: 'Konfirmasi kemajuan', en: 'Confirm the progress' },
  'confirm-last': { id: 'Konfirmasi selesai', en: 'Confirm as done' },
  return: { id: 'Kembalikan', en: 'Send back' },
  'judge-not-done': { id: 'Nyatakan tidak terlaksana', en: 'Judge as not carried out' },
  reopen: { id: 'Buka lagi', en: 'Open again' },
  drop: { id: 'Batalkan baris', en: 'Drop the line' },
};

export function isLineState(text: string): text is LineState {
  return (LINE_STATES as readonly string[]).includes(text);
}
