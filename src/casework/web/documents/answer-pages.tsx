/**
 * `/desk/letters/:letter/answer`: an agency answers in two steps. The text is kept before any file is sent, and each file when it has arrived whole: a line that
 * breaks in the middle of an upload loses that upload alone.
 */
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  type FieldError,
  FileUpload,
  Form,
  formatBytes,
  PageHeading,
  page,
  partsOfDay,
  SummaryList,
  seeOther,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { ACCEPTED_EXTENSIONS } from '../../../platform/files/sniff.ts';
import type { Upload } from '../../../platform/http/form.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import {
  ANSWER_LIMIT,
  addAnswerFile,
  answerLetter,
  dropAnswer,
  dropAnswerFile,
  keepAnswer,
  MOST_ANSWER_FILES,
} from '../../actions/documents/answer-letter.ts';
import type { DocumentFile } from '../../rules/documents/document.ts';
import { documentKind } from '../../rules/documents/kinds.ts';
import { dayIn } from '../../rules/documents/letter-days.ts';
import { answerInMaking } from '../../store/documents/documents.ts';
import { filesOfDocument } from '../../store/documents/files.ts';
import type { Reading } from './letter-page.tsx';
import { kindLabel } from './list-page.tsx';
import { type Refused, refusedDocument } from './refused.ts';

const UPLOADS_AN_HOUR = 200;

interface TypedAnswer {
  readonly text: string;
  readonly senderNumber: string;
  readonly dated: DateParts;
}

/** Whether the letter asks for an answer at all, still counts, and has been opened. */
function answerable({ letter, isOpened }: Reading): boolean {
  return isOpened && letter.kind !== 'answer' && documentKind(letter.kind).isAnswerable && letter.state !== 'superseded';
}

export async function answerPage(
  reading: Reading,
  given?: { readonly typed: TypedAnswer; readonly refused: Refused },
): Promise<Response> {
  const { c, tools, actor, letter, words, path, language } = reading;
  if (!answerable(reading)) return seeOther(c, path);
  const kept = await answerInMaking(tools.db, letter.id, actor.personId);
  const typed: TypedAnswer = given?.typed ?? {
    text: kept?.fields.text ?? '',
    senderNumber: kept?.fields.senderNumber ?? '',
    dated: partsOfDay(dayIn(kept?.fields.datedOn ?? '')),
  };
  return page(
    c,
    {
      title: words.answer.title,
      before: <BackLink href={path} text={words.answer.back} />,
      ...(given ? { errors: given.refused.errors, status: given.refused.status } : {}),
    },
    <Columns>
      <PageHeading caption={`${kindLabel(letter, reading.ruleSet, language)} ${letter.number}`}>{words.answer.title}</PageHeading>
      <Form action={`${path}/answer`} id="answer">
        <TextArea
          name="text"
          label={words.answer.text}
          hint={words.answer.textHint}
          value={typed.text}
          rows={12}
          maxCharacters={ANSWER_LIMIT}
        />
        <TextInput name="senderNumber" label={words.answer.senderNumber} optional value={typed.senderNumber} />
        <DateInput name="datedOn" label={words.answer.datedOn} optional value={typed.dated} />
        <Button>{words.answer.next}</Button>
      </Form>
    </Columns>,
  );
}

export async function saveAnswerText(reading: Reading): Promise<Response> {
  const { c, tools, actor, letter, path, language } = reading;
  if (!answerable(reading)) return seeOther(c, path);
  const form = readForm(c);
  const dated = dateParts(form.typed(), 'datedOn');
  const isEmpty = dated.day === '' && dated.month === '' && dated.year === '';
  const typed = { text: form.text('text'), senderNumber: form.text('senderNumber'), dated };
  const datedOn = isEmpty ? '' : (dayFromParts(dated)?.toString() ?? 'none');
  const done = await keepAnswer(tools, actor, {
    letterId: letter.id,
    text: typed.text,
    senderNumber: typed.senderNumber,
    datedOn,
  });
  if (done.ok) return seeOther(c, `${path}/answer/files`);
  if (done.refusal.code === 'case.document-absent') return c.notFound();
  return answerPage(reading, { typed, refused: refusedDocument(done.refusal, language, { otherwise: 'text' }) });
}

