/** `/desk/complaints`: every complaint this officer may read, newest first, with filters in the address. */
import {
  dayFromParts,
  EmptyState,
  type FieldErrors,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
} from '../../../design/index.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { address, cursorOf } from '../../../platform/http/query.ts';
import { maySearch } from '../../../platform/http/search-limit.ts';
import { officerList } from '../../store/lists.ts';
import { namesFor } from '../telling/names.ts';
import { ListLines } from './lines.tsx';
import { filters, selectedFilters } from './list-filters.tsx';
import { filterFrom, isTyped, PATH, queryOf, viewFrom } from './list-view.ts';
import { type Asked, forOfficers } from './opened.tsx';

const PAGE_SIZE = 30;

export function mountList(app: WebRoutes): void {
  app.get(PATH, forOfficers(listPage));
}

async function listPage(asked: Asked): Promise<Response> {
  const { c, tools, actor, language, words, now } = asked;
  const view = viewFrom(asked);
  if (view.q !== '') await maySearch(asked);
  const errors: FieldErrors = (['from', 'until'] as const)
    .filter((name) => isTyped(view[name]) && !dayFromParts(view[name]))
    .map((field) => ({ field, message: words.dateWrong }));
  const [lines, book] = await Promise.all([
    officerList(tools.db, actor, filterFrom(view, asked), { after: cursorOf(c), limit: PAGE_SIZE }),
    lawBook(tools),
  ]);
  const names = await namesFor(tools.db, language, {
    agencies: [...lines.lines.flatMap((line) => line.officeIds), view.agency ?? null],
    regions: [...lines.lines.map((line) => line.regionCode), view.region ?? null],
    categories: [view.category ?? null],
  });
  const selected = selectedFilters(asked, view, names);
  return page(
    c,
    { title: words.listTitle, wide: true, errors },
    <>
      <PageHeading>{words.listTitle}</PageHeading>
      <p>{words.listLead}</p>
      <ListWithFilter filter={await filters(asked, view, selected)}>
        {lines.lines.length === 0 ? (
          <EmptyState title={words.listEmpty}>
            <p>{selected.length > 0 || view.q ? words.nothingHereFiltered : words.listEmptyWhy}</p>
          </EmptyState>
        ) : (
          <ListLines lines={lines.lines} reading={{ language, words, names, book, now }} />
        )}
        <Pagination
          previousHref={cursorOf(c) ? address(PATH, queryOf(view)) : undefined}
          nextHref={lines.next ? address(PATH, { ...queryOf(view), after: lines.next }) : undefined}
          about={words.listPages}
        />
      </ListWithFilter>
    </>,
  );
}
