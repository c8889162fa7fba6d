/** Clocks whose ladder has a rung due, for the errand that climbs it. */
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { ComplaintTables } from './tables.ts';

export interface DueClock {
  readonly complaintId: string;
  readonly clockId: string;
}

/** The longest waiting first. Not locked: whoever acts looks again under the complaint's lock. */
export async function clocksToAlert(db: Db, now: Moment, limit: number): Promise<DueClock[]> {
  const rows = await db
    .withTables<ComplaintTables>()
    .selectFrom('complaints.clocks')
    .select(['complaint_id', 'id'])
    .where('next_alert_at', '<=', now.toString() as never)
    .orderBy('next_alert_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ complaintId: row.complaint_id, clockId: row.id }));
}

export async function alertsDone(tx: Tx, clock: DueClock): Promise<number> {
  const row = await tx
    .withTables<ComplaintTables>()
    .selectFrom('complaints.clocks')
    .select('alerts_done')
    .where('complaint_id', '=', clock.complaintId)
    .where('id', '=', clock.clockId)
    .executeTakeFirstOrThrow();
  return row.alerts_done;
}

export async function markAlerts(tx: Tx, clock: DueClock, done: number, nextAt: Moment | null): Promise<void> {
  await tx
    .withTables<ComplaintTables>()
    .updateTable('complaints.clocks')
    .set({ alerts_done: done, next_alert_at: nextAt?.toString() ?? null })
    .where('complaint_id', '=', clock.complaintId)
    .where('id', '=', clock.clockId)
    .execute();
}

/** A complaint whose alert could not be acted upon is tried again later, and blocks no other. */
export async function postponeAlert(db: Db, clock: DueClock, until: Moment): Promise<void> {
  await db
    .withTables<ComplaintTables>()
    .updateTable('complaints.clocks')
    .set({ next_alert_at: until.toString() })
    .where('complaint_id', '=', clock.complaintId)
    .where('id', '=', clock.clockId)
    .where('next_alert_at', 'is not', null)
    .execute();
}

/** Complaints with a running clock reckoned under an older calendar, by id. */
export async function complaintsUnderOlderCalendar(db: Db, version: number, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<ComplaintTables>()
    .selectFrom('complaints.clocks')
    .select('complaint_id')
    .distinct()
    .where('stopped_at', 'is', null)
    .where('calendar_version', '<', version)
    .where('complaint_id', '>', after)
    .orderBy('complaint_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.complaint_id);
}
