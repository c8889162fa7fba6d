/** From the law book to the API's answers. */
import type { z } from '@hono/zod-openapi';
import type { Language } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import { cite } from '../../rules/citation.ts';
import type { LawBook } from '../../rules/law-book.ts';
import { PARAMETER_RULES, type Parameter, type ParameterRule, type RuleSet, rowOn } from '../../rules/parameters.ts';
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
  const rows = (Object.keys(PARAMETER_RULES) as ParameterRule[]).flatMap((rule) => {
    const applicable = of(rule).filter((row) => row.ruleSet === null || row.ruleSet === ruleSet);
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
