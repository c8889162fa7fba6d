/** A line of a plan as a value. Amounts are exact decimals written as text ('12.5'); money is whole rupiah. Pure. */
import type { Day, Moment } from '../../kernel/time.ts';
import type { Factor, LineForm } from './kinds.ts';
import type { LineState } from './line.transitions.ts';

/** '12', '12.5', '-3': digits, at most one point. */
export type Amount = string;

export const DIRECTIONS = ['up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface Line {
  readonly id: string;
  readonly agreementId: string;
  readonly version: number;
  /** Its number in the plan, never given again. */
  readonly ordinal: number;
  readonly year: number;
  readonly programme: string;
  readonly factor: Factor | null;
  readonly form: LineForm;
  readonly activity: string;
  readonly output: string;
  readonly indicator: string;
  readonly unit: string;
  readonly baseline: Amount | null;
  /** Cumulative at the end of each quarter; `null` = nothing is due by then. */
  readonly targets: readonly [Amount | null, Amount | null, Amount | null, Amount | null];
  /** Whether more is better or less. */
  readonly direction: Direction;
  readonly budgetSource: string;
  /** Whole rupiah, `null` = not stated (0 = nothing is needed). */
  readonly budgetAmount: string | null;
  readonly place: string;
  readonly startsOn: Day;
  readonly dueOn: Day;
  /** The day that was promised first. */
  readonly firstDueOn: Day;
  readonly owner: Responsible;
  /** Who answers for it on the other side; `null` = the other parties as such. */
  readonly other: Responsible | null;
  readonly supportingIds: readonly string[];
  readonly evidenceAsked: string;
  /** A priority of the regional head. */
  readonly isPriority: boolean;
  readonly itemId: string | null;
  readonly obligationId: string | null;
  readonly decisionId: string | null;
  /** A live measure from complaints, by its code in measures.ts. */
  readonly measure: string | null;
  readonly measureAgencyId: string | null;
  readonly state: LineState;
  readonly stateAt: Moment;
  readonly stateNote: string | null;
  /** Dropped from a plan that was signed already: it stays public, with its day and reason. */
  readonly isWithdrawn: boolean;
  /** When it came into a plan that was signed already; `null` = it was in it when it was signed. */
  readonly joinedAt: Moment | null;
  readonly confirmed: Achieved | null;
  readonly reported: Achieved | null;
  readonly evidenceCount: number;
  readonly updatedAt: Moment;
}

export interface Responsible {
  readonly partyId: string;
  readonly agencyId: string;
  readonly agencyPath: readonly string[];
  readonly position: string;
  readonly personId: string | null;
}

/** How far somebody said it was on a day. */
export interface Achieved {
  readonly amount: Amount;
  readonly on: Day;
}

/** The last target given, which is what the line is about; `null` = it is measured by being done or not. */
export function finalTarget(line: Pick<Line, 'targets'>): Amount | null {
  return line.targets.findLast((target) => target !== null) ?? null;
}

/** The last day of a quarter (0 to 3) of the line's year. */
export function quarterEnd(line: Pick<Line, 'startsOn' | 'year'>, quarter: 0 | 1 | 2 | 3): Day {
  const first = line.startsOn.with({ year: line.year, month: quarter * 3 + 1, day: 1 });
  return first.add({ months: 3 }).subtract({ days: 1 });
}
