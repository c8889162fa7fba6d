/**
 * Pictures and documents. Each is looked at, cleaned and stored the moment it arrives, so that one that fails loses neither the
 * others nor anything that was typed.
 */
import { Readable } from 'node:stream';
import { type FieldError, FileUpload, PageHeading, WarningText } from '../../../../design/index.ts';
import { isUuid } from '../../../../kernel/ids.ts';
import { UPLOAD_LIMITS } from '../../../../platform/files/limits.ts';
import { readSealed } from '../../../../platform/files/seal.ts';
import { ACCEPTED_EXTENSIONS } from '../../../../platform/files/sniff.ts';
import { FILE_REFUSALS, removeFile, takeFile } from '../../../../platform/files/take-file.ts';
import { acceptFiles } from '../../../../platform/http/accept-files.ts';
import { answerFile } from '../../../../platform/http/answer-file.ts';
import { clientAddress } from '../../../../platform/http/client-address.ts';
import type { WebContext, WebRoutes } from '../../../../platform/http/env.ts';
import type { Form, Upload } from '../../../../platform/http/form.ts';
import { problem } from '../../../../platform/http/problem.ts';
import { allow } from '../../../../platform/http/rate-limit.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { RefusedRequest } from '../../../../platform/http/refused-request.ts';
import { addDraftFile, dropDraftFile, filesOfDraft } from '../../../actions/keep-draft.ts';
import type { DraftFile } from '../../../rules/draft.ts';
import { aboutFile } from '../../telling/file-names.ts';
import { type Opened, openDraft, saveDraft, withoutDraft } from '../open-draft.ts';
import {
  answerQuestion,
  mountAsking,
  pathOf,
  type Question,
  QuestionForm,
  questionPage,
  type View,
  withReturn,
} from '../question.tsx';
import { guarded, type Wizard, wordsFor } from '../wizard.ts';

/** Each costs a picture's worth of computing; enough for a full complaint every few minutes from one address. */
const UPLOADS_AN_HOUR = 300;
const MOST = UPLOAD_LIMITS.files.value;

/** As the refusals count them: 1024 x 1024 bytes. */
const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;

export const filesQuestion: Question = {
  step: 'files',
  inputs: {},
  read: (_form, draft) => draft,
  async show(c, view) {
    const words = wordsFor(c).files;
    return questionPage(
      c,
      view,
      { title: words.title },
      <>
        <PageHeading>{words.title}</PageHeading>
        <WarningText>{words.warning}</WarningText>
        <p>{words.hidden}</p>
        <QuestionForm c={c} view={view} multipart>
          <FileUpload
            name="files"
            label={words.label}
            optional
            hint={words.hint(MOST, megabytes(UPLOAD_LIMITS.imageBytes.value), megabytes(UPLOAD_LIMITS.fileBytes.value))}
            accept={ACCEPTED_EXTENSIONS.join(',')}
            uploaded={await shownFiles(c, view)}
            uploadUrl={`${pathOf(view.wizard, 'files')}/upload`}
          />
        </QuestionForm>
      </>,
    );
  },
};

export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly isImage: boolean;
}

/** A draft's files as their sender knows them. */
export async function shownFiles(c: WebContext, view: Pick<View, 'opened'>): Promise<ShownFile[]> {
  if (!view.opened) return [];
  const { kept } = view.opened;
  const names = new Map(kept.draft.files.map((file) => [file.id, file.name]));
  const rows = await filesOfDraft(c.get('tools'), kept);
  return rows.map((row) => ({
    id: row.id,
    name: names.get(row.id) ?? '',
    about: aboutFile(row, c.get('language')),
    isImage: row.isImage,
  }));
}

export function mountFiles(app: WebRoutes, wizard: Wizard): void {
  const path = pathOf(wizard, 'files');
  mountAsking(app, wizard, filesQuestion);
  app.post(
    path,
    acceptFiles,
    guarded(wizard, (c) => postFiles(c, wizard)),
  );
  app.post(
    `${path}/upload`,
    acceptFiles,
    guarded(wizard, (c) => uploadOne(c, wizard)),
  );
  app.get(
    `${path}/:id`,
    guarded(wizard, (c) => showPicture(c, wizard)),
  );
}

