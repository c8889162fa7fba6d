/** `/desk/agreements/rad/templates`: templates by factor, written by the ministry or a province, frozen once they are in use. */
import {
  BackLink,
  Button,
  EmptyState,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  Select,
  StatusTag,
  seeOther,
  Table,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { agenciesByIds, nationalDeskAgency } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Result } from '../../../kernel/result.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  addTemplateLine,
  beginTemplate,
  dropTemplateLine,
  type RefusedTemplate,
  settleTemplate,
  type TemplateTarget,
} from '../../actions/rad/templates.ts';
import { FACTORS, type Factor, LINE_FORMS, type LineForm } from '../../rules/kinds.ts';
import { DIRECTIONS } from '../../rules/line.ts';
import { readAmount, showAmount } from '../../rules/lines/amount.ts';
import { LINE_LIMITS } from '../../rules/lines/line-order.ts';
import { FACTOR_CODES, NOTE_LIMIT } from '../../rules/rad/handing-in.ts';
import {
  mayChangeTemplate,
  mayWriteTemplates,
  PROGRAMME_OF_FACTOR,
  TEMPLATE_STATE_LABELS,
  type Template,
} from '../../rules/rad/template.ts';
import { programmes } from '../../store/programmes.ts';
import { loadTemplate, templates } from '../../store/rad/templates.ts';
import { versionOf } from '../opened.tsx';
import { RAD_DESK, TEMPLATES, templatePath } from './addresses.ts';
import { type Again, type AskedRad, again, idIn } from './asked.ts';
import { TEMPLATE_TONES } from './tones.ts';

interface TypedTemplate {
  readonly title: string;
  readonly note: string;
  readonly copyOf: string;
}

