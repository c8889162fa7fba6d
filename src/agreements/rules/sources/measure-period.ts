/** The days a line's live measure looks at, and the days it is compared with. Pure. */
import { type Day, Temporal } from '../../../kernel/time.ts';

export interface Span {
  /** Both days belong to it. */
  readonly from: Day;
  readonly until: Day;
}

/**
 * The span of a line: its own days where somebody chose them, else from the day it begins to the end of its year. Days of the same year before the line
 * began belong to neither side: they would mix what was before it with what came after.
 */
export function spanOf(line: { readonly year: number; readonly startsOn: Day }, own: Span | null): Span {
  return own ?? { from: line.startsOn, until: Temporal.PlainDate.from({ year: line.year, month: 12, day: 31 }) };
}

/** As much of the span as has come; `null` = it has not begun. */
export function soFar({ from, until }: Span, today: Day): Span | null {
  if (Temporal.PlainDate.compare(from, today) > 0) return null;
  return { from, until: Temporal.PlainDate.compare(until, today) > 0 ? today : until };
}

/**
 * The same days of the year before (of as many years before as keep the two apart): complaints follow the seasons, holidays and budgets, so that the
 * months right before would compare unlike with unlike. 29 February becomes the 28th.
 */
export function sameDaysBefore({ from, until }: Span): Span {
  let years = 1;
  while (Temporal.PlainDate.compare(until.subtract({ years }), from) >= 0) years += 1;
  return { from: from.subtract({ years }), until: until.subtract({ years }) };
}
