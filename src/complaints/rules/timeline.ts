/**
 * The timeline of a complaint: its audit events with the texts that belong to them, as far as this reader may know them.
 * The public and the complainant see what happened and where the complaint is; why a desk handed it on is internal.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/time.ts';
import type { EntryAudience, EntryKind, Json } from './decision.ts';
import { mayReadEntry, type Seen, type View, viewOf } from './visibility.ts';

export interface RecordedEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Moment;
  /** `null` when lawfully erased. */
  readonly payload: { readonly [key: string]: Json } | null;
}

export interface RecordedEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly audience: EntryAudience;
  readonly text: string;
  readonly governmentId: string | null;
  readonly agencyId: string | null;
}

export interface TimelineItem {
  readonly seq: number;
  readonly type: string;
  readonly at: Moment;
  readonly fromAgencyId: string | null;
  readonly toAgencyId: string | null;
  readonly outcome: string | null;
  readonly payload: { readonly [key: string]: Json };
  /** What was written, when this reader may read it. */
  readonly entry: RecordedEntry | null;
}

/** Steps everyone who may see the complaint may know of. */
const PUBLIC_EVENTS: ReadonlySet<string> = new Set([
  'filed',
  'released',
  'asked-back',
  'facts-supplied',
  'hold-lapsed',
  'forwarded',
  'passed-on',
  'returned',
  'sent-up',
  'redirected',
  'arbitration-due',
  'followed-up',
  'replied',
  'closing-proposed',
  'proposal-withdrawn',
  'objected',
  'closed',
  'reopened',
  'archived',
  'archive-contested',
  'restored',
  'escalated',
]);

/** And those the complainant may know besides. */
const PARTY_EVENTS: ReadonlySet<string> = new Set(['corrected', 'deadline-moved', 'public-text-changed', 'release-withdrawn']);

/** Whether a reader of this view may know that such a step was taken; what an officer may know depends on the entry besides. */
export function mayKnowOf(type: string, view: View): boolean {
  if (view === null) return false;
  return view === 'officer' || PUBLIC_EVENTS.has(type) || (view === 'complainant' && PARTY_EVENTS.has(type));
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

export function timelineFor(
  complaint: Seen,
  events: readonly RecordedEvent[],
  entries: readonly RecordedEntry[],
  actor: Actor,
): TimelineItem[] {
  const view = viewOf(complaint, actor);
  if (view === null) return [];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return events.flatMap((event) => {
    const payload = event.payload ?? {};
    const entry = byId.get(text(payload.entry) ?? '') ?? null;
    const readable = entry && mayReadEntry(complaint, entry, actor) ? entry : null;
    const known =
      PUBLIC_EVENTS.has(event.type) ||
      (view !== 'public' && PARTY_EVENTS.has(event.type)) ||
      (view === 'officer' && (entry === null || readable !== null));
    if (!known) return [];
    return [
      {
        seq: event.seq,
        type: event.type,
        at: event.at,
        fromAgencyId: text(payload.from) ?? text(payload.agency) ?? text(payload.by),
        toAgencyId: text(payload.to) ?? text(payload.desk),
        outcome: text(payload.outcome),
        payload,
        entry: readable,
      },
    ];
  });
}
