import type { Tx } from '../../platform/database/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';

/**
 * Tells the room of complaints that working days have changed, so that it works out its open deadlines again. The law does not
 * know complaints: it only puts the errand of this name into the queue. Of several versions in a row the last one counts.
 */
export async function announceCalendar(tx: Tx, calendarVersion: number): Promise<void> {
  await enqueue(tx, {
    errand: 'complaints.recompute-deadlines',
    payload: { calendarVersion },
    key: 'complaints.recompute-deadlines',
  });
}
