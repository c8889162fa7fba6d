/**
 * What a rule answers when it allows something: the next complaint and everything that must be kept or told with it, all in
 * one transaction. Rules make it, `store/save.ts` writes it.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { Result } from '../../kernel/result.ts';
import type { Moment } from '../../kernel/time.ts';
import type { ComplaintLaw } from './clocks.ts';
import type { Complaint } from './complaint.ts';
import type { RefusalCode } from './refusals.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A line of the append-only file. References only: never a name, an address or what someone typed. */
export interface ComplaintEvent {
  readonly type: string;
  readonly payload: { readonly [key: string]: Json };
}

/** Who may read an entry: everyone once the complaint is released, the complainant and the officers, or one government alone. */
export type EntryAudience = 'public' | 'parties' | 'internal';

export const ENTRY_KINDS = [
  'question', // facts asked back
  'facts', // the complainant's answer
  'return-reason',
  'forward-note',
  'follow-up',
  'reply',
  'note', // internal
  'proposal',
  'objection',
  'confirmation',
  'archive-reason',
  'reopen-reason',
  'withdrawal',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A piece of text on the timeline. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly audience: EntryAudience;
  readonly text: string;
  readonly partId: string | null;
  /** The government whose officers wrote it, `null` for the complainant and the system. */
  readonly governmentId: string | null;
  /** The office that wrote it, `null` for the complainant and the system. */
  readonly agencyId: string | null;
}

/** A hand-over in the ledger of hops. */
export interface Hop {
  readonly partId: string | null;
  readonly kind: 'forwarded' | 'passed-on' | 'returned' | 'sent-up' | 'redirected' | 'reopened';
  readonly fromAgencyId: string;
  readonly toAgencyId: string;
  readonly reason: string;
}

/** News for the complainant; officers are told by the alert errands. */
export type News =
  | 'filed'
  | 'question'
  | 'forwarded'
  | 'follow-up'
  | 'reply'
  | 'proposal'
  | 'closed'
  | 'archived'
  | 'reopened'
  | 'hold-lapsed';

export interface Decision {
  readonly complaint: Complaint;
  readonly events: readonly ComplaintEvent[];
  readonly entries: readonly Entry[];
  readonly hops: readonly Hop[];
  readonly news: readonly News[];
}

export type Decided = Result<Decision, RefusalCode>;

/** What a rule may know besides the complaint: when, who, under which law, and fresh ids. */
export interface Circumstances {
  readonly at: Moment;
  readonly actor: Actor;
  readonly law: ComplaintLaw;
  /** A supply of new ids; the rule does not know where they come from. */
  readonly newId: () => string;
}

export function decision(
  complaint: Complaint,
  rest: Partial<Omit<Decision, 'complaint'>> & Pick<Decision, 'events'>,
): { readonly ok: true; readonly value: Decision } {
  return { ok: true, value: { complaint, entries: [], hops: [], news: [], ...rest } };
}
