/** What a reporter writes: an answer, a comment, a withdrawal. One text, perhaps files; what a rule refuses comes back as it was typed. */
import type { Child } from 'hono/jsx';
import {
  type AcceptedFile,
  type Attached,
  AttachmentsOf,
  attachAs,
  detach,
  NOTHING_ATTACHED,
  onlyMovesFiles,
  reattach,
  type Writer,
} from '../../../../complaints/index.ts';
import { Button, ButtonGroup, type FieldErrors, Form, InsetText, seeOther, TextArea } from '../../../../design/index.ts';
import type { Result } from '../../../../kernel/result.ts';
import { acceptFiles } from '../../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../../platform/http/env.ts';
import { allow } from '../../../../platform/http/rate-limit.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../../platform/http/refusal-status.ts';
import { RefusedRequest } from '../../../../platform/http/refused-request.ts';
import { keyedHash } from '../../../../platform/keyed-hash.ts';
import { commentAsReporter, withdrawOwnReport } from '../../../actions/intake/act-as-reporter.ts';
import { answerQuestion, openQuestions } from '../../../actions/verification/ask-completion.ts';
import type { Case } from '../../../rules/case.ts';
import { mayComment } from '../../../rules/findings/comment.ts';
import { cleanText } from '../../../rules/intake/check-answers.ts';
import { possibleActions } from '../../../rules/permissions.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../../rules/take.ts';
import type { IntakeWords } from '../words.ts';
import { framed, notNow } from './frame.tsx';
import type { OwnCase, OwnCaseGuard } from './opened.ts';

interface Word {
  readonly text: string;
  readonly files: readonly AcceptedFile[];
}

interface StepWords {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly done: string;
}

export interface WordStep {
  readonly name: string;
  readonly takesFiles: boolean;
  readonly words: (words: IntakeWords) => StepWords;
  readonly isPossible: (own: OwnCase) => boolean | Promise<boolean>;
  /** What it answers, shown above the text. */
  readonly about?: (own: OwnCase) => Promise<Child>;
  readonly act: (own: OwnCase, word: Word) => Promise<Result<Case, CaseRefusal>>;
}

export const WORD_STEPS: readonly WordStep[] = [
  {
    name: 'answer',
    takesFiles: true,
    words: (words) => words.steps.answer,
    isPossible: async ({ tools, file }) => (await openQuestions(tools.db, file.id)).length > 0,
    async about({ tools, file }) {
      const [question] = await openQuestions(tools.db, file.id);
      return question && <p class="tuntas-preserve">{question.text}</p>;
    },
    async act({ tools, file, actor }, word) {
      const [question] = await openQuestions(tools.db, file.id);
      return answerQuestion(tools, actor, { caseId: file.id, questionId: question?.id ?? '', ...word });
    },
  },
  {
    name: 'comment',
    takesFiles: true,
    words: (words) => words.steps.comment,
    isPossible: ({ file, now }) => mayComment(file, now),
    act: ({ tools, actor, file }, word) => commentAsReporter(tools, actor, file, word),
  },
  {
    name: 'withdraw',
    takesFiles: false,
    words: (words) => words.steps.withdraw,
    isPossible: ({ file, actor }) => possibleActions(file, actor).includes('withdraw'),
    act: ({ tools, actor }, { text }) => withdrawOwnReport(tools, actor, text),
  },
];

/** Words of one reporter in an hour; more is a machine. */
const WORDS_AN_HOUR = 30;
const UPLOADS_AN_HOUR = 60;

export function mountWordSteps(app: WebRoutes, base: string, guard: OwnCaseGuard): void {
  for (const step of WORD_STEPS) {
    const path = `${base}/${step.name}`;
    app.get(
      path,
      guard(async (own) => ((await step.isPossible(own)) ? ask(own, step) : notNow(own))),
    );
    const answer = guard((own) => take(own, step));
    if (step.takesFiles) app.post(path, acceptFiles, answer);
    else app.post(path, answer);
  }
}

function writerOf({ tools, file, now, language, words }: OwnCase): Writer {
  return {
    tools,
    now,
    language,
    words: {
      refusedUpload: { many: words.tooMany, large: words.tooLarge },
      attachedFile: (place) => `${words.file} ${place}`,
    },
    mark: keyedHash(tools.keys, 'case-word-draft', file.id),
    allowance: { bucket: 'case-upload', key: file.id, anHour: UPLOADS_AN_HOUR },
  };
}

async function take(own: OwnCase, step: WordStep): Promise<Response> {
  const { c, tools, file, language, now, home, words } = own;
  const form = readForm(c);
  const attached = step.takesFiles ? await attachAs(writerOf(own), form) : NOTHING_ATTACHED;
  const typed = { text: form.text('text'), attached };
  if (attached.errors.length > 0) return ask(own, step, typed, { errors: attached.errors });
  if (step.takesFiles && onlyMovesFiles(form)) return ask(own, step, typed);
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'case-word',
    key: file.id,
    limit: WORDS_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  await detach({ tools }, attached);
  const done = await step.act(own, { text: cleanText(typed.text), files: attached.files });
  if (done.ok) return seeOther(c, home, step.words(words).done);
  const refusal = CASE_REFUSALS[done.refusal];
  const errors = [{ field: 'text', message: refusal[language] }];
  const kept = await reattach(writerOf(own), attached);
  return ask(own, step, { ...typed, attached: kept }, { errors, status: refusalStatus(refusal.kind) });
}

async function ask(
  own: OwnCase,
  step: WordStep,
  typed: { readonly text: string; readonly attached: Attached } = { text: '', attached: NOTHING_ATTACHED },
  answer: { readonly errors: FieldErrors; readonly status?: number } = { errors: [] },
): Promise<Response> {
  const words = step.words(own.words);
  const about = await step.about?.(own);
  return framed(
    own,
    words.title,
    answer,
    <>
      <p>{words.lead}</p>
      {about && <InsetText>{about}</InsetText>}
      <Form action={`${own.path}/${step.name}`} multipart={step.takesFiles}>
        <TextArea name="text" label={words.label} hint={words.hint} value={typed.text} rows={7} maxCharacters={LONGEST_TEXT} />
        {step.takesFiles && (
          <AttachmentsOf
            writer={writerOf(own)}
            attached={typed.attached}
            label={own.words.files.label}
            hint={own.words.files.hint}
          />
        )}
        <ButtonGroup>
          <Button>{words.button}</Button>
          <a class="govuk-link" href={own.home}>
            {own.words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </>,
  );
}
