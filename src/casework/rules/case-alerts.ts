/**
 * The ladder a deadline of a case climbs: a reminder before it is due, then whoever works on it, the head of the office, the head office of
 * the Ombudsman. Second-stage deadlines (obligations, recommendations) climb it like the first. What the reporter must do has one rung: what the
 * law does when nobody answers.
 */
import { type Moment, Temporal } from '../../kernel/time.ts';
import { isPaused, isRunning } from '../../law/index.ts';
import type { Case, CaseClock } from './case.ts';

export const CASE_ALERT_STAGES = ['reminder', 'overdue', 'head', 'centre'] as const;
export type CaseAlertStage = (typeof CASE_ALERT_STAGES)[number] | 'lapse';

/** The moments the ladder needs, from the law and the case's calendar. */
export interface CaseAlertTimes {
  /** The opening of the working day `case.reminder-lead` before the due day, never before the start. */
  reminderFor(clock: CaseClock): Moment;
  afterDue(clock: CaseClock, rule: 'case.escalate-head' | 'case.escalate-centre'): Moment;
}

export interface CaseAlert {
  readonly stage: CaseAlertStage;
  readonly at: Moment;
}

/** Whether the reporter is the one waited for. */
export function isReportersTurn(file: Pick<Case, 'stage'>, clock: CaseClock): boolean {
  return clock.kind === 'stage' && (file.stage === 'completing' || file.stage === 'comment');
}

export function caseLadder(file: Pick<Case, 'stage'>, clock: CaseClock, times: CaseAlertTimes): CaseAlert[] {
  const over = clock.dueAt.add({ seconds: 1 });
  const reminder: CaseAlert = { stage: 'reminder', at: times.reminderFor(clock) };
  // The comment that runs beside the monitoring has no consequence but its end.
  if (isReportersTurn(file, clock) || clock.kind === 'comment') return [reminder, { stage: 'lapse', at: over }];
  // Between the parties: the resolver takes it up with them, no head need be told.
  if (clock.kind === 'promise') return [reminder, { stage: 'overdue', at: over }];
  return [
    reminder,
    { stage: 'overdue', at: over },
    { stage: 'head', at: times.afterDue(clock, 'case.escalate-head') },
    { stage: 'centre', at: times.afterDue(clock, 'case.escalate-centre') },
  ];
}

/** The next rung after `done` of them, `undefined` when the clock stands still or the ladder is climbed. */
export function nextAlert(
  file: Pick<Case, 'stage'>,
  clock: CaseClock,
  done: number,
  times: CaseAlertTimes,
): CaseAlert | undefined {
  if (!isRunning(clock) || isPaused(clock)) return undefined;
  return caseLadder(file, clock, times)[done];
}

/** The rungs that are due now. */
export function dueAlerts(
  file: Pick<Case, 'stage'>,
  clock: CaseClock,
  done: number,
  now: Moment,
  times: CaseAlertTimes,
): CaseAlert[] {
  if (!isRunning(clock) || isPaused(clock)) return [];
  return caseLadder(file, clock, times)
    .slice(done)
    .filter((alert) => Temporal.Instant.compare(alert.at, now) <= 0);
}
