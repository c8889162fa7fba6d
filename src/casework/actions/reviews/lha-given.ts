/**
 * What becomes of the suggestions in an LHA: before it is sealed and sent it must say what the review suggests; with its first sending they become
 * obligations; with its receipt their time counts anew. Documents call this inside their own transactions. An LHA typed by hand binds nobody.
 */

import type { Actor } from '../../../kernel/actor.ts';
import { actorReference } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { readFields } from '../../rules/documents/read-fields.ts';
import { stepObligation } from '../../rules/obligations/step.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { loadReviewForUpdate } from '../../store/reviews/reviews.ts';
import { suggestionGiven, suggestionsOf } from '../../store/reviews/suggestions.ts';
import { LETTERS_ERRAND } from '../documents/on-subject.ts';
import { type DocumentAnswer, problem } from '../documents/problem.ts';
import { changeOfReview } from '../obligations/hold.ts';
import { issueObligation } from '../obligations/issue.ts';
import { linesOf } from './lha.ts';

/** Made from the review's suggestions (`draftLha`), not typed by hand. */
function isMade({ kind, subject, partId }: CaseDocument): boolean {
  return kind === 'suggestion' && subject.kind === 'review' && partId === subject.id;
}

/** Refuses an LHA that says something else than the review suggests. */
export async function saysWhatIsSuggested(tx: Tx, document: CaseDocument): DocumentAnswer<null> {
  if (!isMade(document)) return ok(null);
  const review = await loadReviewForUpdate(tx, document.subject.id);
  const own = (await suggestionsOf(tx, document.subject.id)).filter((each) => each.document?.id === document.id);
  const { fields } = readFields('suggestion', { suggestions: (await linesOf(tx, own)).join('\n') }, 'draft');
  const isSame = review?.stage === 'treatment' && own.length > 0 && fields.suggestions === document.fields.suggestions;
  return isSame ? ok(null) : problem('case.lha-changed');
}

/** With the first sending the suggestions become obligations of the agencies. */
export async function giveSuggestions(tools: Tools, tx: Tx, actor: Actor, document: CaseDocument): DocumentAnswer<null> {
  if (!isMade(document)) return ok(null);
  const same = await saysWhatIsSuggested(tx, document);
  if (!same.ok) return same;
  const review = await loadReviewForUpdate(tx, document.subject.id);
  if (!review) return problem('case.document-absent');
  const at = tools.clock.now();
  const subject = {
    ...{ kind: 'review' as const, id: review.id, officeId: review.officeId, officePath: review.officePath, zone: review.zone },
    ...{ regionCode: review.place === '' ? null : review.place, isExample: review.isExample },
  };
  for (const each of await suggestionsOf(tx, review.id)) {
    if (each.document?.id !== document.id || each.obligationId !== null) continue;
    const { kind, agencyId, position, text, evidenceAsked } = each;
    const order = { subject, kind, agencyId, position, text, evidenceAsked, documentId: document.id, isPublic: false };
    const { obligation, event } = await issueObligation(tools, tx, { at, actor }, order);
    await suggestionGiven(tx, review.id, each.no, obligation.id);
    await appendEvents(tools, tx, { kind: 'review', id: review.id }, [{ ...event, at, actor: actorReference(actor) }]);
  }
  return ok(null);
}

/** The addressee has it: what is suggested in it is received too, so that its time counts from then. */
export async function noteLhaReceived(
  tools: Tools,
  tx: Tx,
  { document, at }: { readonly document: CaseDocument; readonly at: Moment },
): Promise<void> {
  if (document.subject.kind !== 'review') return;
  const owed = await obligationsOf(tx, { reviewId: document.subject.id });
  for (const { id, issuedAt } of owed.filter((one) => one.documentId === document.id && one.state === 'issued')) {
    // A slip names a day, told as its noon: never before the issue.
    const receivedAt = at.epochMilliseconds < issuedAt.epochMilliseconds ? issuedAt : at;
    const done = await changeOfReview(tools, tx, LETTERS_ERRAND, { obligationId: id, version: null }, (held, facts) =>
      stepObligation(held, { action: 'receive', receivedAt }, facts),
    );
    if (!done.ok) throw new Error(`what an LHA suggests could not be received: ${done.refusal}`);
  }
}
