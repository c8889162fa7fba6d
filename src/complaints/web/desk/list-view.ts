/** What a reader asked of the list, as it stands in the address. */
import { type DateParts, dateParts, dayFromParts } from '../../../design/index.ts';
import { isRegionCode } from '../../../directory/index.ts';
import { idOf, oneOf, type Query, someOf, wordsOf } from '../../../platform/http/query.ts';
import { COMPLAINT_STATUSES } from '../../rules/complaint.transitions.ts';
import { CHANNELS, COMPLAINT_CLASSES, OUTCOMES } from '../../rules/complaint.ts';
import type { ListFilter } from '../../store/lists.ts';
import type { Asked } from './opened.tsx';

export const PATH = '/desk/complaints';

export function viewFrom({ c }: Asked) {
  const all = c.req.queries();
  const dates = Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values[0] ?? '']));
  const region = c.req.query('region');
  const category = c.req.query('category');
  return {
    statuses: someOf(COMPLAINT_STATUSES, all.status),
    classes: someOf(COMPLAINT_CLASSES, all.class),
    outcomes: someOf(OUTCOMES, all.outcome),
    channels: someOf(CHANNELS, all.channel),
    region: region && isRegionCode(region) ? region : undefined,
    category: category && /^[a-z][a-z.-]{0,60}$/.test(category) ? category : undefined,
    agency: idOf(c, 'agency'),
    from: dateParts(dates, 'from'),
    until: dateParts(dates, 'until'),
    overdue: c.req.query('overdue') === 'yes',
    released: oneOf(['yes', 'no'], c.req.query('released')),
    q: wordsOf(c),
  };
}

export type View = ReturnType<typeof viewFrom>;

export const isTyped = (parts: DateParts) => Boolean(parts.day || parts.month || parts.year);

export function queryOf(view: View): Query {
  const day = (name: string, parts: DateParts) => ({
    [`${name}-day`]: parts.day,
    [`${name}-month`]: parts.month,
    [`${name}-year`]: parts.year,
  });
  return {
    q: view.q,
    status: view.statuses,
    class: view.classes,
    outcome: view.outcomes,
    channel: view.channels,
    region: view.region,
    category: view.category,
    agency: view.agency,
    ...day('from', view.from),
    ...day('until', view.until),
    overdue: view.overdue ? 'yes' : undefined,
    released: view.released,
  };
}

export function filterFrom(view: View, { now }: Asked): ListFilter {
  const [from, until] = [dayFromParts(view.from), dayFromParts(view.until)];
  return {
    statuses: view.statuses,
    classes: view.classes,
    outcomes: view.outcomes,
    channels: view.channels,
    ...(view.region ? { regionCode: view.region } : {}),
    ...(view.category ? { categoryCode: view.category } : {}),
    ...(view.agency ? { agencyId: view.agency } : {}),
    ...(from ? { filedFrom: from } : {}),
    ...(until ? { filedUntil: until } : {}),
    ...(view.overdue ? { overdueAt: now } : {}),
    ...(view.released ? { isReleased: view.released === 'yes' } : {}),
    ...(view.q ? { words: view.q } : {}),
  };
}
