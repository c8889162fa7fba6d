/**
 * What a rule answers when it allows something: the next case and everything that must be kept or told with it, in one transaction.
 * Rules make it, `store/save.ts` writes it.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { Result } from '../../kernel/result.ts';
import type { Moment } from '../../kernel/time.ts';
import type { FileLaw } from '../../law/index.ts';
import type { Case } from './case.ts';
import type { CaseRefusal } from './refusals.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A line of the append-only file. References only: never a name, an address or what someone typed. */
export interface CaseEvent {
  readonly type: string;
  readonly payload: { readonly [key: string]: Json };
}

/**
 * `internal` = the Ombudsman's officers on the case alone, and it never leaves; `reporter` and `respondent` = that side and the officers;
 * `parties` = both sides; `public` = anyone once published.
 */
export const ENTRY_AUDIENCES = ['internal', 'reporter', 'respondent', 'parties', 'public'] as const;
export type EntryAudience = (typeof ENTRY_AUDIENCES)[number];

/** A piece of text on the timeline. */
export interface Entry {
  readonly id: string;
  /** What it is, a key of ENTRY_KINDS in rules/entry-kinds.ts. */
  readonly kind: string;
  readonly audience: EntryAudience;
  readonly text: string;
  readonly partId: string | null;
  /** The agency whose officer wrote it, `null` for the reporter and the system. */
  readonly agencyId: string | null;
}

/** News for the reporter; officers are told by the errands of deadlines and by the areas. */
export type News = 'registered' | 'question' | 'stage' | 'letter' | 'result' | 'obligation' | 'session' | 'closed' | 'reopened';

export interface Decision {
  readonly file: Case;
  readonly events: readonly CaseEvent[];
  readonly entries: readonly Entry[];
  readonly news: readonly News[];
}

export type Decided = Result<Decision, CaseRefusal>;

/** What a rule may know besides the case. */
export interface Circumstances {
  readonly at: Moment;
  readonly actor: Actor;
  readonly law: FileLaw;
  readonly newId: () => string;
  /** Obligations of the case that are not finally judged. */
  readonly openObligations: number;
}

export function decision(
  file: Case,
  rest: Partial<Omit<Decision, 'file'>> & Pick<Decision, 'events'>,
): { readonly ok: true; readonly value: Decision } {
  return { ok: true, value: { file, entries: [], news: [], ...rest } };
}
