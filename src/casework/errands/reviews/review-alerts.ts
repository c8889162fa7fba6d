/** Reminds those who work on a review before a stage is due, and tells them and the head once it has passed. */
import { holdersOf } from '../../../directory/index.ts';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import { membersOf } from '../../rules/reviews/review.ts';
import { dueAlerts, markAlerted } from '../../store/reviews/alerts.ts';
import { loadReviewForUpdate } from '../../store/reviews/reviews.ts';

export async function reviewAlertsErrand(tools: Tools): Promise<void> {
  const now = tools.clock.now();
  for (const { reviewId, clockId } of await dueAlerts(tools.db, now)) {
    await inTransaction(tools, async (tx) => {
      const review = await loadReviewForUpdate(tx, reviewId);
      const clock = review?.clocks.find((each) => each.id === clockId);
      if (!review || !clock || clock.stoppedAt !== null) return;
      const isPast = Temporal.Instant.compare(clock.dueAt, now) <= 0;
      const heads = isPast ? await holdersOf(tx, review.officeId, 'case.decide', dayOf(now, review.zone)) : [];
      for (const id of new Set([...membersOf(review).map((each) => each.personId), ...heads])) {
        await tools.post(tx, {
          purpose: isPast ? 'case.review-escalation' : 'case.review-reminder',
          object: { kind: 'review', id: review.id },
          recipient: { kind: 'person', id },
          stage: `${clock.id}:${isPast ? 'past' : 'near'}`,
          details: {
            number: review.number,
            review: review.id,
            rule: clock.limit.rule,
            dueOn: dayOf(clock.dueAt, review.zone).toString(),
          },
        });
      }
      await markAlerted(tx, review.id, clock.id, isPast ? 2 : 1, isPast ? null : clock.dueAt);
    });
  }
}
