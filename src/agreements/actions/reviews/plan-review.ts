/** Joint reviews are put on the calendar: a period that is to be looked at gets a day, an hour and a place. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, Temporal } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { isRhythm, type Period, periodsUntil, RHYTHM_MONTHS, type Rhythm, usualRhythm } from '../../rules/reviews/periods.ts';
import { REVIEW_LIMITS, type Review } from '../../rules/reviews/review.ts';
import { callsFor } from '../../rules/reviews/review-steps.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreementForUpdate } from '../../store/agreements.ts';
import { insertReview, nextReviewOrdinal, periodsTaken, rhythmOf, saveRhythm } from '../../store/reviews/reviews.ts';
import { append } from '../../store/save.ts';

/** How often the parties meet: what they chose, or what is usual for the kind. */
export async function rhythmFor(db: Db | Tx, agreement: Agreement): Promise<Rhythm> {
  return (await rhythmOf(db, agreement.id)) ?? usualRhythm(agreement);
}

export function setRhythm(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly rhythm: string },
): Promise<Result<Rhythm, AgreementRefusal>> {
  return orRollBack(tools, async (tx) => {
    const agreement = await loadAgreementForUpdate(tx, order.agreementId);
    if (!agreement || !isInside(actor, agreement)) return refuse('agreement.absent');
    if (callsFor(actor, agreement).length === 0) return refuse('agreement.not-yours');
    const { rhythm } = order;
    if (!isRhythm(rhythm)) return refuse('agreement.rhythm-unknown');
    const at = tools.clock.now();
    await saveRhythm(tx, agreement.id, rhythm, { actor: actorReference(actor), at });
    await append(tools, tx, agreement.id, [{ type: 'review-rhythm', payload: { rhythm } }], { at, actor });
    return ok(rhythm);
  });
}

/** The periods a review may be about: those of the term up to the end of the one that runs, without a review so far. */
export async function freePeriods(db: Db | Tx, agreement: Agreement, rhythm: Rhythm, today: Day): Promise<readonly Period[]> {
  const taken = await periodsTaken(db, agreement.id);
  const same = (a: Period, b: Period) => a.from.equals(b.from) && a.until.equals(b.until);
  return periodsUntil(agreement, rhythm, today.add({ months: RHYTHM_MONTHS[rhythm] })).filter(
    (period) => !taken.some((other) => same(other, period)),
  );
}

export interface MeetingOrder {
  readonly meetsOn: Day | null;
  /** '09.30' or ''. */
  readonly meetsAt: string;
  readonly place: string;
}

export interface PlanOrder extends MeetingOrder {
  readonly agreementId: string;
  readonly rhythm: string;
  /** The last day of the period, ISO. */
  readonly periodUntil: string;
}

export interface Flawed {
  readonly field: string;
  readonly code: AgreementRefusal;
}

/** What is wrong with day, hour and place; all of it. Of a period that has not begun there is nothing to look at. */
export function flawsOfMeeting(
  { meetsOn, meetsAt, place }: MeetingOrder,
  today: Day,
  period: Period | undefined,
): readonly Flawed[] {
  const flaws: Flawed[] = [];
  if (meetsOn === null) flaws.push({ field: 'meetsOn', code: 'agreement.day-wrong' });
  else if (Temporal.PlainDate.compare(meetsOn, today) < 0) flaws.push({ field: 'meetsOn', code: 'agreement.meets-in-past' });
  else if (period && Temporal.PlainDate.compare(meetsOn, period.from) < 0)
    flaws.push({ field: 'meetsOn', code: 'agreement.meets-before-period' });
  if (meetsAt !== '' && !/^([01]\d|2[0-3])\.[0-5]\d$/.test(meetsAt))
    flaws.push({ field: 'meetsAt', code: 'agreement.meets-at-wrong' });
  if (place.length > REVIEW_LIMITS.short) flaws.push({ field: 'place', code: 'agreement.text-too-long' });
  return flaws;
}

/** '9:30', '09.30 WITA' as people type them, into '09.30'. What is no hour stays as it was typed. */
export function readHour(text: string): string {
  const read = /^\s*(\d{1,2})[.:](\d\d)(\s*wi(b|ta|t))?\s*$/i.exec(text);
  return read ? `${String(read[1]).padStart(2, '0')}.${read[2]}` : text.trim();
}

export function planReview(tools: Tools, actor: Actor, order: PlanOrder): Promise<Result<Review, readonly Flawed[]>> {
  return orRollBack<Review, readonly Flawed[]>(tools, async (tx) => {
    const no = (code: AgreementRefusal, field = 'period') => refuse([{ code, field }]);
    const agreement = await loadAgreementForUpdate(tx, order.agreementId);
    if (!agreement || !isInside(actor, agreement)) return no('agreement.absent');
    const [root] = callsFor(actor, agreement);
    if (root === undefined) return no(agreement.state === 'signed' ? 'agreement.not-yours' : 'agreement.not-now');
    const at = tools.clock.now();
    const today = dayOf(at, agreement.zone);
    const { rhythm } = order;
    const period = isRhythm(rhythm)
      ? (await freePeriods(tx, agreement, rhythm, today)).find(({ until }) => until.toString() === order.periodUntil)
      : undefined;
    const flaws = [...flawsOfMeeting(order, today, period)];
    if (!isRhythm(rhythm)) flaws.push({ field: 'rhythm', code: 'agreement.rhythm-unknown' });
    else if (!period) {
      const isTaken = (await periodsTaken(tx, agreement.id)).some(({ until }) => until.toString() === order.periodUntil);
      flaws.push({ field: 'period', code: isTaken ? 'agreement.review-exists' : 'agreement.period-wrong' });
    }
    if (flaws.length > 0 || !period || !isRhythm(rhythm) || order.meetsOn === null) return refuse(flaws);
    const review: Review = {
      ...{ id: tools.random.id(), agreementId: agreement.id, version: 1, ordinal: await nextReviewOrdinal(tx, agreement.id) },
      ...{ rhythm, period, state: 'planned', meetsOn: order.meetsOn, meetsAt: order.meetsAt, place: order.place.trim() },
      ...{ secretaryRoot: root, agenda: null, agendaAt: null, discussion: '', minutesPublic: true, stateNote: null },
      ...{ createdBy: actorReference(actor), createdAt: at, updatedAt: at, attendance: [], decisions: [], minutes: [] },
    };
    await insertReview(tx, review);
    const payload = {
      ...{ review: review.id, ordinal: review.ordinal, from: period.from.toString(), until: period.until.toString() },
      meetsOn: review.meetsOn.toString(),
    };
    await append(tools, tx, agreement.id, [{ type: 'review-planned', payload }], { at, actor });
    return ok(review);
  });
}
