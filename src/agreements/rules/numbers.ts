/** The numbers of this room as the law book has them on a day. None of them stands in code. */
import type { Day } from '../../kernel/time.ts';
import type { LawBook } from '../../law/index.ts';
import type { WarnDays } from './in-force.ts';
import type { LightRule } from './light.ts';

/** Days before its end from which an agreement counts as lapsing; one about a year from its second warning on, which is its only one. */
export function warnDaysOn(law: LawBook, day: Day): WarnDays {
  const [long, yearly] = lapseWarningsOn(law, day);
  return { long, yearly };
}

/** The two warnings before an agreement lapses, in days, the earlier first. */
export function lapseWarningsOn(law: LawBook, day: Day): readonly [number, number] {
  return [law.parameter('agreement.lapse-first', day).value, law.parameter('agreement.lapse-second', day).value];
}

export function lightRuleOn(law: LawBook, day: Day): LightRule {
  return {
    green: law.parameter('agreement.light-green', day).value,
    yellow: law.parameter('agreement.light-yellow', day).value,
    staleDays: law.parameter('agreement.progress-stale', day).value,
  };
}
