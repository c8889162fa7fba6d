/** What of a case's obligations decides its way: all carried out, or time to hand it to resolution. */
import type { Moment } from '../../../kernel/time.ts';
import { Temporal } from '../../../kernel/time.ts';
import { type Case, runningClock } from '../case.ts';
import type { Obligation } from '../obligations/obligation.ts';

export type SeenObligation = Pick<Obligation, 'kind' | 'state' | 'judgedAt'>;

const isFor = (kind: Obligation['kind']) => (one: SeenObligation) => one.kind === kind && one.state !== 'withdrawn';

/** Every corrective action was judged carried out, and there is at least one. What was withdrawn does not count. */
export function allCarriedOut(obligations: readonly SeenObligation[]): boolean {
  const owed = obligations.filter(isFor('corrective-action'));
  return owed.length > 0 && owed.every((one) => one.state === 'carried-out');
}

/**
 * Whether the file may go to resolution: the time of the corrective actions is over (PO 58/2023 art. 54), or every one of them has its last word and
 * not all were carried out, so that waiting changes nothing.
 */
export function mayHandOver(file: Pick<Case, 'clocks'>, obligations: readonly SeenObligation[], now: Moment): boolean {
  if (allCarriedOut(obligations)) return false;
  const clock = runningClock(file, 'stage');
  const isOver = clock !== undefined && Temporal.Instant.compare(now, clock.dueAt) > 0;
  const owed = obligations.filter(isFor('corrective-action'));
  return isOver || (owed.length > 0 && owed.every((one) => one.judgedAt !== null));
}
