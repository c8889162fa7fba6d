/** A new calendar version: the running stage of every review is reckoned anew, and a day that moves says why. */
import { lawBook, reCalendar } from '../../../law/index.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import { reviewSurroundings } from '../../actions/reviews/surroundings.ts';
import { moveReviewClock, reviewsUnderOlderCalendar } from '../../store/reviews/alerts.ts';
import { loadReviewForUpdate } from '../../store/reviews/reviews.ts';

const BATCH = 200;

export async function recomputeReviewDeadlines(tools: Tools): Promise<void> {
  const { calendarVersion } = await lawBook(tools);
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await reviewsUnderOlderCalendar(tools.db, calendarVersion, after, BATCH);
    for (const id of ids) {
      await reckonAnew(tools, id);
      after = id;
    }
    if (ids.length < BATCH) return;
  }
}

function reckonAnew(tools: Tools, id: string): Promise<void> {
  return inTransaction(tools, async (tx) => {
    const review = await loadReviewForUpdate(tx, id);
    if (!review) return;
    const now = tools.clock.now();
    const { law, times } = await reviewSurroundings(tools, tx, review);
    for (const clock of review.clocks.filter(({ stoppedAt }) => stoppedAt === null)) {
      const next = reCalendar(clock, law);
      await moveReviewClock(tx, review.id, next, times.reminderFor(next), now);
      if (next.dueAt.equals(clock.dueAt)) continue;
      const payload = {
        ...{ clock: clock.id, rule: clock.limit.rule, why: 'calendar-changed' },
        ...{ from: clock.dueAt.toString(), to: next.dueAt.toString() },
      };
      const event = { type: 'due-moved', at: now, actor: 'errand:casework.recompute-reviews', payload };
      await appendEvents(tools, tx, { kind: 'review', id: review.id }, [event]);
    }
  });
}
