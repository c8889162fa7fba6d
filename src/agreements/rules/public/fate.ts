/** What became of a promise of a signed agreement. Every line that was promised is exactly one of them. Pure; store/public/promises.ts asks the same in SQL. */
import { type Day, dayOf, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { hasReached } from '../light.ts';
import { OPEN_LINE_STATES } from '../line.transitions.ts';
import type { Line } from '../line.ts';

export const FATES = ['kept', 'kept-late', 'short', 'not-kept', 'late', 'reported', 'running', 'withdrawn'] as const;
export type Fate = (typeof FATES)[number];

/** Fates a list of what is still to be done has. */
export const OPEN_FATES: readonly Fate[] = ['late', 'reported', 'running'];

/** A line of another agreement that a line was carried into. */
export interface Onward {
  readonly agreement: Pick<Agreement, 'predecessorId' | 'isAdopted'>;
  readonly line: Pick<Line, 'state' | 'isWithdrawn'>;
}

/**
 * Whether an open line of an ended plan goes on in the edition that took the plan's place: the promise is counted there, once. What was settled before
 * the edition was adopted stays where it was settled, and what the edition left out was withdrawn.
 */
export function goesOn(
  line: Pick<Line, 'state'>,
  { id, state }: Pick<Agreement, 'id' | 'state'>,
  onward: readonly Onward[],
): boolean {
  return (
    state === 'ended' &&
    OPEN_LINE_STATES.includes(line.state) &&
    onward.some(
      (each) =>
        each.agreement.isAdopted &&
        each.agreement.predecessorId === id &&
        (each.line.state !== 'dropped' || each.line.isWithdrawn),
    )
  );
}

/**
 * Kept is what reached its final target, and in time what was done by the day promised first; ended below the target it is `short`, whoever agreed.
 * Withdrawn: dropped after the signing, or not due yet when its agreement was ended early, which nobody can hold anybody to any more.
 *
 * @param today where the agreement is
 * @returns `null` = dropped before the signing: it was never promised
 */
export function fateOf(
  line: Line,
  { state, endedOn, zone }: Pick<Agreement, 'state' | 'endedOn' | 'zone'>,
  today: Day,
): Fate | null {
  const isOver = (due: Day, by: Day) => Temporal.PlainDate.compare(due, by) < 0;
  switch (line.state) {
    case 'dropped':
      return line.isWithdrawn ? 'withdrawn' : null;
    case 'not-done':
      return 'not-kept';
    case 'done': {
      if (!hasReached(line, line.confirmed?.amount ?? null)) return 'short';
      // The day somebody says it was done by: what was reported, else confirmed, else the day it was judged.
      const doneOn = line.reported?.on ?? line.confirmed?.on ?? dayOf(line.stateAt, zone);
      return isOver(line.firstDueOn, doneOn) ? 'kept-late' : 'kept';
    }
    case 'reported':
      return 'reported';
    case 'planned':
    case 'running': {
      const hasEnded = state === 'ended' && endedOn !== null && Temporal.PlainDate.compare(endedOn, today) <= 0;
      if (hasEnded && !isOver(line.dueOn, endedOn)) return 'withdrawn';
      return isOver(line.dueOn, today) ? 'late' : 'running';
    }
  }
}
