import { ok, type Result, refuse } from '../../kernel/result.ts';
import { Temporal } from '../../kernel/time.ts';
import type { Basis } from './citation.ts';
import {
  contentOf,
  isParameterRule,
  isPlausible,
  isRuleSet,
  PARAMETER_RULES,
  type Parameter,
  rowOn,
  ruleSetFits,
  UNITS,
  type Unit,
} from './parameters.ts';
import type { LawRefusal } from './refusals.ts';
import { isRegulationId } from './regulations.ts';

/** A row as an administrator types it; everything is text, days are ISO. */
export interface ParameterOrder {
  readonly rule: string;
  readonly ruleSet: string;
  readonly value: string;
  readonly unit: string;
  readonly from: string;
  readonly until: string;
  readonly confirmed: boolean;
  /** A `RegulationId` of the register, or empty when `document` says it. */
  readonly regulation: string;
  /** Article of the regulation. */
  readonly place: string;
  /** A basis outside the register, in words. */
  readonly document: string;
  readonly noteId: string;
  readonly noteEn: string;
  readonly reason: string;
}

export type OrderField = keyof ParameterOrder;

export type OrderRefusal = { readonly code: LawRefusal; readonly field: OrderField | null };

/** Turns what was typed into a row, or says what is wrong with it, field by field. */
export function readParameterOrder(order: ParameterOrder): Result<Parameter, readonly OrderRefusal[]> {
  const wrong: OrderRefusal[] = [];
  const rule = isParameterRule(order.rule) ? order.rule : null;
  const unit = order.unit in UNITS ? (order.unit as Unit) : null;
  const value = /^\d{1,5}$/.test(order.value.trim()) ? Number(order.value) : Number.NaN;
  const ruleSet = isRuleSet(order.ruleSet) ? order.ruleSet : null;
  if (!rule) wrong.push({ code: 'law.rule-unknown', field: 'rule' });
  else {
    if (!unit || !isPlausible(rule, value, unit)) wrong.push({ code: 'law.value-implausible', field: 'value' });
    if (PARAMETER_RULES[rule].perRuleSet !== (ruleSet !== null) || (ruleSet && !ruleSetFits(rule, ruleSet)))
      wrong.push({ code: 'law.rule-set-wrong', field: 'ruleSet' });
  }
  const from = isoDay(order.from);
  const until = order.until.trim() === '' ? null : isoDay(order.until);
  if (!from) wrong.push({ code: 'law.day-wrong', field: 'from' });
  if (until === undefined) wrong.push({ code: 'law.day-wrong', field: 'until' });
  if (from && until && until <= from) wrong.push({ code: 'law.until-before-from', field: 'until' });
  const basis = readBasis(order);
  if (!basis) wrong.push({ code: 'law.basis-missing', field: 'regulation' });
  if (order.reason.trim() === '') wrong.push({ code: 'law.reason-missing', field: 'reason' });
  for (const field of ['place', 'document', 'noteId', 'noteEn', 'reason'] as const) {
    if (order[field].length > 500) wrong.push({ code: 'law.text-too-long', field });
  }
  if (wrong.length > 0 || !rule || !unit || !from || until === undefined || !basis) return refuse(wrong);
  const [noteId, noteEn] = [order.noteId.trim(), order.noteEn.trim()];
  const note = noteId || noteEn ? { id: noteId || noteEn, en: noteEn || noteId } : null;
  return ok({ rule, value, unit, basis, from, until, confirmed: order.confirmed, ruleSet, note, origin: 'administrator' });
}

/** Whether a new row would say what a row of the same first day says already. */
export function changesNothing(row: Parameter, rows: readonly Parameter[]): boolean {
  const same = rows.filter((one) => one.rule === row.rule && one.ruleSet === row.ruleSet);
  const now = rowOn(same, row.from);
  return now !== undefined && now.from === row.from && contentOf(now) === contentOf(row);
}

function readBasis(order: ParameterOrder): Basis | null {
  const document = order.document.trim();
  const place = order.place.trim();
  if (isRegulationId(order.regulation)) return place ? { regulation: order.regulation, place } : { regulation: order.regulation };
  return document ? { document } : null;
}

function isoDay(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return undefined;
  try {
    return Temporal.PlainDate.from(text.trim(), { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}
