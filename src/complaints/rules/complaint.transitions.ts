/**
 * The whole life of a complaint on one screen.
 *
 * Two tables: what happens to the complaint at its desk, and what happens to each office's part of it. The page's buttons,
 * the permission check, the diagram in this room's README and the SQL CHECK come from them or are compared with them by tests.
 * A new state is added here first, then in db/migrations, then in `words`.
 *
 * `by` = the capability that is needed, or who else acts. `at` = where the capability must be held.
 * `step` names a step of the procedure; the rule-set stored on the complaint resolves its limits and citations.
 */
import type { Capability } from '../../kernel/actor.ts';

export const COMPLAINT_STATUSES = [
  'received', // belum diverifikasi
  'on-hold', // tunda
  'forwarded', // terdisposisi
  'returned', // bukan wewenang
  'in-progress', // diproses
  'awaiting-complainant', // menunggu pelapor
  'closed', // selesai
  'archived', // arsip
] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];

/** From least to most advanced: a complaint is as far as its least advanced part. */
export const PART_STATES = ['returned', 'forwarded', 'in-progress', 'awaiting-complainant', 'closed', 'excused'] as const;
/** `excused` = the desk agreed that it is not this office's: it no longer counts, but may be handed the complaint again. */
export type PartState = (typeof PART_STATES)[number];

export type Step = 'filing' | 'verification' | 'forwarding' | 'follow-up' | 'answer' | 'ending' | 'reopening';

export type Who = Capability | 'complainant' | 'system';
/**
 * `desk` = at the complaint's desk; `office` = at the office that holds the part; `government` = at the root of that office's tree, where
 * coordinators are; `return-desk` = at the desk a returned part went back to.
 */
export type Where = 'desk' | 'office' | 'government' | 'return-desk' | 'self';

interface Transition<State extends string, Action extends string> {
  readonly from: State;
  readonly action: Action;
  readonly to: State;
  readonly by: Who;
  readonly at: Where;
  readonly step: Step;
}

export type DeskAction =
  | 'correct'
  | 'ask-back'
  | 'supply-facts'
  | 'lapse-hold'
  | 'archive'
  | 'restore'
  | 'contest'
  | 'send-up'
  | 'forward'
  | 'reopen';

/**
 * `handling` stands for "its parts decide": forwarded, in-progress or awaiting-complainant. `returned` = nobody has it: the desk
 * said "not ours", or every office did.
 */
export type DeskState = 'received' | 'returned' | 'on-hold' | 'handling' | 'closed' | 'archived';

export const DESK_TRANSITIONS: readonly Transition<DeskState, DeskAction>[] = [
  { from: 'received', action: 'correct', to: 'received', by: 'complaint.verify', at: 'desk', step: 'verification' },
  { from: 'returned', action: 'correct', to: 'returned', by: 'complaint.verify', at: 'desk', step: 'verification' },
  { from: 'handling', action: 'correct', to: 'handling', by: 'complaint.verify', at: 'desk', step: 'verification' },
  { from: 'received', action: 'ask-back', to: 'on-hold', by: 'complaint.verify', at: 'desk', step: 'verification' },
  { from: 'returned', action: 'ask-back', to: 'on-hold', by: 'complaint.verify', at: 'desk', step: 'verification' },
  { from: 'handling', action: 'ask-back', to: 'on-hold', by: 'complaint.follow-up', at: 'office', step: 'follow-up' },
  { from: 'on-hold', action: 'supply-facts', to: 'received', by: 'complainant', at: 'self', step: 'verification' },
  { from: 'on-hold', action: 'supply-facts', to: 'handling', by: 'complainant', at: 'self', step: 'follow-up' },
  { from: 'on-hold', action: 'lapse-hold', to: 'received', by: 'system', at: 'self', step: 'verification' },
  { from: 'on-hold', action: 'supply-facts', to: 'returned', by: 'complainant', at: 'self', step: 'verification' },
  { from: 'on-hold', action: 'lapse-hold', to: 'returned', by: 'system', at: 'self', step: 'verification' },
  { from: 'on-hold', action: 'lapse-hold', to: 'handling', by: 'system', at: 'self', step: 'follow-up' },
  { from: 'received', action: 'archive', to: 'archived', by: 'complaint.verify', at: 'desk', step: 'verification' },
  { from: 'returned', action: 'archive', to: 'archived', by: 'complaint.verify', at: 'desk', step: 'verification' },
  { from: 'archived', action: 'restore', to: 'received', by: 'complaint.verify', at: 'desk', step: 'reopening' },
  { from: 'archived', action: 'contest', to: 'received', by: 'complainant', at: 'self', step: 'reopening' },
  { from: 'received', action: 'send-up', to: 'returned', by: 'complaint.verify', at: 'desk', step: 'forwarding' },
  { from: 'received', action: 'forward', to: 'handling', by: 'complaint.forward', at: 'desk', step: 'verification' },
  { from: 'returned', action: 'forward', to: 'handling', by: 'complaint.forward', at: 'desk', step: 'forwarding' },
  { from: 'handling', action: 'forward', to: 'handling', by: 'complaint.forward', at: 'desk', step: 'forwarding' },
  { from: 'closed', action: 'reopen', to: 'handling', by: 'complainant', at: 'self', step: 'reopening' },
  { from: 'closed', action: 'reopen', to: 'handling', by: 'complaint.verify', at: 'desk', step: 'reopening' },
];

