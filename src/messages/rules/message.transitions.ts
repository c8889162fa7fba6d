/**
 * The life of a message on one screen. The store's UPDATEs take their `from` from here, and a test compares the states with
 * the CHECK of the table.
 *
 * `sending` means: handed to the mail server, answer not yet known. A process that dies then leaves it so; whether the mail
 * left is then truly unknown, and it is not sent a second time by itself (see README.md).
 */
export const MESSAGE_STATES = ['waiting', 'sending', 'sent', 'failed', 'given-up', 'unreachable', 'uncertain'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

interface Transition {
  readonly from: MessageState;
  readonly action: 'hand-over' | 'take' | 'fail' | 'give-up' | 'find-no-address' | 'lose-sight' | 'put-back' | 'send-again';
  readonly to: MessageState;
}

export const MESSAGE_TRANSITIONS: readonly Transition[] = [
  { from: 'waiting', action: 'hand-over', to: 'sending' },
  { from: 'failed', action: 'hand-over', to: 'sending' },
  { from: 'sending', action: 'take', to: 'sent' },
  { from: 'uncertain', action: 'take', to: 'sent' }, // the mail server's answer came after all
  { from: 'sending', action: 'fail', to: 'failed' },
  { from: 'waiting', action: 'fail', to: 'failed' }, // before it was handed over: no template, no database
  { from: 'failed', action: 'fail', to: 'failed' },
  { from: 'sending', action: 'give-up', to: 'given-up' },
  { from: 'waiting', action: 'give-up', to: 'given-up' },
  { from: 'failed', action: 'give-up', to: 'given-up' },
  { from: 'waiting', action: 'find-no-address', to: 'unreachable' },
  { from: 'failed', action: 'find-no-address', to: 'unreachable' },
  { from: 'sending', action: 'lose-sight', to: 'uncertain' },
  { from: 'sending', action: 'put-back', to: 'waiting' }, // only where a second hand-over cannot double it (the outbox)
  { from: 'given-up', action: 'send-again', to: 'waiting' },
  { from: 'unreachable', action: 'send-again', to: 'waiting' },
  { from: 'uncertain', action: 'send-again', to: 'waiting' },
];

export type MessageAction = Transition['action'];

/** The states an action may start from. */
export function statesBefore(action: MessageAction): MessageState[] {
  return MESSAGE_TRANSITIONS.filter((transition) => transition.action === action).map((transition) => transition.from);
}

/** Whether an action is possible in a state. */
export function may(action: MessageAction, state: MessageState): boolean {
  return statesBefore(action).includes(state);
}

/** The state an action leads to. */
export function stateAfter(action: MessageAction): MessageState {
  const to = MESSAGE_TRANSITIONS.find((transition) => transition.action === action)?.to;
  if (to === undefined) throw new Error(`No transition has the action ${action}`);
  return to;
}
