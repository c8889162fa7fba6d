/**
 * The life of an examination step on one screen. Buttons, checks and the picture in the README come from here; the SQL CHECK lists the same
 * states, compared by a test. `modes`: for which kinds of steps (step-kinds.ts). `needs`: what must be typed or true.
 */
import type { Label } from '../../../kernel/language.ts';
import type { StepMode } from './step-kinds.ts';

export const STEP_STATES = ['planned', 'sent', 'received', 'answered', 'held', 'missed', 'done', 'cancelled'] as const;
export type StepState = (typeof STEP_STATES)[number];

export const STEP_ACTIONS = ['send', 'receive', 'answer', 'hold', 'miss', 'finish', 'cancel'] as const;
export type StepAction = (typeof STEP_ACTIONS)[number];

/** `result`: what came of it, in words. `over`: the time to answer, or the day of the meeting, is over. */
export type StepNeed = 'result' | 'reason' | 'over';

export interface StepTransition {
  readonly from: StepState;
  readonly action: StepAction;
  readonly to: StepState;
  readonly modes: readonly StepMode[];
  readonly needs: readonly StepNeed[];
}

const ALL: readonly StepMode[] = ['written', 'appearance', 'meeting'];
const WRITTEN: readonly StepMode[] = ['written'];
const CALLED: readonly StepMode[] = ['appearance', 'meeting'];
const MEETING: readonly StepMode[] = ['meeting'];

export const STEP_TRANSITIONS: readonly StepTransition[] = [
  { from: 'planned', action: 'send', to: 'sent', modes: ALL, needs: [] },
  { from: 'sent', action: 'receive', to: 'received', modes: ALL, needs: [] },
  // An answer may come before the proof of receipt does.
  { from: 'sent', action: 'answer', to: 'answered', modes: WRITTEN, needs: [] },
  { from: 'received', action: 'answer', to: 'answered', modes: WRITTEN, needs: [] },
  // A late answer is still an answer.
  { from: 'missed', action: 'answer', to: 'answered', modes: WRITTEN, needs: [] },
  // Announced to nobody, or agreed upon by telephone.
  { from: 'planned', action: 'hold', to: 'held', modes: MEETING, needs: ['result'] },
  { from: 'sent', action: 'hold', to: 'held', modes: CALLED, needs: ['result'] },
  { from: 'received', action: 'hold', to: 'held', modes: CALLED, needs: ['result'] },
  { from: 'planned', action: 'miss', to: 'missed', modes: MEETING, needs: ['over', 'reason'] },
  // Only what was received counts as missed: a summons nobody has seen binds nobody.
  { from: 'received', action: 'miss', to: 'missed', modes: ALL, needs: ['over'] },
  { from: 'answered', action: 'finish', to: 'done', modes: WRITTEN, needs: ['result'] },
  { from: 'held', action: 'finish', to: 'done', modes: CALLED, needs: ['result'] },
  { from: 'missed', action: 'finish', to: 'done', modes: ALL, needs: ['result'] },
  { from: 'planned', action: 'cancel', to: 'cancelled', modes: ALL, needs: ['reason'] },
  { from: 'sent', action: 'cancel', to: 'cancelled', modes: ALL, needs: ['reason'] },
  { from: 'received', action: 'cancel', to: 'cancelled', modes: ALL, needs: ['reason'] },
];

/** Somebody is still to do something: the examination does not end over it. */
export const UNDER_WAY: readonly StepState[] = ['planned', 'sent', 'received'];

export const STEP_STATE_LABELS: Readonly<Record<StepState, Label>> = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  sent: { id: 'Surat dikirim', en: 'Letter sent' },
  received: { id: 'Surat diterima', en: 'Letter received' },
  answered: { id: 'Dijawab', en: 'Answered' },
  held: { id: 'Dilaksanakan', en: 'Held' },
  missed: { id: 'Tidak dipenuhi', en: 'Missed' },
  done: { id: 'Selesai', en: 'Done' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
};

export const STEP_ACTION_LABELS: Readonly<Record<StepAction, Label>> = {
  send: { id: 'Catat surat dikirim', en: 'Record that the letter was sent' },
  receive: { id: 'Catat surat diterima', en: 'Record that the letter was received' },
  answer: { id: 'Catat jawaban', en: 'Record the answer' },
  hold: { id: 'Catat pelaksanaan', en: 'Record that it was held' },
  miss: { id: 'Catat tidak dipenuhi', en: 'Record that it was missed' },
  finish: { id: 'Selesaikan langkah', en: 'Finish the step' },
  cancel: { id: 'Batalkan langkah', en: 'Cancel the step' },
};

export function isStepAction(text: string): text is StepAction {
  return (STEP_ACTIONS as readonly string[]).includes(text);
}

/** The line for an action from a state, `undefined` when there is none for this kind of step. */
export function stepLine(state: StepState, action: StepAction, mode: StepMode): StepTransition | undefined {
  return STEP_TRANSITIONS.find((line) => line.from === state && line.action === action && line.modes.includes(mode));
}

/** The states as a Mermaid picture, as the README shows it. */
export function stepPicture(): string {
  const lines = STEP_TRANSITIONS.map((line) => `  ${line.from} --> ${line.to}: ${line.action}`);
  return ['stateDiagram-v2', '  [*] --> planned', ...lines, '  done --> [*]', '  cancelled --> [*]'].join('\n');
}
