/** Handling (tindak lanjut) by the office that holds a part: follow up, reply, note, propose to close, take the proposal back. */
import { can, type HeldPosition, positionsWith } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/result.ts';
import { stopClocks } from './clock-changes.ts';
import type { PartAction } from './complaint.transitions.ts';
import type { Complaint, Part } from './complaint.ts';
import { type Circumstances, type Decided, decision, type Entry } from './decision.ts';
import { guardPart, guardText, partById, withPart } from './guards.ts';
import { isShieldedFrom } from './permissions.ts';
import { allProposed, settle } from './settling.ts';

export interface PartOrder {
  readonly partId: string;
  readonly text: string;
}

function officeEntry(id: string, kind: Entry['kind'], audience: Entry['audience'], text: string, part: Part): Entry {
  return { id, kind, audience, text: text.trim(), partId: part.id, governmentId: part.governmentId, agencyId: part.agencyId };
}

function held(complaint: Complaint, order: PartOrder, action: PartAction, { actor }: Circumstances, least = 1) {
  const part = partById(complaint, order.partId);
  if (!part) return { code: 'complaint.not-now' as const };
  const guarded = guardPart(complaint, part, action, actor);
  if ('code' in guarded) return { code: guarded.code };
  const missing = guardText(order.text, least > 1 ? 'complaint.proof-missing' : 'complaint.text-missing', least);
  return missing ? { code: missing } : { part };
}

/** A follow-up the complainant and, when released, the public can read. The first one stops the follow-up clock. */
export function followUp(complaint: Complaint, order: PartOrder, circumstances: Circumstances): Decided {
  const { at, newId } = circumstances;
  const found = held(complaint, order, 'follow-up', circumstances);
  if (!found.part) return refuse(found.code);
  const part: Part = { ...found.part, state: 'in-progress', firstFollowUpAt: found.part.firstFollowUpAt ?? at };
  const next = stopClocks(withPart(complaint, part), at, { kind: 'follow-up', partId: part.id });
  const entry = officeEntry(newId(), 'follow-up', 'public', order.text, part);
  return decision(next, {
    events: [
      {
        type: 'followed-up',
        payload: { part: part.id, agency: part.agencyId, entry: entry.id, first: found.part.firstFollowUpAt === null },
      },
    ],
    entries: [entry],
    news: ['follow-up'],
  });
}

export function reply(complaint: Complaint, order: PartOrder, circumstances: Circumstances): Decided {
  const found = held(complaint, order, 'reply', circumstances);
  if (!found.part) return refuse(found.code);
  const entry = officeEntry(circumstances.newId(), 'reply', 'public', order.text, found.part);
  return decision(complaint, {
    events: [{ type: 'replied', payload: { part: found.part.id, agency: found.part.agencyId, entry: entry.id } }],
    entries: [entry],
    news: ['reply'],
  });
}

const NOTING = [
  'complaint.follow-up',
  'complaint.verify',
  'complaint.forward',
  'complaint.arbitrate',
  'complaint.oversee',
] as const;

/** The position through which the actor may write an internal note: whoever works on the complaint, at a desk, an office or above it. */
function noting(complaint: Complaint, actor: Circumstances['actor']): HeldPosition | undefined {
  return NOTING.flatMap((capability) => positionsWith(actor, capability)).find(
    (each) =>
      !isShieldedFrom(complaint, each) &&
      (each.agencyId === complaint.deskAgencyId ||
        each.agencyId === complaint.ombudsmanOfficeId ||
        can({ kind: 'officer', personId: '', name: '', positions: [each] }, 'complaint.arbitrate') ||
        complaint.parts.some(
          (part) =>
            part.agencyId === each.agencyId ||
            (each.agencyId === part.governmentId && each.capabilities.includes('complaint.forward')),
        )),
  );
}

export function mayNote(complaint: Complaint, actor: Circumstances['actor']): boolean {
  return noting(complaint, actor) !== undefined;
}

/** An internal note of one government: neither the complainant nor another government nor the public ever reads it. */
export function note(complaint: Complaint, order: { readonly text: string }, { actor, newId }: Circumstances): Decided {
  const standing = noting(complaint, actor);
  if (!standing) return refuse('complaint.not-yours');
  const missing = guardText(order.text);
  if (missing) return refuse(missing);
  const entry: Entry = {
    id: newId(),
    kind: 'note',
    audience: 'internal',
    text: order.text.trim(),
    partId: null,
    governmentId: standing.governmentId,
    agencyId: standing.agencyId,
  };
  return decision(complaint, {
    events: [{ type: 'noted', payload: { agency: standing.agencyId, entry: entry.id } }],
    entries: [entry],
  });
}

/** "This is what we did": the office proposes to close. When all offices have, the complainant has ten working days to object. */
export function propose(complaint: Complaint, order: PartOrder, circumstances: Circumstances): Decided {
  const { at, law, newId } = circumstances;
  const holder = partById(complaint, order.partId);
  if (holder?.state === 'forwarded') return refuse('complaint.follow-up-first');
  const found = held(complaint, order, 'propose', circumstances, 20);
  if (!found.part) return refuse(found.code);
  const part: Part = { ...found.part, state: 'awaiting-complainant', proposal: { at, summary: order.text.trim() } };
  const next = settle(withPart(complaint, part), at, law, newId);
  const isLast = allProposed(next);
  const entry = officeEntry(newId(), 'proposal', 'public', order.text, part);
  return decision(next, {
    events: [
      { type: 'closing-proposed', payload: { part: part.id, agency: part.agencyId, entry: entry.id, allProposed: isLast } },
    ],
    entries: [entry],
    news: [isLast ? 'proposal' : 'follow-up'],
  });
}

/** The office takes its proposal back; the finish clock runs on as if it had never stopped. */
export function withdraw(complaint: Complaint, order: PartOrder, circumstances: Circumstances): Decided {
  const { at, law, newId } = circumstances;
  const found = held(complaint, order, 'withdraw', circumstances);
  if (!found.part) return refuse(found.code);
  const part: Part = { ...found.part, state: 'in-progress', proposal: null };
  const next = settle(withPart(complaint, part), at, law, newId);
  const entry = officeEntry(newId(), 'withdrawal', 'parties', order.text, part);
  return decision(next, {
    events: [{ type: 'proposal-withdrawn', payload: { part: part.id, agency: part.agencyId, entry: entry.id } }],
    entries: [entry],
    news: ['follow-up'],
  });
}
