import type { Day } from '../../kernel/time.ts';
import { type Calendar, type Holiday, makeCalendar } from './calendar.ts';
import { type Parameter, type ParameterRule, type RuleSet, type RuleSetRule, rowOn, ruleSetRuleOf } from './parameters.ts';

/**
 * The law as it stands in this installation: parameters and calendars in one value that rules can be given.
 * It never asks for today; every question names its day.
 */
export interface LawBook {
  /** Grows with every change of parameters or calendars. */
  readonly edition: number;
  readonly calendarVersion: number;
  /** All rows in order of entry, superseded ones too. */
  readonly parameters: readonly Parameter[];
  /**
   * The parameter that applies on a day.
   * @param ruleSet the rule set a complaint or case was opened under; without it the one in force on the day
   * @throws Error when the law says nothing for that day: a fault, not an answer
   */
  parameter(rule: ParameterRule, day: Day, ruleSet?: RuleSet): Parameter;
  /** The version of a procedure in force on a day: of SP4N unless the Ombudsman's is asked for. */
  ruleSetAt(day: Day, rule?: RuleSetRule): RuleSet;
  /** The working calendar of a region: the national days with the local ones of the region and of those it lies in. `null` = national days only. */
  calendar(regionCode: string | null): Calendar;
  /** What is known of each decreed year: decree numbers and sources. */
  readonly years: readonly DecreedYear[];
  /** Every holiday on record, of the nation and of regions; for counting ask a `calendar`. */
  readonly holidays: readonly Holiday[];
}

export interface DecreedYear {
  readonly year: number;
  /** Numbers of the three ministers' joint decree, `1497/2025`. */
  readonly skb: readonly string[];
  readonly sources: readonly string[];
  readonly note: { readonly id: string; readonly en: string } | null;
}

export interface LawFacts {
  readonly edition: number;
  readonly calendarVersion: number;
  readonly parameters: readonly Parameter[];
  readonly years: readonly DecreedYear[];
  /** National and regional days together. */
  readonly holidays: readonly Holiday[];
}

export function makeLawBook(facts: LawFacts): LawBook {
  const byRule = Map.groupBy(facts.parameters, (row) => row.rule);
  const national = facts.holidays.filter((holiday) => holiday.regionCode === null);
  const regional = Map.groupBy(
    facts.holidays.filter((holiday) => holiday.regionCode !== null),
    (holiday) => holiday.regionCode as string,
  );
  const calendars = new Map<string, Calendar>();

  function calendar(regionCode: string | null): Calendar {
    // Regions without local days share one calendar, so that memory does not grow with the number of villages asked for.
    const overlays = ancestry(regionCode).filter((code) => regional.has(code));
    const code = overlays.at(-1) ?? null;
    const ready = calendars.get(code ?? '');
    if (ready) return ready;
    const made = makeCalendar({
      version: facts.calendarVersion,
      regionCode: code,
      decreedYears: facts.years.map((one) => one.year),
      holidays: [...national, ...overlays.flatMap((one) => regional.get(one) ?? [])],
      jointLeaveIsOff: (day) => rowOn(byRule.get('calendar.joint-leave') ?? [], day.toString())?.value !== 0,
    });
    calendars.set(code ?? '', made);
    return made;
  }

  function ruleSetAt(day: Day, rule: RuleSetRule = 'complaint.rule-set'): RuleSet {
    const ruleSet = rowOn(byRule.get(rule) ?? [], day.toString())?.ruleSet;
    if (!ruleSet) throw new Error(`no ${rule} is known for ${day}`);
    return ruleSet;
  }

  return {
    edition: facts.edition,
    calendarVersion: facts.calendarVersion,
    parameters: facts.parameters,
    years: facts.years,
    holidays: facts.holidays,
    ruleSetAt,
    calendar,
    parameter(rule, day, ruleSet) {
      const rows = byRule.get(rule) ?? [];
      const wanted = rows.some((row) => row.ruleSet !== null) ? (ruleSet ?? ruleSetAt(day, ruleSetRuleOf(rule))) : null;
      const found = rowOn(
        rows.filter((row) => row.ruleSet === null || row.ruleSet === wanted),
        day.toString(),
      );
      if (!found) throw new Error(`no parameter ${rule} on ${day} under ${wanted ?? 'any rule set'}`);
      return found;
    },
  };
}

/** `51.05.01` lies in `51.05` lies in `51`: from the widest to the region itself. */
export function ancestry(regionCode: string | null): readonly string[] {
  if (regionCode === null) return [];
  const parts = regionCode.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}
