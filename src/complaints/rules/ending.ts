/**
 * Ending: the complainant's word. Three endings are told apart everywhere: confirmed by the complainant, closed by silence, and
 * closed though the complainant could not be reached. "Closed" is never mistaken for "solved".
 */
import { refuse } from '../../kernel/result.ts';
import { type Moment, Temporal } from '../../kernel/time.ts';
import { addClock, runningClock, stopAllClocks } from './clock-changes.ts';
import { startClock } from './clocks.ts';
import type { Complaint, Part } from './complaint.ts';
import { type Circumstances, type Decided, decision, type Entry } from './decision.ts';
import { finishRule } from './filing.ts';
import { guardDesk, guardPart, guardText } from './guards.ts';
import { settle } from './settling.ts';
import { activeParts } from './status.ts';
import { ownEntry } from './verification.ts';

/** Every active part takes the same step of the complainant or the system, or the first refusal is the answer. */
function everyPart(complaint: Complaint, action: 'confirm' | 'object' | 'lapse', { actor }: Circumstances) {
  const parts = activeParts(complaint);
  if (parts.length === 0) return 'complaint.not-now' as const;
  for (const part of parts) {
    if (part.state !== 'awaiting-complainant') return 'complaint.still-open-parts' as const;
    const guarded = guardPart(complaint, part, action, actor);
    if ('code' in guarded) return guarded.code;
  }
  return undefined;
}

function closeParts(complaint: Complaint): readonly Part[] {
  return complaint.parts.map((part) => (part.state === 'excused' ? part : { ...part, state: 'closed' as const }));
}

/** "Yes, it is solved." An optional word goes with it. */
export function confirm(complaint: Complaint, order: { readonly text: string }, circumstances: Circumstances): Decided {
  const { at, newId } = circumstances;
  const code = everyPart(complaint, 'confirm', circumstances);
  if (code) return refuse(code);
  const word = order.text.trim();
  const tooLong = word === '' ? undefined : guardText(word);
  if (tooLong) return refuse(tooLong);
  const next: Complaint = stopAllClocks(
    { ...complaint, stage: 'closed', outcome: 'confirmed', endedAt: at, parts: closeParts(complaint) },
    at,
  );
  const entry = word === '' ? null : ownEntry(newId(), 'confirmation', word);
  return decision(next, {
    events: [{ type: 'closed', payload: { outcome: 'confirmed', entry: entry?.id ?? null } }],
    entries: entry ? [entry] : [],
    news: ['closed'],
  });
}

/** "No, it is not." Counted, and back to the offices with the finish clock running on from where it stood. */
export function object(complaint: Complaint, order: { readonly text: string }, circumstances: Circumstances): Decided {
  const { at, law, newId } = circumstances;
  const parts = activeParts(complaint).filter((part) => part.state === 'awaiting-complainant');
  const first = parts[0];
  if (!first) return refuse('complaint.not-now');
  const guarded = guardPart(complaint, first, 'object', circumstances.actor);
  if ('code' in guarded) return refuse(guarded.code);
  const missing = guardText(order.text, 'complaint.reason-missing');
  if (missing) return refuse(missing);
  const entry = ownEntry(newId(), 'objection', order.text);
  const reopened = complaint.parts.map((part) =>
    part.state === 'awaiting-complainant' ? { ...part, state: 'in-progress' as const, proposal: null } : part,
  );
  const next = settle({ ...complaint, parts: reopened, objections: complaint.objections + 1 }, at, law, newId);
  return decision(next, {
    events: [{ type: 'objected', payload: { entry: entry.id, count: next.objections } }],
    entries: [entry],
  });
}

/**
 * Nobody objected within `complaint.silence`. `couldKnow` = the complainant was told, or has looked since: otherwise the
 * complaint ends as unreachable, which is not the same as silence.
 */
export function lapse(complaint: Complaint, facts: { readonly couldKnow: boolean }, circumstances: Circumstances): Decided {
  const { at } = circumstances;
  const clock = runningClock(complaint, { kind: 'silence' });
  if (!clock || Temporal.Instant.compare(at, clock.dueAt) <= 0) return refuse('complaint.not-now');
  const code = everyPart(complaint, 'lapse', circumstances);
  if (code) return refuse(code);
  const outcome = facts.couldKnow ? 'silence' : 'unreachable';
  const next: Complaint = stopAllClocks(
    { ...complaint, stage: 'closed', outcome, endedAt: at, parts: closeParts(complaint) },
    at,
  );
  return decision(next, { events: [{ type: 'closed', payload: { outcome, entry: null } }], news: ['closed'] });
}

/**
 * Reopening is an event, not a state: the offices have it again, with a new finish clock beside the old one. After a
 * confirmation the complainant has `complaint.reopen-window`; after silence there is no limit, for nobody has agreed to anything.
 */
export function reopen(complaint: Complaint, order: { readonly text: string }, circumstances: Circumstances): Decided {
  const { at, actor, law, newId } = circumstances;
  const guarded = guardDesk(complaint, 'reopen', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const missing = guardText(order.text, 'complaint.reason-missing');
  if (missing) return refuse(missing);
  if (actor.kind === 'complainant' && complaint.outcome === 'confirmed' && complaint.endedAt) {
    const until: Moment = law.due(complaint.endedAt, law.limit('complaint.reopen-window'), []).dueAt;
    if (Temporal.Instant.compare(at, until) > 0) return refuse('complaint.reopen-window-over');
  }
  const position = guarded.standing.position;
  const parts = complaint.parts.map((part) =>
    part.state === 'closed' ? { ...part, state: 'in-progress' as const, proposal: null, receivedAt: at } : part,
  );
  let next: Complaint = {
    ...complaint,
    stage: 'handling',
    outcome: null,
    endedAt: null,
    parts,
    reopenings: complaint.reopenings + 1,
  };
  next = addClock(next, startClock(newId(), 'finish', null, finishRule(next.class, next.supervisory), at, law));
  for (const part of activeParts(next)) {
    next = addClock(next, startClock(newId(), 'follow-up', part.id, 'complaint.follow-up', at, law));
  }
  const entry: Entry = {
    ...ownEntry(newId(), 'reopen-reason', order.text),
    governmentId: position?.governmentId ?? null,
    agencyId: position?.agencyId ?? null,
  };
  return decision(next, {
    events: [{ type: 'reopened', payload: { before: complaint.outcome, entry: entry.id, count: next.reopenings } }],
    entries: [entry],
    news: ['reopened'],
  });
}
