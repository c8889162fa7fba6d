/** What one complaint's rules need of the law: its rule-set, the day it was filed, its region's calendar and zone. */
import { type Day, dayOf, type Moment, Temporal, type Zone } from '../../kernel/time.ts';
import {
  asLimit,
  type Calendar,
  dueMoment,
  escalationMoment,
  isRuleSet,
  type LawBook,
  type ParameterRule,
  reminderMoment,
} from '../../law/index.ts';
import type { AlertTimes } from '../rules/alerts.ts';
import type { ComplaintLaw, Limit } from '../rules/clocks.ts';

export interface Surroundings {
  readonly law: ComplaintLaw;
  readonly times: AlertTimes;
}

export interface LegalFacts {
  readonly ruleSet: string;
  readonly filedAt: Moment;
  readonly zone: Zone;
  readonly regionCode: string | null;
}

/** A complaint keeps the rule-set and the parameters of its filing day for its whole life; the calendar is the newest known. */
export function surroundingsOf(book: LawBook, facts: LegalFacts): Surroundings {
  const filedOn: Day = dayOf(facts.filedAt, facts.zone);
  const calendar: Calendar = book.calendar(facts.regionCode);
  const ruleSet = isRuleSet(facts.ruleSet) ? facts.ruleSet : book.ruleSetAt(filedOn);
  const parameter = (rule: string) => book.parameter(rule as ParameterRule, filedOn, ruleSet);
  const limit = (rule: string): Limit => ({ rule, ...asLimit(parameter(rule)) });
  const law: ComplaintLaw = {
    limit,
    count: (rule) => parameter(rule).value,
    due(from, { value, unit }, pauses) {
      const closed = pauses.flatMap((pause) => (pause.to === null ? [] : [{ from: pause.from, to: pause.to }]));
      const due = dueMoment({ from, limit: { value, unit }, zone: facts.zone, calendar, pauses: closed });
      return { dueAt: due.dueAt, isProvisional: due.provisional, calendarVersion: due.calendarVersion };
    },
  };
  const times: AlertTimes = {
    reminderFor(clock) {
      const at = reminderMoment(clock.dueAt, limit('complaint.reminder-lead'), facts.zone, calendar);
      return Temporal.Instant.compare(at, clock.startedAt) < 0 ? clock.startedAt : at;
    },
    afterDue(clock, rule) {
      return escalationMoment(clock.dueAt, limit(rule), facts.zone, calendar);
    },
  };
  return { law, times };
}
