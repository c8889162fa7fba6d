/** Which review is to be reminded of its deadline now. */
import { sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

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
