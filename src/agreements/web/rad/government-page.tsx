/** `/desk/agreements/rad/governments/{region}/{year}`: how a government manages complaints, live and as taken; its team decree; its answer. */
import { BackLink, Button, Form, InsetText, PageHeading, page } from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { liveFigures } from '../../actions/rad/figures.ts';
import { evaluationActions } from '../../rules/rad/evaluation.ts';
import { FIRST_RAD_YEAR } from '../../rules/rad/rad.ts';
import { evaluationsOf } from '../../store/rad/evaluations.ts';
import { governmentPath, RAD_DESK } from './addresses.ts';
import type { Again } from './asked.ts';
import { FiguresTable } from './figures-table.tsx';
import { decreesPart, History, Taken, type Typed } from './government-parts.tsx';
import type { OpenedGovernment } from './opened-government.ts';

export async function governmentPage(opened: OpenedGovernment, typed: Typed = {}, wrong?: Again): Promise<Response> {
  const { c, tools, words, government, year, now, zone, language, path, actor } = opened;
  const figures = await liveFigures(tools, government, year);
  const all = await evaluationsOf(tools.db, government.agency.id);
  const taken = all.find((each) => each.year === year && each.state !== 'withdrawn');
  const thisYear = dayOf(now, zone).year;
  return page(
    c,
    {
      ...{ title: words.government.title(government.agency.name, year), before: <BackLink href={RAD_DESK} /> },
      ...{ wide: true, errors: wrong?.errors ?? [] },
      ...(wrong ? { status: wrong.status } : {}),
    },
    <>
      <PageHeading caption={words.government.caption(opened.evaluator.name)}>
        {words.government.title(government.agency.name, year)}
      </PageHeading>
      <p>{words.government.lead}</p>
      <p>
        {year > FIRST_RAD_YEAR && <a href={governmentPath(government.regionCode, year - 1)}>{year - 1}</a>}
        {year < thisYear && (
          <>
            {year > FIRST_RAD_YEAR && ' · '}
            <a href={governmentPath(government.regionCode, year + 1)}>{year + 1}</a>
          </>
        )}
      </p>
      {taken && <Taken opened={opened} taken={taken} typed={typed} actions={evaluationActions(actor, taken, dayOf(now, zone))} />}
      <section aria-labelledby="live">
        <h2 id="live">{taken ? words.government.liveNow : words.government.live}</h2>
        {figures ? (
          <FiguresTable
            id="live-figures"
            viewer="inside"
            figures={figures}
            words={words}
            language={language}
            rowsHref={(indicator) => `${path}/records/${indicator}`}
          />
        ) : (
          <InsetText>{words.government.notBegun}</InsetText>
        )}
        {!taken && opened.isEvaluator && figures && (
          <Form action={`${path}/take`} id="take">
            <p class="govuk-hint">{year === thisYear ? words.government.takeEarly : words.government.takeHint}</p>
            <Button>{words.government.take(year)}</Button>
          </Form>
        )}
      </section>
      {await decreesPart(opened, typed)}
      <History opened={opened} all={all} />
    </>,
  );
}
