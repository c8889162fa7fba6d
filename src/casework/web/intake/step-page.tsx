/** One subject, one page: what every page of the questions has in common, and what becomes of an answer. */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  Columns,
  type FieldErrors,
  Form,
  formatDay,
  Hidden,
  InsetText,
  page,
  StepProgress,
} from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { IntakeDraft } from '../../actions/intake/keep-intake.ts';
import { INTAKE_STEPS, type IntakeStep, stepsOf } from '../../rules/intake/answers.ts';
import { EMPTY_INTAKE, type OpenIntake, openIntake, saveIntake, withoutIntake } from './open-intake.ts';
import { errorsOf, readStep } from './reading.ts';
import type { Guard, IntakeSite } from './site.ts';
import { BODIES } from './step-bodies.tsx';
import { dropTaken, MOST_FILES, takeUploads, UPLOAD_INPUTS, withFiles, withoutFile } from './uploads.ts';

export interface StepView {
  readonly site: IntakeSite;
  readonly step: IntakeStep;
  readonly draft: IntakeDraft;
  readonly opened: OpenIntake | undefined;
  readonly errors: FieldErrors;
  /** Came from the summary and goes back there. */
  readonly fromCheck: boolean;
}

export interface StepBody {
  title(view: StepView): string;
  body(view: StepView): Child | Promise<Child>;
  /** Where to go after it, when not on. */
  after?(view: StepView, form: SentForm): string | undefined;
}

const NO_CACHE = { 'Cache-Control': 'private, no-store' } as const;
const UPLOADS_OF: Readonly<Partial<Record<IntakeStep, string>>> = { files: UPLOAD_INPUTS.files, you: UPLOAD_INPUTS.idCard };

export function mountSteps(app: WebRoutes, base: string, guard: Guard): void {
  for (const step of INTAKE_STEPS) {
    const path = `${base}/${step}`;
    app.get(
      path,
      guard((site) => ask(site, step)),
    );
    const answer = guard((site) => take(site, step));
    if (UPLOADS_OF[step]) app.post(path, acceptFiles, answer);
    else app.post(path, answer);
  }
}

/** The first question that was not answered yet; `undefined` when all are. */
export function firstOpen(draft: IntakeDraft, site: IntakeSite): IntakeStep | undefined {
  return stepsOf(draft.answers, site.mode).find((step) => !draft.answered.includes(step));
}

async function ask(site: IntakeSite, step: IntakeStep): Promise<Response> {
  const opened = await openIntake(site);
  if (!opened) return withoutIntake(site);
  const { draft } = opened.kept;
  const { c, base } = site;
  if (!stepsOf(draft.answers, site.mode).includes(step)) return c.redirect(`${base}/${firstOpen(draft, site) ?? 'check'}`, 303);
  const errors = draft.answered.includes(step) ? await errorsOf(site, step, draft.answers) : [];
  return show({ site, step, draft, opened, errors, fromCheck: c.req.query('from') === 'check' });
}

/** Keeps what was typed, right or wrong; then on to the next question, or back to this one with what is to be mended. */
async function take(site: IntakeSite, step: IntakeStep): Promise<Response> {
  const form = readForm(site.c);
  const before = await openIntake(site);
  // Only the first page begins a draft: of a complaint that would be the page that says what is disclosed.
  if (!before && stepsOf(EMPTY_INTAKE.answers, site.mode)[0] !== step) return withoutIntake(site);
  const field = UPLOADS_OF[step];
  const room = field === UPLOAD_INPUTS.idCard ? 1 : MOST_FILES - (before?.kept.draft.files.length ?? 0);
  const taken = field ? await takeUploads(site, form, field, room) : { files: [], errors: [] };
  const removed = form.text('remove');
  const change = (draft: IntakeDraft): IntakeDraft => {
    const answers = readStep(step, form, draft.answers);
    const filled = field && taken.files.length > 0 ? withFiles(draft, field, taken.files) : draft;
    return { ...(removed === '' ? filled : withoutFile(filled, removed)), answers };
  };
  const typed = change(before?.kept.draft ?? EMPTY_INTAKE);
  const staysForFiles = form.has('upload') || form.has('remove');
  const errors = [...taken.errors, ...(staysForFiles ? [] : await errorsOf(site, step, typed.answers))];
  const isAnswered = errors.length === 0 && !staysForFiles;
  const opened = await saveIntake(site, before, (draft) => {
    const rest = draft.answered.filter((each) => each !== step);
    return { ...change(draft), answered: isAnswered ? [...rest, step] : rest };
  });
  await dropTaken(site, taken.files, opened.kept.draft);
  const view: StepView = { site, step, draft: opened.kept.draft, opened, errors, fromCheck: form.text('from') === 'check' };
  if (!isAnswered) return show({ ...view, draft: { ...opened.kept.draft, answers: typed.answers } });
  return site.c.redirect(BODIES[step].after?.(view, form) ?? nextPath(view), 303);
}

function nextPath({ site, step, draft, fromCheck }: StepView): string {
  const steps = stepsOf(draft.answers, site.mode);
  const next = fromCheck ? firstOpen(draft, site) : steps[steps.indexOf(step) + 1];
  return `${site.base}/${next ?? 'check'}`;
}

async function show(view: StepView): Promise<Response> {
  const { site, step, draft, errors, opened, fromCheck } = view;
  const { c, words, base, mode } = site;
  const { title, body } = BODIES[step];
  const steps = stepsOf(draft.answers, mode);
  const previous = steps[steps.indexOf(step) - 1];
  const back = fromCheck ? `${base}/check` : previous ? `${base}/${previous}` : base;
  return page(
    c,
    { title: title(view), errors, before: <BackLink href={back} text={words.back} />, headers: NO_CACHE },
    <Columns>
      {mode === 'desk' && (
        <InsetText>
          <p>{words.arrival.deskNote}</p>
        </InsetText>
      )}
      <StepProgress current={steps.indexOf(step) + 1} total={steps.length + 1} />
      {await body(view)}
      {opened && (
        <p class="govuk-hint tuntas-kept">
          {words.keptUntil(formatDay(dayOf(opened.kept.expiresAt, site.zone), site.language))}{' '}
          <a href={`${base}/start-over`}>{words.startOver}</a>
        </p>
      )}
    </Columns>,
  );
}

export function StepForm(props: { view: StepView; multipart?: boolean; children?: Child }) {
  const { view } = props;
  return (
    <Form action={`${view.site.base}/${view.step}`} multipart={props.multipart ?? false}>
      {view.fromCheck && <Hidden name="from" value="check" />}
      {props.children}
      <Button>{view.site.words.continue}</Button>
    </Form>
  );
}
