/** `/desk/agreements/:code/lines/:ordinal/sessions...`: planning, changing, recording and cancelling sessions; the page of one. */
import {
  Button,
  type FieldErrors,
  Form,
  Hidden,
  LinkButton,
  StatusTag,
  SummaryList,
  seeOther,
  Tag,
  TextArea,
  WarningButton,
} from '../../../design/index.ts';
import { Temporal } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { cancelSession, changeSession, planSession, recordSession, type SessionResult } from '../../actions/sources/sessions.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { mayWriteSessions } from '../../rules/sources/question.ts';
import {
  hasSessions,
  SESSION_FORMS,
  SESSION_STATE_LABELS,
  type Session,
  type SessionForm,
  sessionStep,
} from '../../rules/sources/session.ts';
import { SESSION_LIMITS, type SessionFlaw } from '../../rules/sources/session-flaws.ts';
import { sessionByOrdinal } from '../../store/sources/sessions.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedLine, onLine } from '../lines/opened-line.ts';
import { versionOf } from '../opened.tsx';
import { LINE_PATH } from './line-path.ts';
import { mountQuestions } from './question-posts.ts';
import { type AgainAt, Questions } from './questions.tsx';
import { PlanInputs, RecordInputs } from './session-form.tsx';
import { AttendanceTable, ReviewerTable, SESSION_TONES, SessionDays, SessionTotals } from './session-told.tsx';
import { type SessionWords, sessionWordsIn } from './session-words.ts';
import { planFrom, recordFrom, type TypedSession, typedFrom, typedOf } from './typed-session.ts';

const SESSIONS = `${LINE_PATH}/sessions` as const;
const SESSION = `${SESSIONS}/:session{[1-9][0-9]{0,4}}` as const;

export interface OpenedSessions extends Omit<OpenedLine, 'words'> {
  readonly form: SessionForm;
  readonly words: SessionWords;
  readonly mayWrite: boolean;
  /** Means and shares of tests are told from so many on. */
  readonly least: number;
}

export interface OpenedSession extends OpenedSessions {
  readonly session: Session;
  readonly sessionPath: string;
}

export function mountSessions(app: WebRoutes): void {
  app.get(
    `${SESSIONS}/new`,
    onSessions((opened) => (opened.mayWrite ? planPage(opened) : opened.c.notFound())),
  );
  app.post(`${SESSIONS}/new`, onSessions(postPlan));
  app.get(
    SESSION,
    onSession((opened) => sessionPage(opened)),
  );
  for (const step of ['change', 'record'] as const) {
    app.get(
      `${SESSION}/${step}`,
      onSession((opened) =>
        opened.mayWrite && stepOf(opened, step) ? stepPage(opened, step) : opened.c.redirect(opened.sessionPath),
      ),
    );
    app.post(
      `${SESSION}/${step}`,
      onSession((opened) => postStep(opened, step)),
    );
  }
  app.post(`${SESSION}/cancel`, onSession(postCancel));
  mountQuestions(app, SESSION, onSession, sessionPage);
  // The page of a step that was refused, reloaded or in the other language.
  app.get(
    `${SESSION}/:step{cancel|questions|answer|publication}`,
    onSession(({ c, sessionPath }) => c.redirect(sessionPath)),
  );
}

function onSessions(answer: (opened: OpenedSessions) => Response | Promise<Response>): (c: WebContext) => Promise<Response> {
  return onLine(async (opened) => {
    const { c, tools, actor, agreement, line, language, today } = opened;
    // A line that was made an activity keeps the page of the sessions it had; new ones need a form.
    const form: SessionForm = hasSessions(line.form) ? line.form : 'outreach';
    const least = (await lawBook(tools)).parameter('agreement.measure-least', today).value;
    const mayWrite = hasSessions(line.form) && mayWriteSessions(actor, agreement, line);
    if (!hasSessions(line.form) && c.req.param('session') === undefined) return c.notFound();
    return answer({ ...opened, form, words: sessionWordsIn(language), mayWrite, least });
  });
}

export function onSession(answer: (opened: OpenedSession) => Response | Promise<Response>): (c: WebContext) => Promise<Response> {
  return onSessions(async (opened) => {
    const { c, tools, line, here } = opened;
    const session = await sessionByOrdinal(tools.db, line, Number(c.req.param('session')));
    if (!session) return c.notFound();
    return answer({ ...opened, session, sessionPath: `${here}/sessions/${session.ordinal}` });
  });
}

