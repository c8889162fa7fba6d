/**
 * When people are reminded of a line and of an agreement that ends. Each rung is told once for a due day; when several were missed (a plan entered late),
 * the latest alone is told. The distances are parameters of the law (`agreement.line-first` and its like). Pure.
 */
import type { Day } from '../../../kernel/time.ts';
import type { Calendar, LawBook } from '../../../law/index.ts';

/** By number, as they are kept on the line: 0 = nothing was told yet. */
export const LINE_RUNGS = { 1: 'first', 2: 'second', 3: 'due', 4: 'late' } as const;
export type LineRung = keyof typeof LINE_RUNGS;

export const RUNG_PURPOSES = {
  1: 'agreement.line-soon',
  2: 'agreement.line-soon',
  3: 'agreement.line-due',
  4: 'agreement.line-late',
} as const satisfies Record<LineRung, string>;

/** Due days up to which a rung is reached today. */
export interface LadderDays {
  readonly today: Day;
  readonly firstUntil: Day;
  readonly secondUntil: Day;
  readonly lateUntil: Day;
  /** Reports sent on this day or before have waited long enough. */
  readonly confirmUntil: Day;
  /** Reports sent on this day or before have waited so long that who leads the other side hears of them. */
  readonly confirmLateUntil: Day;
  /** Agreements whose last day lies before it tell nothing more. */
  readonly endedAfter: Day;
  readonly lapseFirst: Day;
  readonly lapseSecond: Day;
}

export function ladderDays(law: LawBook, today: Day): LadderDays {
  const calendar = law.calendar(null);
  const days = (rule: Parameters<LawBook['parameter']>[0], direction: 1 | -1) => {
    const { value, unit } = law.parameter(rule, today);
    return unit === 'hk' ? workingDaysFrom(calendar, today, value, direction) : today.add({ days: direction * value });
  };
  return {
    today,
    firstUntil: days('agreement.line-first', 1),
    secondUntil: days('agreement.line-second', 1),
    lateUntil: days('agreement.line-escalate', -1),
    confirmUntil: days('agreement.confirm-reminder', -1),
    confirmLateUntil: days('agreement.confirm-escalate', -1),
    endedAfter: days('agreement.progress-stale', -1),
    lapseFirst: days('agreement.lapse-first', 1),
    lapseSecond: days('agreement.lapse-second', 1),
  };
}

function workingDaysFrom(calendar: Calendar, from: Day, count: number, direction: 1 | -1): Day {
  let day = from;
  for (let left = count; left > 0; ) {
    day = day.add({ days: direction });
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}
