import {
  EmptyState,
  Filter,
  LinkButton,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  Select,
  Table,
  TextInput,
} from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { AGENCY_KINDS, type Agency } from '../../rules/agency.ts';
import { isRegionCode } from '../../rules/region.ts';
import { agenciesByIds } from '../../store/agencies.ts';
import { listAgencies, searchAgencies } from '../../store/agency-lists.ts';
import { regionsIn } from '../../store/regions.ts';
import { address, wordsFor } from '../frame.tsx';

const PAGE_SIZE = 30;

/** GET /agencies?q=&region=&after=: all agencies by name; with words, the best fits first, and `order=name` all of them page by page. */
export async function agenciesPage(c: WebContext): Promise<Response> {
  const { db } = c.get('tools');
  const words = wordsFor(c);
  const q = (c.req.query('q') ?? '').trim().slice(0, 200);
  const asked = c.req.query('region') ?? '';
  const region = isRegionCode(asked) ? asked : undefined;
  const bestFirst = q !== '' && c.req.query('order') !== 'name';
  const best = bestFirst ? await searchAgencies(db, q, region, PAGE_SIZE + 1) : [];
  const found = bestFirst
    ? { rows: best.slice(0, PAGE_SIZE), next: null }
    : await listAgencies(db, { after: c.req.query('after'), limit: PAGE_SIZE, filters: { region, q: q === '' ? undefined : q } });
  const parents = await agenciesByIds(
    db,
    found.rows.flatMap((row) => (row.parentId === null ? [] : [row.parentId])),
  );
  const places = (await regionsIn(db, null)).map(({ code, name }) => ({ value: code, label: name }));
  const shown = region !== undefined && region.length > 2 ? await regionsIn(db, region.slice(0, 2)) : [];
  const narrower = shown.filter(({ code }) => code === region).map(({ code, name }) => ({ value: code, label: name }));

  return page(
    c,
    { title: words.agencies, description: words.agenciesLead, wide: true, robots: 'index' },
    <>
      <PageHeading>{words.agencies}</PageHeading>
      <p>{words.agenciesLead}</p>
      <ListWithFilter
        filter={
          <Filter action="/agencies">
            <TextInput name="q" label={words.searchAgencies} hint={words.searchAgenciesHint} value={q} type="search" />
            <Select
              name="region"
              label={words.placeFilter}
              options={[...narrower, ...places]}
              value={region}
              emptyLabel={words.allPlaces}
            />
          </Filter>
        }
      >
        {found.rows.length === 0 ? (
          <EmptyState title={words.noneFound} action={<LinkButton href="/complaints/new">{words.complainAnyway}</LinkButton>}>
            <p>{words.noneFoundHelp}</p>
          </EmptyState>
        ) : (
          <Table
            id="agencies"
            caption={words.agencies}
            captionSize="s"
            columns={[{ label: words.agency }, { label: words.kind }, { label: words.belowOf }]}
            rows={found.rows.map((agency) => row(c, agency, parents))}
            rowHeaders
            stacked
          />
        )}
        {best.length > PAGE_SIZE && (
          <p>
            <a href={address('/agencies', { q, region, order: 'name' })}>{words.allByName}</a>
          </p>
        )}
        <Pagination
          nextHref={
            found.next === null
              ? undefined
              : address('/agencies', { q, region, order: q === '' ? '' : 'name', after: found.next })
          }
        />
      </ListWithFilter>
    </>,
  );
}

function row(c: WebContext, agency: Agency, parents: ReadonlyMap<string, Agency>) {
  const parent = agency.parentId === null ? undefined : parents.get(agency.parentId);
  return [
    <a href={`/agencies/${agency.code}`}>{agency.name}</a>,
    AGENCY_KINDS[agency.kind][c.get('language')],
    parent?.shortName ?? '',
  ];
}
