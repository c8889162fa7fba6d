/** A new calendar version: every running clock is reckoned anew, each date that moves with an event that says why. */
import type { System } from '../../kernel/actor.ts';
import { lawBook } from '../../law/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { decide } from '../actions/decide.ts';
import { movedDates } from '../rules/clock-changes.ts';
import { reCalendar } from '../rules/clocks.ts';
import { decision } from '../rules/decision.ts';
import { complaintsUnderOlderCalendar } from '../store/alerts.ts';

const SYSTEM: System = { kind: 'system', errand: 'complaints.recompute-deadlines' };
const BATCH = 500;

export async function recomputeDeadlinesErrand(tools: Tools): Promise<void> {
  const { calendarVersion } = await lawBook(tools);
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await complaintsUnderOlderCalendar(tools.db, calendarVersion, after, BATCH);
    for (const complaintId of ids) {
      await decide(tools, SYSTEM, { complaintId, version: null }, (complaint, { law }) => {
        const next = { ...complaint, clocks: complaint.clocks.map((clock) => reCalendar(clock, law)) };
        return decision(next, { events: movedDates(complaint, next, 'calendar-changed') });
      });
      after = complaintId;
    }
    if (ids.length < BATCH) return;
  }
}
