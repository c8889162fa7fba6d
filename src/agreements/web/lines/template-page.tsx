/** `/desk/agreements/:code/lines/templates`: lines to begin with, of the four programmes, chosen and put into the plan at once. */
import {
  BackLink,
  Button,
  Checkboxes,
  Columns,
  EmptyState,
  type FieldErrors,
  Form,
  Select,
  seeOther,
  TextInput,
} from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { addLines } from '../../actions/lines/add-line.ts';
import type { Agreement, Side } from '../../rules/agreement.ts';
import { LINE_TEMPLATES, type LineTemplate, orderOf } from '../../rules/lines/templates.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { linesOf } from '../../store/lines.ts';
import { type Programme, programmes } from '../../store/programmes.ts';
import { agreementPage } from '../agreement-frame.tsx';
import type { OpenedAgreement } from '../opened.tsx';
import { type LineWords, wordsIn } from './words.ts';

interface Typed {
  readonly year: string;
  readonly government: string;
  readonly ombudsman: string;
  /** Codes of templates. */
  readonly chosen: readonly string[];
}

const partiesOf = (agreement: Agreement, side: Side) =>
  agreement.parties.flatMap((party) =>
    party.side === side && party.agencyId !== null ? [{ value: party.agencyId, label: party.name }] : [],
  );

/** The programmes of the agreement; all four while it names none of them. */
function offered(agreement: Agreement): readonly LineTemplate[] {
  const own = LINE_TEMPLATES.filter(({ programme }) => agreement.programmes.includes(programme));
  return own.length > 0 ? own : LINE_TEMPLATES;
}

export async function templatePage(opened: OpenedAgreement): Promise<Response> {
  const { c, agreement, actor, tools } = opened;
  if (!mayEditLines(actor, agreement)) return c.notFound();
  // What the plan holds already is not proposed once more.
  const there = new Set((await linesOf(tools.db, agreement.id)).map(({ activity }) => activity));
  const year = agreement.yearFrom ?? agreement.inForceFrom?.year ?? opened.today.year;
  return show(opened, {
    year: String(year),
    government: partiesOf(agreement, 'government')[0]?.value ?? '',
    ombudsman: partiesOf(agreement, 'ombudsman')[0]?.value ?? '',
    chosen: offered(agreement)
      .filter(({ activity }) => !there.has(activity.id))
      .map(({ code }) => code),
  });
}

export async function postTemplates(opened: OpenedAgreement): Promise<Response> {
  const { c, agreement, actor, tools, language, path } = opened;
  if (!mayEditLines(actor, agreement)) return c.notFound();
  const words = wordsIn(language);
  const form = readForm(c);
  const chosen = LINE_TEMPLATES.flatMap(({ programme }) => form.all(`lines-${programme}`)).filter(
    (code, index, all) => all.indexOf(code) === index,
  );
  const typed: Typed = {
    year: form.text('year'),
    government: form.text('government'),
    ombudsman: form.text('ombudsman'),
    chosen,
  };
  const year = /^\d{4}$/.test(typed.year.trim()) ? Number(typed.year) : undefined;
  if (year === undefined)
    return show(opened, typed, [{ field: 'year', message: AGREEMENT_REFUSALS['agreement.year-wrong'][language] }]);
  const templates = LINE_TEMPLATES.filter(({ code }) => chosen.includes(code));
  const first = `lines-${offered(agreement)[0]?.programme ?? ''}`;
  if (templates.length === 0) return show(opened, typed, [{ field: first, message: words.templates.none }]);
  const sides = { government: typed.government, ombudsman: typed.ombudsman === '' ? null : typed.ombudsman };
  const orders = templates.map((template) => orderOf(template, year, sides));
  const added = await addLines(tools, actor, { agreementId: agreement.id, version: null }, orders);
  if (added.ok) return seeOther(c, `${path}/lines`, words.templates.added(added.value.length));
  const codes = [...new Set(added.refusal.map(({ code }) => code))];
  const errors = codes.map((code) => ({
    field: code === 'agreement.outside-term' ? 'year' : code === 'agreement.owner-wrong' ? 'government' : first,
    message: code === 'agreement.outside-term' ? words.templates.inTerm : AGREEMENT_REFUSALS[code][language],
  }));
  return show(opened, typed, errors);
}

async function show(opened: OpenedAgreement, typed: Typed, errors: FieldErrors = []): Promise<Response> {
  const { agreement, tools, language, path } = opened;
  const words = wordsIn(language);
  const w = words.templates;
  const governments = partiesOf(agreement, 'government');
  const offices = partiesOf(agreement, 'ombudsman');
  return agreementPage(
    opened,
    'lines',
    w.title,
    <>
      <BackLink href={`${path}/lines`} text={words.line.toPlan} />
      {governments.length === 0 ? (
        <EmptyState title={w.noGovernment}>{null}</EmptyState>
      ) : (
        <Columns>
          <p>{w.lead}</p>
          <Form action={`${path}/lines/templates`} errors={errors}>
            <TextInput name="year" label={w.year} value={typed.year} width={4} inputmode="numeric" />
            <Select name="government" label={w.government} options={governments} value={typed.government} />
            {offices.length > 0 && <Select name="ombudsman" label={w.ombudsman} options={offices} value={typed.ombudsman} />}
            <Choices opened={opened} typed={typed} words={words} all={await programmes(tools.db)} />
            <Button>{w.add}</Button>
          </Form>
        </Columns>
      )}
    </>,
    { errors, ...(errors.length > 0 ? { status: 422 as const } : {}) },
  );
}

function Choices(props: { opened: OpenedAgreement; typed: Typed; words: LineWords; all: readonly Programme[] }) {
  const { opened, typed, words, all } = props;
  const { agreement, language } = opened;
  const groups = [...Map.groupBy(offered(agreement), ({ programme }) => programme)];
  return (
    <>
      {groups.map(([programme, templates]) => (
        <Checkboxes
          name={`lines-${programme}`}
          label={all.find(({ code }) => code === programme)?.label[language] ?? ''}
          small
          choices={templates.map((template) => ({
            value: template.code,
            label: template.activity[language],
            hint: `${template.indicator[language]}: ${template.targets.findLast((target) => target !== null) ?? ''} ${template.unit[language]}; ${words.templates.by[template.by]}`,
          }))}
          values={[...typed.chosen]}
        />
      ))}
    </>
  );
}
