/** The numbers of this room as the law book has them on a day. None of them stands in code. */
import type { Day } from '../../kernel/time.ts';
import type { LawBook } from '../../law/index.ts';
import type { LightRule } from './light.ts';

/** Days before its end from which an agreement counts as lapsing. */
export function warnDaysOn(law: LawBook, day: Day): number {
  return law.parameter('agreement.lapse-first', day).value;
}

/** The two warnings before an agreement lapses, in days, the earlier first. */
export function lapseWarningsOn(law: LawBook, day: Day): readonly [number, number] {
  return [warnDaysOn(law, day), law.parameter('agreement.lapse-second', day).value];
}

export function lightRuleOn(law: LawBook, day: Day): LightRule {
  return {
    green: law.parameter('agreement.light-green', day).value,
    yellow: law.parameter('agreement.light-yellow', day).value,
    staleDays: law.parameter('agreement.progress-stale', day).value,
  };
}