export async function templatesPage(asked: AskedRad, typed?: TypedTemplate, wrong?: Again): Promise<Response> {
  const { c, tools, words, language, actor } = asked;
  const all = await templates(tools.db);
  const authors = await agenciesByIds(
    tools.db,
    all.flatMap(({ authorId }) => authorId ?? []),
  );
  return page(
    c,
    {
      title: words.template.title,
      before: <BackLink href={RAD_DESK} />,
      errors: wrong?.errors ?? [],
      ...(wrong ? { status: wrong.status } : {}),
    },
    <>
      <PageHeading>{words.template.title}</PageHeading>
      <p>{words.template.lead}</p>
      <Table
        id="templates"
        caption={words.template.title}
        captionSize="hidden"
        stacked
        columns={[{ label: words.template.name }, { label: words.template.author }, { label: words.column.state }]}
        rows={all.map((template) => [
          <a href={templatePath(template)}>{template.title}</a>,
          template.authorId === null ? words.template.shipped : (authors.get(template.authorId)?.name ?? ''),
          <StatusTag label={TEMPLATE_STATE_LABELS[template.state][language]} tone={TEMPLATE_TONES[template.state]} />,
        ])}
      />
      {mayWriteTemplates(actor) && (
        <section aria-labelledby="new">
          <h2 id="new">{words.template.new}</h2>
          <Form action={TEMPLATES}>
            <TextInput name="title" label={words.template.name} value={typed?.title} maxlength={300} />
            <TextArea name="note" label={words.template.note} optional value={typed?.note} rows={2} maxCharacters={NOTE_LIMIT} />
            <Select
              name="copyOf"
              label={words.template.copyOf}
              value={typed?.copyOf}
              emptyLabel={words.template.fromNothing}
              options={all.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <Button>{words.template.begin}</Button>
          </Form>
        </section>
      )}
    </>,
  );
}

export async function newTemplate(asked: AskedRad): Promise<Response> {
  const form = readForm(asked.c);
  const typed = { title: form.text('title'), note: form.text('note'), copyOf: form.text('copyOf') };
  const done = await beginTemplate(asked.tools, asked.actor, { ...typed, copyOf: isUuid(typed.copyOf) ? typed.copyOf : null });
  if (done.ok) return seeOther(asked.c, templatePath(done.value), asked.words.template.begun);
  const wrong = again(done.refusal, asked.language);
  return wrong ? templatesPage(asked, typed, wrong) : asked.c.notFound();
}

interface OpenedTemplate extends AskedRad {
  readonly template: Template;
  readonly mayChange: boolean;
}

export function onTemplate(answer: (opened: OpenedTemplate) => Promise<Response>): (asked: AskedRad) => Promise<Response> {
  return async (asked) => {
    const id = idIn(asked.c, 'template');
    const template = id ? await loadTemplate(asked.tools.db, id) : undefined;
    if (!template) return asked.c.notFound();
    const mayChange = mayChangeTemplate(asked.actor, template, (await nationalDeskAgency(asked.tools.db)).id);
    // A draft is its author's alone.
    if (template.state === 'draft' && !mayChange) return asked.c.notFound();
    return answer({ ...asked, template, mayChange });
  };
}

type TypedLine = Readonly<Record<string, string>>;

export async function templatePage(opened: OpenedTemplate, typed: TypedLine = {}, wrong?: Again): Promise<Response> {
  const { c, words, language, template, mayChange } = opened;
  const isDraft = template.state === 'draft';
  return page(
    c,
    {
      ...{ title: template.title, before: <BackLink href={TEMPLATES} />, wide: true, errors: wrong?.errors ?? [] },
      ...(wrong ? { status: wrong.status } : {}),
    },
    <>
      <PageHeading caption={words.template.caption}>{template.title}</PageHeading>
      <p>
        <StatusTag label={TEMPLATE_STATE_LABELS[template.state][language]} tone={TEMPLATE_TONES[template.state]} />
      </p>
      {template.note !== '' && <InsetText>{template.note}</InsetText>}
      {FACTOR_CODES.map((factor) => (
        <FactorLines opened={opened} factor={factor} />
      ))}
      {isDraft && mayChange && <NewLineForm opened={opened} typed={typed} codes={await programmeOptions(opened)} />}
      {mayChange && template.state !== 'retired' && (
        <Form action={`${templatePath(template)}/${isDraft ? 'publish' : 'retire'}`} id="settle">
          <Hidden name="version" value={String(template.version)} />
          <p class="govuk-hint">{isDraft ? words.template.publishHint : words.template.retireHint}</p>
          <Button {...(isDraft ? {} : { kind: 'secondary' as const })}>
            {isDraft ? words.template.publish : words.template.retire}
          </Button>
        </Form>
      )}
    </>,
  );
}

function FactorLines({ opened, factor }: { opened: OpenedTemplate; factor: Factor }) {
  const { words, language, template, mayChange } = opened;
  const lines = template.lines.filter((line) => line.factor === factor);
  const changes = mayChange && template.state === 'draft';
  return (
    <section aria-labelledby={`factor-${factor}`}>
      <h2 id={`factor-${factor}`}>{FACTORS[factor][language]}</h2>
      {lines.length === 0 ? (
        <EmptyState title={words.template.noLines} />
      ) : (
        <Table
          id={`lines-${factor}`}
          caption={FACTORS[factor][language]}
          captionSize="hidden"
          stacked
          columns={[
            { label: words.column.activity },
            { label: words.column.indicator },
            { label: words.column.target },
            { label: words.column.evidence },
            { label: words.column.responsible },
            ...(changes ? [{ label: words.column.step }] : []),
          ]}
          rows={lines.map((line) => [
            line.activity,
            `${line.indicator}${line.unit === '' ? '' : ` (${line.unit})`}`,
            line.target === null ? words.template.ownTarget : showAmount(line.target, language),
            line.evidenceAsked || '–',
            line.responsible || '–',
            ...(changes
              ? [
                  <Form action={`${templatePath(template)}/drop`} id={`drop-${line.id}`}>
                    <Hidden name="version" value={String(template.version)} />
                    <Hidden name="line" value={line.id} />
                    <Button kind="secondary">
                      {words.template.drop}
                      <span class="govuk-visually-hidden">: {line.activity}</span>
                    </Button>
                  </Form>,
                ]
              : []),
          ])}
        />
      )}
    </section>
  );
}

async function programmeOptions({ tools, language }: OpenedTemplate) {
  return (await programmes(tools.db)).map(({ code, label }) => ({ value: code, label: label[language] }));
}

function NewLineForm(props: { opened: OpenedTemplate; typed: TypedLine; codes: { value: string; label: string }[] }) {
  const { opened, typed, codes } = props;
  const { words, language, template } = opened;
  const factor = typed.factor ?? 'sop';
  return (
    <section aria-labelledby="add">
      <h2 id="add">{words.template.add}</h2>
      <Form action={`${templatePath(template)}/lines`} id="add-line">
        <Hidden name="version" value={String(template.version)} />
        <Select
          name="factor"
          label={words.column.factor}
          value={factor}
          options={FACTOR_CODES.map((code) => ({ value: code, label: FACTORS[code][language] }))}
        />
        <Select
          name="programme"
          label={words.template.programme}
          value={typed.programme ?? PROGRAMME_OF_FACTOR[factor as Factor]}
          options={codes}
        />
        <Select
          name="form"
          label={words.template.form}
          value={typed.form ?? 'activity'}
          options={Object.entries(LINE_FORMS).map(([code, label]) => ({ value: code, label: label[language] }))}
        />
        <TextArea
          name="activity"
          label={words.column.activity}
          value={typed.activity}
          rows={2}
          maxCharacters={LINE_LIMITS.activity}
        />
        <TextInput name="output" label={words.template.output} optional value={typed.output} maxlength={LINE_LIMITS.output} />
        <TextInput
          name="indicator"
          label={words.column.indicator}
          optional
          value={typed.indicator}
          maxlength={LINE_LIMITS.indicator}
        />
        <TextInput name="unit" label={words.template.unit} optional value={typed.unit} maxlength={LINE_LIMITS.unit} width={20} />
        <TextInput
          name="target"
          label={words.column.target}
          hint={words.template.targetHint}
          optional
          value={typed.target}
          width={10}
        />
        <Select
          name="direction"
          label={words.template.direction}
          value={typed.direction ?? 'up'}
          options={DIRECTIONS.map((code) => ({ value: code, label: words.template.directions[code] }))}
        />
        <TextInput
          name="evidenceAsked"
          label={words.column.evidence}
          optional
          value={typed.evidenceAsked}
          maxlength={LINE_LIMITS.evidenceAsked}
        />
        <TextInput
          name="responsible"
          label={words.column.responsible}
          optional
          value={typed.responsible}
          maxlength={LINE_LIMITS.position}
        />
        <Button kind="secondary">{words.template.addSubmit}</Button>
      </Form>
    </section>
  );
}

const targetOf = ({ template }: OpenedTemplate, version: string): TemplateTarget => ({
  templateId: template.id,
  version: versionOf(version),
});

async function answer(
  opened: OpenedTemplate,
  done: Result<Template, readonly RefusedTemplate[]>,
  said: string,
  typed: TypedLine = {},
): Promise<Response> {
  if (done.ok) return seeOther(opened.c, templatePath(opened.template), said);
  const wrong = again(done.refusal, opened.language);
  const now = wrong && (await loadTemplate(opened.tools.db, opened.template.id));
  return wrong && now ? templatePage({ ...opened, template: now }, typed, wrong) : opened.c.notFound();
}

const LINE_FIELDS = [
  'factor',
  'programme',
  'form',
  'activity',
  'output',
  'indicator',
  'unit',
  'target',
  'direction',
  'evidenceAsked',
  'responsible',
] as const;

export async function addLine(opened: OpenedTemplate): Promise<Response> {
  const form = readForm(opened.c);
  const typed = Object.fromEntries(LINE_FIELDS.map((field) => [field, form.text(field)])) as Record<
    (typeof LINE_FIELDS)[number],
    string
  >;
  const target = typed.target.trim() === '' ? null : readAmount(typed.target);
  if (target === undefined)
    return answer(opened, { ok: false, refusal: [{ code: 'agreement.amount-wrong', field: 'target' }] }, '', typed);
  const done = await addTemplateLine(opened.tools, opened.actor, targetOf(opened, form.text('version')), {
    ...{ factor: typed.factor as Factor, programme: typed.programme, form: typed.form as LineForm, activity: typed.activity },
    ...{ output: typed.output.trim(), indicator: typed.indicator.trim(), unit: typed.unit.trim(), target },
    direction: typed.direction === 'down' ? 'down' : 'up',
    ...{ evidenceAsked: typed.evidenceAsked.trim(), responsible: typed.responsible.trim() },
  });
  return answer(opened, done, opened.words.template.added, typed);
}

export async function dropLine(opened: OpenedTemplate): Promise<Response> {
  const form = readForm(opened.c);
  const done = await dropTemplateLine(opened.tools, opened.actor, targetOf(opened, form.text('version')), form.text('line'));
  return answer(opened, done, opened.words.template.dropped);
}

export function settle(to: 'published' | 'retired'): (opened: OpenedTemplate) => Promise<Response> {
  return async (opened) => {
    const done = await settleTemplate(opened.tools, opened.actor, targetOf(opened, readForm(opened.c).text('version')), to);
    return answer(opened, done, opened.words.template.settled[to]);
  };
}
