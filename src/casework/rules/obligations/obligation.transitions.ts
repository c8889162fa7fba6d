/**
 * The whole life of an obligation on one screen. Buttons, permission checks and the picture in the README come from here; the SQL CHECKs
 * list the same states and steps, compared by a test.
 *
 * Late is not here: it is a question put to the due moment and to the report that stands (`lateness.ts`).
 */
import type { Capability } from '../../../kernel/actor.ts';
import type { Label } from '../../../kernel/language.ts';

export const OBLIGATION_STATES = [
  'issued',
  'received',
  'in-progress',
  'reported',
  'carried-out',
  'partly',
  'not-carried-out',
  'withdrawn',
] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

export type ObligationAction =
  | 'receive'
  | 'start'
  | 'report'
  | 'return'
  | 'carried-out'
  | 'partly'
  | 'partly-final'
  | 'not-carried-out'
  | 'reopen'
  | 'withdraw';

/** Whose step it is, with the capabilities that give it. */
export const SIDES = {
  agency: ['case.answer'],
  ombudsman: ['case.resolve', 'case.decide', 'case.examine', 'case.review'],
  head: ['case.decide'],
} as const satisfies Record<string, readonly Capability[]>;
export type Side = keyof typeof SIDES | 'system';

/**
 * What the table itself cannot say: `due-passed` = nobody is judged before the day that was promised; `other-person` = not whoever wrote the
 * report; `days` = a new due day is set with it; `looked-at` = the evidence looked at is named.
 */
export type ObligationNeed = 'text' | 'looked-at' | 'days' | 'due-passed' | 'other-person';

export interface ObligationTransition {
  readonly from: ObligationState;
  readonly action: ObligationAction;
  readonly to: ObligationState;
  readonly by: readonly Side[];
  /** `true` = the last word: the obligation is judged. */
  readonly final: boolean;
  readonly needs: readonly ObligationNeed[];
}

const OPEN = ['issued', 'received', 'in-progress', 'partly'] as const;
const line = (
  from: ObligationState,
  action: ObligationAction,
  to: ObligationState,
  by: readonly Side[],
  needs: readonly ObligationNeed[] = [],
  final = false,
): ObligationTransition => ({ from, action, to, by, needs, final });

export const OBLIGATION_TRANSITIONS: readonly ObligationTransition[] = [
  line('issued', 'receive', 'received', ['agency', 'ombudsman', 'system']),
  line('received', 'start', 'in-progress', ['agency']),
  // The Ombudsman records a report that came by letter; somebody else judges it.
  ...OPEN.map((from) => line(from, 'report', 'reported', ['agency', 'ombudsman'], ['text'])),
  line('reported', 'return', 'in-progress', ['ombudsman'], ['text', 'other-person']),
  line('reported', 'carried-out', 'carried-out', ['ombudsman'], ['text', 'looked-at', 'other-person'], true),
  line('reported', 'partly', 'partly', ['ombudsman'], ['text', 'looked-at', 'days', 'other-person']),
  line('reported', 'partly-final', 'partly', ['ombudsman'], ['text', 'looked-at', 'other-person'], true),
  line('reported', 'not-carried-out', 'not-carried-out', ['ombudsman'], ['text', 'looked-at', 'other-person'], true),
  // Without a report, the Ombudsman judges what it has seen; "not" only once the day is over.
  ...OPEN.flatMap((from) => [
    line(from, 'carried-out', 'carried-out', ['ombudsman'], ['text', 'looked-at'], true),
    line(from, 'not-carried-out', 'not-carried-out', ['ombudsman'], ['text', 'looked-at', 'due-passed'], true),
  ]),
  line('partly', 'partly-final', 'partly', ['ombudsman'], ['text', 'looked-at', 'due-passed'], true),
  ...([...OPEN, 'reported'] as const).map((from) => line(from, 'withdraw', 'withdrawn', ['head'], ['text'], true)),
  // Carried out after all, or judged by mistake: the due day stays what it was.
  line('not-carried-out', 'reopen', 'in-progress', ['ombudsman'], ['text']),
  line('partly', 'reopen', 'in-progress', ['ombudsman'], ['text']),
];

/** The lines a state allows: a last word that was spoken allows nothing but taking it up again. */
export function openObligationLines(state: ObligationState, isJudged: boolean): readonly ObligationTransition[] {
  return OBLIGATION_TRANSITIONS.filter((each) => each.from === state && (each.action === 'reopen') === isJudged);
}

export const OBLIGATION_STATE_LABELS: Readonly<Record<ObligationState, Label>> = {
  issued: { id: 'Dikirim, belum diterima', en: 'Sent, not received yet' },
  received: { id: 'Diterima', en: 'Received' },
  'in-progress': { id: 'Sedang dikerjakan', en: 'In progress' },
  reported: { id: 'Dilaporkan, menunggu Ombudsman', en: 'Reported, waiting for the Ombudsman' },
  'carried-out': { id: 'Dilaksanakan', en: 'Carried out' },
  partly: { id: 'Dilaksanakan sebagian', en: 'Carried out in part' },
  'not-carried-out': { id: 'Tidak dilaksanakan', en: 'Not carried out' },
  withdrawn: { id: 'Dicabut Ombudsman', en: 'Withdrawn by the Ombudsman' },
};

export const OBLIGATION_ACTION_LABELS: Readonly<Record<ObligationAction, Label>> = {
  receive: { id: 'Tandai sudah diterima', en: 'Mark as received' },
  start: { id: 'Mulai kerjakan', en: 'Begin' },
  report: { id: 'Laporkan pelaksanaan', en: 'Report' },
  return: { id: 'Kembalikan untuk dilengkapi', en: 'Return to be completed' },
  'carried-out': { id: 'Nyatakan dilaksanakan', en: 'Judge carried out' },
  partly: { id: 'Nyatakan baru sebagian, beri waktu lagi', en: 'Judge carried out in part, with more time' },
  'partly-final': { id: 'Nyatakan dilaksanakan sebagian (akhir)', en: 'Judge carried out in part (final)' },
  'not-carried-out': { id: 'Nyatakan tidak dilaksanakan', en: 'Judge not carried out' },
  reopen: { id: 'Buka kembali', en: 'Take up again' },
  withdraw: { id: 'Cabut kewajiban ini', en: 'Withdraw this obligation' },
};

export function isObligationAction(text: string): text is ObligationAction {
  return Object.hasOwn(OBLIGATION_ACTION_LABELS, text);
}

export function isObligationState(text: string): text is ObligationState {
  return (OBLIGATION_STATES as readonly string[]).includes(text);
}
