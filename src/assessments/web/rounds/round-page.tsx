/** `/desk/assessments/rounds/:code`: how far a round is, what is missing, agency by agency; before it opens, its plan. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Details,
  EmptyState,
  Form,
  formatDay,
  Hidden,
  InsetText,
  LinkButton,
  PageHeading,
  Pagination,
  page,
  StatTile,
  StatTiles,
  SummaryList,
  seeOther,
  Table,
} from '../../../design/index.ts';
import type { Result } from '../../../kernel/result.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { drawSheets } from '../../actions/draw-sheets.ts';
import { endRound, openRound } from '../../actions/open-round.ts';
import { instrumentOfRound } from '../../actions/plan-agencies.ts';
import { STAGE_LABELS, STAGES } from '../../rules/assessment.transitions.ts';
import type { Assessment } from '../../rules/assessment.ts';
import { publishingOffices } from '../../rules/certificates/reach.ts';
import type { Instrument } from '../../rules/instrument.ts';
import { mayPlan, viewOf } from '../../rules/permissions.ts';
import { QUOTA_STANDING } from '../../rules/quotas.ts';
import type { AssessmentRefusal } from '../../rules/refusals.ts';
import { assessmentPage } from '../../store/assessments.ts';
import { agencyLines, doubleRatingOf, stageCounts } from '../../store/round-figures.ts';
import { progressOf, type SheetProgress } from '../../store/sheets.ts';
import { wordsIn as certificateWordsIn } from '../certificates/words.ts';
import { wordsIn as resultWordsIn } from '../results/words.ts';
import { StandingNote } from '../telling/standing-note.tsx';
import { DoubleRatings } from './agreement.tsx';
import { type AskedRound, assessmentPath, HOME, onRoundPage, ROUNDS, revisionOf } from './opened.tsx';
import { NOT_REFUSED, type Refused, refused } from './refused.ts';
import { LineBadge, namesFor, StageTag, scoreOf } from './telling.tsx';

const PATH = `${ROUNDS}/:code`;
const PAGE_SIZE = 50;

export function mountRoundPage(app: WebRoutes): void {
  app.get(
    PATH,
    onRoundPage((asked) => roundPage(asked)),
  );
  step(app, 'draw', async (asked, target) => {
    const done = await drawSheets(asked.tools, asked.actor, target);
    return done.ok ? { ok: true, value: asked.words.roundPage.drawn(done.value) } : done;
  });
  step(app, 'open', async (asked, target) => {
    const done = await openRound(asked.tools, asked.actor, target);
    return done.ok ? { ok: true, value: asked.words.roundPage.opened } : done;
  });
  step(app, 'end', async (asked, target) => {
    const done = await endRound(asked.tools, asked.actor, target);
    return done.ok ? { ok: true, value: asked.words.roundPage.ended } : done;
  });
}

type Target = { readonly roundId: string; readonly revision: number };

function step(
  app: WebRoutes,
  name: 'draw' | 'open' | 'end',
  take: (asked: AskedRound, target: Target) => Promise<Result<string, AssessmentRefusal>>,
): void {
  // Whoever reloads a refused step, or changes the language on it, comes back to the round.
  app.get(
    `${PATH}/${name}`,
    onRoundPage(async ({ c, path }) => seeOther(c, path)),
  );
  app.post(
    `${PATH}/${name}`,
    onRoundPage(async (asked) => {
      const { c, actor, round, path, language } = asked;
      if (!mayPlan(actor, round)) return c.notFound();
      const done = await take(asked, { roundId: round.id, revision: revisionOf(readForm(c).text('revision')) });
      if (done.ok) return seeOther(c, path, done.value);
      return roundPage(asked, refused([done.refusal], language, { otherwise: name }));
    }),
  );
}

async function roundPage(asked: AskedRound, answer: Refused = NOT_REFUSED): Promise<Response> {
  const { c, tools, actor, round, path, words, language } = asked;
  const stage = STAGES.find((one) => one === c.req.query('stage'));
  const after = c.req.query('after');
  const [instrument, counts, lines] = await Promise.all([
    instrumentOfRound(tools.db, round),
    stageCounts(tools.db, round.id),
    assessmentPage(tools.db, round.id, { after, limit: PAGE_SIZE, stage }),
  ]);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const plans = mayPlan(actor, round);
  return page(
    c,
    {
      title: round.title,
      wide: true,
      before: <BackLink href={HOME} text={words.toHome} />,
      errors: answer.errors,
      status: answer.status,
    },
    <>
      <PageHeading caption={`${words.roundStates[round.state]} · ${words.days(round.startsOn, round.endsOn, language)}`}>
        {round.title}
      </PageHeading>
      {publishingOffices(actor) !== undefined && (
        <p>
          <a href={`${path}/certificates`}>{certificateWordsIn(language).title}</a>
        </p>
      )}
      {plans && round.state !== 'planned' && (
        <p>
          <a href={`${path}/scores`}>{resultWordsIn(language).scoring.title}</a>
        </p>
      )}
      {plans && <Steps asked={asked} total={total} />}
      {round.state !== 'planned' && total > 0 && (
        <StatTiles>
          {STAGES.filter((one) => (counts.get(one) ?? 0) > 0).map((one) => (
            <StatTile value={counts.get(one) ?? 0} label={STAGE_LABELS[one][language]} href={`${path}?stage=${one}#agencies`} />
          ))}
        </StatTiles>
      )}
      <Facts asked={asked} instrument={instrument} />
      {round.state !== 'planned' && (
        <DoubleRatings asked={asked} ratings={await doubleRatingOf(tools.db, instrument, { roundId: round.id })} />
      )}
      {lines.lines.length === 0 ? (
        <EmptyState title={words.roundPage.noAgencies}>
          <p>{words.roundPage.noAgenciesWhy}</p>
        </EmptyState>
      ) : (
        <Agencies asked={asked} instrument={instrument} assessments={lines.lines} />
      )}
      {stage && (
        <p>
          <a href={path}>{words.roundPage.allStages}</a>
        </p>
      )}
      <Pagination
        previousHref={after ? path : undefined}
        nextHref={lines.next ? `${path}?after=${lines.next}${stage ? `&stage=${stage}` : ''}` : undefined}
        about={words.roundPage.pages}
      />
    </>,
  );
}

/** What the planner can do next, in the order it is done. One form, so that its buttons stand in one row. */
function Steps({ asked, total }: { asked: AskedRound; total: number }) {
  const { round, path, words } = asked;
  const one = (name: 'draw' | 'open' | 'end', kind?: 'secondary') => (
    <Button kind={kind} name={name} value="yes" formaction={`${path}/${name}`}>
      {words.roundPage.steps[name]}
    </Button>
  );
  const team = (
    <LinkButton href={`${path}/team`} kind="secondary">
      {words.roundPage.team}
    </LinkButton>
  );
  if (round.state === 'ended') return null;
  const isPlanned = round.state === 'planned';
  return (
    <>
      {isPlanned && <InsetText>{words.roundPage.planLead}</InsetText>}
      <Form action={`${path}/${isPlanned ? 'draw' : 'end'}`}>
        <Hidden name="revision" value={String(round.revision)} />
        <ButtonGroup>
          {isPlanned && <LinkButton href={`${path}/agencies`}>{words.roundPage.agencies}</LinkButton>}
          {isPlanned && (
            <LinkButton href={`${path}/plan`} kind="secondary">
              {words.plan.edit}
            </LinkButton>
          )}
          {isPlanned && total > 0 && one('draw', 'secondary')}
          {total > 0 && team}
          {isPlanned && total > 0 && one('open')}
          {!isPlanned && one('end', 'secondary')}
        </ButtonGroup>
      </Form>
    </>
  );
}

