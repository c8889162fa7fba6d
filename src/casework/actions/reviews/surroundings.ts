/** What the rules of a review need of the law: its day of opening, its region's calendar and zone. */
import { dayOf } from '../../../kernel/time.ts';
import { type CaseRuleSet, lawBook } from '../../../law/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Review } from '../../rules/reviews/review.ts';
import { type Surroundings, surroundingsOf } from '../surroundings.ts';

export async function reviewSurroundings(
  tools: Tools,
  tx: Tx,
  review: Pick<Review, 'openedAt' | 'zone' | 'place'>,
): Promise<Surroundings> {
  const book = await lawBook(tools, tx);
  const ruleSet = book.ruleSetAt(dayOf(review.openedAt, review.zone), 'case.rule-set') as CaseRuleSet;
  return surroundingsOf(book, {
    ruleSet,
    registeredAt: review.openedAt,
    zone: review.zone,
    regionCode: review.place === '' ? null : review.place,
  });
}
