/** The timeline of a case: its audit events with the texts that belong to them, as far as this reader may know them. */
import type { Actor } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/time.ts';
import type { EntryAudience, Json } from './decision.ts';
import { CASE_EVENT_LABELS, isTellable } from './event-labels.ts';
import { mayReadAudience, type SeenCase, viewOf } from './visibility.ts';

export interface RecordedCaseEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Moment;
  /** A reference. */
  readonly actor: string;
  /** `null` when lawfully erased. */
  readonly payload: { readonly [key: string]: Json } | null;
}

export interface RecordedCaseEntry {
  readonly id: string;
  readonly kind: string;
  readonly audience: EntryAudience;
  readonly at: Moment;
  readonly text: string;
  readonly author: string;
}

export interface CaseTimelineItem {
  readonly key: string;
  readonly at: Moment;
  /** Type of the event, or `null` for an entry that stands alone. */
  readonly type: string | null;
  readonly author: string;
  readonly entry: RecordedCaseEntry | null;
}

/** Newest first. An entry an event speaks of stands with it, every other one alone. */
export function caseTimeline(
  file: SeenCase,
  events: readonly RecordedCaseEvent[],
  entries: readonly RecordedCaseEntry[],
  actor: Actor,
): CaseTimelineItem[] {
  const view = viewOf(file, actor);
  if (view === null) return [];
  const readable = new Map(
    entries.filter((entry) => mayReadAudience(file, entry.audience, actor)).map((entry) => [entry.id, entry]),
  );
  const used = new Set<string>();
  const told = events.filter((event) => event.type in CASE_EVENT_LABELS && (view === 'officer' || isTellable(event.type)));
  const items: CaseTimelineItem[] = told.map((event) => {
    const id = event.payload?.entry;
    const entry = (typeof id === 'string' && readable.get(id)) || null;
    if (entry) used.add(entry.id);
    return { key: `event-${event.seq}`, at: event.at, type: event.type, author: event.actor, entry };
  });
  for (const entry of readable.values()) {
    if (!used.has(entry.id)) items.push({ key: entry.id, at: entry.at, type: null, author: entry.author, entry });
  }
  return items.sort((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds || (a.key < b.key ? 1 : -1));
}
