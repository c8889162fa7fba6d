/**
 * The ladder a clock climbs: a reminder before it is due, then the coordinator, the head, the Ombudsman's desk. Silence and
 * asked-back facts have one rung: what the law does when nobody answers. Each rung is climbed once (see errands/alerts.ts).
 */
import { type Moment, Temporal } from '../../kernel/time.ts';
import { type Clock, isPaused, isRunning } from './clocks.ts';

export const ALERT_STAGES = ['reminder', 'overdue', 'head', 'ombudsman'] as const;
export type AlertStage = (typeof ALERT_STAGES)[number] | 'lapse';

/** The moments the ladder needs, from the law and the complaint's calendar. */
export interface AlertTimes {
  /** The opening of the working day `complaint.reminder-lead` before the due day, never before the start. */
  reminderFor(clock: Clock): Moment;
  /** So many working days after the due moment, parameters `complaint.escalate-head` and `complaint.escalate-ombudsman`. */
  afterDue(clock: Clock, rule: 'complaint.escalate-head' | 'complaint.escalate-ombudsman'): Moment;
}

export interface Alert {
  readonly stage: AlertStage;
  readonly at: Moment;
}

/** The rungs of a clock in order. */
export function ladder(clock: Clock, times: AlertTimes): Alert[] {
  const over = clock.dueAt.add({ seconds: 1 });
  if (clock.kind === 'silence' || clock.kind === 'hold') {
    return [
      { stage: 'reminder', at: times.reminderFor(clock) },
      { stage: 'lapse', at: over },
    ];
  }
  return [
    { stage: 'reminder', at: times.reminderFor(clock) },
    { stage: 'overdue', at: over },
    { stage: 'head', at: times.afterDue(clock, 'complaint.escalate-head') },
    { stage: 'ombudsman', at: times.afterDue(clock, 'complaint.escalate-ombudsman') },
  ];
}

/** The next rung after `done` of them, `undefined` when the clock stands still or the ladder is climbed. */
export function nextAlert(clock: Clock, done: number, times: AlertTimes): Alert | undefined {
  if (!isRunning(clock) || isPaused(clock)) return undefined;
  return ladder(clock, times)[done];
}

/** The highest rung that is due now, skipping those a long outage has overtaken. */
export function dueAlerts(clock: Clock, done: number, now: Moment, times: AlertTimes): Alert[] {
  if (!isRunning(clock) || isPaused(clock)) return [];
  return ladder(clock, times)
    .slice(done)
    .filter((alert) => Temporal.Instant.compare(alert.at, now) <= 0);
}
