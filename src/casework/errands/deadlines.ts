/** Every minute: reminders, escalations, what the law does when nobody answers. And anew when a calendar changes. */
import type { System } from '../../kernel/actor.ts';
import { lawBook, reCalendar } from '../../law/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { climbCaseAlerts } from '../actions/climb-case-alerts.ts';
import { decide } from '../actions/decide.ts';
import { decision } from '../rules/decision.ts';
import { caseClocksToAlert, casesUnderOlderCalendar, postponeCaseAlert } from '../store/case-alerts.ts';

const BATCH = 200;
/** Another errand a minute later goes on where this one stops. */
const MOST = 5_000;
const SYSTEM: System = { kind: 'system', errand: 'casework.recompute-deadlines' };

export async function caseDeadlinesErrand(tools: Tools): Promise<void> {
  for (let acted = 0; acted < MOST; ) {
    const due = await caseClocksToAlert(tools.db, tools.clock.now(), BATCH);
    if (due.length === 0) return;
    for (const clock of due) {
      acted += 1;
      try {
        await climbCaseAlerts(tools, clock);
      } catch (error) {
        tools.log.error({ err: error, caseId: clock.caseId, clockId: clock.clockId }, 'an alert failed; later again');
        await postponeCaseAlert(tools.db, clock, tools.clock.now().add({ minutes: 15 }));
      }
    }
  }
}

/** A new calendar version: every running clock is reckoned anew, each date that moves with an event that says why. */
export async function recomputeCaseDeadlines(tools: Tools): Promise<void> {
  const { calendarVersion } = await lawBook(tools);
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await casesUnderOlderCalendar(tools.db, calendarVersion, after, BATCH);
    for (const caseId of ids) {
      await decide(tools, SYSTEM, { caseId, version: null }, (file, { law }) => {
        const clocks = file.clocks.map((clock) => reCalendar(clock, law));
        const moved = clocks.filter((clock, index) => !clock.dueAt.equals(file.clocks[index]?.dueAt ?? clock.dueAt));
        const events = moved.map((clock) => ({
          type: 'due-moved',
          payload: {
            clock: clock.id,
            rule: clock.limit.rule,
            why: 'calendar-changed',
            from: file.clocks.find((each) => each.id === clock.id)?.dueAt.toString() ?? '',
            to: clock.dueAt.toString(),
          },
        }));
        return decision({ ...file, clocks }, { events });
      });
      after = caseId;
    }
    if (ids.length < BATCH) return;
  }
}
