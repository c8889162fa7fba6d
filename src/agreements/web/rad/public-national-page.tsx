/** `/agreements/rad`: per province who has an action plan and how far it is, and the years that were evaluated. */
import type { Child } from 'hono/jsx';
import { formatCount, PageHeading, page, Table } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allGovernments } from '../../actions/rad/places.ts';
import { evaluatedYears } from '../../store/rad/evaluations.ts';
import { publicPlacePath, RAD_PUBLIC } from './addresses.ts';
import { crumbs, type PublicAsked, publicAsked, standingsOf, standingText, YearLinks } from './public-standings.tsx';

export async function nationalPage(c: WebContext): Promise<Response> {
  const asked = publicAsked(c);
  const { words, language, year } = asked;
  const tools = c.get('tools');
  const governments = await allGovernments(tools.db);
  const everyone = await standingsOf(asked, governments);
  const of = new Map(everyone.map((each) => [each.government.agency.id, each]));
  const provinces = governments.filter(({ level }) => level === 'province');
  const rows = provinces.map((province): Child[] => {
    const own = of.get(province.agency.id)?.standing ?? 'none';
    const regencies = governments
      .filter(({ level, regionCode }) => level === 'regency' && regionCode.startsWith(`${province.regionCode}.`))
      .map(({ agency }) => of.get(agency.id)?.standing ?? 'none');
    const handed = regencies.filter((each) => each !== 'none').length;
    const adopted = regencies.filter((each) => each === 'adopted').length;
    return [
      <a href={`${publicPlacePath(province.regionCode)}?year=${year}`}>{province.agency.name}</a>,
      standingText(own, asked),
      words.collection.handedInOf(handed, regencies.length),
      String(adopted),
    ];
  });
  const total = everyone.filter(({ standing }) => standing !== 'none').length;
  return page(
    c,
    { title: words.public.title(year), wide: true, robots: 'index', before: crumbs(words) },
    <>
      <PageHeading>{words.public.title(year)}</PageHeading>
      <p>{words.public.lead}</p>
      <YearLinks asked={asked} path={RAD_PUBLIC} />
      <p>
        <strong>{words.public.total(formatCount(total, language), formatCount(everyone.length, language))}</strong>
      </p>
      <Table
        id="provinces"
        caption={words.public.perProvince}
        stacked
        columns={[
          { label: words.public.province },
          { label: words.public.ofProvince },
          { label: words.public.regencies },
          { label: words.public.adopted, numeric: true },
        ]}
        rows={rows}
      />
      <p class="govuk-hint">{words.public.drafts}</p>
      {await evaluationsPart(asked)}
    </>,
  );
}

async function evaluationsPart({ c, words }: PublicAsked): Promise<Child> {
  const years = await evaluatedYears(c.get('tools').db);
  if (years.length === 0) return <p>{words.public.noEvaluations}</p>;
  return (
    <section aria-labelledby="evaluations">
      <h2 id="evaluations">{words.public.evaluations}</h2>
      <ul>
        {years.map((year) => (
          <li>
            <a href={`${RAD_PUBLIC}/results/${year}`}>{words.results.title(year)}</a>
          </li>
        ))}
      </ul>
      <p>{words.caution}</p>
    </section>
  );
}