function Facts({ asked, instrument }: { asked: AskedRound; instrument: Instrument }) {
  const { round, words, language } = asked;
  return (
    <Details summary={words.roundPage.facts} open={round.state === 'planned'}>
      <SummaryList
        rows={[
          { key: words.plan.instrument, value: words.plan.version(instrument.title[language], instrument.version) },
          {
            key: words.roundPage.rule,
            value: <StandingNote standing={instrument.fieldwork.standing} language={language} />,
          },
          { key: words.plan.seed, value: <code>{round.seed}</code> },
          { key: words.plan.percent, value: `${round.secondRatingPercent}%` },
          { key: words.roundPage.quotas, value: <StandingNote standing={QUOTA_STANDING} language={language} /> },
          {
            key: words.plan.self,
            value: round.selfAssessmentUntil ? formatDay(round.selfAssessmentUntil, language) : words.roundPage.noSelf,
          },
          { key: words.plan.replyDays, value: words.workingDays(round.replyDays) },
        ]}
      />
    </Details>
  );
}

async function Agencies(props: { asked: AskedRound; instrument: Instrument; assessments: readonly Assessment[] }) {
  const { asked, instrument, assessments } = props;
  const { tools, actor, round, path, words, language } = asked;
  const ids = assessments.map((one) => one.id);
  const [names, progress, lines] = [
    await namesFor(tools.db, { agencies: assessments.map((one) => one.agencyId) }),
    Map.groupBy(await progressOf(tools.db, ids), (one) => one.assessmentId),
    await agencyLines(tools.db, ids),
  ];
  const plans = mayPlan(actor, round) && round.state === 'planned';
  const rows = assessments.map((one) => {
    const line = lines.get(one.id);
    const name = names.agency(one.agencyId);
    const href = plans ? `${path}/units/${one.id}` : assessmentPath(one);
    return [
      viewOf(actor, one) || plans ? <a href={href}>{name}</a> : name,
      String(one.units.length),
      sheetsText(asked, progress.get(one.id) ?? [], one),
      round.state === 'planned' ? '–' : <StageTag stage={one.stage} language={language} />,
      <>
        {viewOf(actor, one)?.as === 'ombudsman' ? scoreOf(line, language) : '–'}{' '}
        {viewOf(actor, one)?.as === 'ombudsman' && <LineBadge instrument={instrument} line={line} language={language} />}
      </>,
    ];
  });
  return (
    <Table
      id="agencies"
      caption={words.roundPage.agencyTable}
      columns={[
        { label: words.agency },
        { label: words.units, numeric: true },
        { label: words.sheets },
        { label: words.stage },
        { label: words.score },
      ]}
      rows={rows}
      stacked
    />
  );
}

function sheetsText({ words }: AskedRound, progress: readonly SheetProgress[], assessment: Assessment): string {
  const first = progress.find((one) => one.rating === 1);
  const second = progress.find((one) => one.rating === 2);
  const without = assessment.units.filter((unit) => unit.assessorId === null).length;
  return [
    first ? words.sheetsDone(first.done, first.sheets) : words.roundPage.notDrawn,
    second ? words.roundPage.second(second.done, second.sheets) : undefined,
    without > 0 ? words.roundPage.withoutAssessor(without) : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}
