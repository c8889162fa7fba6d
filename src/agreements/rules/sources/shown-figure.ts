/**
 * What may be said of a measure to whom. Few cases say nothing about an office and much about the people behind them: below
 * `agreement.measure-least` nobody is shown a share or a mean, and the public not even how the cases are divided. Pure.
 */
import { type Counted, type Figure, figureOf, MEASURES, type MeasureCode } from '../../../complaints/index.ts';

export interface ShownGroup {
  readonly code: string;
  readonly count: number;
}

export interface ShownFigure {
  readonly figure: Figure;
  /** Fewer cases than the least: no share, no mean. */
  readonly isFew: boolean;
  /** In the order of the measure; those without a case are left out. */
  readonly groups: readonly ShownGroup[];
  /** Cases of groups of few, put together for the public; 0 = there are none. */
  readonly others: number;
}

/** @param least cases from which a share or a mean is shown */
export function shownFigure(code: MeasureCode, counted: Counted, least: number, viewer: 'inside' | 'public'): ShownFigure {
  const figure = figureOf(code, counted);
  const isFew = figure.cases < least;
  const groups = Object.keys(MEASURES[code].groups).flatMap((group) => {
    const count = counted.groups[group] ?? 0;
    return count > 0 ? [{ code: group, count }] : [];
  });
  if (viewer === 'inside') return { figure, isFew, groups, others: 0 };
  if (isFew) return { figure, isFew, groups: [], others: 0 };
  if (MEASURES[code].kind !== 'spread') return { figure, isFew, groups, others: 0 };
  const few = groups.filter(({ count }) => count < least);
  // One group of few alone could be worked out from the sum: the smallest other one keeps it company.
  const company =
    few.length === 1 ? groups.filter((each) => !few.includes(each)).toSorted((a, b) => a.count - b.count)[0] : undefined;
  const hidden = company ? [...few, company] : few;
  return {
    ...{ figure, isFew, groups: groups.filter((each) => !hidden.includes(each)) },
    others: hidden.reduce((all, { count }) => all + count, 0),
  };
}
