import {
  EmptyState,
  Filter,
  formatDay,
  LinkButton,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  StatusTag,
  Table,
  TextInput,
  type Tone,
} from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type AccountState, accountStates } from '../../../platform/sign-in/index.ts';
import { covers } from '../../rules/held.ts';
import { POSITION_KINDS } from '../../rules/positions.ts';
import { type ListedPosition, listedPositionsOf, listPeople } from '../../store/people-lists.ts';
import { address, DirectoryTabs, managing, type Reach, today, wordsFor } from '../frame.tsx';

const PATH = '/admin/people';
const PAGE_SIZE = 50;
const TONES: Readonly<Record<AccountState, Tone>> = { none: 'warning', invited: 'info', active: 'success', closed: 'neutral' };

/** GET /admin/people?q=&after=: who holds positions at the agencies one manages. */
export function peoplePage(c: WebContext): Promise<Response> {
  return managing(c, async (reach) => {
    const tools = c.get('tools');
    const words = wordsFor(c);
    const q = (c.req.query('q') ?? '').trim().slice(0, 100);
    const found = await listPeople(tools.db, {
      after: c.req.query('after'),
      limit: PAGE_SIZE,
      filters: { q, under: underOf(reach) },
    });
    const ids = found.rows.map(({ id }) => id);
    const [positions, states] = await Promise.all([listedPositionsOf(tools.db, ids), accountStates(tools, ids)]);
    return page(
      c,
      { title: words.people, wide: true },
      <>
        <PageHeading>{words.people}</PageHeading>
        <DirectoryTabs words={words} current={PATH} />
        <p>{words.peopleLead}</p>
        <p>
          <LinkButton href={`${PATH}/new`}>{words.invite}</LinkButton>
        </p>
        <ListWithFilter
          filter={
            <Filter action={PATH}>
              <TextInput name="q" label={words.searchPeople} value={q} type="search" />
            </Filter>
          }
        >
          {found.rows.length === 0 ? (
            <EmptyState title={words.noPeople}>
              <p>{words.noPeopleHelp}</p>
            </EmptyState>
          ) : (
            <Table
              id="people"
              caption={words.people}
              captionSize="hidden"
              columns={[{ label: words.name }, { label: words.email }, { label: words.positions }, { label: words.account }]}
              rows={found.rows.map((person) => [
                <a href={`${PATH}/${person.id}`}>{person.name}</a>,
                <Email address={person.email} />,
                <Positions c={c} positions={positions.filter((held) => held.personId === person.id)} />,
                <AccountTag c={c} state={states.get(person.id) ?? 'none'} />,
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

export function underOf(reach: Reach): readonly string[] | null {
  return reach.all ? null : reach.agencyIds;
}

/** An address that may be broken after its at-sign, for narrow screens. */
function Email(props: { address: string }) {
  const [local = '', domain = ''] = props.address.split('@');
  return (
    <>
      {local}@<wbr />
      {domain}
    </>
  );
}

export function AccountTag(props: { c: WebContext; state: AccountState }) {
  return <StatusTag label={wordsFor(props.c).accountStates[props.state]} tone={TONES[props.state]} />;
}

/** In force and to come; a word when there is none. */
function Positions(props: { c: WebContext; positions: readonly ListedPosition[] }) {
  const { c } = props;
  const words = wordsFor(c);
  const day = today(c);
  const language = c.get('language');
  const shown = props.positions.filter((held) => held.endsOn === null || held.endsOn.until(day).sign < 0);
  if (shown.length === 0) return <>{words.noPosition}</>;
  return (
    <ul>
      {shown.map((held) => (
        <li>
          {POSITION_KINDS[held.kind].label[language]}, {held.agencyShortName}
          {!covers(held, day) && ` (${words.from(formatDay(held.startsOn, language))})`}
        </li>
      ))}
    </ul>
  );
}
