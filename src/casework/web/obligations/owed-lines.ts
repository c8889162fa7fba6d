/** Obligations and the assessment's improvement items in one list, those due first. Each source goes on at its own place. */
import { type Item, type ItemState, itemCountsOf, itemPlace, itemsOf } from '../../../assessments/index.ts';
import { agenciesByIds, agenciesUnder } from '../../../directory/index.ts';
import { type Officer, positionsWith } from '../../../kernel/actor.ts';
import { type Day, dayOf, type Moment, Temporal } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { ObligationKind } from '../../rules/obligations/obligation.ts';
import { type ObligationLine, type OwedView, owedCounts, owedList, placeOf, SOON_DAYS } from '../../store/obligations/lists.ts';

export type OwedLine =
  | { readonly from: 'obligation'; readonly on: Day; readonly line: ObligationLine }
  | { readonly from: 'item'; readonly on: Day; readonly item: Item; readonly ownerName: string };

export interface OwedFilter {
  readonly view: OwedView;
  readonly kind?: ObligationKind | 'improvement';
  readonly officeId?: string;
}

const ITEM_STATES_OF: Readonly<Record<OwedView, readonly ItemState[]>> = {
  open: ['open', 'in-progress', 'reported'],
  soon: ['open', 'in-progress'],
  late: ['open', 'in-progress'],
  waiting: ['reported'],
  done: ['confirmed', 'dropped'],
};

export async function owedLines(
  db: Db,
  actor: Officer,
  filter: OwedFilter,
  now: Moment,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly lines: readonly OwedLine[]; readonly next: string | null }> {
  const [obligationsAfter = '', itemsAfter = ''] = page.after?.split('~') ?? [];
  const rest = { limit: page.limit, after: obligationsAfter || undefined };
  const { view, kind, officeId } = filter;
  const narrowed = { view, ...(officeId ? { agencyId: officeId } : {}) };
  const obligations =
    kind === 'improvement'
      ? { lines: [], next: null }
      : await owedList(db, actor, { ...narrowed, ...(kind ? { kind } : {}) }, now, rest);
  const items =
    kind === undefined || kind === 'improvement'
      ? await itemLines(db, actor, filter, now, itemsAfter, page.limit)
      : { lines: [], hasMore: false };
  const all: OwedLine[] = [
    ...obligations.lines.map((line) => ({
      ...{ from: 'obligation' as const, line },
      on: dayOf(line.obligation.dueAt, line.obligation.zone),
    })),
    ...items.lines,
  ];
  // A stable sort keeps each source in its own order, so that each can go on behind its last line shown.
  all.sort((a, b) => Temporal.PlainDate.compare(a.on, b.on));
  const lines = all.slice(0, page.limit);
  const more = all.length > page.limit || obligations.next !== null || items.hasMore;
  return { lines, next: more && lines.length > 0 ? nextPlace(lines, obligationsAfter, itemsAfter) : null };
}

/** How many lines each view has, obligations and items together. */
export async function owedLineCounts(
  db: Db,
  actor: Officer,
  { kind, officeId }: Pick<OwedFilter, 'kind' | 'officeId'>,
  now: Moment,
): Promise<Readonly<Record<OwedView, number>>> {
  const narrowed = { ...(officeId ? { agencyId: officeId } : {}), ...(kind && kind !== 'improvement' ? { kind } : {}) };
  const obligations = kind === 'improvement' ? undefined : await owedCounts(db, actor, now, narrowed);
  const ownerAgencyIds = kind === undefined || kind === 'improvement' ? await ownersFor(db, actor, officeId) : [];
  const today = dayOf(now, 'Asia/Jakarta');
  const items = ownerAgencyIds.length === 0 ? [] : await itemCountsOf(db, { ownerAgencyIds, today, soonDays: SOON_DAYS });
  const total = (view: OwedView) =>
    items
      .filter(({ state, nearness }) => ITEM_STATES_OF[view].includes(state) && (!isByDay(view) || nearness === view))
      .reduce((sum, { count }) => sum + count, obligations?.[view] ?? 0);
  return { open: total('open'), soon: total('soon'), late: total('late'), waiting: total('waiting'), done: total('done') };
}

const isByDay = (view: OwedView) => view === 'soon' || view === 'late';

function nextPlace(lines: readonly OwedLine[], obligationsAfter: string, itemsAfter: string): string {
  const lastObligation = lines.findLast((each) => each.from === 'obligation');
  const lastItem = lines.findLast((each) => each.from === 'item');
  return [
    lastObligation ? placeOf(lastObligation.line) : obligationsAfter,
    lastItem ? itemPlace(lastItem.item) : itemsAfter,
  ].join('~');
}

async function itemLines(
  db: Db,
  actor: Officer,
  { view, officeId }: OwedFilter,
  now: Moment,
  after: string,
  limit: number,
): Promise<{ readonly lines: readonly Extract<OwedLine, { from: 'item' }>[]; readonly hasMore: boolean }> {
  const owners = await ownersFor(db, actor, officeId);
  if (owners.length === 0) return { lines: [], hasMore: false };
  const today = dayOf(now, 'Asia/Jakarta');
  const start = view === 'soon' ? itemPlace({ dueOn: today.subtract({ days: 1 }) }) : undefined;
  const { lines, next } = await itemsOf(db, {
    ownerAgencyIds: owners,
    states: ITEM_STATES_OF[view],
    after: after || start,
    limit,
  });
  const fitting = lines.filter(({ dueOn }) => {
    if (view === 'late') return Temporal.PlainDate.compare(dueOn, today) < 0;
    return view !== 'soon' || Temporal.PlainDate.compare(dueOn, today.add({ days: SOON_DAYS })) <= 0;
  });
  const names = await agenciesByIds(
    db,
    fitting.map((item) => item.ownerAgencyId),
  );
  return {
    lines: fitting.map((item) => ({
      ...{ from: 'item', item, on: item.dueOn },
      ownerName: names.get(item.ownerAgencyId)?.name ?? '–',
    })),
    // By due day: behind the first that does not fit none fits.
    hasMore: next !== null && fitting.length === lines.length,
  };
}

/** Items are read with the assessments' own capability, at the same offices. */
async function ownersFor(db: Db, actor: Officer, officeId: string | undefined): Promise<readonly string[]> {
  const held = [...positionsWith(actor, 'assessment.answer'), ...positionsWith(actor, 'assessment.read')];
  const below = await Promise.all([...new Set(held.map(({ agencyId }) => agencyId))].map((id) => agenciesUnder(db, id)));
  const ids = below.flat().map(({ id }) => id);
  if (officeId === undefined) return ids;
  const chosen = (await agenciesUnder(db, officeId)).map(({ id }) => id);
  return ids.filter((id) => chosen.includes(id));
}
