/** `/desk/assessments/:id`: one agency's assessment for the Ombudsman's officers: steps, what is missing, results so far, comparison, history. */
import {
  Breadcrumbs,
  ButtonGroup,
  Deadline,
  Details,
  LinkButton,
  PageHeading,
  page,
  SummaryList,
  seeOther,
  Table,
  Time,
} from '../../../design/index.ts';
import { explainDue, lawBook } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { missingFor } from '../../actions/on-assessment.ts';
import { instrumentOfRound } from '../../actions/plan-agencies.ts';
import { replyDue, zoneOfAssessment } from '../../actions/reply-time.ts';
import type { StageAction } from '../../rules/assessment.transitions.ts';
import type { Instrument } from '../../rules/instrument.ts';
import { mayTake } from '../../rules/permissions.ts';
import { rational } from '../../rules/rational.ts';
import type { ResultLine } from '../../rules/result.ts';
import { scoreText } from '../../rules/score-text.ts';
import { stepsFrom } from '../../rules/stage-guards.ts';
import { locusMeans, selfComparisons } from '../../store/comparisons.ts';
import { repliesOf } from '../../store/replies.ts';
import { AS_IT_STANDS, resultOf } from '../../store/results.ts';
import { doubleRatingOf } from '../../store/round-figures.ts';
import { sheetsOf } from '../../store/sheets.ts';
import { DoubleRatings } from './agreement.tsx';
import { History } from './history.tsx';
import { MissingList } from './missing-list.tsx';
import { type AskedAssessment, HOME, onAssessmentPage, roundPath } from './opened.tsx';
import { LineBadge, type Names, namesFor, StageTag, scoreOf } from './telling.tsx';
import { unitPath } from './unit-page.tsx';

export function mountAssessmentPage(app: WebRoutes): void {
  app.get(
    `${HOME}/:id{[0-9a-f-]{36}}`,
    onAssessmentPage((asked) =>
      // The assessed side reads its result where it can reply to it.
      asked.view.as === 'agency' || asked.view.as === 'unit' ? seeOther(asked.c, `${asked.path}/reply`) : assessmentPage(asked),
    ),
  );
}

async function assessmentPage(asked: AskedAssessment): Promise<Response> {
  const { c, tools, round, assessment, view, words, language } = asked;
  const inside = view.as === 'ombudsman';
  const [instrument, missing, lines] = [
    await instrumentOfRound(tools.db, round),
    assessment.stage === 'draft' || assessment.stage === 'submitted' ? await missingFor(tools.db, round, assessment) : [],
    inside ? await resultOf(tools.db, assessment.id, AS_IT_STANDS) : [],
  ];
  const taken = [
    assessment.submitted,
    assessment.checked,
    assessment.moderated,
    assessment.notified,
    assessment.finalised,
    assessment.published,
  ];
  const names = await namesFor(tools.db, {
    agencies: [assessment.agencyId],
    people: [
      ...taken.map((one) => one?.by ?? null),
      ...assessment.units.flatMap((unit) => [unit.assessorId, unit.secondAssessorId]),
    ],
  });
  const mine = missing.filter((one) => inside || view.as !== 'assessor' || one.unitNo === 0 || view.unitNos.includes(one.unitNo));
  return page(
    c,
    {
      title: names.agency(assessment.agencyId),
      wide: true,
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.home.title, href: HOME },
            { text: round.title, href: roundPath(round) },
          ]}
        />
      ),
    },
    <>
      <PageHeading caption={round.title}>{names.agency(assessment.agencyId)}</PageHeading>
      <p>
        <StageTag stage={assessment.stage} language={language} />
      </p>
      <Steps asked={asked} />
      <ReplyTime asked={asked} book={await lawBook(tools)} />
      <MissingList asked={asked} instrument={instrument} assessment={assessment} missing={mine} />
      <Units asked={asked} names={names} lines={lines} instrument={instrument} sheets={await sheetsOf(tools.db, assessment.id)} />
      {inside && (
        <DoubleRatings asked={asked} ratings={await doubleRatingOf(tools.db, instrument, { assessmentId: assessment.id })} />
      )}
      {inside && <Moderation asked={asked} lines={lines} />}
      {inside && <Replies asked={asked} />}
      {inside && (
        <Details summary={words.assessment.who}>
          <SummaryList
            rows={(['submitted', 'checked', 'moderated', 'notified', 'finalised', 'published'] as const).map((step) => {
              const at = assessment[step];
              return (
                at && {
                  key: words.assessment.taken[step],
                  value: (
                    <>
                      {names.person(at.by)}, <Time at={at.at} zone={zoneOfAssessment(assessment)} />
                    </>
                  ),
                }
              );
            })}
          />
        </Details>
      )}
      {inside && <History asked={asked} />}
      {view.as === 'assessor' && (
        <p>
          <a href={`${HOME}/ties`}>{words.home.toTies}</a>
        </p>
      )}
    </>,
  );
}

