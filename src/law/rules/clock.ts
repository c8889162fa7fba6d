/**
 * A clock watches one time limit. It is started, paused, resumed and stopped by events; its due moment follows from the law, the
 * calendar and its pauses alone. Lateness is never stored: it is a question put to `dueAt` and now.
 *
 * Rooms name their kinds (`Clock<'verify' | ...>`) and what a part is. Bargain with callers: only `pauseClock`/`resumeClock`, `reLimit` (a
 * reasoned change) and `reCalendar` (a new calendar version) move a due moment.
 */
import { type Moment, Temporal } from '../../kernel/time.ts';

export interface ClockLimit {
  /** The law's parameter, for example `complaint.verify`. */
  readonly rule: string;
  readonly value: number;
  /** `hk` = hari kerja, working days. */
  readonly unit: 'hk' | 'day' | 'hour';
}

export interface ClockPause {
  readonly from: Moment;
  /** `null` while it lasts. */
  readonly to: Moment | null;
}

export interface ClockDue {
  readonly dueAt: Moment;
  readonly isProvisional: boolean;
  readonly calendarVersion: number;
}

export interface Clock<Kind extends string = string> extends ClockDue {
  readonly id: string;
  readonly kind: Kind;
  /** The part it watches, `null` for the whole. */
  readonly partId: string | null;
  readonly startedAt: Moment;
  readonly limit: ClockLimit;
  readonly pauses: readonly ClockPause[];
  /** When what it waited for happened (or stopped mattering). */
  readonly stoppedAt: Moment | null;
}

/** The law as one file meets it: its rule-set, its day of opening, its region's calendar and zone. */
export interface FileLaw {
  limit(rule: string): ClockLimit;
  /** A plain number of the rule-set, for example how many returns before the national desk decides. */
  count(rule: string): number;
  due(from: Moment, limit: ClockLimit, pauses: readonly ClockPause[]): ClockDue;
}

export function startClock<Kind extends string>(
  id: string,
  kind: Kind,
  partId: string | null,
  rule: string,
  at: Moment,
  law: FileLaw,
): Clock<Kind> {
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

export function stopClock<Kind extends string>(clock: Clock<Kind>, at: Moment): Clock<Kind> {
  return isRunning(clock) ? { ...clock, stoppedAt: at } : clock;
}

/** Runs on as if it had never stopped: an objection does not give the agency new time. */
export function restartClock<Kind extends string>(clock: Clock<Kind>): Clock<Kind> {
  return { ...clock, stoppedAt: null };
}

export function pauseClock<Kind extends string>(clock: Clock<Kind>, at: Moment): Clock<Kind> {
  if (!isRunning(clock) || isPaused(clock)) return clock;
  return { ...clock, pauses: [...clock.pauses, { from: at, to: null }] };
}

export function resumeClock<Kind extends string>(clock: Clock<Kind>, at: Moment, law: FileLaw): Clock<Kind> {
  if (!isPaused(clock)) return clock;
  const pauses = clock.pauses.map((each) => (each.to === null ? { from: each.from, to: at } : each));
  return { ...clock, pauses, ...law.due(clock.startedAt, clock.limit, pauses) };
}

/** Another limit for the same start: a reasoned change. */
export function reLimit<Kind extends string>(clock: Clock<Kind>, rule: string, law: FileLaw): Clock<Kind> {
  const limit = law.limit(rule);
  return { ...clock, limit, ...law.due(clock.startedAt, limit, clock.pauses) };
}

/** The same clock under a new version of the calendar. */
export function reCalendar<Kind extends string>(clock: Clock<Kind>, law: FileLaw): Clock<Kind> {
  return isRunning(clock) ? { ...clock, ...law.due(clock.startedAt, clock.limit, clock.pauses) } : clock;
}
