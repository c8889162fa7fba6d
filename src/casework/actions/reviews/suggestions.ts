/** Suggestions of a review are written and taken back; they are given with the LHA (`lha.ts`). */
import { agencyById } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { maySuggest } from '../../rules/reviews/review.ts';
import { isInMaking, type WrittenSuggestion } from '../../rules/reviews/suggestion.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { insertSuggestion, suggestionsOf, takeSuggestionBack } from '../../store/reviews/suggestions.ts';
import { onReview, type ReviewTarget } from './work-on-review.ts';

export type SuggestionOrder = Pick<WrittenSuggestion, 'kind' | 'agencyId' | 'position' | 'text' | 'evidenceAsked'>;

/** Writes a suggestion to an agency of the reviewed government. @returns its number; nobody is told of it yet */
export function writeSuggestion(
  tools: Tools,
  actor: Actor,
  target: ReviewTarget,
  order: SuggestionOrder,
): Promise<Result<number, CaseRefusal>> {
  return onReview(tools, actor, target, async (review, tx, at) => {
    if (!maySuggest(review, actor) || actor.kind !== 'officer') return refuse('case.not-yours');
    if (order.text.trim() === '') return refuse('case.text-missing');
    if (order.text.length > LONGEST_TEXT || order.evidenceAsked.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const agency = await agencyById(tx, order.agencyId);
    if (!agency || agency.governmentId !== review.governmentId) return refuse('case.review-agency-outside');
    const no = await insertSuggestion(tx, review.id, {
      kind: order.kind,
      agencyId: agency.id,
      position: order.position.trim() || `Kepala ${agency.name}`,
      text: order.text.trim(),
      evidenceAsked: order.evidenceAsked.trim(),
      writtenBy: actor.personId,
      writtenAt: at,
    });
    const event = { type: 'review-suggestion-written', payload: { no, kind: order.kind, agency: agency.id } };
    // The next form is made from another version, so that a doubled click cannot write the same suggestion twice.
    return ok({ review: { ...review }, events: [event], value: no });
  });
}

/** Takes one out again that was not given yet and stands in no LHA in the making. */
export function dropSuggestion(tools: Tools, actor: Actor, target: ReviewTarget, no: number): Promise<Result<null, CaseRefusal>> {
  return onReview(tools, actor, target, async (review, tx, at) => {
    if (!maySuggest(review, actor)) return refuse('case.not-yours');
    const suggestion = (await suggestionsOf(tx, review.id)).find((each) => each.no === no);
    if (!suggestion || suggestion.obligationId !== null) return refuse('case.review-moved-on');
    if (isInMaking(suggestion)) return refuse('case.lha-in-making');
    await takeSuggestionBack(tx, review.id, no, at);
    return ok({
      review: { ...review },
      events: [{ type: 'review-suggestion-taken-back', payload: { no } }],
      value: null,
    });
  });
}
