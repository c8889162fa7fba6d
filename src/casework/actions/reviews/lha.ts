/**
 * The report of the analysis (LHA): one step puts the texts of the review and its suggestions into a document. That is reviewed by somebody else,
 * sealed by the head and sent as every document is; with the sending its suggestions are given (`lha-given.ts`).
 */
import { agencyById } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Addressee, CaseDocument } from '../../rules/documents/document.ts';
import { mayDraft } from '../../rules/documents/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { REVIEW_DOCUMENT, REVIEW_SECTIONS, type Review } from '../../rules/reviews/review.ts';
import { composeLha, isInMaking, openOnes, tellSuggestion, type WrittenSuggestion } from '../../rules/reviews/suggestion.ts';
import { documentsOf } from '../../store/documents/documents.ts';
import { putIntoDocument, suggestionsOf } from '../../store/reviews/suggestions.ts';
import { sectionsOf } from '../../store/sections/sections.ts';
import { draftDocumentIn } from '../documents/draft-document.ts';
import { openedReviewSubject } from '../documents/review-subject.ts';
import { onReview, type ReviewTarget } from './work-on-review.ts';

/** A letter with more copies than this is a circular (`actions/documents/recipients.ts`). */
const MOST_ADDRESSEES = 12;

/** Drafts the LHA with all suggestions not given yet. A sealed one that was not sent is replaced by it. @returns the draft */
export function draftLha(tools: Tools, actor: Actor, target: ReviewTarget): Promise<Result<CaseDocument, CaseRefusal>> {
  return onReview(tools, actor, target, async (review, tx) => {
    const opened = await openedReviewSubject(tx, review.id);
    if (review.stage !== 'treatment') return refuse('case.not-now');
    if (!opened || !mayDraft(opened.reach(actor), 'suggestion')) return refuse('case.not-yours');
    const open = openOnes(await suggestionsOf(tx, review.id));
    if (open.length === 0) return refuse('case.lha-nothing');
    if (open.some(isInMaking)) return refuse('case.lha-in-making');
    const sections = await sectionsOf(tx, review.id, REVIEW_DOCUMENT);
    const texts = Object.fromEntries(REVIEW_SECTIONS.map((section) => [section, sections.get(section)?.text ?? '']));
    const drafted = await draftDocumentIn(tools, tx, actor, {
      subject: { kind: 'review', id: review.id },
      kind: 'suggestion',
      fields: composeLha(texts, await linesOf(tx, open)),
      addressees: addresseesOf(review, open),
      partId: review.id,
      ...(await replacedBy(tx, review)),
    });
    // What was composed is never incomplete: a field of it is too long.
    if (!drafted.ok)
      return refuse(drafted.refusal.code === 'case.document-incomplete' ? 'case.text-too-long' : drafted.refusal.code);
    const numbers = open.map(({ no }) => no);
    await putIntoDocument(tx, review.id, numbers, drafted.value.id);
    const event = { type: 'review-lha-drafted', payload: { document: drafted.value.id, suggestions: numbers.length } };
    return ok({ review: { ...review }, events: [event], value: drafted.value });
  });
}

/** The suggestions as lines of the document. */
export async function linesOf(tx: Tx, suggestions: readonly WrittenSuggestion[]): Promise<string[]> {
  const lines: string[] = [];
  for (const each of suggestions) lines.push(tellSuggestion(each, (await agencyById(tx, each.agencyId))?.name ?? ''));
  return lines;
}

/** Whom a suggestion is meant for, each once; then whoever leads the government they belong to. */
function addresseesOf(review: Review, suggestions: readonly WrittenSuggestion[]): Addressee[] {
  const nobody = { personId: null, name: '' } as const;
  const own = [...new Map(suggestions.map((each) => [`${each.agencyId} ${each.position}`, each])).values()].map(
    ({ agencyId, position }): Addressee => ({ kind: 'respondent', agencyId, position, ...nobody }),
  );
  const superior: Addressee = { kind: 'superior', agencyId: review.governmentId, position: 'Pimpinan', ...nobody };
  const isOwn = suggestions.some(({ agencyId }) => agencyId === review.governmentId);
  return [...own.slice(0, isOwn ? MOST_ADDRESSEES : MOST_ADDRESSEES - 1), ...(isOwn ? [] : [superior])];
}

async function replacedBy(tx: Tx, review: Review): Promise<{ readonly replacesId?: string }> {
  const sealed = (await documentsOf(tx, review.id)).find(
    (one) => one.kind === 'suggestion' && one.partId === review.id && one.state === 'sealed',
  );
  return sealed ? { replacesId: sealed.id } : {};
}
