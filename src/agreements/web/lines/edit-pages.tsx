/** A new line (empty, copied from another one), and a line that is changed. */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  Columns,
  type FieldErrors,
  Form,
  Hidden,
  InsetText,
  SummaryList,
  seeOther,
  TextArea,
} from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import type { Refused } from '../../actions/create-agreement.ts';
import { addLine, promisesOf } from '../../actions/lines/add-line.ts';
import { editLine } from '../../actions/lines/edit-line.ts';
import type { Line } from '../../rules/line.ts';
import { LINE_FIELDS, type LineField } from '../../rules/lines/changed-fields.ts';
import { LINE_TEXT_LIMIT } from '../../rules/move-line.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { changesOf } from '../../store/lines/changes.ts';
import { loadLineByOrdinal } from '../../store/lines.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedAgreement, versionOf } from '../opened.tsx';
import { ordinalOf } from './addresses.ts';
import { lineChoices } from './choices.ts';
import { LineInputs } from './line-form.tsx';
import { showField } from './show-field.ts';
import { blankLine, readLine, type TypedLine, typedOfForm, typedOfLine } from './typed-line.ts';
import { wordsIn } from './words.ts';

interface Shown {
  readonly typed: TypedLine;
  readonly errors: FieldErrors;
  readonly status?: 403 | 409 | 422;
  readonly note?: Child;
  /** Words of the names of offices to be listed too. */
  readonly find?: string;
}

const errorsOf = (flaws: readonly Refused[], language: OpenedAgreement['language']): FieldErrors =>
  flaws.map(({ code, field }) => ({ field, message: AGREEMENT_REFUSALS[code][language] }));

function statusOf(flaws: readonly Refused[]): 403 | 409 | 422 {
  const status = refusalStatus(AGREEMENT_REFUSALS[flaws[0]?.code ?? 'agreement.activity-missing'].kind);
  return status === 403 || status === 409 ? status : 422;
}

export async function newLinePage(opened: OpenedAgreement): Promise<Response> {
  const { c, agreement, actor, tools, language } = opened;
  if (!mayEditLines(actor, agreement)) return c.notFound();
  const from = ordinalOf(c.req.query('from'));
  const source = from === undefined ? undefined : await loadLineByOrdinal(tools.db, agreement.id, from);
  const programme = c.req.query('programme') ?? (agreement.programmes.length === 1 ? (agreement.programmes[0] ?? '') : '');
  const typed = source ? typedOfLine(source, language) : blankLine(agreement.yearFrom, programme);
  return showNew(opened, {
    typed,
    errors: [],
    ...(source ? { note: <InsetText>{wordsIn(language).form.copyOf(source.ordinal)}</InsetText> } : {}),
  });
}

export async function postNewLine(opened: OpenedAgreement): Promise<Response> {
  const { c, agreement, actor, tools, language, path } = opened;
  if (!mayEditLines(actor, agreement)) return c.notFound();
  const form = readForm(c);
  const typed = typedOfForm(form);
  const find = form.text('q');
  if (form.has('find')) return showNew(opened, { typed, errors: [], find });
  const read = readLine(typed);
  if (read.flaws.length > 0) {
    const more = await promisesOf(tools.db, agreement, [read.order]);
    const flaws = [...read.flaws, ...(more.ok ? [] : more.refusal)];
    return showNew(opened, { typed, errors: errorsOf(flaws, language), status: statusOf(flaws), find });
  }
  const added = await addLine(tools, actor, { agreementId: agreement.id, version: null }, read.order);
  if (!added.ok)
    return showNew(opened, { typed, errors: errorsOf(added.refusal, language), status: statusOf(added.refusal), find });
  const next =
    form.text('then') === 'next'
      ? `${path}/lines/new?programme=${encodeURIComponent(typed.programme)}`
      : `${path}/lines/${added.value.ordinal}`;
  return seeOther(c, next, wordsIn(language).form.added(added.value.ordinal));
}

async function showNew(opened: OpenedAgreement, { typed, errors, status, note, find }: Shown): Promise<Response> {
  const { agreement, tools, language, path, today } = opened;
  const words = wordsIn(language);
  const choices = await lineChoices(tools.db, agreement, today, language, [typed.owner, typed.other, ...typed.supporting], find);
  return agreementPage(
    opened,
    'lines',
    words.form.newTitle,
    <>
      <BackLink href={`${path}/lines`} text={words.line.toPlan} />
      {note}
      <Columns>
        <Form action={`${path}/lines/new`} errors={errors}>
          <LineInputs agreement={agreement} typed={typed} choices={choices} words={words} language={language} />
          <div class="govuk-button-group">
            <Button name="then" value="open">
              {words.form.save}
            </Button>
            <Button kind="secondary" name="then" value="next">
              {words.form.saveAndNext}
            </Button>
          </div>
        </Form>
      </Columns>
    </>,
    { errors, ...(status ? { status } : {}) },
  );
}