/** Buttons of the transition table, for whom the step is. Why one cannot be taken now, its page says. */
function Steps({ asked }: { asked: AskedAssessment }) {
  const { actor, assessment, words, path } = asked;
  const steps = [...new Set(stepsFrom(assessment))].filter(
    (action): action is Exclude<StageAction, 'reply'> => action !== 'reply' && mayTake(actor, assessment, action),
  );
  if (steps.length === 0) return null;
  const href = (action: StageAction) => (action === 'correct' ? `${path}/correction` : `${path}/step/${action}`);
  return (
    <ButtonGroup>
      {steps.map((action) => (
        <LinkButton href={href(action)} kind={action === 'return' || action === 'correct' ? 'secondary' : undefined}>
          {words.steps[action].button}
        </LinkButton>
      ))}
    </ButtonGroup>
  );
}

export function ReplyTime({ asked, book }: { asked: AskedAssessment; book: Awaited<ReturnType<typeof lawBook>> }) {
  const { round, assessment, language, words, now } = asked;
  if (!assessment.replyDueAt || !assessment.notified) return null;
  const due = replyDue(book, round, assessment, assessment.notified.at);
  const isOver = assessment.stage === 'final' || assessment.stage === 'published';
  const explained = due.dueAt.equals(assessment.replyDueAt) ? explainDue(due, language, words.since) : undefined;
  return (
    <Deadline
      label={words.replyTime}
      dueAt={assessment.replyDueAt}
      zone={zoneOfAssessment(assessment)}
      now={now}
      explanation={explained}
      provisional={due.provisional}
      metAt={isOver ? assessment.finalised?.at : assessment.repliesWaived?.at}
      metText={isOver ? words.replyTimeOver : words.waived}
    />
  );
}

interface UnitsProps {
  readonly asked: AskedAssessment;
  readonly names: Names;
  readonly lines: readonly ResultLine[];
  readonly instrument: Instrument;
  readonly sheets: Awaited<ReturnType<typeof sheetsOf>>;
}