export async function filesPage(reading: Reading, errors: readonly FieldError[] = [], status?: 409 | 422): Promise<Response> {
  const { c, tools, actor, letter, words, path, language } = reading;
  if (!answerable(reading)) return seeOther(c, path);
  const kept = await answerInMaking(tools.db, letter.id, actor.personId);
  if (!kept) return seeOther(c, `${path}/answer`);
  const files = await filesOfDocument(tools.db, kept.id);
  return page(
    c,
    {
      title: words.answer.filesTitle,
      before: <BackLink href={`${path}/answer`} text={words.answer.editText} />,
      errors,
      ...(status ? { status } : {}),
    },
    <Columns>
      <PageHeading caption={`${kindLabel(letter, reading.ruleSet, language)} ${letter.number}`}>
        {words.answer.filesTitle}
      </PageHeading>
      <p>{words.answer.filesLead}</p>
      <SummaryList
        rows={[
          {
            key: words.answer.text,
            value: <span class="tuntas-preserve">{kept.fields.text || words.answer.empty}</span>,
            actions: [{ href: `${path}/answer`, about: words.answer.text }],
          },
          kept.fields.senderNumber ? { key: words.answer.senderNumber, value: kept.fields.senderNumber } : null,
        ]}
      />
      <Form action={`${path}/answer/files`} multipart>
        <FileUpload
          name="files"
          label={words.answer.files}
          hint={words.answer.filesHint(MOST_ANSWER_FILES)}
          optional
          accept={ACCEPTED_EXTENSIONS.join(',')}
          uploadUrl={`${path}/answer/files/upload`}
          uploaded={files.map((file, index) => shown(reading, file, index))}
        />
      </Form>
      <Form action={`${path}/answer/send`} id="send">
        <p>{words.answer.sendLead}</p>
        <Button>{words.answer.send}</Button>
      </Form>
      <Form action={`${path}/answer/discard`}>
        <ButtonGroup>
          <Button kind="secondary">{words.answer.drop}</Button>
          <a class="govuk-link" href={path}>
            {words.answer.back}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
  );

  function shown(of: Reading, file: DocumentFile, index: number) {
    return {
      id: file.id,
      name: of.words.page.attached(index + 1),
      about: `${file.extension.slice(1).toUpperCase()}, ${formatBytes(file.bytes, language)}`,
    };
  }
}

async function takeOne(reading: Reading, upload: Upload) {
  const { tools, actor, letter, now } = reading;
  const asks = { bucket: 'case-answer-file', key: actor.personId, limit: UPLOADS_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  return addAnswerFile(tools, actor, { letterId: letter.id, bytes: await upload.bytes() });
}

export async function takeAnswerFiles(reading: Reading): Promise<Response> {
  const { c, tools, actor, letter, words, language, path } = reading;
  if (!answerable(reading)) return seeOther(c, path);
  const form = readForm(c);
  const removed = form.text('remove');
  if (removed !== '') await dropAnswerFile(tools, actor, { letterId: letter.id, fileId: removed });
  const errors: FieldError[] = form.refusedUploads
    .filter(({ reason }) => reason !== 'empty')
    .map(({ reason }) => ({ field: 'files', message: reason === 'too-many' ? words.answer.tooMany : words.answer.tooLarge }));
  for (const upload of form.uploads('files').filter(({ size }) => size > 0)) {
    const done = await takeOne(reading, upload);
    if (!done.ok) errors.push(...refusedDocument(done.refusal, language, { otherwise: 'files' }).errors);
  }
  return errors.length > 0 ? filesPage(reading, errors, 422) : seeOther(c, `${path}/answer/files`);
}

/** One file by itself, as the page with JavaScript sends it. */
export async function uploadAnswerFile(reading: Reading): Promise<Response> {
  const { c, words, language } = reading;
  const [upload] = readForm(c)
    .uploads('file')
    .filter(({ size }) => size > 0);
  if (!answerable(reading) || !upload) return c.json({ detail: words.answer.tooLarge }, 422);
  const done = await takeOne(reading, upload);
  if (!done.ok) {
    const refused = refusedDocument(done.refusal, language, { otherwise: 'files' });
    return c.json({ detail: refused.errors[0]?.message ?? '' }, refused.status);
  }
  const { id, extension, bytes } = done.value;
  return c.json(
    { id, name: words.page.attached(1), about: `${extension.slice(1).toUpperCase()}, ${formatBytes(bytes, language)}` },
    201,
  );
}

export async function sendAnswer(reading: Reading): Promise<Response> {
  const { c, tools, actor, letter, words, language, path } = reading;
  const done = await answerLetter(tools, actor, letter.id);
  if (done.ok) return seeOther(c, path, words.answer.sent(done.value.number ?? ''));
  if (done.refusal.code === 'case.document-absent') return c.notFound();
  const refused = refusedDocument(done.refusal, language, { otherwise: 'send' });
  return filesPage(reading, refused.errors, refused.status === 403 ? 409 : refused.status);
}

export async function discardAnswer(reading: Reading): Promise<Response> {
  const { c, tools, actor, letter, words, path } = reading;
  const done = await dropAnswer(tools, actor, letter.id);
  return done.ok ? seeOther(c, path, words.answer.dropped) : c.notFound();
}