export type PartAction =
  | 'pass-on'
  | 'return'
  | 'redirect'
  | 'excuse'
  | 'readmit'
  | 'follow-up'
  | 'reply'
  | 'propose'
  | 'withdraw'
  | 'confirm'
  | 'object'
  | 'lapse'
  | 'reopen';

export const PART_TRANSITIONS: readonly Transition<PartState, PartAction>[] = [
  { from: 'forwarded', action: 'pass-on', to: 'forwarded', by: 'complaint.forward', at: 'office', step: 'forwarding' },
  // The coordinator hands on what lies at an office that cannot do it: nobody may be left there.
  { from: 'forwarded', action: 'pass-on', to: 'forwarded', by: 'complaint.forward', at: 'government', step: 'forwarding' },
  { from: 'in-progress', action: 'pass-on', to: 'forwarded', by: 'complaint.forward', at: 'government', step: 'forwarding' },
  { from: 'forwarded', action: 'return', to: 'returned', by: 'complaint.follow-up', at: 'office', step: 'forwarding' },
  { from: 'forwarded', action: 'return', to: 'returned', by: 'complaint.forward', at: 'office', step: 'forwarding' },
  { from: 'returned', action: 'redirect', to: 'forwarded', by: 'complaint.forward', at: 'return-desk', step: 'forwarding' },
  { from: 'returned', action: 'excuse', to: 'excused', by: 'complaint.forward', at: 'return-desk', step: 'forwarding' },
  { from: 'excused', action: 'readmit', to: 'forwarded', by: 'complaint.forward', at: 'desk', step: 'forwarding' },
  { from: 'forwarded', action: 'follow-up', to: 'in-progress', by: 'complaint.follow-up', at: 'office', step: 'follow-up' },
  { from: 'in-progress', action: 'follow-up', to: 'in-progress', by: 'complaint.follow-up', at: 'office', step: 'follow-up' },
  { from: 'in-progress', action: 'reply', to: 'in-progress', by: 'complaint.follow-up', at: 'office', step: 'answer' },
  { from: 'in-progress', action: 'propose', to: 'awaiting-complainant', by: 'complaint.follow-up', at: 'office', step: 'answer' },
  {
    from: 'awaiting-complainant',
    action: 'withdraw',
    to: 'in-progress',
    by: 'complaint.follow-up',
    at: 'office',
    step: 'answer',
  },
  { from: 'awaiting-complainant', action: 'confirm', to: 'closed', by: 'complainant', at: 'self', step: 'ending' },
  { from: 'awaiting-complainant', action: 'object', to: 'in-progress', by: 'complainant', at: 'self', step: 'ending' },
  { from: 'awaiting-complainant', action: 'lapse', to: 'closed', by: 'system', at: 'self', step: 'ending' },
  { from: 'closed', action: 'reopen', to: 'in-progress', by: 'complainant', at: 'self', step: 'reopening' },
  { from: 'closed', action: 'reopen', to: 'in-progress', by: 'complaint.verify', at: 'desk', step: 'reopening' },
];
