/** Writing one section of a text; when somebody else changed it meanwhile, both texts are shown, to be merged. */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Details,
  type FieldErrors,
  Form,
  Hidden,
  LinkButton,
  Select,
  seeOther,
  Table,
  TextArea,
  TextInput,
  WarningButton,
} from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { textStateOf } from '../../actions/signing/readiness.ts';
import { addTextSection, moveTextSection, removeTextSection, saveSection } from '../../actions/signing/write-text.ts';
import { mayEdit } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import { FIELDS, type Field } from '../../rules/signing/fields.ts';
import {
  BODY_LIMIT,
  HEADING_LIMIT,
  SECTION_KINDS,
  type SectionKind,
  type TextVersion,
  titleOf,
} from '../../rules/signing/text.ts';
import { currentText } from '../../store/signing/texts.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { Changes } from './changes.tsx';
import type { At } from './shell.ts';

interface Typed {
  readonly heading: string;
  readonly body: string;
  readonly kind: SectionKind;
  readonly after: string;
  readonly baseNo: number;
}

interface Refusal {
  readonly errors: FieldErrors;
  readonly status: 403 | 409 | 422;
}

export async function editSectionPage(at: At): Promise<Response> {
  const { text, key } = await opened(at);
  const section = text?.sections.find((one) => one.key === key);
  if (!text || !section) return at.c.notFound();
  return showEdit(at, text, key, { ...section, after: '', baseNo: text.no });
}

export async function postSection(at: At): Promise<Response> {
  const { c, tools, actor, agreement, words, base } = at;
  const { text, key } = await opened(at);
  if (!text) return c.notFound();
  const typed = typedOf(at);
  const order = { agreementId: agreement.id, key, heading: typed.heading, body: typed.body, baseNo: typed.baseNo };
  const saved = await saveSection(tools, actor, order);
  if (saved.ok) return seeOther(c, `${base}#${key}`, words.text.saved);
  const now = (await currentText(tools.db, agreement.id)) ?? text;
  // Sent again it holds: whoever sends it has now seen what the other one wrote.
  const isClash = saved.refusal === 'agreement.section-moved-on';
  const again = { ...typed, baseNo: isClash ? now.no : typed.baseNo };
  return showEdit(at, now, key, again, refusalOf(saved.refusal, at), isClash);
}

export async function newSectionPage(at: At): Promise<Response> {
  const { text } = await opened(at);
  if (!text) return at.c.notFound();
  const last = text.sections.findLast(({ kind }) => kind === 'article') ?? text.sections.at(-1);
  return showNew(at, text, { heading: '', body: '', kind: 'article', after: last?.key ?? '', baseNo: text.no });
}

export async function postNewSection(at: At): Promise<Response> {
  const { c, tools, actor, agreement, words, base } = at;
  const { text } = await opened(at);
  if (!text) return c.notFound();
  const typed = typedOf(at);
  const { heading, body, kind, after } = typed;
  const added = await addTextSection(tools, actor, { agreementId: agreement.id, heading, body, kind, after });
  if (added.ok) return seeOther(c, base, words.text.added);
  return showNew(at, (await currentText(tools.db, agreement.id)) ?? text, typed, refusalOf(added.refusal, at));
}

export async function postMove(at: At): Promise<Response> {
  const { c, tools, actor, agreement, words, base } = at;
  const { key } = await opened(at);
  const way = readForm(c).text('way') === 'up' ? 'up' : 'down';
  const moved = await moveTextSection(tools, actor, { agreementId: agreement.id, key, way });
  return moved.ok ? seeOther(c, `${base}/sections/${key}`, words.text.moved) : c.notFound();
}

export async function postRemove(at: At): Promise<Response> {
  const { c, tools, actor, agreement, words, base } = at;
  const { text, key } = await opened(at);
  const removed = await removeTextSection(tools, actor, { agreementId: agreement.id, key });
  if (removed.ok) return seeOther(c, base, words.text.removed);
  const section = text?.sections.find((one) => one.key === key);
  if (!text || !section) return c.notFound();
  return showEdit(at, text, key, { ...section, after: '', baseNo: text.no }, refusalOf(removed.refusal, at));
}

/** Only whoever may write gets a text here; to anybody else the address does not exist. */
async function opened({ c, tools, actor, agreement }: At): Promise<{ text: TextVersion | undefined; key: string }> {
  const text = mayEdit(actor, agreement) ? await currentText(tools.db, agreement.id) : undefined;
  return { text, key: c.req.param('key') ?? '' };
}

