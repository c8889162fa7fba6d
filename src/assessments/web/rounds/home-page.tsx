/** `/desk/assessments`: the rounds, what is assigned to me, and for the assessed side what can be read and replied to. */
import { EmptyState, LinkButton, PageHeading, Pagination, page, StatusTag, Table, TaskList } from '../../../design/index.ts';
import { agenciesUnder } from '../../../directory/index.ts';
import { can, positionsWith } from '../../../kernel/actor.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { mayImportHistory } from '../../actions/import-historical.ts';
import { STAGE_LABELS } from '../../rules/assessment.transitions.ts';
import type { Assessment, Round } from '../../rules/assessment.ts';
import { mayListItems } from '../../rules/items.ts';
import { mayReadRounds, viewOf } from '../../rules/permissions.ts';
import { assessmentsByIds } from '../../store/assessments.ts';
import { concernedAssessmentIds } from '../../store/concerned.ts';
import { listRounds, roundsByIds } from '../../store/rounds.ts';
import { assignedAssessmentIds } from '../../store/units.ts';
import { wordsIn as certificateWordsIn } from '../certificates/words.ts';
import { HISTORICAL, wordsIn as historicalWordsIn } from '../historical/words.ts';
import { ITEMS } from '../improvements/list-page.tsx';
import { wordsIn as itemWordsIn } from '../improvements/words.ts';
import { type Asked, assessmentPath, forOfficers, HOME, ROUNDS, roundPath, TIES } from './opened.tsx';
import { namesFor, StageTag } from './telling.tsx';

const PAGE_SIZE = 30;

export function mountHome(app: WebRoutes): void {
  app.get(
    HOME,
    forOfficers((asked) => {
      if (mayReadRounds(asked.actor)) return homePage(asked);
      const answers = can(asked.actor, 'assessment.answer') || can(asked.actor, 'assessment.read');
      return answers ? sidePage(asked) : asked.c.notFound();
    }),
  );
}

const ROUND_TONES = { planned: 'neutral', open: 'info', ended: 'success' } as const;

async function homePage(asked: Asked): Promise<Response> {
  const { c, tools, actor, language, words } = asked;
  const after = c.req.query('after');
  const [rounds, assignedIds] = [
    await listRounds(tools.db, { after, limit: PAGE_SIZE }),
    can(actor, 'assessment.assess') ? await assignedAssessmentIds(tools.db, actor.personId, 50) : [],
  ];
  const assigned = await assessmentsByIds(tools.db, assignedIds);
  return page(
    c,
    { title: words.home.title, wide: true },
    <>
      <PageHeading>{words.home.title}</PageHeading>
      <p>
        {can(actor, 'assessment.plan') && <LinkButton href={`${ROUNDS}/new`}>{words.home.plan}</LinkButton>}{' '}
        {can(actor, 'assessment.assess') && (
          <LinkButton href="/field" kind="secondary">
            {words.home.toField}
          </LinkButton>
        )}
      </p>
      {assigned.length > 0 && (
        <>
          <h2>{words.home.assigned}</h2>
          <AssessmentList
            asked={asked}
            assessments={assigned}
            rounds={
              await roundsByIds(
                tools.db,
                assigned.map((one) => one.roundId),
              )
            }
            names={await namesFor(tools.db, { agencies: assigned.map((one) => one.agencyId) })}
          />
        </>
      )}
      {rounds.lines.length === 0 ? (
        <EmptyState title={words.home.none}>
          <p>{words.home.noneWhy}</p>
        </EmptyState>
      ) : (
        <Table
          id="rounds"
          caption={words.home.rounds}
          columns={[
            { label: words.round },
            { label: words.year, numeric: true },
            { label: words.period },
            { label: words.state },
          ]}
          rows={rounds.lines.map((round) => [
            <a href={roundPath(round)}>{round.title}</a>,
            String(round.year),
            words.days(round.startsOn, round.endsOn, language),
            <StatusTag label={words.roundStates[round.state]} tone={ROUND_TONES[round.state]} />,
          ])}
          stacked
        />
      )}
      <Pagination
        previousHref={after ? HOME : undefined}
        nextHref={rounds.next ? `${HOME}?after=${rounds.next}` : undefined}
        about={words.home.pages}
      />
      <Besides asked={asked} />
    </>,
  );
}

