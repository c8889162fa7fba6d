/** The fields of a kind as inputs, and what was typed into them. */

import {
  Checkbox,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  partsOfDay,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { CaseRuleSet } from '../../../law/index.ts';
import type { Form } from '../../../platform/http/form.ts';
import { type Field, LONGEST } from '../../rules/documents/kind-data.ts';
import { type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import { dayIn } from '../../rules/documents/letter-days.ts';
import { inProcedure } from '../../rules/documents/procedure-words.ts';

/** As typed: a day that is none is kept part by part, so that it can be shown again. */
export type Typed = Readonly<Record<string, string>>;

/** Parts of a day that mean none, in one text that no day is: `31|2|2026`. */
const unread = ({ day, month, year }: DateParts) => (day === '' && month === '' && year === '' ? '' : `${day}|${month}|${year}`);

export function typedFields(form: Form, kind: DocumentKind): Typed {
  const typed: Record<string, string> = {};
  for (const field of documentKind(kind).fields) typed[field.name] = readField(form, field);
  return typed;
}

function readField(form: Form, { name, type }: Field): string {
  if (type !== 'day') return form.text(name);
  const parts = dateParts(form.typed(), name);
  return dayFromParts(parts)?.toString() ?? unread(parts);
}

export function FieldInput(props: {
  readonly field: Field;
  readonly value: string;
  readonly language: Language;
  readonly ruleSet: CaseRuleSet | null;
}) {
  const { field, value, language } = props;
  const label = inProcedure(field.label[language], props.ruleSet);
  const { name, optional } = field;
  const common = { name, label, hint: field.hint?.[language], optional: optional ?? false };
  switch (field.type) {
    case 'line':
      return <TextInput {...common} value={value} maxlength={LONGEST.line} />;
    case 'time':
      return <TextInput {...common} value={value} width={5} inputmode="numeric" />;
    case 'day':
      return <DateInput {...common} value={partsShown(value)} />;
    case 'yes':
      return <Checkbox name={name} label={label} hint={field.hint?.[language]} checked={value === 'yes'} />;
    case 'text':
      return <TextArea {...common} value={value} rows={7} />;
    case 'list':
      return <TextArea {...common} value={value} rows={4} />;
  }
}

function partsShown(value: string): DateParts {
  const day = dayIn(value);
  if (day) return partsOfDay(day);
  const [typedDay = '', month = '', year = ''] = value.split('|');
  return { day: typedDay, month, year };
}
