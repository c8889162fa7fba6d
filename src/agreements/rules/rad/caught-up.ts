/**
 * What became of a line while the edition it goes on in was drafted and reviewed: the plan before went on meanwhile. On the day the edition is adopted
 * its line begins where the confirmed work stands by then, or is not promised again because it is done. Pure.
 */
import Fraction from 'fraction.js';
import type { Moment } from '../../../kernel/time.ts';
import { Temporal } from '../../../kernel/time.ts';
import { hasReached } from '../light.ts';
import type { Line } from '../line.ts';
import { awaitsConfirmation } from '../permissions.ts';
import { beginsAt } from '../reviews/renewal.ts';

/** Whether something was said of a line of the plan before that nobody has confirmed or sent back yet. */
export function isUnjudged(line: Line): boolean {
  return line.state === 'reported' || (line.state === 'running' && awaitsConfirmation(line));
}

/**
 * @param line of the edition
 * @param before the line it goes on from, in `code`
 * @returns the line as it is adopted; the same one when nothing is to be said anew
 */
export function caughtUp(line: Line, before: Line, { at, code }: { readonly at: Moment; readonly code: string }): Line {
  if (line.state !== 'planned') return line;
  const isSameMeasure = line.unit === before.unit && line.indicator === before.indicator && line.direction === before.direction;
  const standing: Line = { ...line, confirmed: before.confirmed };
  if (before.state === 'done' && isSameMeasure && hasReached(line, before.confirmed?.amount ?? null))
    return {
      ...line,
      state: 'dropped',
      stateAt: at,
      stateNote: `Selesai dan dikonfirmasi di ${code} sebelum edisi ini ditetapkan`,
    };
  const baseline = isSameMeasure ? beginsAt(standing) : line.baseline;
  const hasMoved = baseline !== line.baseline;
  // A new edition gives a later day, but the day that was promised first stays what it was.
  const isEarlier = Temporal.PlainDate.compare(before.firstDueOn, line.firstDueOn) < 0;
  if (!hasMoved && !isEarlier) return line;
  return {
    ...line,
    ...(hasMoved ? { baseline, targets: targetsAhead({ ...line, baseline }) } : {}),
    firstDueOn: isEarlier ? before.firstDueOn : line.firstDueOn,
  };
}

/** The targets still ahead of where a line begins: what was due in quarters that are behind is not asked for again. */
export function targetsAhead({
  baseline,
  targets,
  direction,
}: Pick<Line, 'baseline' | 'targets' | 'direction'>): Line['targets'] {
  if (baseline === null) return targets;
  const from = new Fraction(baseline);
  const ahead = (target: string | null) =>
    target !== null && (direction === 'up' ? from.gt(target) : from.lt(target)) ? null : target;
  return [ahead(targets[0]), ahead(targets[1]), ahead(targets[2]), ahead(targets[3])];
}
