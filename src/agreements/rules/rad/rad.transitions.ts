/**
 * The way of a regional action plan on one screen: a government hands it in, the province reviews that of a regency or city, the ministry reviews
 * every one, the government adopts it by decree. Types, buttons, permission checks and the picture in the README come from here; the SQL CHECK lists
 * the same states, compared by a test.
 */
import type { Label } from '../../../kernel/language.ts';

export const RAD_STATES = ['drafting', 'with-province', 'with-ministry', 'returned', 'accepted', 'adopted', 'dropped'] as const;
export type RadState = (typeof RAD_STATES)[number];

export type RadAction = 'hand-in' | 'take-back' | 'accept' | 'return' | 'amend' | 'adopt' | 'drop';

/** Whose plan it is: a regency's or city's goes by way of the province. */
export type RadLevel = 'regency' | 'province';

/** `government` = whoever prepares it; `province`, `ministry` = those who review it there. */
export type RadSide = 'government' | 'province' | 'ministry';

/** What must be true besides state and position; the action that passes it verifies it in the same transaction. */
export type RadNeed =
  /** Lines stand in it, and every factor has one or says why not. */
  | 'complete'
  /** Every note of the last return is answered. */
  | 'answered'
  /** A word about what has to change: a note, or a text. */
  | 'words'
  /** The decree with its scan. */
  | 'decree'
  | 'reason';

export interface RadTransition {
  readonly from: RadState;
  readonly action: RadAction;
  readonly to: RadState;
  readonly by: RadSide;
  /** Only for plans of this level; none = of both. */
  readonly of?: RadLevel;
  readonly needs?: readonly RadNeed[];
}

export const RAD_TRANSITIONS: readonly RadTransition[] = [
  { from: 'drafting', action: 'hand-in', to: 'with-province', by: 'government', of: 'regency', needs: ['complete'] },
  { from: 'drafting', action: 'hand-in', to: 'with-ministry', by: 'government', of: 'province', needs: ['complete'] },
  { from: 'drafting', action: 'drop', to: 'dropped', by: 'government', needs: ['reason'] },
  { from: 'with-province', action: 'take-back', to: 'drafting', by: 'government' },
  { from: 'with-province', action: 'return', to: 'returned', by: 'province', needs: ['words'] },
  { from: 'with-province', action: 'accept', to: 'with-ministry', by: 'province' },
  { from: 'with-ministry', action: 'take-back', to: 'drafting', by: 'government', of: 'province' },
  { from: 'with-ministry', action: 'return', to: 'returned', by: 'ministry', needs: ['words'] },
  { from: 'with-ministry', action: 'accept', to: 'accepted', by: 'ministry' },
  // What the ministry sent back goes by the province again: it stands for the plans of its regencies and cities.
  { from: 'returned', action: 'hand-in', to: 'with-province', by: 'government', of: 'regency', needs: ['complete', 'answered'] },
  { from: 'returned', action: 'hand-in', to: 'with-ministry', by: 'government', of: 'province', needs: ['complete', 'answered'] },
  { from: 'returned', action: 'drop', to: 'dropped', by: 'government', needs: ['reason'] },
  // Who changes what was accepted asks for the review again.
  { from: 'accepted', action: 'amend', to: 'drafting', by: 'government', needs: ['reason'] },
  { from: 'accepted', action: 'adopt', to: 'adopted', by: 'government', needs: ['decree'] },
];

export const RAD_STATE_LABELS: Readonly<Record<RadState, Label>> = {
  drafting: { id: 'Sedang disusun', en: 'Being drafted' },
  'with-province': { id: 'Diserahkan, direviu provinsi', en: 'Handed in, with the province' },
  'with-ministry': { id: 'Direviu kementerian', en: 'With the ministry' },
  returned: { id: 'Dikembalikan untuk diperbaiki', en: 'Sent back to be improved' },
  accepted: { id: 'Disetujui, menunggu penetapan', en: 'Accepted, to be adopted' },
  adopted: { id: 'Ditetapkan', en: 'Adopted' },
  dropped: { id: 'Dibatalkan', en: 'Dropped' },
};

export const RAD_ACTION_LABELS: Readonly<Record<RadAction, Label>> = {
  'hand-in': { id: 'Serahkan', en: 'Hand in' },
  'take-back': { id: 'Tarik kembali', en: 'Take back' },
  accept: { id: 'Setujui', en: 'Accept' },
  return: { id: 'Kembalikan dengan catatan', en: 'Send back with notes' },
  amend: { id: 'Buka lagi untuk diubah', en: 'Open again to change it' },
  adopt: { id: 'Tetapkan', en: 'Adopt' },
  drop: { id: 'Batalkan', en: 'Drop' },
};

/** States in which somebody else has it: text and lines stand still. */
export const UNDER_REVIEW: readonly RadState[] = ['with-province', 'with-ministry', 'accepted'];

/** States that count as handed in, for whoever asked for it. */
export const HANDED_IN: readonly RadState[] = ['with-province', 'with-ministry', 'returned', 'accepted', 'adopted'];

export function isRadState(text: string): text is RadState {
  return (RAD_STATES as readonly string[]).includes(text);
}

export function isRadAction(text: string): text is RadAction {
  return Object.hasOwn(RAD_ACTION_LABELS, text);
}
