/** What every page about a candidate or a review begins with: an officer who may see it; another one finds nothing. */
import { type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Candidate } from '../../rules/reviews/candidate.ts';
import { maySee, type Review } from '../../rules/reviews/review.ts';
import { loadCandidate } from '../../store/reviews/clusters.ts';
import { loadReview } from '../../store/reviews/reviews.ts';
import { type ReviewWords, wordsIn } from './words.ts';

export const REVIEWS = '/desk/reviews';
export const FILES = `${REVIEWS}/files`;

type Answer = Response | Promise<Response>;

export interface OpenedCandidate extends OfficerAsked {
  readonly candidate: Candidate;
  readonly path: string;
  readonly words: ReviewWords;
}

export function onCandidate(answer: (opened: OpenedCandidate) => Answer): (c: WebContext) => Promise<Response> {
  return officersOnly(async (asked) => {
    const id = asked.c.req.param('id') ?? '';
    const candidate = isUuid(id) ? await loadCandidate(asked.tools.db, id) : undefined;
    if (!candidate || !maySee(candidate, asked.actor)) return asked.c.notFound();
    return answer({ ...asked, candidate, path: `${REVIEWS}/${candidate.id}`, words: wordsIn(asked.language) });
  });
}

export interface OpenedReview extends OfficerAsked {
  readonly review: Review;
  readonly path: string;
  readonly words: ReviewWords;
}

export function onReview(answer: (opened: OpenedReview) => Answer): (c: WebContext) => Promise<Response> {
  return officersOnly(async (asked) => {
    const id = asked.c.req.param('id') ?? '';
    const review = isUuid(id) ? await loadReview(asked.tools.db, id) : undefined;
    if (!review || !maySee(review, asked.actor)) return asked.c.notFound();
    return answer({ ...asked, review, path: `${FILES}/${review.id}`, words: wordsIn(asked.language) });
  });
}