/** What belongs to assessments but to no round. */
function Besides({ asked: { actor, language, words } }: { asked: Asked }) {
  const links = [
    mayListItems(actor) && { href: ITEMS, text: itemWordsIn(language).title },
    mayImportHistory(actor) && { href: HISTORICAL, text: historicalWordsIn(language).title },
    { href: TIES, text: words.home.toTies },
    can(actor, 'assessment.author') && {
      href: '/desk/assessments/certificate-templates',
      text: certificateWordsIn(language).templates.title,
    },
  ];
  return (
    <>
      <h2>{words.home.besides}</h2>
      <ul>
        {links.map(
          (link) =>
            link && (
              <li>
                <a href={link.href}>{link.text}</a>
              </li>
            ),
        )}
      </ul>
    </>
  );
}

function AssessmentList(props: {
  asked: Asked;
  assessments: readonly Assessment[];
  rounds: ReadonlyMap<string, Round>;
  names: Awaited<ReturnType<typeof namesFor>>;
}) {
  const { asked, assessments, rounds, names } = props;
  return (
    <TaskList
      idPrefix="assessment"
      tasks={assessments.map((assessment) => ({
        title: names.agency(assessment.agencyId),
        href: assessmentPath(assessment),
        hint: rounds.get(assessment.roundId)?.title,
        status: <StageTag stage={assessment.stage} language={asked.language} />,
      }))}
    />
  );
}

/** The assessed side: nothing before the notification but the self-assessment. */
async function sidePage(asked: Asked): Promise<Response> {
  const { c, tools, actor, language, words, today } = asked;
  const held = [...positionsWith(actor, 'assessment.answer'), ...positionsWith(actor, 'assessment.read')];
  const offices = new Set<string>();
  for (const agencyId of new Set(held.map((one) => one.agencyId)))
    for (const agency of await agenciesUnder(tools.db, agencyId)) offices.add(agency.id);
  const assessments = await assessmentsByIds(tools.db, await concernedAssessmentIds(tools.db, [...offices], 100));
  const rounds = await roundsByIds(
    tools.db,
    assessments.map((one) => one.roundId),
  );
  const names = await namesFor(tools.db, { agencies: assessments.map((one) => one.agencyId) });
  const shown = assessments.filter((one) => viewOf(actor, one) !== null).reverse();
  const rating = assessments.filter((one) => {
    const round = rounds.get(one.roundId);
    const until = round?.selfAssessmentUntil ?? null;
    return one.stage === 'draft' && round?.state === 'open' && until !== null && today.until(until).sign >= 0;
  });
  const answers = can(actor, 'assessment.answer');
  return page(
    c,
    { title: words.home.sideTitle },
    <>
      <PageHeading>{words.home.sideTitle}</PageHeading>
      <p>{words.home.sideLead}</p>
      {answers && rating.length > 0 && (
        <>
          <h2>{words.home.self}</h2>
          <TaskList
            idPrefix="self"
            tasks={rating.map((one) => ({
              title: names.agency(one.agencyId),
              href: `${assessmentPath(one)}/self`,
              hint: rounds.get(one.roundId)?.title,
              status: words.home.selfOpen,
            }))}
          />
        </>
      )}
      {shown.length === 0 ? (
        <EmptyState title={words.home.sideNone}>
          <p>{words.home.sideNoneWhy}</p>
        </EmptyState>
      ) : (
        <>
          <h2>{words.home.results}</h2>
          <TaskList
            idPrefix="result"
            tasks={shown.map((one) => ({
              title: names.agency(one.agencyId),
              href: `${assessmentPath(one)}/reply`,
              hint: rounds.get(one.roundId)?.title,
              status: STAGE_LABELS[one.stage][language],
            }))}
          />
        </>
      )}
      {mayListItems(actor) && (
        <>
          <h2>{words.home.afterwards}</h2>
          <p>
            <a href={ITEMS}>{itemWordsIn(language).title}</a>
          </p>
        </>
      )}
    </>,
  );
}
