/** `/desk/cases/:id/team`: who works on the case; the head assigns, sees loads, and nobody with a conflict of interest can be chosen. */
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  type DateParts,
  Details,
  dateParts,
  dayFromParts,
  Form,
  formatMoment,
  Hidden,
  partsOfDay,
  Select,
  seeOther,
  Table,
  TextArea,
} from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { changeTeam } from '../../actions/verification/change-team.ts';
import { type Candidate, candidatesFor } from '../../actions/verification/team-candidates.ts';
import { runningClock, TEAM_ROLES, type TeamRole, teamOf } from '../../rules/case.ts';
import { TEAM_ROLE_LABELS } from '../../rules/case-labels.ts';
import { mayWork, possibleActions } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { casePage } from '../case-frame.tsx';
import { type OpenedCase, versionOf } from '../opened.tsx';
import { onCaseInside } from './inside.ts';
import { type Refused, refused } from './refused.ts';
import { type VerificationWords, wordsIn } from './words.ts';

const PATH = '/desk/cases/:id/team';

export function mountTeam(app: WebRoutes): void {
  app.get(
    PATH,
    onCaseInside((opened) => teamPage(opened)),
  );
  app.post(
    PATH,
    onCaseInside(async (opened) => {
      const { c, tools, actor, file, path, language } = opened;
      if (!mayWork(file, actor, 'case.decide')) return c.notFound();
      const words = wordsIn(language);
      const form = readForm(c);
      const [from, until] = [dayFromParts(dateParts(form.typed(), 'from')), dayFromParts(dateParts(form.typed(), 'until'))];
      if (form.text('task').trim() !== '' && (!from || !until)) {
        const field = from ? 'until' : 'from';
        return teamPage(opened, form, { errors: [{ field, message: words.team.dayInvalid }], status: 422 });
      }
      const done = await changeTeam(
        tools,
        actor,
        { caseId: file.id, version: versionOf(form.text('version')) },
        {
          lead: form.text('lead'),
          examiners: form.all('examiner'),
          verifier: form.text('verifier'),
          resolver: form.text('resolver'),
          reason: form.text('reason'),
          task: form.text('task'),
          from: from?.toString() ?? '',
          until: until?.toString() ?? '',
        },
      );
      if (done.ok) return seeOther(c, `${path}/team`, words.team.done);
      if (done.refusal === 'case.absent') return c.notFound();
      return teamPage(opened, form, refused(done.refusal, language, fieldOf(done.refusal)));
    }),
  );
}

function fieldOf(code: CaseRefusal): string {
  return code === 'case.reason-missing' || code === 'case.text-too-long' ? 'reason' : 'lead';
}

async function teamPage(opened: OpenedCase, form?: SentForm, answer?: Refused): Promise<Response> {
  const { tools, actor, file, path, language, now } = opened;
  const words = wordsIn(language);
  const leads = mayWork(file, actor, 'case.decide');
  const people = await peopleByIds(
    tools.db,
    file.team.map((each) => each.personId),
  );
  const former = file.team.filter((each) => each.until !== null);
  const row = (each: (typeof file.team)[number]) => [
    people.get(each.personId)?.name ?? words.someone,
    TEAM_ROLE_LABELS[each.role][language],
    formatMoment(each.since, file.zone, language),
  ];
  return casePage(
    opened,
    'team',
    words.team.title,
    <>
      <h2>{words.team.now}</h2>
      {teamOf(file).length === 0 ? (
        <p>{words.team.nobody}</p>
      ) : (
        <Table
          id="team"
          caption={words.team.now}
          captionSize="hidden"
          stacked
          rowHeaders
          columns={[{ label: words.conflict.who }, { label: words.team.role }, { label: words.team.since }]}
          rows={teamOf(file).map(row)}
        />
      )}
      {former.length > 0 && (
        <Details summary={words.team.former}>
          <ul>
            {former.map((each) => (
              <li>
                {row(each).join(', ')}. {words.team.until}: {each.until && formatMoment(each.until, file.zone, language)}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {leads ? (
        <Change opened={opened} words={words} form={form} candidates={await candidatesFor(tools, tools.db, file, now)} />
      ) : (
        <p>{words.team.notYours}</p>
      )}
      <ul>
        {possibleActions(file, actor).includes('transfer') && (
          <li>
            <a href={`${path}/transfer`}>{words.team.toTransfer}</a>
          </li>
        )}
        <li>
          <a href={`${path}/conflict`}>{words.team.toConflict}</a>
        </li>
      </ul>
    </>,
    answer ?? {},
  );
}

function Change(props: {
  opened: OpenedCase;
  words: VerificationWords;
  form: SentForm | undefined;
  candidates: readonly Candidate[];
}) {
  const { opened, words, form, candidates } = props;
  const { file, path, now } = opened;
  const of = (role: TeamRole) => teamOf(file, role).map((each) => each.personId);
  const free = (role: TeamRole) => candidates.filter((each) => each.roles.includes(role) && each.conflict === null);
  const options = (role: TeamRole) =>
    free(role).map((each) => ({ value: each.personId, label: words.team.person(each.name, each.load) }));
  const barred = candidates.filter((each) => each.conflict !== null);
  const typed = (name: string, kept: string) => (form?.has(name) ? form.text(name) : kept);
  const one = (role: Exclude<TeamRole, 'examiner'>) => (
    <Select
      name={role}
      label={words.team.roles[role]}
      emptyLabel={words.team.nobody}
      value={typed(role, of(role)[0] ?? '')}
      options={options(role)}
    />
  );
  const due = runningClock(file, 'stage')?.dueAt;
  const parts = (name: 'from' | 'until'): DateParts | undefined => {
    if (form) return dateParts(form.typed(), name);
    return name === 'from' ? partsOfDay(dayOf(now, file.zone)) : due && partsOfDay(dayOf(due, file.zone));
  };
  return (
    <section>
      <h2>{words.team.change}</h2>
      <p>{words.team.lead}</p>
      {barred.length > 0 && (
        <p>
          {words.team.barred}{' '}
          {barred.map((each) => `${each.name} (${each.conflict ? words.team.conflicts[each.conflict] : ''})`).join('; ')}
        </p>
      )}
      <Form action={`${path}/team`}>
        <Hidden name="version" value={String(file.version)} />
        {TEAM_ROLES.map((role) =>
          role === 'examiner' ? (
            <Checkboxes
              name="examiner"
              label={words.team.roles.examiner}
              small
              values={form ? [...form.all('examiner')] : of('examiner')}
              choices={options('examiner')}
            />
          ) : (
            one(role)
          ),
        )}
        <TextArea name="reason" label={words.reason} hint={words.team.reasonHint} optional rows={3} value={typed('reason', '')} />
        <Details summary={words.team.letter} open={typed('task', '') !== ''}>
          <p>{words.team.letterHint}</p>
          <TextArea name="task" label={words.team.task} optional rows={3} value={typed('task', '')} />
          <DateInput name="from" label={words.team.from} {...(parts('from') ? { value: parts('from') as DateParts } : {})} />
          <DateInput name="until" label={words.team.until_} {...(parts('until') ? { value: parts('until') as DateParts } : {})} />
        </Details>
        <ButtonGroup>
          <Button>{words.team.save}</Button>
          <a class="govuk-link" href={path}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </section>
  );
}