function typedOf({ c }: At): Typed {
  const form = readForm(c);
  const kind = SECTION_KINDS.find((one) => one === form.text('kind')) ?? 'article';
  const base = form.text('base');
  const baseNo = /^\d{1,9}$/.test(base) ? Number(base) : 0;
  return { heading: form.text('heading'), body: form.text('body'), kind, after: form.text('after'), baseNo };
}

function refusalOf(code: AgreementRefusal, { language }: At): Refusal {
  const status = refusalStatus(AGREEMENT_REFUSALS[code].kind);
  return {
    errors: [{ field: 'body', message: AGREEMENT_REFUSALS[code][language] }],
    status: status === 403 || status === 409 ? status : 422,
  };
}

async function showEdit(
  at: At,
  text: TextVersion,
  key: string,
  typed: Typed,
  refusal?: Refusal,
  isClash = false,
): Promise<Response> {
  const { words, base } = at;
  const own = `${base}/sections/${key}`;
  const now = text.sections.find((one) => one.key === key);
  const title = titleOf(text.sections, key) || typed.heading;
  return frame(
    at,
    words.section.editTitle(title),
    <>
      {isClash && now && (
        <>
          <h2>{words.section.theirs}</h2>
          <p class="govuk-hint">{words.section.theirsLegend}</p>
          <Changes before={`${now.heading}\n\n${now.body}`} after={`${typed.heading}\n\n${typed.body}`} />
        </>
      )}
      <Form action={own}>
        <Hidden name="base" value={String(typed.baseNo)} />
        <Inputs at={at} typed={typed} />
        <ButtonGroup>
          <Button>{words.section.save}</Button>
          <LinkButton href={`${base}#${key}`} kind="secondary">
            {words.section.cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
      {now && (
        <>
          <Form action={`${own}/move`}>
            <ButtonGroup>
              <Button kind="secondary" name="way" value="up">
                {words.text.up}
              </Button>
              <Button kind="secondary" name="way" value="down">
                {words.text.down}
              </Button>
            </ButtonGroup>
          </Form>
          <Form action={`${own}/remove`}>
            <WarningButton>{words.text.remove}</WarningButton>
          </Form>
        </>
      )}
    </>,
    refusal,
  );
}

function showNew(at: At, text: TextVersion, typed: Typed, refusal?: Refusal): Promise<Response> {
  const { words, base } = at;
  return frame(
    at,
    words.section.addTitle,
    <Form action={`${base}/sections/new`}>
      <Select
        name="kind"
        label={words.section.kind}
        options={SECTION_KINDS.map((value) => ({ value, label: words.section.kinds[value] }))}
        value={typed.kind}
      />
      <Select
        name="after"
        label={words.section.after}
        options={[
          { value: '', label: words.section.first },
          ...text.sections.map(({ key }) => ({ value: key, label: titleOf(text.sections, key) })),
        ]}
        value={typed.after}
      />
      <Inputs at={at} typed={typed} />
      <ButtonGroup>
        <Button>{words.section.save}</Button>
        <LinkButton href={base} kind="secondary">
          {words.section.cancel}
        </LinkButton>
      </ButtonGroup>
    </Form>,
    refusal,
  );
}

function Inputs({ at: { words }, typed }: { at: At; typed: Typed }) {
  return (
    <>
      <TextInput
        name="heading"
        label={words.section.heading}
        hint={words.section.headingHint}
        value={typed.heading}
        maxlength={HEADING_LIMIT}
      />
      <TextArea
        name="body"
        label={words.section.body}
        hint={words.section.bodyHint}
        value={typed.body}
        rows={16}
        maxCharacters={BODY_LIMIT}
      />
    </>
  );
}

async function frame(at: At, title: string, body: Child, refusal?: Refusal): Promise<Response> {
  const { words, base, tools, agreement, language } = at;
  const { values } = await textStateOf(tools.db, agreement);
  return agreementPage(
    at,
    'text',
    title,
    <>
      <BackLink href={base} text={words.section.back} />
      <Columns>
        <Details summary={words.section.fields}>
          <p>{words.section.fieldsLead}</p>
          <Table
            id="fields"
            caption={words.section.fieldsCaption}
            captionSize="hidden"
            stacked
            rowHeaders
            columns={[{ label: words.section.field }, { label: words.section.value }]}
            rows={(Object.keys(FIELDS) as Field[]).map((field) => [
              <>
                <code>{`{${field}}`}</code> {FIELDS[field][language]}
              </>,
              <span class="tuntas-preserve">{values[field] ?? words.section.noValue}</span>,
            ])}
          />
        </Details>
        {body}
      </Columns>
    </>,
    refusal ?? {},
  );
}
