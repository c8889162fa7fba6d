/** Every minute: reminders, escalations, closing by silence. See actions/climb-alerts.ts. */
import type { Tools } from '../../platform/tools.ts';
import { climbAlerts } from '../actions/climb-alerts.ts';
import { clocksToAlert, postponeAlert } from '../store/alerts.ts';

const BATCH = 200;
/** Another errand a minute later goes on where this one stops. */
const MOST = 5_000;

export async function alertErrand(tools: Tools): Promise<void> {
  for (let acted = 0; acted < MOST; ) {
    const due = await clocksToAlert(tools.db, tools.clock.now(), BATCH);
    if (due.length === 0) return;
    for (const clock of due) {
      acted += 1;
      try {
        await climbAlerts(tools, clock);
      } catch (error) {
        tools.log.error({ err: error, complaintId: clock.complaintId, clockId: clock.clockId }, 'an alert failed; later again');
        await postponeAlert(tools.db, clock, tools.clock.now().add({ minutes: 15 }));
      }
    }
  }
}
