/** The list of an author's instruments, and how a draft is begun: /desk/instruments, /desk/instruments/new. */
import {
  BackLink,
  Breadcrumbs,
  Button,
  type FieldErrors,
  FileUpload,
  Form,
  formatMoment,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  Select,
  StatusTag,
  seeOther,
  Table,
  TextArea,
  TextInput,
} from '../../../../design/index.ts';
import type { Result } from '../../../../kernel/result.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../../platform/http/refusal-status.ts';
import { draftFromCopy, importDraft, type VersionName } from '../../../actions/author-instrument.ts';
import type { FileProblem } from '../../../rules/file-problems.ts';
import { readInstrument } from '../../../rules/instrument-file.ts';
import { INSTRUMENT_REFUSALS, type InstrumentRefusal } from '../../../rules/instrument-refusals.ts';
import { type InstrumentLine, instrumentLines } from '../../../store/instruments.ts';
import { STATE_TONES } from '../public-pages.tsx';
import { DESK, type Opened } from './opened.ts';

/** GET /desk/instruments */
export async function deskList(at: Opened): Promise<Response> {
  const { c, words, language } = at;
  const lines = await instrumentLines(c.get('tools').db);
  const drafts = lines.filter((one) => one.state === 'draft');
  const others = lines.filter((one) => one.state !== 'draft');
  const rows = (of: readonly InstrumentLine[]) =>
    of.map((line) => [
      <a href={`${DESK}/${line.id}/${line.version}`}>{line.title[language]}</a>,
      <>
        <StatusTag label={words.states[line.state]} tone={STATE_TONES[line.state]} /> {words.version(line.version)}
      </>,
      formatMoment(line.editedAt, 'Asia/Jakarta', language),
    ]);
  const columns = [{ label: words.instrument }, { label: words.state }, { label: words.author.edited }];
  return page(
    c,
    { title: words.author.title, wide: true, before: <Breadcrumbs crumbs={[{ text: words.author.desk, href: '/desk' }]} /> },
    <>
      <PageHeading>{words.author.title}</PageHeading>
      <p>{words.author.lead}</p>
      <LinkButton href={`${DESK}/new`}>{words.author.newDraft}</LinkButton>
      {drafts.length === 0 ? (
        <p>{words.author.noDrafts}</p>
      ) : (
        <Table id="drafts" caption={words.author.drafts} stacked columns={columns} rows={rows(drafts)} />
      )}
      <Table id="published" caption={words.author.published} stacked columns={columns} rows={rows(others)} />
    </>,
  );
}

interface Typed {
  readonly from: string;
  readonly newId: string;
  readonly json: string;
}

const NOTHING: Typed = { from: '', newId: '', json: '' };

/** GET /desk/instruments/new */
export function newDraftForm(at: Opened): Promise<Response> {
  return show(at, { ...NOTHING, from: at.c.req.query('from') ?? '' });
}

/** POST /desk/instruments/new: from a copy. */
export async function copyDraft(at: Opened): Promise<Response> {
  const form = readForm(at.c);
  const typed = { ...NOTHING, from: form.text('from'), newId: form.text('newId').trim() };
  const [id = '', version = ''] = typed.from.split('@');
  if (id === '') return show(at, typed, { errors: [{ field: 'from', message: at.words.author.chooseSource }] });
  const newId = typed.newId === '' ? null : typed.newId;
  const done = await draftFromCopy(at.c.get('tools'), at.c.get('actor'), { id, version: Number(version) }, newId);
  const field = newId !== null && !done.ok && done.refusal.startsWith('instrument.code') ? 'newId' : 'from';
  return answer(at, typed, done, field);
}

/** POST /desk/instruments/import: from a file. */
export async function importFile(at: Opened): Promise<Response> {
  const { c, words } = at;
  const form = readForm(c);
  const [upload] = form.uploads('file');
  const text = upload ? new TextDecoder().decode(await upload.bytes()) : form.text('json');
  const typed = { ...NOTHING, json: text.length <= MOST_TYPED ? text : '' };
  const wrong = (message: string) => show(at, typed, { errors: [{ field: 'json', message }] });
  if (text.trim() === '') return wrong(words.author.importEmpty);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return wrong(words.author.importNotJson);
  }
  const { instrument, problems } = readInstrument(value);
  if (!instrument) return show(at, typed, { errors: [{ field: 'json', message: words.author.importWrong }], problems });
  return answer(at, typed, await importDraft(c.get('tools'), c.get('actor'), instrument), 'json');
}

/** A pasted text is kept up to here; the shipped instruments are a third of it. */
const MOST_TYPED = 200_000;

function answer(
  at: Opened,
  typed: Typed,
  done: Result<VersionName, InstrumentRefusal>,
  field: string,
): Response | Promise<Response> {
  if (done.ok) return seeOther(at.c, `${DESK}/${done.value.id}/${done.value.version}`, at.words.author.begun);
  const refusal = INSTRUMENT_REFUSALS[done.refusal];
  if (refusal.kind === 'absent') return at.c.notFound();
  return show(at, typed, { status: refusalStatus(refusal.kind), errors: [{ field, message: refusal[at.language] }] });
}

interface Refused {
  readonly status?: number;
  readonly errors: FieldErrors;
  readonly problems?: readonly FileProblem[];
}

async function show(at: Opened, typed: Typed, refused?: Refused): Promise<Response> {
  const { c, words, language } = at;
  const lines = await instrumentLines(c.get('tools').db);
  const options = lines.map((line) => ({
    value: `${line.id}@${line.version}`,
    label: `${line.title[language]} (${words.version(line.version).toLowerCase()}, ${words.states[line.state].toLowerCase()})`,
  }));
  return page(
    c,
    {
      title: words.author.newDraft,
      before: <BackLink href={DESK} text={words.author.backToList} />,
      errors: refused?.errors ?? [],
      status: refused?.status,
    },
    <>
      <PageHeading>{words.author.newDraft}</PageHeading>
      <h2>{words.author.copyTitle}</h2>
      <Form action={`${DESK}/new`}>
        <Select
          name="from"
          label={words.author.copyFrom}
          options={options}
          value={typed.from}
          emptyLabel={words.author.copyFromEmpty}
        />
        <TextInput
          name="newId"
          label={words.author.newCode}
          hint={words.author.newCodeHint}
          value={typed.newId}
          optional
          width={20}
        />
        <Button>{words.author.copy}</Button>
      </Form>
      <h2>{words.author.importTitle}</h2>
      {refused?.problems && (
        <InsetText>
          <ul>
            {refused.problems.map(({ path, text }) => (
              <li>
                <code>{path}</code>: {text[language]}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      <Form action={`${DESK}/import`} multipart>
        <FileUpload name="file" label={words.author.importFile} hint={words.author.importHint} accept=".json,application/json" />
        <TextArea name="json" label={words.author.importText} value={typed.json} rows={6} optional />
        <Button>{words.author.importIt}</Button>
      </Form>
    </>,
  );
}
