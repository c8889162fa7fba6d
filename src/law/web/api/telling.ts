/** From the law book to the API's answers. */
import type { z } from '@hono/zod-openapi';
import type { Language } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import { cite } from '../../rules/citation.ts';
import type { LawBook } from '../../rules/law-book.ts';
import {
  PARAMETER_RULES,
  type Parameter,
  type ParameterRule,
  type RuleSet,
  rowOn,
  ruleSetFits,
  ruleSetRuleOf,
} from '../../rules/parameters.ts';
import { tellValue } from '../../rules/tell-value.ts';
import type { ParameterSchema } from './schemas.ts';

export interface ParametersOfDay {
  readonly ruleSet: RuleSet;
  readonly rows: readonly Parameter[];
}

/** Of each rule the row that holds; `undefined` for a day before any rules on record. */
export function parametersOn(book: LawBook, day: Day, asked: RuleSet | undefined): ParametersOfDay | undefined {
  const on = day.toString();
  const of = (rule: ParameterRule) => book.parameters.filter((row) => row.rule === rule);
  const ruleSet = asked ?? rowOn(of('complaint.rule-set'), on)?.ruleSet;
  if (!ruleSet) return undefined;
  const ofCases = rowOn(of('case.rule-set'), on)?.ruleSet;
  const rows = (Object.keys(PARAMETER_RULES) as ParameterRule[]).flatMap((rule) => {
    // One procedure was asked for; of the other the rules in force on the day stand beside it.
    const wanted = ruleSetFits(rule, ruleSet)
      ? ruleSet
      : ruleSetRuleOf(rule) === 'case.rule-set'
        ? ofCases
        : rowOn(of('complaint.rule-set'), on)?.ruleSet;
    const applicable = of(rule).filter((row) => row.ruleSet === null || row.ruleSet === wanted);
    return rowOn(applicable, on) ?? [];
  });
  return { ruleSet, rows };
}

export function tellParameter(row: Parameter, language: Language): z.infer<typeof ParameterSchema> {
  return {
    rule: row.rule,
    label: PARAMETER_RULES[row.rule].label[language],
    value: row.value,
    unit: row.unit,
    text: tellValue(row.value, row.unit, language),
    citation: cite(row.basis)[language],
    isConfirmed: row.confirmed,
    from: row.from,
    until: row.until,
    ruleSet: row.ruleSet,
    note: row.note?.[language] ?? null,
  };
}
