/** `/desk/cases/:id/examination`: what is possible now, the plan, the steps, and the end. */
import {
  Button,
  Form,
  formatDay,
  formatMoment,
  Hidden,
  InsetText,
  LinkButton,
  seeOther,
  Table,
  Tag,
  TaskList,
} from '../../../design/index.ts';
import type { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { finishExamination } from '../../actions/examination/finish-examination.ts';
import { surroundingsOf } from '../../actions/surroundings.ts';
import { mayExamine, mayPlan } from '../../rules/examination/permissions.ts';
import { PLAN_DOCUMENT, PLAN_SECTIONS } from '../../rules/examination/plan.ts';
import { STEP_STATE_LABELS } from '../../rules/examination/step.transitions.ts';
import { isUnderWay, type Step } from '../../rules/examination/step.ts';
import { STEP_KIND_DATA } from '../../rules/examination/step-kinds.ts';
import { type Suggestion, suggestSteps } from '../../rules/examination/suggest-steps.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { allegationsOf } from '../../store/examination/allegations.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { looseSections, sectionsOf } from '../../store/sections/sections.ts';
import { type CasePageOptions, casePage } from '../case-frame.tsx';
import { type OpenedCase, versionOf } from '../opened.tsx';
import { statusOf, textOf } from './form-page.tsx';
import { type Parties, partiesOf } from './parties.ts';
import { type ExaminationWords, wordsIn } from './words.ts';

export function examinationPage(opened: OpenedCase): Promise<Response> {
  return examination(opened);
}

export async function finishPage(opened: OpenedCase): Promise<Response> {
  const { c, tools, actor, file, path, language } = opened;
  const version = versionOf(readForm(c).text('version'));
  const done = await finishExamination(tools, actor, { caseId: file.id, version });
  if (done.ok) return seeOther(c, `${path}/findings`, wordsIn(language).finish.done);
  const refusal = textOf(done.refusal);
  if (refusal.kind === 'absent') return c.notFound();
  return examination(opened, { errors: [{ field: 'finish', message: refusal[language] }], status: statusOf(refusal.kind) });
}

async function examination(opened: OpenedCase, options: CasePageOptions = {}): Promise<Response> {
  const { tools, actor, file, path, language, now } = opened;
  const words = wordsIn(language);
  const [steps, sections, loose, allegations, book] = await Promise.all([
    stepsOf(tools.db, file.id),
    sectionsOf(tools.db, file.id, PLAN_DOCUMENT),
    looseSections(tools.db, file.id, PLAN_DOCUMENT),
    allegationsOf(tools.db, file.id),
    lawBook(tools),
  ]);
  const parties = await partiesOf(opened);
  const { law } = surroundingsOf(book, file);
  const suggestions = suggestSteps(steps, file.clocks, { now, summonsCount: law.count('case.summons-count') });
  const mayFinish = possibleActions(file, actor).includes('finish-examination');
  const write = mayExamine(file, actor);
  return casePage(
    opened,
    'examination',
    words.plan.title,
    <>
      {suggestions.length > 0 && <Suggestions {...{ opened, suggestions, words }} />}
      <h2>{words.plan.heading}</h2>
      <p class="govuk-hint">{words.plan.lead}</p>
      <TaskList
        idPrefix="plan"
        tasks={PLAN_SECTIONS.map((section) => {
          const written = Boolean(sections.get(section)?.text);
          const [title, hint] = words.plan.section[section] ?? ['', ''];
          return {
            title,
            hint,
            ...(write || written ? { href: `${path}/sections/${PLAN_DOCUMENT}/${section}` } : {}),
            status: loose.has(section) ? (
              <Tag tone="warning">{words.plan.loose}</Tag>
            ) : (
              <Tag tone={written ? 'success' : 'neutral'}>{written ? words.plan.written : words.plan.notWritten}</Tag>
            ),
          };
        })}
      />
      <h2>{words.steps.heading}</h2>
      {steps.length === 0 ? <p>{words.steps.none}</p> : <Steps {...{ opened, steps, parties, words }} />}
      {mayPlan(file, actor) && (
        <p>
          <LinkButton href={`${path}/examination/steps/new`}>{words.steps.add}</LinkButton>
        </p>
      )}
      <h2>{words.plan.also}</h2>
      <ul>
        <li>
          <a href={`${path}/respondents`}>{words.plan.respondents}</a>
        </li>
        <li>
          <a href={`${path}/tasks`}>{words.plan.tasks}</a>
        </li>
      </ul>
      {mayFinish && (
        <>
          <h2 id="finish">{words.finish.heading}</h2>
          <ul>
            <li>{words.finish.allegations(allegations.filter((each) => each.finding === null).length, allegations.length)}</li>
            <li>{words.finish.steps(steps.filter(isUnderWay).length)}</li>
          </ul>
          <p>{words.finish.afterwards}</p>
          <Form action={`${path}/examination/finish`}>
            <Hidden name="version" value={String(file.version)} />
            <Button>{words.finish.button}</Button>
          </Form>
        </>
      )}
    </>,
    { ...options, wide: true },
  );
}

function Steps(props: { opened: OpenedCase; steps: readonly Step[]; parties: Parties; words: ExaminationWords }) {
  const { opened, steps, parties, words } = props;
  const { path, language, file } = opened;
  const day = (step: Step) =>
    step.heldAt ? formatMoment(step.heldAt, file.zone, language) : step.plannedOn ? formatDay(step.plannedOn, language) : '–';
  return (
    <Table
      id="steps"
      caption={words.steps.count(steps.length)}
      captionSize="s"
      stacked
      columns={[
        { label: words.steps.kind },
        { label: words.steps.to },
        { label: words.steps.owner },
        { label: words.steps.day },
        { label: words.steps.state },
      ]}
      rows={steps.map((step) => [
        <a href={`${path}/examination/steps/${step.id}`}>
          {words.steps.title(step.no, STEP_KIND_DATA[step.kind].label[language])}
        </a>,
        parties.addressee(step),
        parties.officer(step.ownerId),
        day(step),
        <StepTag step={step} language={language} />,
      ])}
    />
  );
}

export function StepTag({ step, language }: { step: Pick<Step, 'state'>; language: 'id' | 'en' }) {
  const tone = {
    planned: 'neutral',
    sent: 'info',
    received: 'info',
    answered: 'success',
    held: 'success',
    missed: 'danger',
    done: 'neutral',
    cancelled: 'neutral',
  } as const;
  return <Tag tone={tone[step.state]}>{STEP_STATE_LABELS[step.state][language]}</Tag>;
}

function Suggestions(props: { opened: OpenedCase; suggestions: readonly Suggestion[]; words: ExaminationWords }) {
  const { opened, suggestions, words } = props;
  const { path, language, file, actor } = opened;
  const may = mayPlan(file, actor);
  const when = (at: Parameters<typeof dayOf>[0]) => formatMoment(at, file.zone, language);
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{words.suggest.heading}</h2>
      <ul>
        {suggestions.map((one) => {
          const stepPath = `${path}/examination/steps/${one.step.id}`;
          if (one.kind === 'waived') return <li>{words.suggest.waived(one.step.no)}</li>;
          if (one.kind === 'wait')
            return <li>{words.suggest.wait(one.step.no, STEP_KIND_DATA[one.next].label[language], when(one.from))}</li>;
          if (one.kind === 'record') {
            return (
              <li>
                {words.suggest.record(one.step.no, when(one.since))} <a href={stepPath}>{words.suggest.open}</a>
              </li>
            );
          }
          const query = new URLSearchParams({ kind: one.next, after: one.step.id });
          return (
            <li>
              {words.suggest.follow(one.step.no, STEP_KIND_DATA[one.next].label[language])}{' '}
              {may && <a href={`${path}/examination/steps/new?${query}`}>{words.suggest.plan}</a>}
            </li>
          );
        })}
      </ul>
    </InsetText>
  );
}