function stepOf({ session }: OpenedSession, step: 'change' | 'record') {
  return sessionStep(session.state, step === 'record' && session.state === 'held' ? 'correct' : step);
}

/** 404 for what is not there; else the status and the errors of the form. */
function refusedBy(flaws: readonly SessionFlaw[], language: 'id' | 'en') {
  const statuses = flaws.map(({ code }) => refusalStatus(AGREEMENT_REFUSALS[code].kind));
  const status = statuses.find((each) => each !== 422 && each !== 429) as 403 | 404 | 409 | undefined;
  const errors: FieldErrors = flaws.map(({ field, code }) => ({ field, message: AGREEMENT_REFUSALS[code][language] }));
  return { status, errors };
}

async function postPlan(opened: OpenedSessions): Promise<Response> {
  const { c, tools, actor, line, here, words, language } = opened;
  const typed = typedFrom(readForm(c));
  const done = await planSession(tools, actor, line.id, planFrom(typed));
  if (done.ok) return seeOther(c, `${here}/sessions/${done.value.ordinal}`, words.done.planned);
  const { status, errors } = refusedBy(done.refusal, language);
  if (status === 404) return c.notFound();
  return planPage(opened, typed, errors, status);
}

async function planPage(
  opened: OpenedSessions,
  typed?: TypedSession,
  errors: FieldErrors = [],
  status?: 403 | 409,
): Promise<Response> {
  const { here, form, words, language } = opened;
  return agreementPage(
    opened,
    'lines',
    `${words.planTitle}: ${words.title[form]}`,
    <>
      <LineBack opened={opened} />
      <Form action={`${here}/sessions/new`}>
        <PlanInputs form={form} typed={typed ?? typedOf(undefined, language)} words={words} language={language} />
        <Button>{words.savePlan}</Button>
      </Form>
    </>,
    { errors: errors.length > 0 ? errors : [], ...(status ? { status } : {}) },
  );
}

async function postStep(opened: OpenedSession, step: 'change' | 'record'): Promise<Response> {
  const { c, tools, actor, session, sessionPath, words, language } = opened;
  const typed = typedFrom(readForm(c));
  const target = { sessionId: session.id, version: typed.version };
  const done: SessionResult =
    step === 'change'
      ? await changeSession(tools, actor, target, planFrom(typed))
      : await recordSession(tools, actor, target, recordFrom(typed), typed.texts.reason ?? '');
  if (done.ok) return seeOther(c, sessionPath, step === 'change' ? words.done.changed : words.done.recorded);
  const { status, errors } = refusedBy(done.refusal, language);
  if (status === 404) return c.notFound();
  return stepPage(opened, step, typed, errors, status);
}

async function stepPage(
  opened: OpenedSession,
  step: 'change' | 'record',
  typed?: TypedSession,
  errors: FieldErrors = [],
  status?: 403 | 409,
): Promise<Response> {
  const { session, sessionPath, form, words, language } = opened;
  const isCorrection = step === 'record' && session.state === 'held';
  const title = step === 'change' ? words.changeTitle : isCorrection ? words.correctTitle : words.recordTitle;
  const shown = typed ?? typedOf(session, language);
  return agreementPage(
    opened,
    'lines',
    `${title}: ${words.number(session.ordinal)}`,
    <>
      <p>
        <a href={sessionPath}>
          {words.number(session.ordinal)}: {session.topic}
        </a>
      </p>
      <Form action={`${sessionPath}/${step}`}>
        <Hidden name="version" value={String(session.version)} />
        <PlanInputs form={form} typed={shown} words={words} language={language} />
        {step === 'record' && <RecordInputs form={form} typed={shown} words={words} language={language} />}
        {isCorrection && (
          <TextArea
            name="reason"
            label={words.reason}
            value={shown.texts.reason}
            rows={2}
            maxCharacters={SESSION_LIMITS.reason}
          />
        )}
        <Button>{step === 'change' ? words.savePlan : words.saveRecord}</Button>
      </Form>
    </>,
    { errors, ...(status ? { status } : {}) },
  );
}

