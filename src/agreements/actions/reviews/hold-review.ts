/** A review is called, moved, cancelled and held; its sides bring up points, and its minutes are written: who came, what was said, what was decided. */
import { agencyById } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, Temporal } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { partyAbove } from '../../rules/lines/promise.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { type Attendee, PRESENCES, REVIEW_LIMITS, type Review, type ReviewDecision } from '../../rules/reviews/review.ts';
import { bringsPointsFor, mayWriteMinutes, moveReview } from '../../rules/reviews/review-steps.ts';
import { voicesOf } from '../../rules/reviews/voices.ts';
import {
  deleteAttendee,
  insertAttendee,
  insertPoint,
  pointsOf,
  saveDecision,
  withdrawPoint,
} from '../../store/reviews/reviews.ts';
import { changeReview, type ReviewTarget } from './change-review.ts';
import { flawsOfMeeting, type MeetingOrder } from './plan-review.ts';
import { agendaNow } from './review-agenda.ts';
import { peopleOfSides, tell } from './tell.ts';

type Answer = Promise<Result<Review, AgreementRefusal>>;

const allRoots = (agreement: Agreement) => voicesOf(agreement).map(({ root }) => root);

function message(purpose: string, agreement: Agreement, review: Review, stage: string) {
  return {
    ...{ purpose, object: { kind: 'agreement-review', id: review.id }, stage },
    details: { code: agreement.code, review: review.ordinal, on: review.meetsOn.toString(), at: review.meetsAt },
  };
}

/** Freezes the agenda with the figures of today and invites the focal points of every side. */
export function callReview(tools: Tools, actor: Actor, target: ReviewTarget): Answer {
  return changeReview(tools, actor, target, async (review, agreement, { at }, tx) => {
    const today = dayOf(at, agreement.zone);
    const moved = moveReview(review, agreement, 'call', { actor, text: '' });
    if (!moved.ok) return moved;
    if (Temporal.PlainDate.compare(review.meetsOn, today) < 0) return refuse('agreement.meets-in-past');
    const agenda = await agendaNow(tools, tx, agreement, review);
    const next = { ...moved.value.review, agenda, agendaAt: at };
    const people = await peopleOfSides(tx, agreement, allRoots(agreement), today);
    await tell(tools, tx, actor, people, message('agreement.review-called', agreement, next, 'called'));
    const { event } = moved.value;
    return ok({
      review: next,
      events: [{ ...event, payload: { ...event.payload, topics: agenda.topics.length, told: people.size } }],
    });
  });
}

/** Another day, hour or place. Whoever was invited is told; then a reason is asked for. */
export function moveMeeting(
  tools: Tools,
  actor: Actor,
  target: ReviewTarget,
  order: MeetingOrder & { readonly reason: string },
): Answer {
  return changeReview(tools, actor, target, async (review, agreement, { at }, tx) => {
    const today = dayOf(at, agreement.zone);
    const moved = moveReview(review, agreement, 'move', { actor, text: order.reason });
    if (!moved.ok) return moved;
    const [flaw] = flawsOfMeeting(order, today, review.period);
    if (flaw || order.meetsOn === null) return refuse(flaw?.code ?? 'agreement.day-wrong');
    const next = { ...moved.value.review, meetsOn: order.meetsOn, meetsAt: order.meetsAt, place: order.place.trim() };
    if (review.state === 'called') {
      const people = await peopleOfSides(tx, agreement, allRoots(agreement), today);
      await tell(tools, tx, actor, people, message('agreement.review-moved', agreement, next, `moved:${review.version}`));
    }
    const { event } = moved.value;
    const payload = { ...event.payload, before: review.meetsOn.toString(), meetsOn: next.meetsOn.toString() };
    return ok({ review: next, events: [{ ...event, payload }] });
  });
}

export function cancelReview(tools: Tools, actor: Actor, target: ReviewTarget, reason: string): Answer {
  return changeReview(tools, actor, target, async (review, agreement, { at }, tx) => {
    const moved = moveReview(review, agreement, 'cancel', { actor, text: reason });
    if (!moved.ok) return moved;
    if (review.state === 'called') {
      const people = await peopleOfSides(tx, agreement, allRoots(agreement), dayOf(at, agreement.zone));
      await tell(tools, tx, actor, people, message('agreement.review-cancelled', agreement, review, 'cancelled'));
    }
    return ok({ review: moved.value.review, events: [moved.value.event] });
  });
}

