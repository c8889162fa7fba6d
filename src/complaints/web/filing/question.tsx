/** One question, one page: what every page of the wizard has in common. */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  Columns,
  type FieldError,
  Form,
  formatDay,
  Hidden,
  InsetText,
  page,
  StepProgress,
} from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  type Draft,
  type DraftStep,
  EMPTY_DRAFT,
  filingOf,
  firstUnanswered,
  stepAfter,
  stepBefore,
  stepsOf,
  withAnswer,
} from '../../rules/draft.ts';
import { type FilingFault, readFiling } from '../filing-schema.ts';
import { type Opened, openDraft, saveDraft, withoutDraft } from './open-draft.ts';
import { guarded, type Wizard, wordsFor } from './wizard.ts';

/** What a page shows: the draft as it stands, or as it was just typed with what is wrong with it. */
export interface View {
  readonly wizard: Wizard;
  readonly step: DraftStep;
  readonly draft: Draft;
  /** Kept until then; absent while nothing is kept yet. */
  readonly opened: Opened | undefined;
  readonly errors: readonly FieldError[];
  /** Came from the summary and goes back there. */
  readonly fromCheck: boolean;
}

export interface Question {
  readonly step: DraftStep;
  /** Names of the page's inputs by the field of the schema they stand for; a fault at another field is not this page's. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What was typed on this page, put into the draft as it was typed. */
  read(form: SentForm, draft: Draft): Draft;
  /** What the schema alone cannot tell: the directory's word, answers that must be given. */
  check?(c: WebContext, draft: Draft): Promise<readonly FieldError[]>;
  /** Whether the question is answered by it, where more than the absence of errors is needed. */
  isAnswered?(draft: Draft): boolean;
  /** Where to go after it, when not to the next question. */
  after?(view: View, form: SentForm): string | undefined;
  show(c: WebContext, view: View): Response | Promise<Response>;
}

export function pathOf(wizard: Wizard, step: DraftStep | 'check'): string {
  return `${wizard.base}/${step}`;
}

/** An address of the wizard that remembers to lead back to the summary. */
export function withReturn(view: View, path: string): string {
  if (!view.fromCheck) return path;
  return `${path}${path.includes('?') ? '&' : '?'}from=check`;
}

/** The page of a question, and what becomes of its answer. */
export function mountQuestion(app: WebRoutes, wizard: Wizard, question: Question): void {
  mountAsking(app, wizard, question);
  app.post(
    pathOf(wizard, question.step),
    guarded(wizard, (c) => answerQuestion(c, wizard, question, readForm(c))),
  );
}

export function mountAsking(app: WebRoutes, wizard: Wizard, question: Question): void {
  const { step } = question;
  app.get(
    pathOf(wizard, step),
    guarded(wizard, async (c) => {
      const opened = await openDraft(c, wizard);
      if (!opened) return withoutDraft(c, wizard);
      const { draft } = opened.kept;
      if (!isAsked(draft, wizard, step)) return c.redirect(pathOf(wizard, firstUnanswered(draft, wizard.mode) ?? 'check'), 303);
      // Answered, and wrong since: another class asks for more. What was never right is not scolded for when it is opened again.
      const errors = draft.answered.includes(step) ? faultsOf(c, question, draft) : [];
      return question.show(c, { wizard, step, draft, opened, errors, fromCheck: c.req.query('from') === 'check' });
    }),
  );
}

/** The other classes do not ask it; and before the class is chosen nothing else is asked. */
function isAsked(draft: Draft, wizard: Wizard, step: DraftStep): boolean {
  const isFirst = step === 'class' || step === 'channel';
  return (isFirst || draft.answered.includes('class')) && stepsOf(draft, wizard.mode).includes(step);
}

