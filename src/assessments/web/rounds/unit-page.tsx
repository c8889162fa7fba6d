/**
 * `/desk/assessments/:id/units/:no`: everything that was found in one unit, indicator by indicator with its evidence: what checkers and
 * moderators look through. Beside the rating that counts stand the second rating and what the unit said of itself.
 */
import { BackLink, Details, PageHeading, page } from '../../../design/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { instrumentOfRound } from '../../actions/plan-agencies.ts';
import type { Rating } from '../../rules/assessment.ts';
import type { Instrument } from '../../rules/instrument.ts';
import { rational } from '../../rules/rational.ts';
import type { ResultLine } from '../../rules/result.ts';
import { scoreText } from '../../rules/score-text.ts';
import { type Place, placesOf } from '../../rules/walk.ts';
import type { Evidence } from '../../store/evidence.ts';
import { type IndicatorAnswer, indicatorAnswers, indicatorEvidence } from '../../store/indicator-answers.ts';
import { AS_IT_STANDS, resultOf } from '../../store/results.ts';
import { EvidenceList, FoundAnswers } from './answers.tsx';
import { type AskedAssessment, HOME, onAssessmentPage } from './opened.tsx';
import { LineBadge, namesFor, scoreOf } from './telling.tsx';

export const unitPath = (path: string, unitNo: number) => `${path}/units/${unitNo}`;

export function mountUnitPage(app: WebRoutes): void {
  app.get(
    `${HOME}/:id{[0-9a-f-]{36}}/units/:unit{[0-9]{1,3}}`,
    onAssessmentPage(async (asked) => {
      const { c, tools, round, assessment, view } = asked;
      const unitNo = Number(c.req.param('unit'));
      const isThere = unitNo === 0 || assessment.units.some((unit) => unit.no === unitNo);
      if (view.as !== 'ombudsman' || !isThere) return c.notFound();
      return unitPage(asked, await instrumentOfRound(tools.db, round), unitNo);
    }),
  );
}

interface Found {
  readonly answers: Readonly<Record<Rating, readonly IndicatorAnswer[]>>;
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  readonly line: ResultLine | undefined;
}

async function unitPage(asked: AskedAssessment, instrument: Instrument, unitNo: number): Promise<Response> {
  const { c, tools, round, assessment, words, language, path } = asked;
  const places = placesOf(instrument).filter(({ dimension }) => (dimension.per === 'agency') === (unitNo === 0));
  const indicators = places.map(({ indicator }) => indicator);
  const of = (rating: Rating) => ({ assessmentId: assessment.id, unitNo, rating });
  const found: Found = {
    answers: {
      1: await indicatorAnswers(tools.db, of(1), indicators),
      2: await indicatorAnswers(tools.db, of(2), indicators),
      0: await indicatorAnswers(tools.db, of(0), indicators),
    },
    evidence: await indicatorEvidence(tools.db, of(1)),
    line: (await resultOf(tools.db, assessment.id, AS_IT_STANDS)).find((one) => one.unitNo === unitNo),
  };
  const name = unitNo === 0 ? words.agencyItself : (assessment.units.find((unit) => unit.no === unitNo)?.name ?? '');
  const names = await namesFor(tools.db, { agencies: [assessment.agencyId] });
  return page(
    c,
    { title: name, wide: true, before: <BackLink href={path} text={words.toAssessment} /> },
    <>
      <PageHeading caption={`${names.agency(assessment.agencyId)} · ${round.title}`}>{name}</PageHeading>
      <p>
        {words.score}: <strong>{scoreOf(found.line, language)}</strong>{' '}
        <LineBadge instrument={instrument} line={found.line} language={language} />
      </p>
      {[...Map.groupBy(places, (place) => place.variable)].map(([variable, inside]) => (
        <section>
          <h2>
            {inside[0]?.dimension.name[language]}: {variable.name[language]}
          </h2>
          {inside.map((place) => (
            <IndicatorFound asked={asked} place={place} found={found} />
          ))}
        </section>
      ))}
    </>,
  );
}

function IndicatorFound({ asked, place, found }: { asked: AskedAssessment; place: Place; found: Found }) {
  const { words, language } = asked;
  const { indicator } = place;
  const given = (rating: Rating) => found.answers[rating].filter((one) => one.indicator === indicator.code);
  const score = found.line?.nodes.find((node) => node.level === 'indicator' && node.code === indicator.code)?.score ?? null;
  const shown = (rating: Rating) => (
    <FoundAnswers indicator={indicator} answers={given(rating)} language={language} words={words} inside />
  );
  return (
    <article id={indicator.code}>
      <h3>
        {indicator.name[language]}
        {score !== null && `: ${scoreText(rational(score), language)}`}
      </h3>
      <p class="govuk-hint">{indicator.question[language]}</p>
      {shown(1)}
      <EvidenceList evidence={found.evidence.get(indicator.code) ?? []} language={language} words={words} />
      {([2, 0] as const).map(
        (rating) =>
          given(rating).some((one) => one.value !== undefined) && (
            <Details summary={words.ratings[rating]}>{shown(rating)}</Details>
          ),
      )}
    </article>
  );
}
