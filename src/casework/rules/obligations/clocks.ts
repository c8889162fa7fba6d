/**
 * The deadlines of an obligation. Exactly one clock of it runs until the last word: the agency's, or (while a report lies with the Ombudsman)
 * the Ombudsman's own for the verdict. The time a report was looked at does not count against the agency.
 */
import { type Moment, Temporal } from '../../../kernel/time.ts';
import { isRunning, startClock, stopClock } from '../../../law/index.ts';
import type { CaseClock } from '../case.ts';
import type { Circumstances } from '../decision.ts';

type Facts = Pick<Circumstances, 'at' | 'law' | 'newId'>;

/** Of the Ombudsman: how long a verdict may take. */
export const VERDICT_RULE = 'case.verdict';
/** Time added by a decision; as a parameter the most one decision may add. */
export const MORE_TIME_RULE = 'case.more-time';

export function clocksOf(clocks: readonly CaseClock[], obligationId: string): readonly CaseClock[] {
  return clocks.filter((clock) => clock.kind === 'obligation' && clock.partId === obligationId);
}

/** The agency's newest clock: the one that runs, else the one that was stopped last. */
export function agencyClock(clocks: readonly CaseClock[], obligationId: string): CaseClock | undefined {
  const own = clocksOf(clocks, obligationId).filter((clock) => clock.limit.rule !== VERDICT_RULE);
  return own.find(isRunning) ?? [...own].sort(byEnd).at(-1);
}

/** Two that ended at one moment: the one that was due later came after the other. */
function byEnd(a: CaseClock, b: CaseClock): number {
  const [one, other] = [a.stoppedAt ?? a.dueAt, b.stoppedAt ?? b.dueAt];
  return Temporal.Instant.compare(one, other) || Temporal.Instant.compare(a.dueAt, b.dueAt);
}

function stopAll(clocks: readonly CaseClock[], obligationId: string, at: Moment): readonly CaseClock[] {
  const own = clocksOf(clocks, obligationId);
  return clocks.map((clock) => (own.includes(clock) && isRunning(clock) ? stopClock(clock, at) : clock));
}

/** The agency's time counts anew from a moment, with the limit it had: whoever issued it may have set another than the kind's own. */
export function beginAnew(
  clocks: readonly CaseClock[],
  obligationId: string,
  from: Moment,
  { at, law, newId }: Facts,
): readonly CaseClock[] {
  const before = agencyClock(clocks, obligationId);
  if (!before) throw new Error('an obligation without a clock');
  const { kind, partId, limit } = before;
  const anew: CaseClock = {
    ...{ id: newId(), kind, partId, startedAt: from, limit, pauses: [], stoppedAt: null },
    ...law.due(from, limit, []),
  };
  return [...stopAll(clocks, obligationId, at), anew];
}

/** The agency's time begins. */
export function beginAgency(
  clocks: readonly CaseClock[],
  obligationId: string,
  rule: string,
  from: Moment,
  { at, law, newId }: Facts,
): readonly CaseClock[] {
  return [...stopAll(clocks, obligationId, at), startClock(newId(), 'obligation' as const, obligationId, rule, from, law)];
}

/** Working days more, from a moment on. */
export function addTime(
  clocks: readonly CaseClock[],
  obligationId: string,
  days: number,
  from: Moment,
  { at, law, newId }: Facts,
): readonly CaseClock[] {
  const limit = { rule: MORE_TIME_RULE, value: days, unit: 'hk' } as const;
  const clock: CaseClock = {
    ...{ id: newId(), kind: 'obligation', partId: obligationId, startedAt: from, limit, pauses: [], stoppedAt: null },
    ...law.due(from, limit, []),
  };
  return [...stopAll(clocks, obligationId, at), clock];
}

/** A report is in: the agency's clock stands, the Ombudsman's runs. */
export function beginVerdict(clocks: readonly CaseClock[], obligationId: string, facts: Facts): readonly CaseClock[] {
  const { at, law, newId } = facts;
  return [...stopAll(clocks, obligationId, at), startClock(newId(), 'obligation' as const, obligationId, VERDICT_RULE, at, law)];
}

/** The agency's clock runs on; the time since it stood is a pause (`pausedFrom`), or ran on as if it had never stopped (`null`). */
export function resumeAgency(
  clocks: readonly CaseClock[],
  obligationId: string,
  pausedFrom: Moment | null,
  { at, law }: Facts,
): readonly CaseClock[] {
  const clock = agencyClock(clocks, obligationId);
  const stopped = stopAll(clocks, obligationId, at);
  if (!clock) return stopped;
  const pauses = pausedFrom ? [...clock.pauses, { from: pausedFrom, to: at }] : clock.pauses;
  const running: CaseClock = { ...clock, pauses, stoppedAt: null, ...law.due(clock.startedAt, clock.limit, pauses) };
  return stopped.map((each) => (each.id === clock.id ? running : each));
}

export function endAll(clocks: readonly CaseClock[], obligationId: string, at: Moment): readonly CaseClock[] {
  return stopAll(clocks, obligationId, at);
}
