import { LinkButton, PageHeading, page, SubNavigation } from '../../design/index.ts';
import { type Actor, type Officer, positionsWith } from '../../kernel/actor.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { sendToSignIn } from '../../platform/sign-in/index.ts';
import { en } from './words.en.ts';
import { type DirectoryWords, id } from './words.id.ts';

export function wordsFor(c: WebContext): DirectoryWords {
  return c.get('language') === 'en' ? en : id;
}

/** Today by the capital's clock, for lists that reach over zones. */
export function today(c: WebContext): Day {
  return dayOf(c.get('tools').clock.now(), 'Asia/Jakarta');
}

/** What an actor manages: everything (`all`), or the trees below these agencies. `undefined` = nothing. */
export type Reach = { readonly all: true } | { readonly all: false; readonly agencyIds: readonly string[] };

export function reachOf(actor: Actor): Reach | undefined {
  const managed = positionsWith(actor, 'people.manage');
  if (managed.length === 0) return undefined;
  if (positionsWith(actor, 'directory.manage').length > 0) return { all: true };
  return { all: false, agencyIds: [...new Set(managed.map((held) => held.agencyId))] };
}

/** Whether an agency, by its path, lies within the reach. */
export function reaches(reach: Reach, path: readonly string[]): boolean {
  return reach.all || reach.agencyIds.some((id) => path.includes(id));
}

/** Answers those who manage people; visitors are asked to sign in, other officers are told whose page this is. */
export async function managing(c: WebContext, answer: (reach: Reach, actor: Officer) => Promise<Response>): Promise<Response> {
  const actor = c.get('actor');
  if (actor.kind !== 'officer') return sendToSignIn(c);
  const reach = reachOf(actor);
  if (reach !== undefined) return answer(reach, actor);
  const words = wordsFor(c);
  return page(
    c,
    { title: words.forbiddenTitle, status: 403 },
    <>
      <PageHeading>{words.forbiddenTitle}</PageHeading>
      <p>{words.forbidden}</p>
      <LinkButton href="/desk">{words.toDesk}</LinkButton>
    </>,
  );
}

/** The tabs above the pages of administration that belong to this room. */
export function DirectoryTabs(props: { words: DirectoryWords; current: '/admin/people' | '/admin/agencies' }) {
  const { words, current } = props;
  const items = [
    { text: words.people, href: '/admin/people' },
    { text: words.manageAgencies, href: '/admin/agencies' },
  ];
  return (
    <SubNavigation label={words.administration} items={items.map((item) => ({ ...item, current: item.href === current }))} />
  );
}

/** An address with these parameters, those that are empty left out. */
export function address(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, value);
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}
