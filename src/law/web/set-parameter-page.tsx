import {
  BackLink,
  Button,
  Checkbox,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  type FieldErrors,
  Form,
  PageHeading,
  page,
  Select,
  seeOther,
  TextArea,
  TextInput,
} from '../../design/index.ts';
import type { WebContext } from '../../platform/http/env.ts';
import type { Form as SentForm } from '../../platform/http/form.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { refusalStatus } from '../../platform/http/refusal-status.ts';
import { setParameter } from '../actions/set-parameter.ts';
import { shortName } from '../rules/citation.ts';
import type { ParameterOrder } from '../rules/parameter-order.ts';
import { PARAMETER_RULES, type ParameterRule, RULE_SETS, UNITS, type Unit } from '../rules/parameters.ts';
import { LAW_REFUSALS } from '../rules/refusals.ts';
import { REGULATIONS } from '../rules/regulations.ts';
import { managing, wordsFor } from './frame.tsx';

/** What was typed, kept as typed. */
type Typed = Omit<ParameterOrder, 'from' | 'until'> & { readonly from: DateParts; readonly until: DateParts };

const NO_DAY: DateParts = { day: '', month: '', year: '' };
const EMPTY: Typed = {
  rule: '',
  ruleSet: '',
  value: '',
  unit: 'hk',
  from: NO_DAY,
  until: NO_DAY,
  confirmed: false,
  regulation: '',
  place: '',
  document: '',
  noteId: '',
  noteEn: '',
  reason: '',
};

/** GET /admin/law/parameters?rule=...: a new dated row. */
export function parameterForm(c: WebContext): Promise<Response> {
  return managing(c, () => showForm(c, { ...EMPTY, rule: c.req.query('rule') ?? '', ruleSet: c.req.query('ruleSet') ?? '' }));
}

/** POST /admin/law/parameters */
export function saveParameter(c: WebContext): Promise<Response> {
  return managing(c, async () => {
    const typed = readTyped(readForm(c));
    const order: ParameterOrder = { ...typed, from: iso(typed.from), until: isEmpty(typed.until) ? '' : iso(typed.until) };
    const done = await setParameter(c.get('tools'), c.get('actor'), order);
    if (done.ok) return seeOther(c, '/law/changes', wordsFor(c).saved);
    const first = done.refusal[0];
    return showForm(c, typed, {
      status: first ? refusalStatus(LAW_REFUSALS[first.code].kind) : 422,
      errors: done.refusal.map(({ code, field }) => ({ field: field ?? 'rule', message: LAW_REFUSALS[code][c.get('language')] })),
    });
  });
}

function readTyped(form: SentForm): Typed {
  const all = form.typed();
  const text = (name: keyof Typed) => form.text(name);
  return {
    rule: text('rule'),
    ruleSet: text('ruleSet'),
    value: text('value'),
    unit: text('unit'),
    from: dateParts(all, 'from'),
    until: dateParts(all, 'until'),
    confirmed: form.has('confirmed'),
    regulation: text('regulation'),
    place: text('place'),
    document: text('document'),
    noteId: text('noteId'),
    noteEn: text('noteEn'),
    reason: text('reason'),
  };
}

function isEmpty(parts: DateParts): boolean {
  return parts.day === '' && parts.month === '' && parts.year === '';
}

/** ISO, or text that the rules refuse as no day. */
function iso(parts: DateParts): string {
  return dayFromParts(parts)?.toString() ?? 'no day';
}

function showForm(c: WebContext, typed: Typed, refused?: { status: number; errors: FieldErrors }): Promise<Response> {
  const words = wordsFor(c);
  const language = c.get('language');
  const rules = (Object.keys(PARAMETER_RULES) as ParameterRule[]).map((value) => ({
    value,
    label: PARAMETER_RULES[value].label[language],
  }));
  const units = (Object.keys(UNITS) as Unit[]).map((value) => ({ value, label: UNITS[value][language] }));
  const regulations = Object.values(REGULATIONS).map(({ id, title }) => ({ value: id, label: `${shortName(id)} ${title}` }));
  return page(
    c,
    {
      title: words.adminParameters,
      before: <BackLink href="/law" text={words.parametersTab} />,
      errors: refused?.errors ?? [],
      status: refused?.status,
    },
    <>
      <PageHeading>{words.adminParameters}</PageHeading>
      <p>{words.parametersLead}</p>
      <Form action="/admin/law/parameters">
        <Select name="rule" label={words.rule} options={rules} value={typed.rule} emptyLabel={words.chooseRule} />
        <Select
          name="ruleSet"
          label={words.ruleSet}
          options={RULE_SETS.map((value) => ({ value, label: value }))}
          value={typed.ruleSet}
          emptyLabel={words.noRuleSet}
        />
        <TextInput name="value" label={words.value} hint={words.valueHint} value={typed.value} inputmode="numeric" width={5} />
        <Select name="unit" label={words.unit} options={units} value={typed.unit} />
        <DateInput name="from" label={words.fromLabel} value={typed.from} />
        <DateInput name="until" label={words.untilLabel} value={typed.until} optional />
        <Select
          name="regulation"
          label={words.regulationLabel}
          options={regulations}
          value={typed.regulation}
          emptyLabel={words.regulationNone}
          narrowing
        />
        <TextInput name="place" label={words.place} value={typed.place} optional />
        <TextInput name="document" label={words.document} hint={words.documentHint} value={typed.document} optional />
        <Checkbox name="confirmed" label={words.confirmedLabel} checked={typed.confirmed} />
        <TextArea name="noteId" label={words.noteId} value={typed.noteId} rows={2} optional />
        <TextArea name="noteEn" label={words.noteEn} value={typed.noteEn} rows={2} optional />
        <TextArea
          name="reason"
          label={words.reasonLabel}
          hint={words.reasonHint}
          value={typed.reason}
          rows={3}
          maxCharacters={500}
        />
        <Button>{words.saveParameter}</Button>
      </Form>
    </>,
  );
}
