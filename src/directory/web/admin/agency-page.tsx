import {
  Breadcrumbs,
  ButtonGroup,
  formatDay,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  SummaryList,
} from '../../../design/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { AGENCY_KINDS, type Agency } from '../../rules/agency.ts';
import { mayKeepDirectory } from '../../rules/agency-changes.ts';
import { POSITION_KINDS } from '../../rules/positions.ts';
import { agencyByCode, lineOf } from '../../store/agencies.ts';
import { listAgencies } from '../../store/agency-lists.ts';
import { changesOf } from '../../store/changes.ts';
import { listedPositionsAt } from '../../store/people-lists.ts';
import { regionChain } from '../../store/regions.ts';
import { managing, reaches, reachOf, today, wordsFor } from '../frame.tsx';
import { NameStatus } from './agencies-page.tsx';
import { History } from './history.tsx';

const PATH = '/admin/agencies';
const SHOWN_BELOW = 100;

/** Answers with the agency of the address when the actor manages it; an unknown one and one out of reach are alike. */
export function withAgency(c: WebContext, answer: (agency: Agency, actor: Officer) => Promise<Response>): Promise<Response> {
  return managing(c, async (reach, actor) => {
    const agency = await agencyByCode(c.get('tools').db, c.req.param('code') ?? '');
    return agency !== undefined && reaches(reach, agency.path) ? answer(agency, actor) : c.notFound();
  });
}

/** GET /admin/agencies/:code */
export function agencyPage(c: WebContext): Promise<Response> {
  return withAgency(c, async (agency, actor) => {
    const { db } = c.get('tools');
    const words = wordsFor(c);
    const language = c.get('language');
    const [line, below, people, changes, place] = await Promise.all([
      lineOf(db, agency),
      listAgencies(db, { limit: SHOWN_BELOW, filters: { parent: agency.id } }),
      listedPositionsAt(db, agency.id, today(c)),
      changesOf(db, agency.id),
      agency.regionCode === null ? undefined : regionChain(db, agency.regionCode),
    ]);
    const reach = reachOf(actor);
    const crumbs = [
      { text: words.manageAgencies, href: PATH },
      ...line
        .slice(0, -1)
        .filter((above) => reach && reaches(reach, above.path))
        .map(({ shortName, code }) => ({ text: shortName, href: `${PATH}/${code}` })),
    ];
    const keeps = mayKeepDirectory(actor);
    const isOpen = agency.validUntil === null;
    return page(
      c,
      { title: agency.shortName, before: <Breadcrumbs crumbs={crumbs} /> },
      <>
        <PageHeading caption={AGENCY_KINDS[agency.kind][language]}>{agency.name}</PageHeading>
        {agency.nameNote !== null && <InsetText>{agency.nameNote}</InsetText>}
        <SummaryList
          title={words.particulars}
          rows={[
            { key: words.code, value: <code>{agency.code}</code> },
            { key: words.shortName, value: agency.shortName },
            { key: words.nameStatus, value: <NameStatus c={c} agency={agency} /> },
            place !== undefined && { key: words.region, value: place },
            agency.functions.length > 0 && { key: words.functions, value: agency.functions.join(', ') },
            agency.isCoordinatorDesk && { key: words.desk, value: words.yes },
            {
              key: words.inForce,
              value: agency.validUntil === null ? words.open : words.closedSince(formatDay(agency.validUntil, language)),
            },
          ]}
        />
        {isOpen && (
          <ButtonGroup>
            <LinkButton href={`/admin/people/new?agency=${agency.code}`}>{words.invite}</LinkButton>
            {keeps && (
              <LinkButton kind="secondary" href={`${PATH}/${agency.code}/change`}>
                {words.change}
              </LinkButton>
            )}
            {keeps && (
              <LinkButton kind="secondary" href={`${PATH}/${agency.code}/new`}>
                {words.addBelow}
              </LinkButton>
            )}
            {keeps && (
              <LinkButton kind="secondary" href={`${PATH}/${agency.code}/close`}>
                {words.close}
              </LinkButton>
            )}
          </ButtonGroup>
        )}
        <h2>{words.peopleHere}</h2>
        {people.length === 0 ? (
          <p>{words.nobodyHere}</p>
        ) : (
          <ul>
            {people.map((held) => (
              <li>
                <a href={`/admin/people/${held.personId}`}>{held.personName}</a>, {POSITION_KINDS[held.kind].label[language]}
              </li>
            ))}
          </ul>
        )}
        {below.rows.length > 0 && (
          <>
            <h2>{words.belowHere}</h2>
            <ul>
              {below.rows.map(({ code, name }) => (
                <li>
                  <a href={`${PATH}/${code}`}>{name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <History c={c} changes={changes} />
      </>,
    );
  });
}
