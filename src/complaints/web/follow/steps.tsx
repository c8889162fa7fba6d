/** What a complainant can do: five steps, each a page with one text and perhaps files. The rules decide; what they refuse comes back typed. */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  type FieldError,
  Form,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  seeOther,
  TextArea,
} from '../../../design/index.ts';
import type { Complainant } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import type { Tools } from '../../../platform/tools.ts';
import {
  confirmOutcome,
  contestArchive,
  objectToOutcome,
  reopenAsComplainant,
  supplyMissingFacts,
  type Word,
} from '../../actions/answer-as-complainant.ts';
import type { Complaint } from '../../rules/complaint.ts';
import { TEXT_LIMIT } from '../../rules/guards.ts';
import { possibleDeskActions, possiblePartActions } from '../../rules/permissions.ts';
import { REFUSALS, type RefusalCode } from '../../rules/refusals.ts';
import { activeParts, statusOf } from '../../rules/status.ts';
import { type Attached, NOTHING_ATTACHED, onlyMovesFiles } from '../attachments.tsx';
import { cleanText } from '../filing-schema.ts';
import { NumberCaption } from '../telling/status.tsx';
import { Attachments, attach } from './attachments.tsx';
import { type Opened, onOwn } from './opened.ts';
import type { FollowWords } from './words.ts';

export type StepName = keyof FollowWords['steps'];

interface Step {
  readonly takesFiles: boolean;
  /** Nothing need be written. */
  readonly isWordOptional?: boolean;
  readonly isPossible: (complaint: Complaint, actor: Complainant) => boolean;
  readonly act: (tools: Tools, actor: Complainant, word: Word) => Promise<Result<Complaint, RefusalCode>>;
}

const somePart = (complaint: Complaint, actor: Complainant, action: 'confirm' | 'object') =>
  activeParts(complaint).some((part) => possiblePartActions(complaint, part, actor).includes(action));

export const STEPS: Readonly<Record<StepName, Step>> = {
  facts: {
    takesFiles: true,
    isPossible: (complaint, actor) => possibleDeskActions(complaint, actor).includes('supply-facts'),
    act: supplyMissingFacts,
  },
  confirm: {
    takesFiles: false,
    isWordOptional: true,
    // With several offices only all of them together can be confirmed; an objection need not wait.
    isPossible: (complaint, actor) => statusOf(complaint) === 'awaiting-complainant' && somePart(complaint, actor, 'confirm'),
    act: confirmOutcome,
  },
  object: {
    takesFiles: true,
    isPossible: (complaint, actor) => somePart(complaint, actor, 'object'),
    act: objectToOutcome,
  },
  reopen: {
    takesFiles: true,
    isPossible: (complaint, actor) => possibleDeskActions(complaint, actor).includes('reopen'),
    act: reopenAsComplainant,
  },
  contest: {
    takesFiles: false,
    isPossible: (complaint, actor) => possibleDeskActions(complaint, actor).includes('contest'),
    act: contestArchive,
  },
};

/** Words of one complainant in an hour; more is a machine. */
const WORDS_AN_HOUR = 30;

export function mountSteps(app: WebRoutes): void {
  for (const [name, step] of Object.entries(STEPS) as [StepName, Step][]) {
    const path = `/follow/:trackingNumber{[0-9][0-9-]*}/${name}`;
    app.get(
      path,
      onOwn((opened) => (step.isPossible(opened.complaint, opened.actor) ? ask(opened, name) : notNow(opened, name))),
    );
    const answer = onOwn((opened) => take(opened, name));
    if (step.takesFiles) app.post(path, acceptFiles, answer);
    else app.post(path, answer);
  }
}

async function take(opened: Opened, name: StepName): Promise<Response> {
  const { c, tools, actor, complaint, words, now } = opened;
  const step = STEPS[name];
  const form = readForm(c);
  const text = cleanText(form.text('text'));
  const attached = step.takesFiles ? await attach(opened, form) : NOTHING_ATTACHED;
  const typed = { text: form.text('text'), attached };
  if (attached.errors.length > 0) return ask(opened, name, typed, { errors: attached.errors });
  if (step.takesFiles && onlyMovesFiles(form)) return ask(opened, name, typed);

  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'follow-word',
    key: complaint.id,
    limit: WORDS_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const done = await step.act(tools, actor, { text, files: attached.files, draftId: attached.draftId });
  if (done.ok) return seeOther(c, opened.path, words.steps[name].done);
  const refusal = REFUSALS[done.refusal];
  const errors = [{ field: 'text', message: refusal[opened.language] }];
  return ask(opened, name, typed, { errors, status: refusalStatus(refusal.kind) });
}

interface Typed {
  readonly text: string;
  readonly attached: Attached;
}

async function ask(
  opened: Opened,
  name: StepName,
  typed: Typed = { text: '', attached: NOTHING_ATTACHED },
  answer: { readonly errors: readonly FieldError[]; readonly status?: number } = { errors: [] },
): Promise<Response> {
  const { words } = opened;
  const step = STEPS[name];
  const text = words.steps[name];
  return framed(
    opened,
    text.title,
    answer,
    <>
      <p>{text.lead}</p>
      <About opened={opened} name={name} />
      <Form action={`${opened.path}/${name}`} multipart={step.takesFiles}>
        <TextArea
          name="text"
          label={text.label}
          optional={step.isWordOptional}
          value={typed.text}
          rows={step.isWordOptional ? 3 : 7}
          maxCharacters={TEXT_LIMIT}
        />
        {step.takesFiles && <Attachments opened={opened} attached={typed.attached} />}
        <ButtonGroup>
          <Button>{text.button}</Button>
          <a class="govuk-link" href={opened.path}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </>,
  );
}

/** What the step answers: the question, or what the agency says it has done. */
function About({ opened, name }: { opened: Opened; name: StepName }) {
  const { complaint } = opened;
  if (name === 'facts' && complaint.hold) {
    return (
      <InsetText>
        <p class="tuntas-preserve">{complaint.hold.question}</p>
      </InsetText>
    );
  }
  if (name !== 'confirm' && name !== 'object') return null;
  return (
    <>
      {activeParts(complaint).map(
        (part) =>
          part.proposal && (
            <InsetText>
              <p class="tuntas-preserve">{part.proposal.summary}</p>
            </InsetText>
          ),
      )}
    </>
  );
}

/** Someone was faster (another tab, a deadline that has passed): says so and leads back to how it stands. */
function notNow(opened: Opened, name: StepName): Promise<Response> {
  const { words, language } = opened;
  return framed(
    opened,
    words.notNowTitle,
    { errors: [], status: 409 },
    <>
      <p>
        {words.steps[name].title}: {REFUSALS['complaint.not-now'][language]}
      </p>
      <LinkButton href={opened.path}>{words.back}</LinkButton>
    </>,
  );
}

export function framed(
  opened: Opened,
  title: string,
  answer: { readonly errors: readonly FieldError[]; readonly status?: number },
  body: Child,
): Promise<Response> {
  const { c, words, path } = opened;
  return page(
    c,
    {
      title,
      before: <BackLink href={path} text={words.back} />,
      errors: answer.errors,
      ...(answer.status === undefined ? {} : { status: answer.status }),
    },
    <Columns>
      <PageHeading caption={<NumberCaption text={words.complaintNumber} trackingNumber={opened.complaint.trackingNumber} />}>
        {title}
      </PageHeading>
      {body}
    </Columns>,
  );
}
