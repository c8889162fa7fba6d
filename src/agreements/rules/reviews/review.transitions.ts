/**
 * The life of a joint review on one screen. The side that calls it keeps its papers; another side answers the minutes. The SQL CHECK lists the same
 * states, compared by a test.
 */
import type { Label } from '../../../kernel/language.ts';

export const REVIEW_STATES = ['planned', 'called', 'held', 'minuted', 'confirmed', 'cancelled'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export type ReviewAction =
  | 'call'
  | 'move'
  | 'hold'
  | 'seal'
  | 'confirm'
  | 'confirm-last'
  | 'ask-correction'
  | 'correct'
  | 'cancel';

/** `secretary` = officers of the side that called it; `other` = officers of another side alone. */
export type ReviewSide = 'secretary' | 'other';

export interface ReviewTransition {
  readonly from: ReviewState;
  readonly action: ReviewAction;
  readonly to: ReviewState;
  readonly by: ReviewSide;
  readonly needsText: boolean;
}

export const REVIEW_TRANSITIONS: readonly ReviewTransition[] = [
  // Calling freezes the agenda and invites the focal points.
  { from: 'planned', action: 'call', to: 'called', by: 'secretary', needsText: false },
  { from: 'planned', action: 'move', to: 'planned', by: 'secretary', needsText: false },
  { from: 'planned', action: 'cancel', to: 'cancelled', by: 'secretary', needsText: true },
  { from: 'called', action: 'move', to: 'called', by: 'secretary', needsText: true },
  { from: 'called', action: 'hold', to: 'held', by: 'secretary', needsText: false },
  { from: 'called', action: 'cancel', to: 'cancelled', by: 'secretary', needsText: true },
  { from: 'held', action: 'seal', to: 'minuted', by: 'secretary', needsText: false },
  // One of several other sides; the last of those who came makes it `confirmed`.
  { from: 'minuted', action: 'confirm', to: 'minuted', by: 'other', needsText: false },
  { from: 'minuted', action: 'confirm-last', to: 'confirmed', by: 'other', needsText: false },
  { from: 'minuted', action: 'ask-correction', to: 'held', by: 'other', needsText: true },
  { from: 'minuted', action: 'correct', to: 'held', by: 'secretary', needsText: true },
  { from: 'confirmed', action: 'correct', to: 'held', by: 'secretary', needsText: true },
];

export const REVIEW_STATE_LABELS: Readonly<Record<ReviewState, Label>> = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  called: { id: 'Undangan terkirim', en: 'Called' },
  held: { id: 'Notulen disusun', en: 'Minutes being written' },
  minuted: { id: 'Notulen menunggu konfirmasi', en: 'Minutes wait to be confirmed' },
  confirmed: { id: 'Notulen dikonfirmasi', en: 'Minutes confirmed' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
};

export const REVIEW_ACTION_LABELS: Readonly<Record<ReviewAction, Label>> = {
  call: { id: 'Bekukan agenda dan kirim undangan', en: 'Freeze the agenda and send the invitation' },
  move: { id: 'Ubah hari, jam atau tempat', en: 'Change the day, hour or place' },
  hold: { id: 'Mulai menyusun notulen', en: 'Begin the minutes' },
  seal: { id: 'Segel notulen', en: 'Seal the minutes' },
  confirm: { id: 'Konfirmasi notulen', en: 'Confirm the minutes' },
  'confirm-last': { id: 'Konfirmasi notulen', en: 'Confirm the minutes' },
  'ask-correction': { id: 'Minta koreksi', en: 'Ask for a correction' },
  correct: { id: 'Koreksi notulen', en: 'Correct the minutes' },
  cancel: { id: 'Batalkan tinjauan', en: 'Cancel the review' },
};

/** A decision that did not become a line has its own small life: its owner says it is done, another side agrees. */
export const DECISION_STATES = ['open', 'reported', 'done', 'withdrawn', 'line'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export const DECISION_STATE_LABELS: Readonly<Record<DecisionState, Label>> = {
  open: { id: 'Belum dilaksanakan', en: 'Open' },
  reported: { id: 'Dilaporkan selesai', en: 'Reported as done' },
  done: { id: 'Selesai, disetujui', en: 'Done, agreed' },
  withdrawn: { id: 'Ditarik', en: 'Withdrawn' },
  line: { id: 'Menjadi baris rencana', en: 'Became a line of the plan' },
};

export type DecisionAction = 'report' | 'agree' | 'return' | 'withdraw';

export interface DecisionTransition {
  readonly from: DecisionState;
  readonly action: DecisionAction;
  readonly to: DecisionState;
  /** `owner` = officers of the agency that carries it out or above it; `other` = another side than the owner's. */
  readonly by: 'owner' | 'other' | 'secretary';
  readonly needsText: boolean;
}

export const DECISION_TRANSITIONS: readonly DecisionTransition[] = [
  { from: 'open', action: 'report', to: 'reported', by: 'owner', needsText: true },
  { from: 'reported', action: 'agree', to: 'done', by: 'other', needsText: false },
  { from: 'reported', action: 'return', to: 'open', by: 'other', needsText: true },
  { from: 'open', action: 'withdraw', to: 'withdrawn', by: 'secretary', needsText: true },
];

export const DECISION_ACTION_LABELS: Readonly<Record<DecisionAction, Label>> = {
  report: { id: 'Laporkan selesai', en: 'Report as done' },
  agree: { id: 'Setujui selesai', en: 'Agree that it is done' },
  return: { id: 'Kembalikan', en: 'Send back' },
  withdraw: { id: 'Tarik keputusan', en: 'Withdraw the decision' },
};

export function isReviewAction(text: string): text is ReviewAction {
  return Object.hasOwn(REVIEW_ACTION_LABELS, text);
}

export function isDecisionAction(text: string): text is DecisionAction {
  return Object.hasOwn(DECISION_ACTION_LABELS, text);
}
