import type { HeldPosition } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/time.ts';
import { type PositionKind, positionKind } from './positions.ts';

/** A position as recorded, whether in force or not. */
export interface Position {
  readonly id: string;
  readonly personId: string;
  readonly kind: PositionKind;
  readonly agencyId: string;
  readonly decreeNumber: string;
  readonly decreeOn: Day;
  /** First day in force. */
  readonly startsOn: Day;
  /** First day no longer in force; `null` until further notice. */
  readonly endsOn: Day | null;
}

/** A stretch of days: from the first day in it to the first day after it. */
export interface Term {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

function isBefore(a: Day, b: Day): boolean {
  return a.until(b).sign > 0;
}

/** Whether the term covers the day. */
export function covers(term: Term, day: Day): boolean {
  return !isBefore(day, term.startsOn) && (term.endsOn === null || isBefore(day, term.endsOn));
}

/** Whether two terms share a day. */
export function overlap(a: Term, b: Term): boolean {
  return (b.endsOn === null || isBefore(a.startsOn, b.endsOn)) && (a.endsOn === null || isBefore(b.startsOn, a.endsOn));
}

/** The position as an actor carries it: the kind's capabilities at the agency's place in its tree. */
export function asHeld(
  position: { readonly id: string; readonly kind: PositionKind },
  agency: {
    readonly id: string;
    readonly governmentId: string;
    readonly path: readonly string[];
    readonly regionCode: string | null;
  },
): HeldPosition {
  return {
    positionId: position.id,
    kind: position.kind,
    agencyId: agency.id,
    governmentId: agency.governmentId,
    agencyPath: agency.path,
    capabilities: positionKind(position.kind).capabilities,
    regionCode: agency.regionCode,
  };
}
