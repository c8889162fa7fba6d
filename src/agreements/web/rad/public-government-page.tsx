/** `/agreements/rad/51.05`: the action plans and evaluations of a regency or city, of all years. */
import { DayText, EmptyState, PageHeading, page, StatusTag, Table } from '../../../design/index.ts';
import { zoneOfRegion } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type Government, governmentOfRegion } from '../../actions/rad/places.ts';
import { publicSinceOf, publicStandingOf } from '../../rules/rad/public-standing.ts';
import { evaluationsOf } from '../../store/rad/evaluations.ts';
import { plansOf } from '../../store/rad/rads.ts';
import { publicPath } from '../opened.tsx';
import { publicPlacePath, publicResultPath, RAD_PUBLIC } from './addresses.ts';
import { ScoreText } from './figures-table.tsx';
import { provincePage } from './public-province-page.tsx';
import { crumbs, type PublicAsked, publicAsked, standingText } from './public-standings.tsx';

/** A province shows its regencies and cities, a regency or city its own plans. */
export async function placePage(c: WebContext): Promise<Response> {
  const asked = publicAsked(c);
  const government = await governmentOfRegion(c.get('tools').db, c.req.param('region') ?? '');
  if (!government) return c.notFound();
  return government.level === 'province' ? provincePage(asked, government) : governmentPlansPage(asked, government);
}

async function governmentPlansPage(asked: PublicAsked, government: Government): Promise<Response> {
  const { c, words, language } = asked;
  const tools = c.get('tools');
  const plans = (await plansOf(tools.db, [government.agency.id])).filter((plan) => publicStandingOf(plan.state) !== 'none');
  const published = (await evaluationsOf(tools.db, government.agency.id)).filter(({ state }) => state === 'published');
  const province = await governmentOfRegion(tools.db, government.regionCode.slice(0, 2));
  return page(
    c,
    {
      ...{ title: words.public.governmentTitle(government.agency.name), wide: true, robots: 'index' },
      before: crumbs(
        words,
        { text: words.public.short, href: RAD_PUBLIC },
        ...(province ? [{ text: province.agency.name, href: publicPlacePath(province.regionCode) }] : []),
      ),
    },
    <>
      <PageHeading caption={words.public.short}>{words.public.governmentTitle(government.agency.name)}</PageHeading>
      {plans.length === 0 ? (
        <EmptyState title={words.public.noPlans} />
      ) : (
        <Table
          id="plans"
          caption={words.desk.plans}
          stacked
          columns={[
            { label: words.column.years },
            { label: words.column.state },
            { label: words.column.since },
            { label: words.column.plan },
          ]}
          rows={plans.map((plan) => [
            plan.yearFrom === plan.yearUntil ? String(plan.yearFrom) : `${plan.yearFrom}–${plan.yearUntil}`,
            <>
              <StatusTag
                label={standingText(publicStandingOf(plan.state), asked)}
                tone={plan.state === 'adopted' && !plan.isOver ? 'success' : 'info'}
              />
              {plan.isOver && <> {words.public.over}</>}
            </>,
            <DayText on={dayOf(publicSinceOf(plan), zoneOfRegion(government.regionCode))} />,
            plan.state === 'adopted' ? <a href={publicPath(plan)}>{plan.code}</a> : '–',
          ])}
        />
      )}
      <h2>{words.public.evaluations}</h2>
      {published.length === 0 ? (
        <p>{words.public.noEvaluations}</p>
      ) : (
        <ul>
          {published.map((each) => (
            <li>
              <a href={publicResultPath(government.regionCode, each.year)}>{each.year}</a>:{' '}
              <ScoreText figures={each.figures} words={words} language={language} />
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}