/** From the day of the meeting on; the list of institutions is begun with the sides that were invited. */
export function holdReview(tools: Tools, actor: Actor, target: ReviewTarget): Answer {
  return changeReview(tools, actor, target, async (review, agreement, { at, newId }, tx) => {
    const moved = moveReview(review, agreement, 'hold', { actor, text: '' });
    if (!moved.ok) return moved;
    if (Temporal.PlainDate.compare(dayOf(at, agreement.zone), review.meetsOn) < 0) return refuse('agreement.not-met-yet');
    for (const attendee of await invited(tx, agreement, newId)) await insertAttendee(tx, review, attendee);
    return ok({ review: moved.value.review, events: [moved.value.event] });
  });
}

/** Every party and the office that follows, absent until somebody says they came. */
async function invited(
  tx: Parameters<typeof agencyById>[0],
  agreement: Agreement,
  newId: () => string,
): Promise<readonly Attendee[]> {
  const rows: Attendee[] = agreement.parties.map((party) => ({
    ...{
      id: newId(),
      root: party.agencyPath[0] ?? null,
      institution: party.name,
      position: '',
      people: 0,
      presence: 'absent' as const,
    },
  }));
  const follower = voicesOf(agreement).find(({ partyIds }) => partyIds.length === 0);
  const office = follower && (await agencyById(tx, follower.agencyId));
  if (follower && office)
    rows.push({ id: newId(), root: follower.root, institution: office.name, position: '', people: 0, presence: 'absent' });
  return rows;
}

export function addPoint(tools: Tools, actor: Actor, target: ReviewTarget, text: string): Answer {
  return changeReview(tools, actor, { ...target, version: null }, async (review, agreement, { at, newId }, tx) => {
    const [root] = bringsPointsFor(actor, agreement, review);
    if (root === undefined) return refuse(review.state === 'planned' ? 'agreement.not-yours' : 'agreement.not-now');
    const said = text.trim();
    if (said === '') return refuse('agreement.text-missing');
    if (said.length > REVIEW_LIMITS.text) return refuse('agreement.text-too-long');
    if ((await pointsOf(tx, review)).length >= REVIEW_LIMITS.points) return refuse('agreement.too-many');
    const point = { id: newId(), root, text: said, author: actorReference(actor), at };
    await insertPoint(tx, review, point);
    return ok({ review, events: [{ type: 'review-point', payload: { review: review.id, point: point.id } }] });
  });
}

/** By the side that brought it up. */
export function takePointBack(tools: Tools, actor: Actor, target: ReviewTarget, pointId: string): Answer {
  return changeReview(tools, actor, { ...target, version: null }, async (review, agreement, { at }, tx) => {
    const point = (await pointsOf(tx, review)).find(({ id }) => id === pointId);
    if (!point) return refuse('agreement.review-absent');
    if (!bringsPointsFor(actor, agreement, review).includes(point.root)) return refuse('agreement.not-yours');
    await withdrawPoint(tx, review, point.id, at);
    return ok({ review, events: [{ type: 'review-point-withdrawn', payload: { review: review.id, point: point.id } }] });
  });
}

const writing = (actor: Actor, agreement: Agreement, review: Review): AgreementRefusal | undefined => {
  if (mayWriteMinutes(actor, agreement, review)) return undefined;
  return review.state === 'held' ? 'agreement.not-yours' : 'agreement.not-now';
};

export interface AttendeeOrder {
  /** The side it came for; '' = a guest. */
  readonly root: string;
  /** '' = this row is left out. */
  readonly institution: string;
  readonly position: string;
  readonly people: string;
  readonly presence: string;
}

/** Writes the whole attendance anew. @returns the refusal of the first row that is wrong, with its number from 0 */
export async function writeAttendance(
  tools: Tools,
  actor: Actor,
  target: ReviewTarget,
  orders: readonly AttendeeOrder[],
): Promise<Result<Review, { readonly code: AgreementRefusal; readonly row: number; readonly field: keyof AttendeeOrder }>> {
  let wrong: { readonly row: number; readonly field: keyof AttendeeOrder } = { row: 0, field: 'institution' };
  const done = await changeReview(tools, actor, target, async (review, agreement, { newId }, tx) => {
    const refusal = writing(actor, agreement, review);
    if (refusal) return refuse(refusal);
    const given = [...orders.entries()].filter(([, { institution }]) => institution.trim() !== '');
    if (given.length > REVIEW_LIMITS.attendance) return refuse('agreement.too-many');
    const attendees: Attendee[] = [];
    for (const [row, order] of given) {
      const read = readAttendee(order, agreement, newId());
      if (!read.ok) {
        wrong = { row, field: read.refusal.field };
        return refuse(read.refusal.code);
      }
      attendees.push(read.value);
    }
    for (const { id } of review.attendance) await deleteAttendee(tx, review, id);
    for (const attendee of attendees) await insertAttendee(tx, review, attendee);
    const present = attendees.filter(({ presence }) => presence !== 'absent').length;
    return ok({
      review,
      events: [{ type: 'review-attendance', payload: { review: review.id, institutions: attendees.length, present } }],
    });
  });
  return done.ok ? done : refuse({ code: done.refusal, ...wrong });
}

