/** `/desk/cases/:id/tasks`, and the tasks of an officer over all cases. */
import {
  Button,
  DateInput,
  dateParts,
  dayFromParts,
  type FieldErrors,
  Form,
  formatDay,
  Hidden,
  PageHeading,
  Pagination,
  page,
  partsOfDay,
  Radios,
  Select,
  seeOther,
  Table,
  Tag,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import type { OfficerAsked } from '../../../directory/index.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { addProcedure, addTask, changeTask } from '../../actions/examination/tasks.ts';
import { mayRecord } from '../../rules/examination/permissions.ts';
import { PROCEDURES, taskTitle, templateCode } from '../../rules/examination/procedures.ts';
import { type CaseTask, isTaskLate, LONGEST_TITLE, TASK_STATE_LABELS, TASK_STATES } from '../../rules/examination/task.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { tasksOf, tasksOfCase } from '../../store/examination/tasks.ts';
import { casePage } from '../case-frame.tsx';
import { CASES, type OpenedCase } from '../opened.tsx';
import { type FormSpec, mountForm, statusOf, textOf } from './form-page.tsx';
import { ownerOptions, partiesOf } from './parties.ts';
import { wordsIn } from './words.ts';

/** Of the case's own calendar; the list of all cases shows days of several zones as they stand. */
const HOME = 'Asia/Jakarta';

export function tasksPage(opened: OpenedCase): Promise<Response> {
  return tasks(opened, {}, []);
}

async function tasks(
  opened: OpenedCase,
  typed: Readonly<Record<string, unknown>>,
  errors: FieldErrors,
  status?: 403 | 409 | 422,
): Promise<Response> {
  const { tools, file, actor, path, language, now } = opened;
  const words = wordsIn(language).tasks;
  const list = await tasksOfCase(tools.db, file.id);
  const parties = await partiesOf(
    opened,
    list.map((task) => `person:${task.ownerId}`),
  );
  const write = mayRecord(file, actor);
  const owners = await ownersFor(opened);
  const known = new Set(list.map((task) => task.template));
  const procedure = PROCEDURES[file.access];
  const missing = procedure.rows.filter((row) => !known.has(templateCode(file.access, row.code))).length;
  const text = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : '');
  const mayChange = (task: CaseTask) => write || (task.ownerId === actor.personId && file.stage !== 'closed');
  return casePage(
    opened,
    'examination',
    words.title,
    <>
      {list.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          id="tasks"
          caption={words.count(list.length)}
          captionSize="s"
          stacked
          columns={[{ label: words.what }, { label: words.owner }, { label: words.due }, { label: words.state }]}
          rows={list.map((task) => [
            mayChange(task) ? <a href={`${path}/tasks/${task.id}`}>{taskTitle(task, language)}</a> : taskTitle(task, language),
            parties.officer(task.ownerId),
            <Due task={task} now={now} zone={file.zone} language={language} />,
            <Tag tone={task.state === 'open' ? 'info' : 'neutral'}>{TASK_STATE_LABELS[task.state][language]}</Tag>,
          ])}
        />
      )}
      {write && (
        <>
          <h2>{words.add}</h2>
          <Form action={`${path}/tasks`} errors={errors}>
            <TextInput name="title" label={words.what} value={text('title')} maxlength={LONGEST_TITLE} />
            <Select name="owner" label={words.owner} options={owners} value={text('owner') || actor.personId} />
            <DateInput name="due" label={words.due} optional value={dateParts(typed, 'due')} />
            <Button>{words.add}</Button>
          </Form>
          {missing > 0 && (
            <Form action={`${path}/tasks`}>
              <Hidden name="procedure" value="yes" />
              <Hidden
                name="owner"
                value={owners.some((each) => each.value === actor.personId) ? actor.personId : (owners[0]?.value ?? '')}
              />
              <p class="govuk-hint">{words.procedureHint(missing)}</p>
              <Button kind="secondary">{words.procedure(procedure.label[language].toLowerCase())}</Button>
            </Form>
          )}
        </>
      )}
    </>,
    { errors, status },
  );
}

export async function addTaskPage(opened: OpenedCase): Promise<Response> {
  const { c, tools, actor, file, path, language } = opened;
  const words = wordsIn(language).tasks;
  const form = readForm(c);
  const ownerId = form.text('owner');
  if (form.has('procedure')) {
    const added = await addProcedure(tools, actor, file.id, { ownerId, language });
    return added.ok ? seeOther(c, `${path}/tasks`, words.procedureAdded) : refused(opened, added.refusal);
  }
  const due = dayTyped(form.typed());
  const added =
    due === undefined
      ? refuse('case.day-wrong')
      : await addTask(tools, actor, file.id, { title: form.text('title'), ownerId, dueOn: due });
  return added.ok ? seeOther(c, `${path}/tasks`, words.added) : refused(opened, added.refusal);
}

