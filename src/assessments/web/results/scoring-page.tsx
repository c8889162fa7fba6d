/** `/desk/assessments/rounds/{code}/scores`: score the whole round anew, and how far that has come. */
import { BackLink, Button, Form, formatMoment, PageHeading, page, SummaryList, seeOther } from '../../../design/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { askForScores } from '../../actions/ask-for-scores.ts';
import { mayPlan } from '../../rules/permissions.ts';
import { loadRoundByCode } from '../../store/rounds.ts';
import { scoringOf } from '../../store/scorings.ts';
import { type Asked, forOfficers, ROUNDS, roundPath } from '../rounds/opened.tsx';
import { wordsIn } from './words.ts';

const PATH = `${ROUNDS}/:code/scores`;

export function mountScoring(app: WebRoutes): void {
  app.get(PATH, forOfficers(show));
  app.post(
    PATH,
    forOfficers(async (asked) => {
      const { c, tools, actor, language } = asked;
      const round = await loadRoundByCode(tools.db, c.req.param('code') ?? '');
      if (!round) return c.notFound();
      const done = await askForScores(tools, actor, round.id);
      return done.ok ? seeOther(c, `${roundPath(round)}/scores`, wordsIn(language).scoring.asked) : c.notFound();
    }),
  );
}

async function show({ c, tools, actor, language }: Asked): Promise<Response> {
  const words = wordsIn(language).scoring;
  const round = await loadRoundByCode(tools.db, c.req.param('code') ?? '');
  if (!round || !mayPlan(actor, round)) return c.notFound();
  const scoring = await scoringOf(tools.db, round.id);
  const zone = 'Asia/Jakarta';
  return page(
    c,
    { title: words.title, before: <BackLink href={roundPath(round)} text={round.title} /> },
    <>
      <PageHeading caption={round.title}>{words.title}</PageHeading>
      <p>{words.lead}</p>
      {scoring && (
        <SummaryList
          rows={[
            { key: words.progress, value: scoring.total === 0 ? words.waiting : words.of(scoring.done, scoring.total) },
            { key: words.begun, value: formatMoment(scoring.startedAt, zone, language) },
            scoring.endedAt !== null && { key: words.ended, value: formatMoment(scoring.endedAt, zone, language) },
          ]}
        />
      )}
      <Form action={`${roundPath(round)}/scores`}>
        <Button>{words.start}</Button>
      </Form>
    </>,
  );
}