/** Unit by unit: who goes there, how far the sheets are, the score as it stands. */
function Units({ asked, names, lines, instrument, sheets }: UnitsProps) {
  const { assessment, view, words, language } = asked;
  const inside = view.as === 'ombudsman';
  const line = (unitNo: number) => lines.find((one) => one.unitNo === unitNo);
  const done = (unitNo: number, rating: number) => {
    const mine = sheets.filter((sheet) => sheet.unitNo === unitNo && sheet.rating === rating);
    return mine.length === 0 ? '–' : words.sheetsDone(mine.filter((sheet) => sheet.done).length, mine.length);
  };
  const shown = assessment.units.filter((unit) => view.as !== 'assessor' || view.unitNos.includes(unit.no));
  const isField = view.as === 'assessor' && assessment.stage === 'draft';
  return (
    <Table
      id="units"
      caption={inside ? words.assessment.results[assessment.stage === 'published' ? 'published' : 'soFar'] : words.units}
      columns={[
        { label: words.unit },
        { label: words.assessment.assessor },
        { label: words.sheets },
        ...(inside ? [{ label: words.assessment.second }, { label: words.score }] : []),
      ]}
      rows={[
        ...(inside
          ? [
              [
                sheets.some((sheet) => sheet.unitNo === 0) ? (
                  <a href={unitPath(asked.path, 0)}>{words.assessment.whole}</a>
                ) : (
                  <strong>{words.assessment.whole}</strong>
                ),
                '–',
                done(0, 1),
                '–',
                <>
                  <strong>{scoreOf(line(0), language)}</strong>{' '}
                  <LineBadge instrument={instrument} line={line(0)} language={language} />{' '}
                  {line(0) && !line(0)?.complete && words.assessment.provisional}
                </>,
              ],
            ]
          : []),
        ...shown.map((unit) => [
          <>
            {inside ? (
              <a href={unitPath(asked.path, unit.no)}>{unit.name}</a>
            ) : isField ? (
              <a href={`/field/${assessment.id}/${unit.no}`}>{unit.name}</a>
            ) : (
              unit.name
            )}
            {unit.addedReason && <span class="govuk-hint"> {words.unitsPage.addedBecause(unit.addedReason)}</span>}
          </>,
          names.person(unit.assessorId),
          done(unit.no, 1),
          ...(inside
            ? [
                unit.secondAssessorId ? `${names.person(unit.secondAssessorId)}: ${done(unit.no, 2)}` : done(unit.no, 2),
                <>
                  {scoreOf(line(unit.no), language)}{' '}
                  <LineBadge instrument={instrument} line={line(unit.no)} language={language} />
                </>,
              ]
            : []),
        ]),
      ]}
      stacked
    />
  );
}

/** Beside each unit the same kind of unit over the whole round, and what the unit said of itself. */
async function Moderation({ asked, lines }: { asked: AskedAssessment; lines: readonly ResultLine[] }) {
  const { tools, round, assessment, words, language } = asked;
  if (lines.length === 0) return null;
  const means = await locusMeans(tools.db, round.id);
  const own = await selfComparisons(tools.db, assessment.id);
  const number = (text: string | null | undefined) => (text ? scoreText(rational(text), language) : '–');
  return (
    <Details summary={words.assessment.compare} open={assessment.stage === 'checked'}>
      <p>{words.assessment.compareLead}</p>
      <Table
        id="comparison"
        caption={words.assessment.compare}
        captionSize="hidden"
        columns={[
          { label: words.unit },
          { label: words.score, numeric: true },
          { label: words.assessment.mean, numeric: true },
          { label: words.assessment.range },
          ...(own.length > 0 ? [{ label: words.assessment.own }] : []),
        ]}
        rows={assessment.units.map((unit) => {
          const mean = means.get(unit.locus.id);
          const self = own.find((one) => one.unitNo === unit.no);
          return [
            unit.name,
            number(lines.find((one) => one.unitNo === unit.no)?.score),
            number(mean?.mean),
            mean ? words.assessment.rangeOf(number(mean.lowest), number(mean.highest), mean.units) : '–',
            ...(own.length > 0
              ? [self ? words.assessment.selfSays(self.compared, self.same, self.higher, self.lower) : '–']
              : []),
          ];
        })}
        stacked
      />
    </Details>
  );
}

async function Replies({ asked }: { asked: AskedAssessment }) {
  const { tools, assessment, words, path } = asked;
  const replies = await repliesOf(tools.db, assessment.id);
  if (replies.length === 0) return null;
  const open = replies.filter((one) => one.state === 'open').length;
  return (
    <p>
      <a href={`${path}/replies`}>{words.replies.link(replies.length, open)}</a>
    </p>
  );
}