function refused(opened: OpenedCase, code: CaseRefusal): Response | Promise<Response> {
  const refusal = textOf(code);
  if (refusal.kind === 'absent') return opened.c.notFound();
  const field = code === 'case.day-wrong' ? 'due' : code === 'case.owner-not-team' ? 'owner' : 'title';
  return tasks(opened, readForm(opened.c).typed(), [{ field, message: refusal[opened.language] }], statusOf(refusal.kind));
}

/** `null` = no day typed, `undefined` = typed, but no day. */
function dayTyped(typed: Readonly<Record<string, unknown>>) {
  const parts = dateParts(typed, 'due');
  return parts.day + parts.month + parts.year === '' ? null : dayFromParts(parts);
}

/** The team, and whoever is at the page. */
async function ownersFor(opened: OpenedCase) {
  const owners = await ownerOptions(opened);
  const { actor } = opened;
  return owners.some((each) => each.value === actor.personId)
    ? owners
    : [...owners, { value: actor.personId, label: actor.name }];
}

export function mountTaskForm(app: WebRoutes): void {
  mountForm(app, change);
}

const change: FormSpec<CaseTask> = {
  address: 'tasks/:task',
  section: 'examination',
  load: async ({ c, tools, file }) => (await tasksOfCase(tools.db, file.id)).find((each) => each.id === c.req.param('task')),
  may: ({ file, actor }, task) => mayRecord(file, actor) || (task.ownerId === actor.personId && file.stage !== 'closed'),
  title: ({ words }) => words.tasks.change,
  back: ({ path, words }) => ({ href: `${path}/tasks`, text: words.tasks.back }),
  async body(at) {
    const { words, data, language, form } = at;
    const owners = await ownersFor(at);
    const parties = await partiesOf(at, [`person:${data.ownerId}`]);
    const all = owners.some((each) => each.value === data.ownerId)
      ? owners
      : [...owners, { value: data.ownerId, label: parties.officer(data.ownerId) }];
    return (
      <>
        <p>
          <strong>{taskTitle(data, language)}</strong>
        </p>
        <Radios
          name="state"
          label={words.tasks.state}
          choices={TASK_STATES.map((state) => ({ value: state, label: TASK_STATE_LABELS[state][language] }))}
          value={at.typed('state', data.state)}
        />
        <Select name="owner" label={words.tasks.owner} options={all} value={at.typed('owner', data.ownerId)} />
        <DateInput
          name="due"
          label={words.tasks.due}
          optional
          value={form ? dateParts(form.typed(), 'due') : partsOfDay(data.dueOn)}
        />
        <TextArea name="note" label={words.tasks.note} optional value={at.typed('note', data.note)} rows={3} />
      </>
    );
  },
  button: ({ words }) => words.tasks.change,
  fields: { 'case.day-wrong': 'due', 'case.owner-not-team': 'owner', otherwise: 'note' },
  send(at): Promise<Result<unknown, CaseRefusal>> {
    const due = at.day('due');
    if (due === undefined) return Promise.resolve(refuse('case.day-wrong'));
    const state = TASK_STATES.find((each) => each === at.typed('state')) ?? at.data.state;
    const order = { state, ownerId: at.typed('owner'), dueOn: due, note: at.typed('note') };
    return changeTask(at.tools, at.actor, { caseId: at.file.id, taskId: at.data.id }, order);
  },
  done: ({ path, words }) => ({ href: `${path}/tasks`, text: words.tasks.changed }),
};

/** `/desk/case-tasks`: what waits for this officer over all cases. */
export async function myTasksPage({ c, tools, actor, language, now }: OfficerAsked): Promise<Response> {
  const words = wordsIn(language);
  const { lines, next } = await tasksOf(tools.db, actor, c.req.query('after'));
  return page(
    c,
    { title: words.tasks.mine, wide: true },
    <>
      <PageHeading>{words.tasks.mine}</PageHeading>
      <p>{words.tasks.mineLead}</p>
      {lines.length === 0 ? (
        <p>{words.tasks.mineNone}</p>
      ) : (
        <Table
          id="my-tasks"
          caption={words.tasks.count(lines.length)}
          captionSize="s"
          stacked
          columns={[{ label: words.tasks.what }, { label: words.tasks.case }, { label: words.tasks.due }]}
          rows={lines.map((task) => [
            <a href={`${CASES}/${task.caseId}/tasks/${task.id}`}>{taskTitle(task, language)}</a>,
            <>
              {task.number}
              <br />
              {task.caseTitle}
            </>,
            <Due task={task} now={now} zone={HOME} language={language} />,
          ])}
        />
      )}
      <Pagination nextHref={next ? `/desk/case-tasks?${new URLSearchParams({ after: next })}` : undefined} />
      <p>
        <a href={CASES}>{words.toCases}</a>
      </p>
    </>,
  );
}

function Due(props: { task: CaseTask; now: OfficerAsked['now']; zone: OpenedCase['file']['zone']; language: 'id' | 'en' }) {
  const { task, now, zone, language } = props;
  const words = wordsIn(language).tasks;
  if (!task.dueOn) return <>{words.noDay}</>;
  return (
    <>
      {formatDay(task.dueOn, language)} {isTaskLate(task, now, zone) && <Tag tone="danger">{words.late}</Tag>}
    </>
  );
}
