import type { Tx } from '../../platform/database/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';

/**
 * Tells complaints and casework that working days have changed, so that they work out their open deadlines again. The law does not
 * know either: it only puts errands of these names into the queue. Of several versions in a row the last one counts.
 */
export async function announceCalendar(tx: Tx, calendarVersion: number): Promise<void> {
  for (const errand of ['complaints.recompute-deadlines', 'casework.recompute-deadlines']) {
    await enqueue(tx, { errand, payload: { calendarVersion }, key: errand });
  }
}