const isOpen = (line: Line) => line.state === 'planned' || line.state === 'running';

export async function editLinePage(opened: OpenedAgreement): Promise<Response> {
  const line = await lineToEdit(opened);
  if (!line) return opened.c.notFound();
  return showEdit(opened, line, line.version, { typed: typedOfLine(line, opened.language), errors: [] });
}

async function lineToEdit({ c, agreement, actor, tools }: OpenedAgreement): Promise<Line | undefined> {
  const ordinal = ordinalOf(c.req.param('ordinal'));
  const line = ordinal === undefined ? undefined : await loadLineByOrdinal(tools.db, agreement.id, ordinal);
  return line && isOpen(line) && mayEditLines(actor, agreement) ? line : undefined;
}

export async function postEditLine(opened: OpenedAgreement): Promise<Response> {
  const { c, agreement, actor, tools, language, path } = opened;
  const line = await lineToEdit(opened);
  if (!line) return c.notFound();
  const form = readForm(c);
  const typed = typedOfForm(form);
  const version = versionOf(form.text('version'));
  const find = form.text('q');
  if (form.has('find')) return showEdit(opened, line, version, { typed, errors: [], find });
  const read = readLine(typed, line);
  if (read.flaws.length > 0) {
    const more = await promisesOf(tools.db, agreement, [read.order]);
    const flaws = [...read.flaws, ...(more.ok ? [] : more.refusal)];
    return showEdit(opened, line, version, { typed, errors: errorsOf(flaws, language), status: statusOf(flaws), find });
  }
  const edited = await editLine(tools, actor, { lineId: line.id, version }, read.order, typed.reason);
  if (edited.ok) return seeOther(c, `${path}/lines/${line.ordinal}`, wordsIn(language).form.changed(line.ordinal));
  const shown = { typed, errors: errorsOf(edited.refusal, language), status: statusOf(edited.refusal), find };
  if (!edited.refusal.some(({ code }) => code === 'agreement.line-moved-on')) return showEdit(opened, line, version, shown);
  // Sent again it holds: whoever sends it has now seen what the other one wrote.
  const now = (await loadLineByOrdinal(tools.db, agreement.id, line.ordinal)) ?? line;
  return showEdit(opened, now, now.version, { ...shown, note: await meanwhile(opened, now, typed) });
}

/** What the line says now where it differs from what was typed. */
async function meanwhile(opened: OpenedAgreement, line: Line, typed: TypedLine): Promise<Child> {
  const { agreement, tools, language } = opened;
  const words = wordsIn(language);
  const [last] = (await changesOf(tools.db, agreement.id, line.id)).slice(-1);
  const now = typedOfLine(line, language);
  const fields = Object.keys(last?.after ?? {}).filter((field): field is LineField => Object.hasOwn(LINE_FIELDS, field));
  const rows = await Promise.all(
    fields
      .filter(
        (field) =>
          !(field in now) || JSON.stringify(now[field as keyof TypedLine]) !== JSON.stringify(typed[field as keyof TypedLine]),
      )
      .map(async (field) => ({
        key: LINE_FIELDS[field][language],
        value: await showField(opened, field, last?.after[field] ?? null),
      })),
  );
  if (rows.length === 0) return null;
  return (
    <InsetText>
      <h2 class="govuk-heading-s">{words.form.meanwhile}</h2>
      <SummaryList rows={rows} />
      <p>{words.form.meanwhileWhy}</p>
    </InsetText>
  );
}

async function showEdit(opened: OpenedAgreement, line: Line, version: number, shown: Shown): Promise<Response> {
  const { agreement, tools, language, path, today } = opened;
  const { typed, errors, status, note, find } = shown;
  const words = wordsIn(language);
  const here = `${path}/lines/${line.ordinal}`;
  const choices = await lineChoices(tools.db, agreement, today, language, [typed.owner, typed.other, ...typed.supporting], find);
  const isSigned = agreement.state === 'signed';
  return agreementPage(
    opened,
    'lines',
    words.form.editTitle(line.ordinal),
    <>
      <BackLink href={here} text={words.line.title(line.ordinal)} />
      {note}
      <Columns>
        {isSigned && <InsetText>{words.form.signedNote}</InsetText>}
        <Form action={`${here}/edit`} errors={errors}>
          <Hidden name="version" value={String(version)} />
          <LineInputs agreement={agreement} typed={typed} choices={choices} words={words} language={language} />
          {isSigned && (
            <TextArea
              name="reason"
              label={words.form.reason}
              hint={words.form.reasonHint}
              value={typed.reason}
              rows={3}
              maxCharacters={LINE_TEXT_LIMIT}
            />
          )}
          <Button>{words.form.save}</Button>
        </Form>
      </Columns>
    </>,
    { errors, ...(status ? { status } : {}) },
  );
}
