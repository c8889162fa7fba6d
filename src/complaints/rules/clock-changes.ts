/** Changing the clocks of a whole complaint, each change with the event that says why a date moved. */
import type { Moment } from '../../kernel/time.ts';
import { type Clock, type ClockKind, type ComplaintLaw, isRunning, pause, resume, stop } from './clocks.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintEvent } from './decision.ts';

type Which = { readonly kind: ClockKind; readonly partId?: string };

function matches(clock: Clock, which: Which): boolean {
  return clock.kind === which.kind && (which.partId === undefined || clock.partId === which.partId);
}

export function addClock(complaint: Complaint, clock: Clock): Complaint {
  return { ...complaint, clocks: [...complaint.clocks, clock] };
}

export function stopClocks(complaint: Complaint, at: Moment, ...which: Which[]): Complaint {
  return {
    ...complaint,
    clocks: complaint.clocks.map((clock) => (which.some((each) => matches(clock, each)) ? stop(clock, at) : clock)),
  };
}

/** Stops everything that still runs: the complaint has ended. */
export function stopAllClocks(complaint: Complaint, at: Moment): Complaint {
  return { ...complaint, clocks: complaint.clocks.map((clock) => stop(clock, at)) };
}

export function runningClock(complaint: Complaint, which: Which): Clock | undefined {
  return complaint.clocks.find((clock) => isRunning(clock) && matches(clock, which));
}

/** Facts are asked back: every running clock of the agencies waits. */
export function pauseClocks(complaint: Complaint, at: Moment): Complaint {
  return { ...complaint, clocks: complaint.clocks.map((clock) => (clock.kind === 'hold' ? clock : pause(clock, at))) };
}

export function resumeClocks(complaint: Complaint, at: Moment, law: ComplaintLaw): Complaint {
  return {
    ...complaint,
    clocks: complaint.clocks.map((clock) => (clock.kind === 'hold' ? stop(clock, at) : resume(clock, at, law))),
  };
}

/** One event for each date that moved between two versions of a complaint. */
export function movedDates(before: Complaint, after: Complaint, reason: string): ComplaintEvent[] {
  return after.clocks.flatMap((clock) => {
    const old = before.clocks.find((each) => each.id === clock.id);
    if (!old || old.dueAt.equals(clock.dueAt)) return [];
    return [
      {
        type: 'deadline-moved',
        payload: {
          clock: clock.kind,
          part: clock.partId,
          from: old.dueAt.toString(),
          to: clock.dueAt.toString(),
          reason,
          calendarVersion: clock.calendarVersion,
          provisional: clock.isProvisional,
        },
      },
    ];
  });
}
