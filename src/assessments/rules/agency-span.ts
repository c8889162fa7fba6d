import type { Day } from '../../kernel/time.ts';

export interface AgencySpan {
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

/** Whether an agency was in force on any day of a year (half-open, as in the directory). */
export function agencyInForceIn({ validFrom, validUntil }: AgencySpan, year: number): boolean {
  const begun = validFrom === null || validFrom.year <= year;
  const ended = validUntil !== null && (validUntil.year < year || (validUntil.year === year && validUntil.dayOfYear === 1));
  return begun && !ended;
}
