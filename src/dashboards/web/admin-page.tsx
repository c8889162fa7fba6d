/** `/admin`: what the reader's position may manage. Each page decides again for itself. */
import { LinkButton, PageHeading, page, seeOther } from '../../design/index.ts';
import { type Capability, can } from '../../kernel/actor.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { type DashboardWords, wordsIn } from './words.ts';

interface Item {
  readonly name: keyof DashboardWords['adminItems'];
  readonly href: string;
  readonly capability: Capability;
}

const ITEMS: readonly Item[] = [
  { name: 'people', href: '/admin/people', capability: 'people.manage' },
  { name: 'agencies', href: '/admin/agencies', capability: 'people.manage' },
  { name: 'holidays', href: '/admin/law/holidays', capability: 'law.manage' },
  { name: 'parameters', href: '/admin/law/parameters', capability: 'law.manage' },
  { name: 'messages', href: '/admin/messages', capability: 'system.manage' },
];

export async function adminPage(c: WebContext): Promise<Response> {
  const actor = c.get('actor');
  const words = wordsIn(c.get('language'));
  if (actor.kind !== 'officer') return seeOther(c, '/sign-in?return=%2Fadmin');
  const items = ITEMS.filter((item) => can(actor, item.capability));
  if (items.length === 0) {
    return page(
      c,
      { title: words.adminForbidden, status: 403 },
      <>
        <PageHeading>{words.adminForbidden}</PageHeading>
        <p>{words.adminForbiddenText}</p>
        <LinkButton href="/desk">{words.toDesk}</LinkButton>
      </>,
    );
  }
  return page(
    c,
    { title: words.admin },
    <>
      <PageHeading>{words.admin}</PageHeading>
      <p>{words.adminLead}</p>
      <ul class="tuntas-lines">
        {items.map(({ name, href }) => (
          <li class="tuntas-lines__item">
            <h2 class="tuntas-lines__title">
              <a href={href}>{words.adminItems[name][0]}</a>
            </h2>
            <p class="tuntas-lines__meta">{words.adminItems[name][1]}</p>
          </li>
        ))}
      </ul>
    </>,
  );
}
