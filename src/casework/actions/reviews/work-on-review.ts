/** The work on a review file: its steps, its texts, its members. Each locks the review, asks the rules, saves with its event. */
import { holdersOf } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseEvent } from '../../rules/decision.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import type { ReviewAction, ReviewNeed } from '../../rules/reviews/review.transitions.ts';
import {
  isEnded,
  mayReview,
  maySee,
  mayWriteSection,
  membersOf,
  REVIEW_DOCUMENT,
  type Review,
  type ReviewSection,
  takeReview,
} from '../../rules/reviews/review.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { countOpenSuggestions, loadReviewForUpdate, saveReview } from '../../store/reviews/reviews.ts';
import { sectionsOf } from '../../store/sections/sections.ts';
import { type SavedSection, saveSectionIn, sectionEvents } from '../sections/save-section.ts';
import { reviewSurroundings } from './surroundings.ts';

export interface ReviewTarget {
  readonly reviewId: string;
  /** The version the form was made from; `null` = whatever it is now. */
  readonly version: number | null;
}

type Work<T> = (
  review: Review,
  tx: Tx,
  at: Moment,
) => Promise<Result<{ readonly review: Review; readonly events: readonly CaseEvent[]; readonly value: T }, CaseRefusal>>;

/** What every change of a review goes through; suggestions too (`suggestions.ts`, `lha.ts`). */
export function onReview<T>(tools: Tools, actor: Actor, target: ReviewTarget, work: Work<T>): Promise<Result<T, CaseRefusal>> {
  return orRollBack(tools, async (tx) => {
    const review = await loadReviewForUpdate(tx, target.reviewId);
    if (!review || !maySee(review, actor)) return refuse('case.absent');
    if (target.version !== null && target.version !== review.version) return refuse('case.review-moved-on');
    const at = tools.clock.now();
    const done = await work(review, tx, at);
    if (!done.ok) return done;
    if (done.value.review !== review) {
      const { times } = await reviewSurroundings(tools, tx, review);
      await saveReview(tx, { ...done.value.review, version: review.version + 1 }, (clock) => times.reminderFor(clock));
    }
    const events = done.value.events.map((event) => ({ ...event, at, actor: actorReference(actor) }));
    await appendEvents(tools, tx, { kind: 'review', id: review.id }, events);
    return ok(done.value.value);
  });
}

export function moveReview(
  tools: Tools,
  actor: Actor,
  target: ReviewTarget,
  action: ReviewAction,
  reason: string,
): Promise<Result<Review, CaseRefusal>> {
  return onReview(tools, actor, target, async (review, tx, at) => {
    if (reason.trim().length > LONGEST_TEXT) return refuse('case.text-too-long');
    const { law } = await reviewSurroundings(tools, tx, review);
    const circumstances = { at, actor, law, newId: () => tools.random.id() };
    const taken = takeReview(review, action, circumstances, { reason, met: await needsMet(tx, review) });
    if (!taken.ok) return taken;
    const event = { type: `review-${action}`, payload: { from: review.stage, to: taken.value.stage } };
    return ok({ review: taken.value, events: [event], value: taken.value });
  });
}

async function needsMet(tx: Tx, review: Review): Promise<ReviewNeed[]> {
  const sections = await sectionsOf(tx, review.id, REVIEW_DOCUMENT);
  const isWritten = (section: ReviewSection) => (sections.get(section)?.text ?? '') !== '';
  return [
    ...(isWritten('problem') ? (['problem-written'] as const) : []),
    ...(isWritten('lha') ? (['lha-written'] as const) : []),
    ...((await countOpenSuggestions(tx, review.id)) === 0 ? (['suggestions-judged'] as const) : []),
  ];
}

/** Two who write at once lose nothing: see actions/sections. */
export function writeReviewSection(
  tools: Tools,
  actor: Actor,
  reviewId: string,
  typed: { readonly section: ReviewSection; readonly text: string; readonly baseRevision: number },
): Promise<Result<SavedSection, CaseRefusal>> {
  return onReview(tools, actor, { reviewId, version: null }, async (review, tx, at) => {
    if (!mayWriteSection(review, typed.section, actor)) return refuse('case.not-yours');
    const order = { document: REVIEW_DOCUMENT, section: typed.section, text: typed.text, baseRevision: typed.baseRevision };
    const saved = await saveSectionIn(tx, actor, { kind: 'review', id: review.id }, order, at);
    if (!saved.ok) return saved;
    return ok({ review, events: sectionEvents(saved.value), value: saved.value });
  });
}

/** People who can be members: whoever prevents or examines at the review's office. */
export async function possibleMembers(tools: Tools, db: Db, review: Pick<Review, 'officeId' | 'zone'>): Promise<string[]> {
  const today = dayOf(tools.clock.now(), review.zone);
  const lists = [
    await holdersOf(db, review.officeId, 'case.review', today),
    await holdersOf(db, review.officeId, 'case.examine', today),
    await holdersOf(db, review.officeId, 'case.decide', today),
  ];
  return [...new Set(lists.flat())].sort();
}

export function changeMember(
  tools: Tools,
  actor: Actor,
  target: ReviewTarget,
  change: { readonly personId: string; readonly does: 'add' | 'end' },
): Promise<Result<null, CaseRefusal>> {
  return onReview(tools, actor, target, async (review, tx, at) => {
    if (!mayReview(review, actor) || isEnded(review)) return refuse('case.not-yours');
    const isMember = membersOf(review).some((each) => each.personId === change.personId);
    if (change.does === 'add') {
      if (!(await possibleMembers(tools, tx, review)).includes(change.personId)) return refuse('case.review-member-unknown');
      if (isMember) return ok({ review, events: [], value: null });
      const members = [...review.members, { personId: change.personId, since: at, until: null }];
      return ok({
        review: { ...review, members },
        events: [{ type: 'review-member-added', payload: { person: change.personId } }],
        value: null,
      });
    }
    if (!isMember) return ok({ review, events: [], value: null });
    const members = review.members.map((each) =>
      each.personId === change.personId && each.until === null ? { ...each, until: at } : each,
    );
    return ok({
      review: { ...review, members },
      events: [{ type: 'review-member-ended', payload: { person: change.personId } }],
      value: null,
    });
  });
}
