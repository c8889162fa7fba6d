/** What was typed into the fields of a kind: all faults at once, nothing lost. */
import type { Field } from './kind-data.ts';
import { LONGEST } from './kind-data.ts';
import { type DocumentKind, documentKind } from './kinds.ts';
import { dayIn } from './letter-days.ts';

export type FieldFaultKind = 'missing' | 'long' | 'day' | 'time';

export interface FieldFault {
  readonly field: string;
  readonly fault: FieldFaultKind;
}

/**
 * @param typed by name of field; a day as 2026-03-17, a time as 10:00
 * @param given `draft`: what is missing may be typed later
 */
export function readFields(
  kind: DocumentKind,
  typed: Readonly<Record<string, string>>,
  given: 'draft' | 'whole',
): { readonly fields: Readonly<Record<string, string>>; readonly faults: readonly FieldFault[] } {
  const fields: Record<string, string> = {};
  const faults: FieldFault[] = [];
  for (const field of documentKind(kind).fields) {
    const value = tidy(field, typed[field.name] ?? '');
    fields[field.name] = value;
    const fault = faultOf(field, value, given);
    if (fault) faults.push({ field: field.name, fault });
  }
  return { fields, faults };
}

function tidy(field: Field, value: string): string {
  const text = value.normalize('NFC').replaceAll('\r\n', '\n').trim();
  if (field.type === 'yes') return text === 'yes' ? 'yes' : '';
  if (field.type === 'time') return text.replace('.', ':').replace(/^(\d):/, '0$1:');
  return field.type === 'line' || field.type === 'day' ? text.replaceAll(/\s+/g, ' ') : text;
}

function faultOf(field: Field, value: string, given: 'draft' | 'whole'): FieldFaultKind | undefined {
  if (value === '') return field.optional || given === 'draft' ? undefined : 'missing';
  if (value.length > LONGEST[field.type]) return 'long';
  if (field.type === 'day' && !dayIn(value)) return 'day';
  if (field.type === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return 'time';
  return undefined;
}
