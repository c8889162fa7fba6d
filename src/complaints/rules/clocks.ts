/**
 * The clocks of a complaint. A clock is started, paused, resumed and stopped by events; its due moment follows from the law,
 * the calendar and its pauses alone. Lateness is never stored: it is a question put to `dueAt` and today.
 *
 * Bargain with callers: only `pause`/`resume`, `reLimit` (a reasoned change of class) and `reCalendar` (a new calendar version)
 * move a due moment. Forwarding must not touch `verify` or `finish`.
 */
import { type Moment, Temporal } from '../../kernel/time.ts';

export const CLOCK_KINDS = ['verify', 'finish', 'follow-up', 'silence', 'hold', 'arbitrate'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export interface Limit {
  /** The law's parameter, for example `complaint.verify`. */
  readonly rule: string;
  readonly value: number;
  /** `hk` = hari kerja, working days. */
  readonly unit: 'hk' | 'day' | 'hour';
}

export interface Pause {
  readonly from: Moment;
  /** `null` while it lasts. */
  readonly to: Moment | null;
}

export interface Clock {
  readonly id: string;
  readonly kind: ClockKind;
  /** The part it watches, `null` for the whole complaint. */
  readonly partId: string | null;
  readonly startedAt: Moment;
  readonly limit: Limit;
  readonly pauses: readonly Pause[];
  readonly dueAt: Moment;
  /** The due moment rests on a year whose holidays are not decreed yet. */
  readonly isProvisional: boolean;
  readonly calendarVersion: number;
  /** When what it waited for happened (or stopped mattering). */
  readonly stoppedAt: Moment | null;
}

export interface Due {
  readonly dueAt: Moment;
  readonly isProvisional: boolean;
  readonly calendarVersion: number;
}

/** The law as one complaint meets it: its rule-set, its filing day, its region's calendar and zone. */
export interface ComplaintLaw {
  limit(rule: string): Limit;
  /** A plain number of the rule-set, for example how many returns before the national desk decides. */
  count(rule: string): number;
  due(from: Moment, limit: Limit, pauses: readonly Pause[]): Due;
}

export function startClock(
  id: string,
  kind: ClockKind,
  partId: string | null,
  rule: string,
  at: Moment,
  law: ComplaintLaw,
): Clock {
  const limit = law.limit(rule);
  return { id, kind, partId, startedAt: at, limit, pauses: [], stoppedAt: null, ...law.due(at, limit, []) };
}

export function isRunning(clock: Clock): boolean {
  return clock.stoppedAt === null;
}

export function isPaused(clock: Clock): boolean {
  return isRunning(clock) && clock.pauses.at(-1)?.to === null;
}

/** Late = it was stopped after its due moment, or runs unpaused beyond it. */
export function isLate(clock: Clock, now: Moment): boolean {
  if (isPaused(clock)) return false;
  return Temporal.Instant.compare(clock.stoppedAt ?? now, clock.dueAt) > 0;
}

export function stop(clock: Clock, at: Moment): Clock {
  return isRunning(clock) ? { ...clock, stoppedAt: at } : clock;
}

/** Runs on as if it had never stopped: an objection does not give the agency new time. */
export function restart(clock: Clock): Clock {
  return { ...clock, stoppedAt: null };
}

export function pause(clock: Clock, at: Moment): Clock {
  if (!isRunning(clock) || isPaused(clock)) return clock;
  return { ...clock, pauses: [...clock.pauses, { from: at, to: null }] };
}

export function resume(clock: Clock, at: Moment, law: ComplaintLaw): Clock {
  if (!isPaused(clock)) return clock;
  const pauses = clock.pauses.map((each) => (each.to === null ? { from: each.from, to: at } : each));
  return { ...clock, pauses, ...law.due(clock.startedAt, clock.limit, pauses) };
}

/** Another limit for the same start: a reasoned change of class. */
export function reLimit(clock: Clock, rule: string, law: ComplaintLaw): Clock {
  const limit = law.limit(rule);
  return { ...clock, limit, ...law.due(clock.startedAt, limit, clock.pauses) };
}

/** The same clock under a new version of the calendar. */
export function reCalendar(clock: Clock, law: ComplaintLaw): Clock {
  return isRunning(clock) ? { ...clock, ...law.due(clock.startedAt, clock.limit, clock.pauses) } : clock;
}
