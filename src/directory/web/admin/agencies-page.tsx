import {
  EmptyState,
  Filter,
  LinkButton,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  Table,
  Tag,
  TextInput,
} from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { AGENCY_KINDS, type Agency } from '../../rules/agency.ts';
import { mayKeepDirectory } from '../../rules/agency-changes.ts';
import type { ListPage } from '../../rules/cursor.ts';
import { agenciesUnder } from '../../store/agencies.ts';
import { listAgencies, searchAgencies } from '../../store/agency-lists.ts';
import { address, DirectoryTabs, managing, type Reach, reaches, wordsFor } from '../frame.tsx';

const PATH = '/admin/agencies';
const PAGE_SIZE = 50;

/** GET /admin/agencies?q=&after=: the agencies one manages. */
export function manageAgenciesPage(c: WebContext): Promise<Response> {
  return managing(c, async (reach, actor) => {
    const words = wordsFor(c);
    const language = c.get('language');
    const q = (c.req.query('q') ?? '').trim().slice(0, 200);
    const found = await within(c, reach, q);
    return page(
      c,
      { title: words.manageAgencies, wide: true },
      <>
        <PageHeading>{words.manageAgencies}</PageHeading>
        <DirectoryTabs words={words} current={PATH} />
        <p>{words.manageAgenciesLead}</p>
        {mayKeepDirectory(actor) && (
          <p>
            <LinkButton kind="secondary" href={`${PATH}/new`}>
              {words.addNational}
            </LinkButton>
          </p>
        )}
        <ListWithFilter
          filter={
            <Filter action={PATH}>
              <TextInput name="q" label={words.searchAgencies} hint={words.searchAgenciesHint} value={q} type="search" />
            </Filter>
          }
        >
          {found.rows.length === 0 ? (
            <EmptyState title={words.noneFound} />
          ) : (
            <Table
              id="agencies"
              caption={words.manageAgencies}
              captionSize="hidden"
              columns={[{ label: words.agency }, { label: words.code }, { label: words.kind }, { label: words.nameStatus }]}
              rows={found.rows.map((agency) => [
                <a href={`${PATH}/${agency.code}`}>{agency.name}</a>,
                <code>{agency.code}</code>,
                AGENCY_KINDS[agency.kind][language],
                <NameStatus c={c} agency={agency} />,
              ])}
              stacked
            />
          )}
          <Pagination nextHref={found.next === null ? undefined : address(PATH, { q, after: found.next })} />
        </ListWithFilter>
      </>,
    );
  });
}

async function within(c: WebContext, reach: Reach, q: string): Promise<ListPage<Agency>> {
  const { db } = c.get('tools');
  const after = c.req.query('after');
  if (reach.all) return listAgencies(db, { after, limit: PAGE_SIZE, filters: { q: q === '' ? undefined : q } });
  if (q !== '') {
    const found = await searchAgencies(db, q, undefined, 400);
    return { rows: found.filter(({ path }) => reaches(reach, path)).slice(0, PAGE_SIZE), next: null };
  }
  // One tree page by page; who manages several trees sees them one after the other.
  const [only, ...others] = reach.agencyIds;
  if (only !== undefined && others.length === 0) return listAgencies(db, { after, limit: PAGE_SIZE, filters: { under: only } });
  const trees = await Promise.all(reach.agencyIds.map((id) => agenciesUnder(db, id)));
  return { rows: trees.flat(), next: null };
}

export function NameStatus(props: { c: WebContext; agency: Agency }) {
  const words = wordsFor(props.c);
  return props.agency.nameConfirmed ? words.nameConfirmed : <Tag tone="warning">{words.nameUnconfirmed}</Tag>;
}