async function postCancel(opened: OpenedSession): Promise<Response> {
  const { c, tools, actor, session, sessionPath, words, language } = opened;
  const form = readForm(c);
  const reason = form.text('cancelReason');
  const done = await cancelSession(tools, actor, { sessionId: session.id, version: versionOf(form.text('version')) }, reason);
  if (done.ok) return seeOther(c, sessionPath, words.done.cancelled);
  const { status, errors } = refusedBy(
    done.refusal.map((flaw) => ({ ...flaw, field: 'cancelReason' })),
    language,
  );
  if (status === 404) return c.notFound();
  return sessionPage(opened, { part: 'cancel', texts: { cancelReason: reason }, errors, status });
}

function LineBack({ opened: { line, here, words } }: { readonly opened: OpenedSessions }) {
  return (
    <p>
      <a href={here}>{words.toLine(line.ordinal)}</a>: {line.activity}
    </p>
  );
}

export async function sessionPage(opened: OpenedSession, again?: AgainAt): Promise<Response> {
  const { session, form, words, language, least, mayWrite, agreement, today } = opened;
  const reading = { words, language, least: 0 };
  const isOver = Temporal.PlainDate.compare(session.endsOn, today) < 0;
  return agreementPage(
    opened,
    'lines',
    `${words.title[form]}: ${words.number(session.ordinal)}`,
    <>
      <LineBack opened={opened} />
      <p>
        <StatusTag label={SESSION_STATE_LABELS[session.state][language]} tone={SESSION_TONES[session.state]} />{' '}
        {session.state === 'planned' && isOver && <Tag tone="warning">{words.waitsForRecord}</Tag>}
      </p>
      <SummaryList
        rows={[
          { key: words.topic, value: session.topic },
          { key: words.when, value: <SessionDays session={session} language={language} /> },
          session.place !== '' && { key: words.place, value: session.place },
          session.invited !== null && { key: words.invited, value: words.people(String(session.invited)) },
          session.tests.passMark !== null && {
            key: words.passMark,
            value: typedOf(session, language).texts.passMark ?? '',
          },
          session.stateNote !== null && { key: words.note, value: <span class="tuntas-preserve">{session.stateNote}</span> },
          session.summary !== '' && { key: words.summary, value: <span class="tuntas-preserve">{session.summary}</span> },
        ]}
      />
      {session.state === 'held' && <SessionTotals sessions={[session]} reading={reading} isOne />}
      <AttendanceTable session={session} reading={reading} />
      <ReviewerTable id="reviewers" session={session} reading={reading} />
      {mayWrite && session.state === 'planned' && agreement.state !== 'signed' && <p class="govuk-hint">{words.notSigned}</p>}
      {mayWrite && <Steps opened={opened} again={again} />}
      {SESSION_FORMS[form].hasQuestions && session.state !== 'cancelled' && (await Questions({ opened, again, least }))}
    </>,
    { errors: again?.errors ?? [], ...(again?.status ? { status: again.status } : {}) },
  );
}

function Steps({ opened, again }: { readonly opened: OpenedSession; readonly again: AgainAt | undefined }) {
  const { session, sessionPath, words, agreement } = opened;
  const mayRecord = agreement.state === 'signed' && stepOf(opened, 'record') !== undefined;
  return (
    <>
      <p class="govuk-button-group">
        {mayRecord && (
          <LinkButton href={`${sessionPath}/record`}>{session.state === 'held' ? words.correct : words.record}</LinkButton>
        )}
        {stepOf(opened, 'change') && (
          <LinkButton href={`${sessionPath}/change`} kind="secondary">
            {words.change}
          </LinkButton>
        )}
      </p>
      {sessionStep(session.state, 'cancel') && (
        <>
          <h2>{words.cancel}</h2>
          <p>{words.cancelLead}</p>
          <Form action={`${sessionPath}/cancel`}>
            <Hidden name="version" value={String(session.version)} />
            <TextArea
              name="cancelReason"
              label={words.cancelReason}
              rows={2}
              value={again?.part === 'cancel' ? (again.texts.cancelReason ?? '') : ''}
              maxCharacters={SESSION_LIMITS.reason}
            />
            <WarningButton>{words.cancel}</WarningButton>
          </Form>
        </>
      )}
    </>
  );
}
