/**
 * Who is waited for: the agencies (the finish clock runs) or the complainant (the silence clock runs). Every rule that changes a
 * part of a complaint in handling ends with this, so that exactly one of the two is true.
 */
import type { Moment } from '../../kernel/time.ts';
import { addClock, runningClock, stopClocks } from './clock-changes.ts';
import { type ComplaintLaw, restart, startClock } from './clocks.ts';
import type { Complaint } from './complaint.ts';
import { activeParts } from './status.ts';

/** Whether every office that has a part has proposed to close. */
export function allProposed(complaint: Complaint): boolean {
  const parts = activeParts(complaint);
  return parts.length > 0 && parts.every((part) => part.state === 'awaiting-complainant');
}

export function settle(complaint: Complaint, at: Moment, law: ComplaintLaw, newId: () => string): Complaint {
  if (complaint.stage !== 'handling') return complaint;
  if (allProposed(complaint)) {
    const done = stopClocks(complaint, at, { kind: 'finish' });
    if (runningClock(done, { kind: 'silence' })) return done;
    return addClock(done, startClock(newId(), 'silence', null, 'complaint.silence', at, law));
  }
  return runOn(stopClocks(complaint, at, { kind: 'silence' }));
}

/** The latest finish clock runs on as if it had never stopped: an objection or one more office gives nobody new time. */
function runOn(complaint: Complaint): Complaint {
  const latest = complaint.clocks.findLast((clock) => clock.kind === 'finish');
  if (!latest || latest.stoppedAt === null) return complaint;
  return { ...complaint, clocks: complaint.clocks.map((clock) => (clock.id === latest.id ? restart(clock) : clock)) };
}
