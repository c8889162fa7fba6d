/**
 * Forwarding (disposisi), and its way back. Every return is counted; after `complaint.returns-before-arbitration` of them the
 * national desk must decide within `complaint.arbitrate`, and what it decides cannot be returned again.
 * Forwarding never touches the clocks `verify` (which it stops) and `finish`; each receipt starts a new `follow-up` clock.
 */
import { can } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/result.ts';
import { addClock, runningClock, stopClocks } from './clock-changes.ts';
import { startClock } from './clocks.ts';
import type { Complaint, Part } from './complaint.ts';
import { type Circumstances, type ComplaintEvent, type Decided, decision, type Entry, type Hop } from './decision.ts';
import { guardDesk, guardPart, guardText, partById, withPart } from './guards.ts';
import type { Desk } from './routing.ts';
import { settle } from './settling.ts';
import { activeParts } from './status.ts';

/** An office as the directory knows it on the day of the order. */
export interface Office {
  readonly id: string;
  readonly governmentId: string;
  readonly path: readonly string[];
}

export interface ForwardOrder {
  readonly offices: readonly Office[];
  readonly note: string;
  /** Who decides after too many returns. */
  readonly nationalDesk: Desk;
}

function isArbitrated(complaint: Complaint, law: Circumstances['law']): boolean {
  return complaint.returns >= law.count('complaint.returns-before-arbitration');
}

function withRespondent(complaint: Complaint, governmentId: string): Complaint {
  return complaint.respondentIds.includes(governmentId)
    ? complaint
    : { ...complaint, respondentIds: [...complaint.respondentIds, governmentId] };
}

