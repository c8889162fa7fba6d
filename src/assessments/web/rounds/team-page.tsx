/** Who goes where: unit by unit, some agencies to a page. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Form,
  Hidden,
  PageHeading,
  Pagination,
  page,
  Select,
  seeOther,
  Tag,
} from '../../../design/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as Typed } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { type Assignment, assignTeam, type Candidate, candidatesFor } from '../../actions/assign-team.ts';
import { OPEN_STAGES } from '../../rules/assessment.transitions.ts';
import type { Assessment, Unit } from '../../rules/assessment.ts';
import { mayPlan } from '../../rules/permissions.ts';
import { ASSESSMENT_REFUSALS } from '../../rules/refusals.ts';
import { assessmentPage, assessmentsByIds } from '../../store/assessments.ts';
import { sheetsOf } from '../../store/sheets.ts';
import { type AskedRound, onRoundPage, ROUNDS, revisionOf } from './opened.tsx';
import { NOT_REFUSED, type Refused, refused } from './refused.ts';
import { type Names, namesFor } from './telling.tsx';

const PATH = `${ROUNDS}/:code/team`;
const PAGE_SIZE = 10;

const firstField = (assessmentId: string, unitNo: number) => `first-${assessmentId}-${unitNo}`;
const secondField = (assessmentId: string, unitNo: number) => `second-${assessmentId}-${unitNo}`;
const allField = (assessmentId: string) => `all-${assessmentId}`;

export function mountTeam(app: WebRoutes): void {
  app.get(
    PATH,
    onRoundPage((asked) =>
      mayPlan(asked.actor, asked.round) && asked.round.state !== 'ended' ? teamPage(asked, null) : asked.c.notFound(),
    ),
  );
  app.post(
    PATH,
    onRoundPage(async (asked) => {
      const { c, tools, actor, round, path, language, words } = asked;
      if (!mayPlan(actor, round)) return c.notFound();
      const form = readForm(c);
      const target = { roundId: round.id, revision: revisionOf(form.text('revision')) };
      const shown = (await assessmentsByIds(tools.db, form.all('assessment').slice(0, PAGE_SIZE))).filter(
        (one) => one.roundId === round.id,
      );
      const done = await assignTeam(
        tools,
        actor,
        target,
        shown.flatMap((one) => typedFor(form, one)),
      );
      if (done.ok) return seeOther(c, `${path}/team${afterOf(asked)}`, words.team.assigned(done.value));
      const { code, at, which } = done.refusal;
      const field = at && (which === 'second' ? secondField : firstField)(at.assessmentId, at.unitNo);
      return teamPage(asked, form, refused([code], language, { otherwise: field ?? 'save' }));
    }),
  );
}

function afterOf({ c }: AskedRound): string {
  const after = c.req.query('after');
  return after ? `?after=${encodeURIComponent(after)}` : '';
}

/** What the form says of an agency: a choice of its own beats the one for all of its units, which fills only what is empty. */
function typedFor(form: Typed, assessment: Assessment): Assignment[] {
  const all = form.text(allField(assessment.id)) || null;
  return assessment.units.map((unit) => ({
    assessmentId: assessment.id,
    unitNo: unit.no,
    assessorId: (form.text(firstField(assessment.id, unit.no)) || all) ?? null,
    secondAssessorId: form.text(secondField(assessment.id, unit.no)) || null,
  }));
}