/** Keeps what was typed, right or wrong; then on to the next question, or back to this one with what is to be mended. */
export async function answerQuestion(
  c: WebContext,
  wizard: Wizard,
  question: Question,
  form: SentForm,
  furtherErrors: readonly FieldError[] = [],
): Promise<Response> {
  const before = await openDraft(c, wizard);
  const typed = question.read(form, before?.kept.draft ?? EMPTY_DRAFT);
  const errors = [...furtherErrors, ...faultsOf(c, question, typed), ...((await question.check?.(c, typed)) ?? [])];
  const isAnswered = errors.length === 0 && (question.isAnswered?.(typed) ?? true);
  const opened = await saveDraft(c, wizard, before, (draft) => withAnswer(question.read(form, draft), question.step, isAnswered));
  const fromCheck = form.text('from') === 'check';
  const view: View = { wizard, step: question.step, draft: typed, opened, errors, fromCheck };
  if (errors.length > 0) return question.show(c, view);
  return c.redirect(question.after?.(view, form) ?? nextPath({ ...view, draft: opened.kept.draft }), 303);
}

function faultsOf(c: WebContext, question: Question, draft: Draft): FieldError[] {
  const language = c.get('language');
  const judged = readFiling(filingOf(draft), { now: c.get('tools').clock.now(), language });
  return judged.ok ? [] : inputErrors(judged.refusal, question.inputs, language);
}

/** Faults of the schema as errors at this page's inputs. */
export function inputErrors(
  faults: readonly FilingFault[],
  inputs: Readonly<Record<string, string>>,
  language: 'id' | 'en',
): FieldError[] {
  return faults.flatMap(({ field, text }) => {
    const input = inputs[field];
    return input === undefined ? [] : [{ field: input, message: text[language] }];
  });
}

function nextPath({ wizard, draft, step, fromCheck }: View): string {
  // Also when the question is not one of this class: its page was open in another tab when the class was changed.
  if (fromCheck || !isAsked(draft, wizard, step)) return pathOf(wizard, firstUnanswered(draft, wizard.mode) ?? 'check');
  return pathOf(wizard, stepAfter(draft, wizard.mode, step) ?? 'check');
}

/** The page around a question. `body` holds the `QuestionForm` and the page's `h1`. */
export function questionPage(
  c: WebContext,
  view: View,
  options: { readonly title: string; readonly back?: string | undefined },
  body: Child,
): Promise<Response> {
  const { wizard, draft, step, fromCheck } = view;
  const words = wordsFor(c);
  const steps = stepsOf(draft, wizard.mode);
  const previous = stepBefore(draft, wizard.mode, step);
  const back = options.back ?? (fromCheck ? pathOf(wizard, 'check') : previous ? pathOf(wizard, previous) : wizard.base);
  return page(
    c,
    {
      title: options.title,
      errors: view.errors,
      before: <BackLink href={back} />,
      headers: { 'Cache-Control': 'private, no-cache' },
    },
    <Columns>
      <CounterNote wizard={wizard} text={words.counterNote} />
      <StepProgress current={steps.indexOf(step) + 1} total={steps.length + 1} />
      {body}
      <KeptNote c={c} view={view} />
    </Columns>,
  );
}

export function CounterNote(props: { wizard: Wizard; text: string }) {
  return props.wizard.mode === 'counter' ? (
    <InsetText>
      <p>{props.text}</p>
    </InsetText>
  ) : null;
}

/** That it is kept, until when, and how to be rid of it. */
export function KeptNote(props: { c: WebContext; view: Pick<View, 'wizard' | 'opened'> }) {
  const { c, view } = props;
  const words = wordsFor(c);
  const expiresAt = view.opened?.kept.expiresAt;
  return (
    <p class="govuk-hint tuntas-kept">
      {expiresAt && `${words.keptUntil(formatDay(dayOf(expiresAt, 'Asia/Jakarta'), c.get('language')))} `}
      <a href={`${view.wizard.base}/start-over`}>{words.startOver}</a>
    </p>
  );
}

export function QuestionForm(props: { c: WebContext; view: View; multipart?: boolean; children?: Child }) {
  const { view } = props;
  return (
    <Form action={pathOf(view.wizard, view.step)} multipart={props.multipart}>
      {view.fromCheck && <Hidden name="from" value="check" />}
      {props.children}
      <Button>{wordsFor(props.c).continue}</Button>
    </Form>
  );
}