/** Without JavaScript: takes what came, removes what was asked, and goes on only with the button that says so. */
async function postFiles(c: WebContext, wizard: Wizard): Promise<Response> {
  const form = readForm(c);
  const uploads = form.uploads('files');
  const removed = form.text('remove');
  let opened = await openDraft(c, wizard);
  if (!opened && uploads.length > 0) opened = await saveDraft(c, wizard, undefined, (draft) => draft);
  if (opened && isUuid(removed)) await dropDraftFile(c.get('tools'), opened.secret, removed);
  const errors = opened ? [...refusedOnTheWay(c, form), ...(await takeAll(c, opened, uploads))] : [];
  const stays = removed !== '' || form.text('upload') !== '';
  if (!stays || errors.length > 0) return answerQuestion(c, wizard, filesQuestion, form, errors);
  const fromCheck = form.text('from') === 'check';
  return c.redirect(withReturn({ fromCheck } as View, pathOf(wizard, 'files')), 303);
}

function refusedOnTheWay(c: WebContext, form: Form): FieldError[] {
  const words = wordsFor(c).files;
  const language = c.get('language');
  const why = {
    'too-large': FILE_REFUSALS['file-too-large'][language],
    'too-many': words.tooMany(MOST),
    empty: FILE_REFUSALS['file-empty'][language],
  };
  return form.refusedUploads.map(({ name, reason }) => ({ field: 'files', message: words.failed(name, why[reason]) }));
}

async function takeAll(c: WebContext, opened: Opened, uploads: readonly Upload[]): Promise<FieldError[]> {
  const words = wordsFor(c).files;
  const errors: FieldError[] = [];
  for (const upload of uploads) {
    const taken = await takeOne(c, opened, upload);
    if (typeof taken === 'string') errors.push({ field: 'files', message: words.failed(upload.name, taken) });
  }
  return errors;
}

/** @returns the file as it is kept, or why it was not */
async function takeOne(c: WebContext, opened: Opened, upload: Upload): Promise<(DraftFile & { about: string }) | string> {
  const tools = c.get('tools');
  const words = wordsFor(c).files;
  const { allowed } = await allow(tools, {
    bucket: 'draft-file',
    key: clientAddress(c),
    limit: UPLOADS_AN_HOUR,
    windowSeconds: 3600,
    now: tools.clock.now(),
  });
  if (!allowed) return words.tooOften;
  const taken = await takeFile(tools, await upload.bytes());
  if (!taken.ok) return FILE_REFUSALS[taken.refusal][c.get('language')];
  const stored = taken.value;
  const added = await addDraftFile(tools, opened.secret, { name: upload.name, stored, most: MOST }).catch(async (error) => {
    await removeFile(tools, stored.key);
    throw error;
  });
  if (!added.ok) {
    await removeFile(tools, stored.key);
    return added.refusal === 'gone' ? words.gone : words.tooMany(MOST);
  }
  return { ...added.value, about: aboutFile({ mediaType: stored.mediaType, bytes: stored.size }, c.get('language')) };
}

/** With JavaScript: one file at a time, answered for the island. */
async function uploadOne(c: WebContext, wizard: Wizard): Promise<Response> {
  const form = readForm(c);
  const words = wordsFor(c).files;
  const [refused] = refusedOnTheWay(c, form);
  if (refused) return problem(c, { status: 422, title: refused.message });
  const [upload, another] = form.uploads('file');
  if (!upload || another) throw new RefusedRequest('malformed');
  const opened = await openDraft(c, wizard);
  if (!opened) return problem(c, { status: 409, title: words.gone });
  const taken = await takeOne(c, opened, upload);
  if (typeof taken === 'string') return problem(c, { status: 422, title: taken });
  return c.json({ id: taken.id, name: taken.name, about: taken.about }, 201);
}

/** The small picture of a file, for whoever has the draft's cookie. */
async function showPicture(c: WebContext, wizard: Wizard): Promise<Response> {
  const opened = await openDraft(c, wizard);
  if (!opened) return withoutDraft(c, wizard);
  const rows = await filesOfDraft(c.get('tools'), opened.kept);
  const row = rows.find((each) => each.id === c.req.param('id'));
  if (!row?.thumbnailKey) return c.notFound();
  const bytes = await readSealed(c.get('tools'), row.thumbnailKey);
  return answerFile(c, {
    stream: Readable.from([bytes], { objectMode: false }),
    mediaType: row.mediaType,
    size: bytes.length,
    name: 'gambar',
    inline: true,
  });
}