async function teamPage(asked: AskedRound, form: Typed | null, answer: Refused = NOT_REFUSED): Promise<Response> {
  const { c, tools, round, path, words, today } = asked;
  const after = c.req.query('after');
  const { lines, next } = await assessmentPage(tools.db, round.id, { after, limit: PAGE_SIZE });
  const candidates = await candidatesFor(tools, round, lines, today);
  const drawn = new Map<string, ReadonlySet<number>>();
  for (const one of lines)
    drawn.set(one.id, new Set((await sheetsOf(tools.db, one.id, { rating: 2 })).map((sheet) => sheet.unitNo)));
  const names = await namesFor(tools.db, {
    agencies: lines.map((one) => one.agencyId),
    people: lines.flatMap((one) => one.units.flatMap((unit) => [unit.assessorId, unit.secondAssessorId])),
  });
  return page(
    c,
    {
      title: words.team.title,
      wide: true,
      before: <BackLink href={path} text={words.toRound} />,
      errors: answer.errors,
      status: answer.status,
    },
    <>
      <PageHeading caption={round.title}>{words.team.title}</PageHeading>
      <p>{words.team.lead}</p>
      <Form action={`${path}/team${afterOf(asked)}`}>
        <Hidden name="revision" value={String(round.revision)} />
        {lines.map((assessment) => (
          <AgencyTeam
            asked={asked}
            form={form}
            assessment={assessment}
            candidates={candidates.get(assessment.id) ?? []}
            drawn={drawn.get(assessment.id) ?? new Set()}
            names={names}
          />
        ))}
        <ButtonGroup>
          <Button name="save" value="yes">
            {words.team.save}
          </Button>
          <a class="govuk-link" href={path}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
      <Pagination
        previousHref={after ? `${path}/team` : undefined}
        nextHref={next ? `${path}/team?after=${next}` : undefined}
        about={words.roundPage.pages}
      />
    </>,
  );
}

interface AgencyTeamProps {
  readonly asked: AskedRound;
  readonly form: Typed | null;
  readonly assessment: Assessment;
  readonly candidates: readonly Candidate[];
  readonly drawn: ReadonlySet<number>;
  readonly names: Names;
}

function AgencyTeam(props: AgencyTeamProps) {
  const { asked, form, assessment, candidates, drawn, names } = props;
  const { words, language } = asked;
  const isOpen = OPEN_STAGES.includes(assessment.stage);
  const barred = candidates.filter((one) => one.objection !== null);
  const options = candidates.filter((one) => one.objection === null).map((one) => ({ value: one.personId, label: one.name }));
  /** Somebody assigned earlier who could not be chosen today is still shown. */
  const withHolder = (id: string | null) =>
    id === null || options.some((one) => one.value === id) ? options : [...options, { value: id, label: names.person(id) }];
  const typed = (name: string, kept: string | null) => (form?.has(name) ? form.text(name) : (kept ?? ''));
  const empty = assessment.units.some((unit) => unit.assessorId === null);
  return (
    <section>
      <h2>{names.agency(assessment.agencyId)}</h2>
      {assessment.units.length === 0 && <p>{words.team.noUnits}</p>}
      {barred.length > 0 && (
        <p class="govuk-hint">
          {words.team.barred}{' '}
          {barred.map((one) => `${one.name} (${ASSESSMENT_REFUSALS[one.objection ?? 'assessment.tied'][language]})`).join('; ')}
        </p>
      )}
      {!isOpen ? (
        <ul>
          {assessment.units.map((unit) => (
            <li>
              {unit.name}: {names.person(unit.assessorId)}
              {unit.secondAssessorId && ` · ${words.team.second}: ${names.person(unit.secondAssessorId)}`}
            </li>
          ))}
        </ul>
      ) : (
        <>
          <Hidden name="assessment" value={assessment.id} />
          {empty && (
            <Select
              name={allField(assessment.id)}
              label={words.team.all}
              emptyLabel={words.team.nobody}
              value={typed(allField(assessment.id), null)}
              options={options}
            />
          )}
          {assessment.units.map((unit: Unit) => (
            <div class="govuk-grid-row">
              <div class="govuk-grid-column-one-half">
                <Select
                  name={firstField(assessment.id, unit.no)}
                  label={unit.name}
                  emptyLabel={words.team.nobody}
                  value={typed(firstField(assessment.id, unit.no), unit.assessorId)}
                  options={withHolder(unit.assessorId)}
                />
              </div>
              {drawn.has(unit.no) && (
                <div class="govuk-grid-column-one-half">
                  <Select
                    name={secondField(assessment.id, unit.no)}
                    label={
                      <>
                        {words.team.secondFor(unit.name)} <Tag tone="info">{words.team.drawn}</Tag>
                      </>
                    }
                    emptyLabel={words.team.nobody}
                    value={typed(secondField(assessment.id, unit.no), unit.secondAssessorId)}
                    options={withHolder(unit.secondAssessorId)}
                  />
                </div>
              )}
            </div>
          ))}
        </>
      )}
    </section>
  );
}
