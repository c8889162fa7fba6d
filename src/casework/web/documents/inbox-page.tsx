/** `/desk/letters`: the box of letters, the newest first, paged by key. */
import { EmptyState, PageHeading, Pagination, page, Tag, Time } from '../../../design/index.ts';
import { agenciesByIds, type OfficerAsked } from '../../../directory/index.ts';
import type { Zone } from '../../../kernel/time.ts';
import { documentKind } from '../../rules/documents/kinds.ts';
import { boxesOf } from '../../rules/documents/permissions.ts';
import { inboxOf, readInboxPlace, writeInboxPlace } from '../../store/documents/inbox.ts';
import { kindLabel } from './list-page.tsx';
import { wordsIn } from './words.ts';
import { zoneOfOfficer } from './zone-of-officer.ts';

const PATH = '/desk/letters';
const PAGE_SIZE = 20;

export async function inboxPage({ c, tools, actor, language }: OfficerAsked): Promise<Response> {
  const words = wordsIn(language).inbox;
  const after = readInboxPlace(c.req.query('after'));
  const found = await inboxOf(tools.db, boxesOf(actor), { after, limit: PAGE_SIZE });
  const agencies = await agenciesByIds(
    tools.db,
    found.lines.flatMap(({ agencyId }) => agencyId ?? []),
  );
  const zone: Zone = zoneOfOfficer(actor);
  return page(
    c,
    { title: words.title, wide: true },
    <>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.lead}</p>
      {found.lines.length === 0 ? (
        <EmptyState title={words.empty} />
      ) : (
        <ul class="tuntas-lines">
          {found.lines.map((line) => (
            <li class="tuntas-lines__item">
              <h2 class="tuntas-lines__title">
                <a href={`${PATH}/${line.documentId}`}>
                  {kindLabel(line, line.ruleSet, language)} {line.number}
                </a>
              </h2>
              <p class="tuntas-lines__tags">
                {line.isReplaced ? (
                  <Tag tone="warning">{words.replaced}</Tag>
                ) : line.openedAt ? (
                  <Tag tone="success">{words.openedAt}</Tag>
                ) : (
                  <Tag tone="accent">{words.unopened}</Tag>
                )}
              </p>
              <p class="tuntas-lines__meta">
                {line.agencyId && `${agencies.get(line.agencyId)?.name ?? ''} · `}
                {words.sentAt} <Time at={line.sentAt} zone={zone} />
                {documentKind(line.kind).isAnswerable && ` · ${words.answered(line.answers)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        previousHref={after ? PATH : undefined}
        nextHref={found.next ? `${PATH}?after=${writeInboxPlace(found.next)}` : undefined}
        about={words.pages}
      />
    </>,
  );
}
