/** Which review is to be reminded of its deadline now, and which deadline a new calendar moves. */
import { sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { ReviewClock } from '../../rules/reviews/review.ts';

export async function dueAlerts(db: Db, now: Moment): Promise<{ readonly reviewId: string; readonly clockId: string }[]> {
  const { rows } = await sql<{ review_id: string; id: string }>`
    SELECT review_id, id FROM casework.review_clocks
    WHERE next_alert_at <= ${now.toString()}::timestamptz AND stopped_at IS NULL ORDER BY next_alert_at LIMIT 500`.execute(db);
  return rows.map((row) => ({ reviewId: row.review_id, clockId: row.id }));
}

export async function markAlerted(tx: Tx, reviewId: string, clockId: string, done: number, next: Moment | null): Promise<void> {
  await sql`UPDATE casework.review_clocks SET alerts_done = ${done}, next_alert_at = ${next?.toString() ?? null}::timestamptz
    WHERE review_id = ${reviewId} AND id = ${clockId}`.execute(tx);
}

/** Reviews with a running stage reckoned under an older calendar, by id. */
export async function reviewsUnderOlderCalendar(db: Db, version: number, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ review_id: string }>`
    SELECT DISTINCT review_id FROM casework.review_clocks
    WHERE stopped_at IS NULL AND calendar_version < ${version} AND review_id > ${after}::uuid
    ORDER BY review_id LIMIT ${limit}`.execute(db);
  return rows.map((row) => row.review_id);
}

/**
 * Writes when a running stage is due now. Who was reminded already is not reminded again; that it passed is told once it passes on the new day.
 *
 * @param reminderAt when one is reminded before that day
 */
export async function moveReviewClock(
  tx: Tx,
  reviewId: string,
  clock: ReviewClock,
  reminderAt: Moment | null,
  now: Moment,
): Promise<void> {
  const [dueAt, reminder] = [clock.dueAt.toString(), reminderAt?.toString() ?? null];
  await sql`UPDATE casework.review_clocks SET due_at = ${dueAt}::timestamptz, is_provisional = ${clock.isProvisional},
      calendar_version = ${clock.calendarVersion},
      next_alert_at = CASE WHEN alerts_done = 0 THEN coalesce(${reminder}::timestamptz, ${dueAt}::timestamptz)
        WHEN alerts_done = 1 OR ${dueAt}::timestamptz > ${now.toString()}::timestamptz THEN ${dueAt}::timestamptz END,
      alerts_done = CASE WHEN ${dueAt}::timestamptz > ${now.toString()}::timestamptz THEN least(alerts_done, 1) ELSE alerts_done END
    WHERE review_id = ${reviewId} AND id = ${clock.id} AND stopped_at IS NULL`.execute(tx);
}
