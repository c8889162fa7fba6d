/** Clocks of reviews' obligations whose ladder has a rung due; and due days of obligations that must follow their clocks. */
import { sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { ObligationTables } from './tables.ts';

export interface DueReviewClock {
  readonly obligationId: string;
  readonly clockId: string;
}

/** The longest waiting first. Not locked: whoever acts looks again under the lock. */
export async function reviewClocksToAlert(db: Db, now: Moment, limit: number): Promise<readonly DueReviewClock[]> {
  const rows = await db
    .withTables<ObligationTables>()
    .selectFrom('casework.obligation_clocks')
    .select(['obligation_id', 'id'])
    .where('next_alert_at', '<=', now.toString() as never)
    .orderBy('next_alert_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ obligationId: row.obligation_id, clockId: row.id }));
}

export async function reviewAlertsDone(tx: Tx, { obligationId, clockId }: DueReviewClock): Promise<number> {
  const row = await tx
    .withTables<ObligationTables>()
    .selectFrom('casework.obligation_clocks')
    .select('alerts_done')
    .where('obligation_id', '=', obligationId)
    .where('id', '=', clockId)
    .executeTakeFirstOrThrow();
  return row.alerts_done;
}

export async function markReviewAlerts(
  db: Db | Tx,
  { obligationId, clockId }: DueReviewClock,
  done: number | null,
  nextAt: Moment | null,
): Promise<void> {
  await db
    .withTables<ObligationTables>()
    .updateTable('casework.obligation_clocks')
    .set({ next_alert_at: nextAt?.toString() ?? null, ...(done === null ? {} : { alerts_done: done }) })
    .where('obligation_id', '=', obligationId)
    .where('id', '=', clockId)
    .execute();
}

/** Obligations of reviews with a running clock reckoned under an older calendar. */
export async function reviewClocksUnderOlder(db: Db, version: number, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT obligation_id AS id FROM casework.obligation_clocks
    WHERE stopped_at IS NULL AND calendar_version < ${version} LIMIT ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * A new calendar moves the clocks of cases; the due days kept for lists follow. The agency's clock decides, never the Ombudsman's own.
 * @returns how many have moved
 */
export async function followClocks(tx: Tx): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE casework.obligations o SET due_at = k.due_at
    FROM casework.clocks k
    WHERE k.case_id = o.case_id AND k.kind = 'obligation' AND k.part_id = o.id AND k.stopped_at IS NULL
      AND k.rule <> 'case.verdict' AND o.due_at <> k.due_at AND o.judged_at IS NULL`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
