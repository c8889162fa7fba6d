/** What one case's rules need of the law: its rule-set, the day it was registered, its region's calendar and zone. */
import { type Day, dayOf, type Moment, Temporal, type Zone } from '../../kernel/time.ts';
import {
  asLimit,
  type CaseRuleSet,
  type ClockLimit,
  dueMoment,
  escalationMoment,
  type FileLaw,
  type LawBook,
  type ParameterRule,
  reminderMoment,
} from '../../law/index.ts';
import type { CaseAlertTimes } from '../rules/case-alerts.ts';

export interface Surroundings {
  readonly law: FileLaw;
  readonly times: CaseAlertTimes;
}

export interface LegalFacts {
  readonly ruleSet: CaseRuleSet;
  readonly registeredAt: Moment;
  readonly zone: Zone;
  readonly regionCode: string | null;
}

/** A case keeps the procedure and the parameters of its day of registration for its whole life; the calendar is the newest known. */
export function surroundingsOf(book: LawBook, facts: LegalFacts): Surroundings {
  const on: Day = dayOf(facts.registeredAt, facts.zone);
  const calendar = book.calendar(facts.regionCode);
  const parameter = (rule: string) => book.parameter(rule as ParameterRule, on, facts.ruleSet);
  const limit = (rule: string): ClockLimit => ({ rule, ...asLimit(parameter(rule)) });
  return {
    law: {
      limit,
      count: (rule) => parameter(rule).value,
      due(from, { value, unit }, pauses) {
        const closed = pauses.flatMap((pause) => (pause.to === null ? [] : [{ from: pause.from, to: pause.to }]));
        const due = dueMoment({ from, limit: { value, unit }, zone: facts.zone, calendar, pauses: closed });
        return { dueAt: due.dueAt, isProvisional: due.provisional, calendarVersion: due.calendarVersion };
      },
    },
    times: {
      reminderFor(clock) {
        const at = reminderMoment(clock.dueAt, limit('case.reminder-lead'), facts.zone, calendar);
        return Temporal.Instant.compare(at, clock.startedAt) < 0 ? clock.startedAt : at;
      },
      afterDue: (clock, rule) => escalationMoment(clock.dueAt, limit(rule), facts.zone, calendar),
    },
  };
}