function readAttendee(
  order: AttendeeOrder,
  agreement: Agreement,
  id: string,
): Result<Attendee, { readonly code: AgreementRefusal; readonly field: keyof AttendeeOrder }> {
  const presence = PRESENCES.find((one) => one === order.presence);
  if (!presence) return refuse({ code: 'agreement.presence-unknown', field: 'presence' });
  const [institution, position] = [order.institution.trim(), order.position.trim()];
  if (institution.length > REVIEW_LIMITS.short) return refuse({ code: 'agreement.text-too-long', field: 'institution' });
  if (position.length > REVIEW_LIMITS.short) return refuse({ code: 'agreement.text-too-long', field: 'position' });
  const typed = order.people.trim();
  const people = presence === 'absent' ? 0 : typed === '' ? 1 : Number(typed);
  if (!Number.isInteger(people) || people < 0 || people > 999) return refuse({ code: 'agreement.people-wrong', field: 'people' });
  const root = voicesOf(agreement).find((voice) => voice.root === order.root)?.root ?? null;
  return ok({ id, root, institution, position, people, presence });
}

export function writeDiscussion(
  tools: Tools,
  actor: Actor,
  target: ReviewTarget,
  order: { readonly discussion: string; readonly minutesPublic: boolean },
): Answer {
  return changeReview(tools, actor, target, (review, agreement) => {
    const refusal = writing(actor, agreement, review);
    if (refusal) return refuse(refusal);
    const discussion = order.discussion.trim();
    if (discussion.length > REVIEW_LIMITS.discussion) return refuse('agreement.text-too-long');
    return ok({
      review: { ...review, discussion, minutesPublic: order.minutesPublic },
      events: [{ type: 'review-discussion', payload: { review: review.id, public: order.minutesPublic } }],
    });
  });
}

export interface DecisionOrder {
  /** Of one that is written already; left out = a new one. */
  readonly id?: string;
  readonly text: string;
  /** A party of the agreement or an office below one. */
  readonly agencyId: string;
  readonly position: string;
  readonly dueOn: Day | null;
}

/** Writes a decision down, or changes one while the minutes are still written. */
export function noteDecision(tools: Tools, actor: Actor, target: ReviewTarget, order: DecisionOrder): Answer {
  return changeReview(tools, actor, target, async (review, agreement, { at, newId }, tx) => {
    const refusal = writing(actor, agreement, review);
    if (refusal) return refuse(refusal);
    const old = review.decisions.find(({ id }) => id === order.id);
    if (order.id !== undefined && !old) return refuse('agreement.decision-absent');
    if (old && old.state !== 'open') return refuse('agreement.decision-made');
    if (!old && review.decisions.length >= REVIEW_LIMITS.decisions) return refuse('agreement.too-many');
    const text = order.text.trim();
    if (text === '') return refuse('agreement.text-missing');
    if (text.length > REVIEW_LIMITS.text || order.position.length > REVIEW_LIMITS.short) return refuse('agreement.text-too-long');
    if (order.dueOn === null) return refuse('agreement.day-wrong');
    if (Temporal.PlainDate.compare(order.dueOn, review.meetsOn) < 0) return refuse('agreement.decision-day');
    const agency = await agencyById(tx, order.agencyId);
    const party = agency && partyAbove(agreement.parties, agency.path);
    if (!agency || !party) return refuse('agreement.owner-wrong');
    const decision: ReviewDecision = {
      ...{ id: old?.id ?? newId(), reviewId: review.id, agreementId: agreement.id, version: (old?.version ?? 0) + 1 },
      ...{ ordinal: old?.ordinal ?? (review.decisions.at(-1)?.ordinal ?? 0) + 1, text },
      owner: { partyId: party.id, agencyId: agency.id, agencyPath: agency.path, position: order.position.trim() },
      ...{ dueOn: order.dueOn, state: 'open', stateNote: null, stateBy: actorReference(actor), stateAt: at, line: null },
    };
    await saveDecision(tx, decision);
    const payload = { review: review.id, decision: decision.id, ordinal: decision.ordinal, dueOn: decision.dueOn.toString() };
    return ok({ review, events: [{ type: old ? 'review-decision-changed' : 'review-decision', payload }] });
  });
}
