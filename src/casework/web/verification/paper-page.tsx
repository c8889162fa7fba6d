/** `/desk/cases/:id/checks/answer`: a verifier records what the reporter completed by letter, by telephone or in person. */

import type { AcceptedFile } from '../../../complaints/index.ts';
import {
  Button,
  ButtonGroup,
  Columns,
  DateInput,
  dateParts,
  dayFromParts,
  type FieldError,
  FileUpload,
  Form,
  InsetText,
  seeOther,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { UPLOAD_LIMITS } from '../../../platform/files/limits.ts';
import { FILE_REFUSALS, removeFile, takeFile } from '../../../platform/files/take-file.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { answerQuestion, type OpenQuestion, openQuestions } from '../../actions/verification/ask-completion.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { CASE_REFUSALS } from '../../rules/refusals.ts';
import { casePage } from '../case-frame.tsx';
import type { OpenedCase } from '../opened.tsx';
import { onCaseInside } from './inside.ts';
import { type Refused, refused } from './refused.ts';
import { wordsIn } from './words.ts';

const PATH = '/desk/cases/:id/checks/answer';

export function mountPaper(app: WebRoutes): void {
  const open = (answer: (opened: OpenedCase, question: OpenQuestion) => Promise<Response>) =>
    onCaseInside(async (opened) => {
      const { c, tools, file, actor, path } = opened;
      const [question] = possibleActions(file, actor).includes('complete') ? await openQuestions(tools.db, file.id) : [];
      return question ? answer(opened, question) : seeOther(c, `${path}/checks`);
    });
  app.get(
    PATH,
    open((opened, question) => paperPage(opened, question)),
  );
  app.post(PATH, acceptFiles, open(answerOnPaper));
}

async function answerOnPaper(opened: OpenedCase, question: OpenQuestion): Promise<Response> {
  const { c, tools, actor, file, path, language } = opened;
  const words = wordsIn(language);
  const form = readForm(c);
  const parts = dateParts(form.typed(), 'occurredOn');
  const occurredOn = dayFromParts(parts);
  const isDayTyped = Object.values(parts).some((each) => each.trim() !== '');
  if (isDayTyped && !occurredOn)
    return paperPage(opened, question, form, { errors: [{ field: 'occurredOn', message: words.paper.dayInvalid }], status: 422 });
  // Asked before files are taken, so that nothing has to be attached twice.
  if (form.text('reason').trim() === '')
    return paperPage(opened, question, form, refused('case.reason-missing', language, 'reason'));
  const taken = await takeAll(opened, form);
  if (taken.errors.length > 0) return paperPage(opened, question, form, { errors: taken.errors, status: 422 });
  const [loss, wish] = [form.text('loss').trim(), form.text('wish').trim()];
  const done = await answerQuestion(tools, actor, {
    caseId: file.id,
    questionId: question.id,
    text: form.text('text'),
    reason: form.text('reason'),
    files: taken.files,
    facts: { ...(occurredOn ? { occurredOn } : {}), ...(loss ? { loss } : {}), ...(wish ? { wish } : {}) },
  });
  if (done.ok) return seeOther(c, `${path}/checks`, words.paper.done);
  for (const each of taken.files) await removeFile(tools, each.storeKey);
  if (done.refusal === 'case.absent') return c.notFound();
  return paperPage(opened, question, form, refused(done.refusal, language, 'text'));
}

async function takeAll({ tools, language }: OpenedCase, form: SentForm) {
  const files: AcceptedFile[] = [];
  const errors: FieldError[] = form.refusedUploads
    .filter((each) => each.reason !== 'empty')
    .map(() => ({ field: 'files', message: CASE_REFUSALS['case.files-not-taken'][language] }));
  for (const upload of form.uploads('files').filter((each) => each.size > 0)) {
    const taken = files.length < UPLOAD_LIMITS.files.value ? await takeFile(tools, await upload.bytes()) : undefined;
    if (!taken?.ok) {
      const message = taken ? FILE_REFUSALS[taken.refusal][language] : CASE_REFUSALS['case.files-not-taken'][language];
      errors.push({ field: 'files', message });
      continue;
    }
    const { key, kind, mediaType, size, sha256, picture } = taken.value;
    files.push({
      id: tools.random.id(),
      mediaType,
      isImage: kind === 'picture',
      bytes: size,
      sha256: Buffer.from(sha256, 'hex'),
      storeKey: key,
      thumbnailKey: picture?.thumbnailKey ?? null,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
    });
  }
  if (errors.length > 0) for (const each of files) await removeFile(tools, each.storeKey);
  return { files: errors.length > 0 ? [] : files, errors };
}

function paperPage(opened: OpenedCase, question: OpenQuestion, form?: SentForm, answer?: Refused): Promise<Response> {
  const { path, language, file } = opened;
  const words = wordsIn(language);
  const typed = (name: string) => form?.text(name) ?? '';
  const asks = (code: string) => question.requirements.some((each) => each.code === code);
  return casePage(
    opened,
    'checks',
    words.paper.title,
    <Columns>
      <p>{words.paper.lead}</p>
      <h2>{words.paper.question}</h2>
      <InsetText>
        <span class="tuntas-preserve">{question.text}</span>
      </InsetText>
      <ul>
        {question.requirements.map((each) => (
          <li>{each.label[language]}</li>
        ))}
      </ul>
      <Form action={`${path}/checks/answer`} multipart>
        <TextArea name="text" label={words.paper.text} hint={words.paper.textHint} rows={6} value={typed('text')} />
        {(asks('event-age') || file.occurredOn === null) && (
          <DateInput
            name="occurredOn"
            label={words.paper.occurredOn}
            optional
            {...(form ? { value: dateParts(form.typed(), 'occurredOn') } : {})}
          />
        )}
        {asks('loss') && <TextArea name="loss" label={words.paper.loss} optional rows={3} value={typed('loss')} />}
        {asks('wish') && <TextArea name="wish" label={words.paper.wish} optional rows={3} value={typed('wish')} />}
        <FileUpload name="files" label={words.paper.files} optional single />
        <TextInput name="reason" label={words.paper.reason} hint={words.paper.reasonHint} value={typed('reason')} />
        <ButtonGroup>
          <Button>{words.paper.button}</Button>
          <a class="govuk-link" href={`${path}/checks`}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
    answer ?? {},
  );
}
