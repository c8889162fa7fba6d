import {
  Breadcrumbs,
  Button,
  Form,
  formatDay,
  LinkButton,
  PageHeading,
  page,
  SummaryList,
  type SummaryRow,
  seeOther,
} from '../../../design/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { accountStates } from '../../../platform/sign-in/index.ts';
import { inviteAgain } from '../../actions/invite-again.ts';
import type { Agency } from '../../rules/agency.ts';
import { mayGive } from '../../rules/appoint.ts';
import { POSITION_KINDS } from '../../rules/positions.ts';
import { DIRECTORY_REFUSALS } from '../../rules/refusals.ts';
import { agenciesByIds } from '../../store/agencies.ts';
import { changesOf } from '../../store/changes.ts';
import { type Person, personById } from '../../store/people.ts';
import { type ListedPosition, listedPositionsOf } from '../../store/people-lists.ts';
import { managing, type Reach, reaches, today, wordsFor } from '../frame.tsx';
import { History } from './history.tsx';
import { AccountTag } from './people-page.tsx';

/** A person with what they hold, as far as the actor may manage any of it. */
export interface KnownPerson {
  readonly person: Person;
  readonly positions: readonly ListedPosition[];
  readonly agencies: ReadonlyMap<string, Agency>;
}

/** `undefined` for an unknown person and, alike, for one who has never held anything within the reach. */
export async function personWithin(c: WebContext, reach: Reach, id: string): Promise<KnownPerson | undefined> {
  const { db } = c.get('tools');
  const person = isUuid(id) ? await personById(db, id) : undefined;
  if (person === undefined) return undefined;
  const positions = await listedPositionsOf(db, [id]);
  const agencies = await agenciesByIds(
    db,
    positions.map(({ agencyId }) => agencyId),
  );
  const isWithin = reach.all || positions.some(({ agencyId }) => reaches(reach, agencies.get(agencyId)?.path ?? []));
  return isWithin ? { person, positions, agencies } : undefined;
}

/** GET /admin/people/:id */
export function personPage(c: WebContext): Promise<Response> {
  return managing(c, async (reach, actor) => {
    const known = await personWithin(c, reach, c.req.param('id') ?? '');
    if (known === undefined) return c.notFound();
    const tools = c.get('tools');
    const words = wordsFor(c);
    const { person, positions } = known;
    const day = today(c);
    const isPast = (held: ListedPosition) => held.endsOn !== null && held.endsOn.until(day).sign >= 0;
    const current = positions.filter((held) => !isPast(held));
    const past = positions.filter(isPast);
    const state = (await accountStates(tools, [person.id])).get(person.id) ?? 'none';
    const histories = await Promise.all([person.id, ...positions.map(({ id }) => id)].map((id) => changesOf(tools.db, id)));
    return page(
      c,
      { title: person.name, before: <Breadcrumbs crumbs={[{ text: words.people, href: '/admin/people' }]} /> },
      <>
        <PageHeading>{person.name}</PageHeading>
        <SummaryList
          title={words.particulars}
          rows={[
            { key: words.email, value: person.email },
            person.phone !== null && { key: words.phone, value: person.phone },
            { key: words.account, value: <AccountTag c={c} state={state} /> },
          ]}
        />
        <SummaryList title={words.currentPositions} rows={rowsOf(c, actor, known, current)} />
        <p>
          <LinkButton kind="secondary" href={`/admin/people/${person.id}/positions/new`}>
            {words.newPosition}
          </LinkButton>
        </p>
        {past.length > 0 && <SummaryList title={words.pastPositions} rows={rowsOf(c, actor, known, past)} />}
        {current.length > 0 && actor.personId !== person.id && (
          <>
            <h2>{words.inviteAgain}</h2>
            <p>{words.inviteAgainHelp}</p>
            <Form action={`/admin/people/${person.id}/invitations`}>
              <Button kind="secondary">{words.inviteAgain}</Button>
            </Form>
          </>
        )}
        <History c={c} changes={histories.flat()} />
      </>,
    );
  });
}

function rowsOf(c: WebContext, actor: Officer, known: KnownPerson, positions: readonly ListedPosition[]): SummaryRow[] {
  const words = wordsFor(c);
  const language = c.get('language');
  if (positions.length === 0) return [{ key: words.positions, value: words.noPosition }];
  return positions.map((held) => {
    const title = POSITION_KINDS[held.kind].label[language];
    const agency = known.agencies.get(held.agencyId);
    const mayEnd = held.endsOn === null && agency !== undefined && mayGive(actor, held.kind, agency);
    const href = `/admin/people/${known.person.id}/positions/${held.id}/end`;
    return {
      key: title,
      value: (
        <>
          <a href={`/admin/agencies/${held.agencyCode}`}>{held.agencyName}</a>
          <br />
          {held.decreeNumber}, {termText(c, held, language)}
        </>
      ),
      actions: mayEnd ? [{ href, text: words.end, about: words.endOf(title, held.agencyShortName) }] : undefined,
    };
  });
}

function termText(c: WebContext, held: ListedPosition, language: Language): string {
  const words = wordsFor(c);
  const begins = formatDay(held.startsOn, language);
  const start = held.startsOn.until(today(c)).sign < 0 ? words.from(begins) : words.since(begins);
  return held.endsOn === null ? start : `${start}, ${words.until(formatDay(held.endsOn, language))}`;
}

/** POST /admin/people/:id/invitations: a new invitation for whoever has lost the first one, or the phone. */
export function inviteAnew(c: WebContext): Promise<Response> {
  return managing(c, async (reach, actor) => {
    const known = await personWithin(c, reach, c.req.param('id') ?? '');
    if (known === undefined) return c.notFound();
    const done = await inviteAgain(c.get('tools'), actor, known.person.id);
    const said = done.ok ? wordsFor(c).invitedAgain : DIRECTORY_REFUSALS[done.refusal][c.get('language')];
    return seeOther(c, `/admin/people/${known.person.id}`, said);
  });
}
