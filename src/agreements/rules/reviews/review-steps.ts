/** Who may do what with a joint review now, read from its transition table. Pure. */
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Agreement } from '../agreement.ts';
import { mayPrepare, partiesSpokenFor } from '../permissions.ts';
import type { AgreementRefusal } from '../refusals.ts';
import {
  DECISION_TRANSITIONS,
  type DecisionAction,
  type DecisionTransition,
  REVIEW_TRANSITIONS,
  type ReviewAction,
  type ReviewSide,
  type ReviewTransition,
} from './review.transitions.ts';
import { REVIEW_LIMITS, type Review, type ReviewDecision, waitsFor } from './review.ts';
import { answersFor, speaksFor } from './voices.ts';

/** The sides somebody may call a review for: who keeps the agreement, and every party. What is not signed yet has nothing to review. */
export function callsFor(actor: Actor, agreement: Agreement): readonly string[] {
  if (agreement.state !== 'signed' && agreement.state !== 'ended') return [];
  if (!mayPrepare(actor, agreement) && partiesSpokenFor(actor, agreement, 'agreement.prepare').length === 0) return [];
  return speaksFor(actor, agreement, ['agreement.prepare']);
}

export function isSecretary(actor: Actor, agreement: Agreement, review: Pick<Review, 'secretaryRoot'>): boolean {
  return callsFor(actor, agreement).includes(review.secretaryRoot);
}

function reviewSides(actor: Actor, agreement: Agreement, review: Review): readonly ReviewSide[] {
  const sides: ReviewSide[] = [];
  if (isSecretary(actor, agreement, review)) sides.push('secretary');
  if (answersFor(actor, agreement, review.secretaryRoot).some((root) => waitsFor(review).includes(root))) sides.push('other');
  return sides;
}

/** What the actor may do with it now. The last confirmation and the ones before it are two lines of the table: one of them is offered. */
export function reviewActions(actor: Actor, agreement: Agreement, review: Review): readonly ReviewTransition[] {
  const sides = reviewSides(actor, agreement, review);
  const mine = answersFor(actor, agreement, review.secretaryRoot);
  const isLast = waitsFor(review).every((root) => mine.includes(root));
  return REVIEW_TRANSITIONS.filter(({ from, by }) => from === review.state && sides.includes(by)).filter(({ action }) =>
    action === 'confirm' ? !isLast : action === 'confirm-last' ? isLast : true,
  );
}

export interface MovedReview {
  readonly review: Review;
  readonly event: { readonly type: string; readonly payload: { readonly [key: string]: string | number } };
}

/** The only way a review changes its state. */
export function moveReview(
  review: Review,
  agreement: Agreement,
  action: ReviewAction,
  { actor, text }: { readonly actor: Actor; readonly text: string },
): Result<MovedReview, AgreementRefusal> {
  if (!REVIEW_TRANSITIONS.some((each) => each.from === review.state && each.action === action))
    return refuse('agreement.not-now');
  const open = reviewActions(actor, agreement, review).find((each) => each.action === action);
  if (!open) return refuse('agreement.not-yours');
  const note = text.trim();
  if (open.needsText && note === '') return refuse('agreement.reason-missing');
  if (note.length > REVIEW_LIMITS.text) return refuse('agreement.text-too-long');
  return {
    ok: true,
    value: {
      review: { ...review, state: open.to, stateNote: note === '' ? null : note },
      event: {
        type: `review-${action}`,
        payload: { review: review.id, ordinal: review.ordinal, from: review.state, to: open.to },
      },
    },
  };
}

/** Attendance, decisions and what was said are written while the minutes are. */
export function mayWriteMinutes(actor: Actor, agreement: Agreement, review: Review): boolean {
  return review.state === 'held' && isSecretary(actor, agreement, review);
}

/** Every side may bring up points until the agenda is frozen. */
export function bringsPointsFor(actor: Actor, agreement: Agreement, review: Pick<Review, 'state'>): readonly string[] {
  return review.state === 'planned' ? speaksFor(actor, agreement) : [];
}

/** What the actor may do with a decision now. It is carried out once the minutes say it. */
export function decisionActions(
  actor: Actor,
  agreement: Agreement,
  review: Pick<Review, 'secretaryRoot' | 'state' | 'minutes'>,
  decision: ReviewDecision,
): readonly DecisionTransition[] {
  const sides: DecisionTransition['by'][] = [];
  const root = decision.owner.agencyPath[0] as string;
  const isOwner =
    actor.kind === 'officer' &&
    actor.positions.some(
      ({ agencyId, capabilities }) => decision.owner.agencyPath.includes(agencyId) && capabilities.includes('agreement.progress'),
    );
  if (isOwner) sides.push('owner');
  if (answersFor(actor, agreement, root).length > 0) sides.push('other');
  if (isSecretary(actor, agreement, review)) sides.push('secretary');
  const isSaid = review.minutes.length > 0 && review.state !== 'held';
  return DECISION_TRANSITIONS.filter(
    ({ from, by, action }) =>
      from === decision.state && sides.includes(by) && (action === 'withdraw' ? review.state === 'held' : isSaid),
  );
}

export function decisionStep(
  actor: Actor,
  agreement: Agreement,
  review: Review,
  decision: ReviewDecision,
  action: DecisionAction,
  text: string,
): Result<DecisionTransition, AgreementRefusal> {
  if (!DECISION_TRANSITIONS.some((each) => each.from === decision.state && each.action === action))
    return refuse('agreement.not-now');
  const open = decisionActions(actor, agreement, review, decision).find((each) => each.action === action);
  if (!open) return refuse('agreement.not-yours');
  if (open.needsText && text.trim() === '') return refuse('agreement.text-missing');
  return text.length > REVIEW_LIMITS.text ? refuse('agreement.text-too-long') : { ok: true, value: open };
}