/** Hands the complaint from its desk to one or several offices; each gets its own part. */
export function forward(complaint: Complaint, order: ForwardOrder, circumstances: Circumstances): Decided {
  const { at, actor, law, newId } = circumstances;
  const guarded = guardDesk(complaint, 'forward', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const position = guarded.standing.position;
  if (!position) return refuse('complaint.not-yours');
  if (order.offices.length === 0) return refuse('complaint.no-office');
  const note = order.note.trim();
  const tooLong = note === '' ? undefined : guardText(note);
  if (tooLong) return refuse(tooLong);
  const isNational = can(actor, 'complaint.arbitrate') && position.agencyId === order.nationalDesk.agencyId;
  const binding = isArbitrated(complaint, law) && isNational;
  if (isArbitrated(complaint, law) && !isNational) return refuse('complaint.national-decides');
  if (!isNational && order.offices.some((office) => office.governmentId !== position.governmentId)) {
    return refuse('complaint.outside-your-government');
  }
  if (order.offices.some((office) => office.id === complaint.shieldedGovernmentId)) return refuse('complaint.shielded');
  let next: Complaint = stopClocks({ ...complaint, stage: 'handling', isBounced: false }, at, { kind: 'verify' });
  if (binding) next = stopClocks(next, at, { kind: 'arbitrate' });
  const hops: Hop[] = [];
  const events: ComplaintEvent[] = [];
  const entries: Entry[] = [];
  for (const office of order.offices) {
    const holder = next.parts.find((part) => part.agencyId === office.id);
    if (holder && holder.state !== 'excused') return refuse('complaint.office-has-it');
    const part: Part = {
      id: holder?.id ?? newId(),
      agencyId: office.id,
      governmentId: office.governmentId,
      agencyPath: office.path,
      state: 'forwarded',
      receivedAt: at,
      hops: (holder?.hops ?? 0) + 1,
      returnToAgencyId: position.agencyId,
      binding,
      firstFollowUpAt: null,
      proposal: null,
    };
    next = holder ? withPart(next, part) : { ...next, parts: [...next.parts, part] };
    next = withRespondent(next, office.governmentId);
    next = addClock(next, startClock(newId(), 'follow-up', part.id, 'complaint.follow-up', at, law));
    hops.push({ partId: part.id, kind: 'forwarded', fromAgencyId: position.agencyId, toAgencyId: office.id, reason: note });
    const entry =
      note === '' ? null : noteEntry(newId(), 'forward-note', note, part.id, position.governmentId, position.agencyId);
    if (entry) entries.push(entry);
    events.push({
      type: 'forwarded',
      payload: { part: part.id, from: position.agencyId, to: office.id, binding, entry: entry?.id ?? null },
    });
  }
  return decision(settle(next, at, law, newId), { events, entries, hops, news: ['forwarded'] });
}

/** The coordinator hands a part on to an office of the same government (disposisi ke OPD), also one that another office of it holds. */
export function passOn(
  complaint: Complaint,
  order: { readonly partId: string; readonly office: Office; readonly note: string },
  { at, actor, law, newId }: Circumstances,
): Decided {
  const part = partById(complaint, order.partId);
  if (!part) return refuse('complaint.not-now');
  const guarded = guardPart(complaint, part, 'pass-on', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const position = guarded.standing.position;
  if (!position) return refuse('complaint.not-yours');
  if (order.office.governmentId !== part.governmentId) return refuse('complaint.outside-your-government');
  if (activeParts(complaint).some((each) => each.agencyId === order.office.id)) return refuse('complaint.office-has-it');
  return hand(
    complaint,
    part,
    order,
    { kind: 'passed-on', from: position.agencyId, governmentId: position.governmentId },
    {
      at,
      actor,
      law,
      newId,
    },
  );
}

/** An office says "not ours". The desk it came from decides again; after too many returns the national desk does. */
export function returnPart(
  complaint: Complaint,
  order: { readonly partId: string; readonly reason: string; readonly nationalDesk: Desk },
  { at, actor, law, newId }: Circumstances,
): Decided {
  const part = partById(complaint, order.partId);
  if (!part) return refuse('complaint.not-now');
  const guarded = guardPart(complaint, part, 'return', actor);
  if ('code' in guarded) return refuse(guarded.code);
  if (part.binding) return refuse('complaint.binding');
  const position = guarded.standing.position;
  if (!position) return refuse('complaint.not-yours');
  const missing = guardText(order.reason, 'complaint.reason-missing', 10);
  if (missing) return refuse(missing);
  const returns = complaint.returns + 1;
  const counted = stopClocks({ ...complaint, returns }, at, { kind: 'follow-up', partId: part.id });
  const arbitrated = isArbitrated(counted, law);
  const returnTo = arbitrated ? order.nationalDesk.agencyId : part.returnToAgencyId;
  let next = withPart(counted, { ...part, state: 'returned', returnToAgencyId: returnTo });
  if (arbitrated) next = toNationalDesk(next, order.nationalDesk, { at, law, newId });
  const entry = noteEntry(newId(), 'return-reason', order.reason.trim(), part.id, position.governmentId, position.agencyId);
  return decision(next, {
    events: [
      { type: 'returned', payload: { part: part.id, from: part.agencyId, to: returnTo, count: returns, entry: entry.id } },
      ...(arbitrated ? [{ type: 'arbitration-due', payload: { desk: order.nationalDesk.agencyId } }] : []),
    ],
    entries: [entry],
    hops: [{ partId: part.id, kind: 'returned', fromAgencyId: part.agencyId, toAgencyId: returnTo, reason: order.reason.trim() }],
  });
}

/** A desk that has not forwarded yet says the complaint is not its government's: the national desk takes it over. */
export function sendUp(
  complaint: Complaint,
  order: { readonly reason: string; readonly nationalDesk: Desk },
  { at, actor, law, newId }: Circumstances,
): Decided {
  const guarded = guardDesk(complaint, 'send-up', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const position = guarded.standing.position;
  if (!position || position.agencyId === order.nationalDesk.agencyId) return refuse('complaint.not-now');
  const missing = guardText(order.reason, 'complaint.reason-missing', 10);
  if (missing) return refuse(missing);
  const returns = complaint.returns + 1;
  let next: Complaint = {
    ...complaint,
    returns,
    isBounced: true,
    deskAgencyId: order.nationalDesk.agencyId,
    deskPath: order.nationalDesk.path,
  };
  if (isArbitrated(next, law)) next = toNationalDesk(next, order.nationalDesk, { at, law, newId });
  const entry = noteEntry(newId(), 'return-reason', order.reason.trim(), null, position.governmentId, position.agencyId);
  return decision(next, {
    events: [
      { type: 'sent-up', payload: { from: position.agencyId, to: order.nationalDesk.agencyId, count: returns, entry: entry.id } },
    ],
    entries: [entry],
    hops: [
      {
        partId: null,
        kind: 'sent-up',
        fromAgencyId: position.agencyId,
        toAgencyId: order.nationalDesk.agencyId,
        reason: order.reason.trim(),
      },
    ],
  });
}

/** The desk hands a returned part to another office. */
export function redirect(
  complaint: Complaint,
  order: { readonly partId: string; readonly office: Office; readonly note: string; readonly nationalDesk: Desk },
  { at, actor, law, newId }: Circumstances,
): Decided {
  const part = partById(complaint, order.partId);
  if (!part) return refuse('complaint.not-now');
  const guarded = guardPart(complaint, part, 'redirect', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const position = guarded.standing.position;
  if (!position) return refuse('complaint.not-yours');
  const isNational = position.agencyId === order.nationalDesk.agencyId;
  if (isArbitrated(complaint, law) && !isNational) return refuse('complaint.national-decides');
  if (!isNational && order.office.governmentId !== position.governmentId) return refuse('complaint.outside-your-government');
  if (order.office.id === complaint.shieldedGovernmentId) return refuse('complaint.shielded');
  if (activeParts(complaint).some((each) => each.id !== part.id && each.agencyId === order.office.id)) {
    return refuse('complaint.office-has-it');
  }
  const binding = isArbitrated(complaint, law) && isNational;
  const stopped = binding ? stopClocks(complaint, at, { kind: 'arbitrate' }) : complaint;
  return hand(
    stopped,
    { ...part, binding },
    order,
    { kind: 'redirected', from: position.agencyId, governmentId: position.governmentId },
    { at, actor, law, newId },
  );
}

/** The desk agrees with the office: the part no longer counts. With no office left the desk has the complaint again. */
export function excuse(
  complaint: Complaint,
  order: { readonly partId: string; readonly reason: string },
  { at, actor, law, newId }: Circumstances,
): Decided {
  const part = partById(complaint, order.partId);
  if (!part) return refuse('complaint.not-now');
  const guarded = guardPart(complaint, part, 'excuse', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const position = guarded.standing.position;
  const missing = guardText(order.reason, 'complaint.reason-missing', 10);
  if (missing) return refuse(missing);
  let next = withPart(complaint, { ...part, state: 'excused' });
  const left = activeParts(next);
  if (left.length === 0) next = { ...next, stage: 'verification', isBounced: true };
  if (left.length > 0 && !left.some((each) => each.state === 'returned')) next = stopClocks(next, at, { kind: 'arbitrate' });
  next = settle(next, at, law, newId);
  const entry = noteEntry(
    newId(),
    'forward-note',
    order.reason.trim(),
    part.id,
    position?.governmentId ?? null,
    position?.agencyId ?? null,
  );
  return decision(next, {
    events: [{ type: 'excused', payload: { part: part.id, agency: part.agencyId, entry: entry.id } }],
    entries: [entry],
  });
}

function toNationalDesk(
  complaint: Complaint,
  desk: Desk,
  { at, law, newId }: Pick<Circumstances, 'at' | 'law' | 'newId'>,
): Complaint {
  const moved = { ...complaint, deskAgencyId: desk.agencyId, deskPath: desk.path };
  if (runningClock(moved, { kind: 'arbitrate' })) return moved;
  return addClock(moved, startClock(newId(), 'arbitrate', null, 'complaint.arbitrate', at, law));
}

function hand(
  complaint: Complaint,
  part: Part,
  order: { readonly office: Office; readonly note: string },
  by: { readonly kind: 'passed-on' | 'redirected'; readonly from: string; readonly governmentId: string },
  { at, law, newId }: Circumstances,
): Decided {
  const note = order.note.trim();
  const tooLong = note === '' ? undefined : guardText(note);
  if (tooLong) return refuse(tooLong);
  const handed: Part = {
    ...part,
    agencyId: order.office.id,
    governmentId: order.office.governmentId,
    agencyPath: order.office.path,
    state: 'forwarded',
    receivedAt: at,
    hops: part.hops + 1,
    returnToAgencyId: by.from,
    // What the office before has done is in the timeline; this one has not followed up yet.
    firstFollowUpAt: null,
  };
  let next = stopClocks(withPart(complaint, handed), at, { kind: 'follow-up', partId: part.id });
  next = withRespondent(next, order.office.governmentId);
  next = addClock(next, startClock(newId(), 'follow-up', part.id, 'complaint.follow-up', at, law));
  const entry = note === '' ? null : noteEntry(newId(), 'forward-note', note, part.id, by.governmentId, by.from);
  return decision(next, {
    events: [
      {
        type: by.kind,
        payload: { part: part.id, from: by.from, to: order.office.id, binding: handed.binding, entry: entry?.id ?? null },
      },
    ],
    entries: entry ? [entry] : [],
    hops: [{ partId: part.id, kind: by.kind, fromAgencyId: by.from, toAgencyId: order.office.id, reason: note }],
    news: ['forwarded'],
  });
}

function noteEntry(
  id: string,
  kind: Entry['kind'],
  text: string,
  partId: string | null,
  governmentId: string | null,
  agencyId: string | null,
): Entry {
  return { id, kind, audience: 'internal', text, partId, governmentId, agencyId };
}
