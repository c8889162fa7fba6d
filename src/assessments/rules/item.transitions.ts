/**
 * The life of an improvement item on one screen. Buttons, permission checks and the picture in the README come from here; the SQL CHECK
 * lists the same states, compared by a test.
 */
import type { Capability } from '../../kernel/actor.ts';
import type { Label } from '../../kernel/language.ts';

export const ITEM_STATES = ['open', 'in-progress', 'reported', 'confirmed', 'dropped'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
export type ItemAction = 'start' | 'report' | 'confirm' | 'send-back' | 'drop';

export interface ItemTransition {
  readonly from: ItemState;
  readonly action: ItemAction;
  readonly to: ItemState;
  /** Of the office that was measured, or of the Ombudsman's office that serves the place. */
  readonly by: Capability;
  /** Words are asked for: what was done, what is missing still, why it is dropped. */
  readonly needsNote: boolean;
}

export const ITEM_TRANSITIONS: readonly ItemTransition[] = [
  { from: 'open', action: 'start', to: 'in-progress', by: 'assessment.answer', needsNote: false },
  { from: 'open', action: 'report', to: 'reported', by: 'assessment.answer', needsNote: true },
  { from: 'in-progress', action: 'report', to: 'reported', by: 'assessment.answer', needsNote: true },
  { from: 'reported', action: 'confirm', to: 'confirmed', by: 'assessment.check', needsNote: false },
  { from: 'reported', action: 'confirm', to: 'confirmed', by: 'assessment.moderate', needsNote: false },
  { from: 'reported', action: 'send-back', to: 'in-progress', by: 'assessment.check', needsNote: true },
  { from: 'reported', action: 'send-back', to: 'in-progress', by: 'assessment.moderate', needsNote: true },
  { from: 'open', action: 'drop', to: 'dropped', by: 'assessment.moderate', needsNote: true },
  { from: 'in-progress', action: 'drop', to: 'dropped', by: 'assessment.moderate', needsNote: true },
  { from: 'reported', action: 'drop', to: 'dropped', by: 'assessment.moderate', needsNote: true },
];

export const ITEM_STATE_LABELS: Readonly<Record<ItemState, Label>> = {
  open: { id: 'Belum dimulai', en: 'Not begun' },
  'in-progress': { id: 'Sedang dikerjakan', en: 'In progress' },
  reported: { id: 'Dilaporkan selesai', en: 'Reported as done' },
  confirmed: { id: 'Selesai, dikonfirmasi', en: 'Done, confirmed' },
  dropped: { id: 'Tidak dilanjutkan', en: 'Dropped' },
};

export const ITEM_ACTION_LABELS: Readonly<Record<ItemAction, Label>> = {
  start: { id: 'Mulai kerjakan', en: 'Begin' },
  report: { id: 'Laporkan selesai', en: 'Report as done' },
  confirm: { id: 'Konfirmasi selesai', en: 'Confirm' },
  'send-back': { id: 'Kembalikan', en: 'Send back' },
  drop: { id: 'Hentikan butir ini', en: 'Drop' },
};

export function isItemState(text: string): text is ItemState {
  return (ITEM_STATES as readonly string[]).includes(text);
}
