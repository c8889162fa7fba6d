import type { SheetKind } from './instrument.ts';

/**
 * What was found out about one agency, as people write it down: the input of `score`, of `npx tuntas score` and of trial scores.
 * `null` = not answered (yet), `"n/a"` = does not apply here.
 */
export interface Answers {
  /** The agency's code in the directory, or any name of one's own. */
  readonly agency: string;
  readonly units: readonly UnitAnswers[];
  /** Sheets about the agency itself. */
  readonly sheets?: readonly Sheet[];
}

export interface UnitAnswers {
  readonly unit: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly kind: SheetKind;
  /** By indicator code. */
  readonly answers: Readonly<Record<string, Written>>;
}

export type Written = string | number | boolean | null;

export const NOT_APPLICABLE = 'n/a';

export function saysNotApplicable(written: Written): boolean {
  return typeof written === 'string' && written.trim().toLowerCase() === NOT_APPLICABLE;
}

/**
 * Answers counted by value: all that a score needs to know, and all that is published of what people answered.
 * Values are kept numbers as exact text.
 */
export interface Tally {
  readonly counts: readonly (readonly [value: string, count: number])[];
  readonly notApplicable: number;
  /**
   * Sheets that should have an answer and have none: those about products, units and the agency. Of people it is not counted,
   * since anyone may leave a question unanswered.
   */
  readonly unanswered?: number;
}

/** By indicator code. */
export type Tallies = ReadonlyMap<string, Tally>;

export interface AgencyTally {
  readonly agency: string;
  readonly units: readonly { readonly unit: string; readonly tallies: Tallies }[];
  /** Of the dimensions that are measured once for the agency. */
  readonly tallies: Tallies;
}
