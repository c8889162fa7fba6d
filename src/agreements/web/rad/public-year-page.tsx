/** `/agreements/rad/results/2026`: every published result of a year. */
import { PageHeading, page } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { RAD_PUBLIC } from './addresses.ts';
import { ResultsTable, resultsOfYear } from './public-results.tsx';
import { crumbs, publicAsked } from './public-standings.tsx';

export async function yearPage(c: WebContext): Promise<Response> {
  const asked = publicAsked(c);
  const { words } = asked;
  const typed = c.req.param('year') ?? '';
  const year = Number(typed);
  const results = /^2\d{3}$/.test(typed) ? await resultsOfYear(c.get('tools').db, year) : undefined;
  if (!results || results.published.size === 0) return c.notFound();
  return page(
    c,
    {
      ...{ title: words.results.title(year), wide: true, robots: 'index' },
      before: crumbs(words, { text: words.public.short, href: RAD_PUBLIC }),
    },
    <>
      <PageHeading caption={words.public.short}>{words.results.title(year)}</PageHeading>
      <p>
        <a href={`${RAD_PUBLIC}/results/${year}.csv`}>{words.public.csv}</a>
      </p>
      <ResultsTable asked={asked} results={results} governments={results.governments} />
    </>,
  );
}
