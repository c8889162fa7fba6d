import { BackLink, EmptyState, PageHeading, page, SearchBox } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Agency } from '../../rules/agency.ts';
import { agenciesByIds, agenciesUnder } from '../../store/agencies.ts';
import { searchAgencies } from '../../store/agency-lists.ts';
import { address, type Reach, reaches, wordsFor } from '../frame.tsx';

const SHOWN = 40;

/** First question of inviting or appointing: at which agency. Links lead on with `?agency=CODE`. */
export async function chooseAgency(
  c: WebContext,
  reach: Reach,
  action: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const words = wordsFor(c);
  const q = (c.req.query('q') ?? '').trim();
  const found = await offered(c, reach, q);
  return page(
    c,
    { title: words.chooseAgency, before: <BackLink href="/admin/people" /> },
    <>
      <PageHeading>{words.chooseAgency}</PageHeading>
      <p>{words.chooseAgencyLead}</p>
      <SearchBox action={action} label={words.searchAgencies} hint={words.searchAgenciesHint} value={q} />
      {found.length === 0 && q !== '' && <EmptyState title={words.noneFound} />}
      <ul>
        {found.map((agency) => (
          <li>
            <a href={address(action, { ...query, agency: agency.code })}>{agency.name}</a>
          </li>
        ))}
      </ul>
    </>,
  );
}

/** Without words: the agencies one manages themselves and what stands directly below. */
async function offered(c: WebContext, reach: Reach, q: string): Promise<Agency[]> {
  const { db } = c.get('tools');
  // More than are shown, because some of what is found may be out of reach.
  if (q !== '') return (await searchAgencies(db, q, undefined, 400)).filter(({ path }) => reaches(reach, path)).slice(0, SHOWN);
  if (reach.all) return [];
  const own = [...(await agenciesByIds(db, reach.agencyIds)).values()];
  const trees = await Promise.all(own.map(({ id }) => agenciesUnder(db, id)));
  return trees.flat().slice(0, SHOWN);
}
