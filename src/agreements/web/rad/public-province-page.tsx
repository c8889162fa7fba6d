/** `/agreements/rad/51`: a province with its regencies and cities in a year. */
import { DayText, PageHeading, page, Table } from '../../../design/index.ts';
import { zoneOfRegion } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { type Government, governmentsBelow } from '../../actions/rad/places.ts';
import { publicSinceOf } from '../../rules/rad/public-standing.ts';
import { publicPath } from '../opened.tsx';
import { publicPlacePath, RAD_PUBLIC } from './addresses.ts';
import { ResultsTable, resultsOfYear } from './public-results.tsx';
import { crumbs, type PublicAsked, standingsOf, standingText, YearLinks } from './public-standings.tsx';

export async function provincePage(asked: PublicAsked, province: Government): Promise<Response> {
  const { c, words, year } = asked;
  const tools = c.get('tools');
  const lines = await standingsOf(asked, [province, ...(await governmentsBelow(tools.db, province.regionCode))]);
  const regencies = lines.slice(1);
  const missing = regencies.filter(({ standing }) => standing === 'none');
  const results = await resultsOfYear(tools.db, year);
  const hasResults = lines.some(({ government }) => results.published.has(government.agency.id));
  return page(
    c,
    {
      ...{ title: words.public.placeTitle(province.agency.name, year), wide: true, robots: 'index' },
      before: crumbs(words, { text: words.public.short, href: RAD_PUBLIC }),
    },
    <>
      <PageHeading caption={words.public.short}>{words.public.placeTitle(province.agency.name, year)}</PageHeading>
      <YearLinks asked={asked} path={publicPlacePath(province.regionCode)} />
      <p>
        <strong>{words.collection.handedInOf(regencies.length - missing.length, regencies.length)}</strong>
        {missing.length > 0 && `. ${words.public.notOnRecord(missing.map(({ government }) => government.agency.name))}`}
      </p>
      <Table
        id="governments"
        caption={words.public.perGovernment}
        stacked
        columns={[
          { label: words.column.government },
          { label: words.column.state },
          { label: words.column.since },
          { label: words.column.plan },
        ]}
        rows={lines.map(({ government, plan, standing }) => [
          // The province itself is this page.
          government === lines[0]?.government ? (
            government.agency.name
          ) : (
            <a href={publicPlacePath(government.regionCode)}>{government.agency.name}</a>
          ),
          standingText(standing, asked),
          plan && standing !== 'none' ? <DayText on={dayOf(publicSinceOf(plan), zoneOfRegion(government.regionCode))} /> : '–',
          plan && standing === 'adopted' ? <a href={publicPath(plan)}>{plan.code}</a> : '–',
        ])}
      />
      <p class="govuk-hint">{words.public.drafts}</p>
      {hasResults && (
        <section aria-labelledby="results">
          <h2 id="results">{words.results.title(year)}</h2>
          <ResultsTable asked={asked} results={results} governments={lines.map(({ government }) => government)} />
        </section>
      )}
    </>,
  );
}
