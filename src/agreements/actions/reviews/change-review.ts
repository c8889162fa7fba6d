/** The shell around every rule of a joint review: load and lock, decide, save row and events, in one transaction. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import type { Review } from '../../rules/reviews/review.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { reviewForUpdate, saveReview } from '../../store/reviews/reviews.ts';
import { type AgreementEvent, append } from '../../store/save.ts';
import type { Circumstances } from '../change.ts';

export interface ReviewTarget {
  readonly agreementId: string;
  readonly reviewId: string;
  /** The version the form was made from; `null` = whatever it is now. */
  readonly version: number | null;
}

export interface DecidedReview {
  readonly review: Review;
  readonly events: readonly AgreementEvent[];
}

export type ReviewRule = (
  review: Review,
  agreement: Agreement,
  circumstances: Circumstances,
  tx: Tx,
) => Result<DecidedReview, AgreementRefusal> | Promise<Result<DecidedReview, AgreementRefusal>>;

/** @returns the saved review, or the refusal; nothing is written then */
export function changeReview(
  tools: Tools,
  actor: Actor,
  target: ReviewTarget,
  rule: ReviewRule,
): Promise<Result<Review, AgreementRefusal>> {
  return orRollBack(tools, (tx) => changeReviewIn(tools, tx, actor, target, rule));
}

/** The same inside a transaction that is already open; the caller rolls back on a refusal. */
export async function changeReviewIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: ReviewTarget,
  rule: ReviewRule,
): Promise<Result<Review, AgreementRefusal>> {
  const agreement = await loadAgreement(tx, target.agreementId);
  if (!agreement || !(actor.kind === 'system' || isInside(actor, agreement))) return refuse('agreement.review-absent');
  const review = await reviewForUpdate(tx, agreement.id, target.reviewId);
  if (!review) return refuse('agreement.review-absent');
  if (target.version !== null && target.version !== review.version) return refuse('agreement.review-moved-on');
  const at = tools.clock.now();
  const decided = await rule(review, agreement, { at, actor, newId: () => tools.random.id() }, tx);
  if (!decided.ok) return decided;
  const { review: next, events } = decided.value;
  const saved = await saveReview(tx, { ...next, version: review.version }, at);
  await append(tools, tx, agreement.id, events, { at, actor });
  return ok(saved);
}
