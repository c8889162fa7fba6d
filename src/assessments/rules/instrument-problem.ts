export type InstrumentProblemCode =
  | 'weights-do-not-add-up'
  | 'weight-unreadable'
  | 'weight-negative'
  | 'code-twice'
  | 'code-unreadable'
  | 'nothing-inside'
  | 'name-missing'
  | 'text-missing'
  | 'scale-empty'
  | 'points-out-of-range'
  | 'best-is-not-reached'
  | 'bands-do-not-start-at-zero'
  | 'band-unreadable'
  | 'band-twice'
  | 'qualifier-unknown'
  | 'qualifier-weighs'
  | 'step-unreadable'
  | 'wrong-sheet-for-level'
  | 'no-sheet-planned'
  | 'count-out-of-range'
  | 'years-reversed'
  | 'decimals-out-of-range'
  | 'threshold-unreadable'
  | 'no-basis'
  | 'confirmed-without-basis'
  | 'default-without-note';

/** What keeps an instrument version from being published. `where`: codes from the dimension down; `detail`: the sum found, the code meant. */
export interface InstrumentProblem {
  readonly problem: InstrumentProblemCode;
  readonly where: readonly string[];
  readonly detail: string | null;
}

/** Notes one problem down. */
export type Add = (problem: InstrumentProblemCode, where: readonly string[], detail?: string | null) => void;

/** Lower-case letters, digits and single hyphens between them: part of addresses and of column names. */
export const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
