/** `/desk/improvements`: the items of one's offices, or of the agencies one's Ombudsman office serves; those due first. */
import {
  BackLink,
  DayText,
  EmptyState,
  PageHeading,
  Pagination,
  page,
  StatusTag,
  SubNavigation,
  Table,
  type Tone,
} from '../../../design/index.ts';
import { agenciesByIds, agenciesUnder } from '../../../directory/index.ts';
import { type Officer, positionsWith } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { ITEM_STATE_LABELS, ITEM_STATES, type ItemState, isItemState } from '../../rules/item.transitions.ts';
import type { Item } from '../../rules/items.ts';
import { type ItemFilter, itemsOf } from '../../store/item-lists.ts';
import { forOfficers, HOME } from '../rounds/opened.tsx';
import { wordsIn } from './words.ts';

export const ITEMS = '/desk/improvements';

export const ITEM_TONES: Readonly<Record<ItemState, Tone>> = {
  open: 'warning',
  'in-progress': 'info',
  reported: 'accent',
  confirmed: 'success',
  dropped: 'neutral',
};

/** What a telephone can hold. */
const PAGE_SIZE = 20;

export function mountItemList(app: WebRoutes): void {
  app.get(
    ITEMS,
    forOfficers(async ({ c, tools, actor, language, today, words: rounds }) => {
      const reach = await reachOf(tools.db, actor);
      if (!reach) return c.notFound();
      const words = wordsIn(language);
      const asked = c.req.query('state') ?? '';
      const states = isItemState(asked) ? [asked] : undefined;
      const { lines, next } = await itemsOf(tools.db, {
        ...reach,
        ...(states ? { states } : {}),
        after: c.req.query('after'),
        limit: PAGE_SIZE,
      });
      const owners = await agenciesByIds(
        tools.db,
        lines.map((item) => item.ownerAgencyId),
      );
      return page(
        c,
        { title: words.title, wide: true, before: <BackLink href={HOME} text={rounds.toHome} /> },
        <>
          <PageHeading>{words.title}</PageHeading>
          <p class="govuk-body-l">{words.lead}</p>
          <SubNavigation
            label={words.state}
            items={[
              { text: words.all, href: ITEMS, current: !states },
              ...ITEM_STATES.map((state) => ({
                text: ITEM_STATE_LABELS[state][language],
                href: `${ITEMS}?state=${state}`,
                current: asked === state,
              })),
            ]}
          />
          {lines.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{words.noneText}</p>
            </EmptyState>
          ) : (
            <Table
              id="items"
              caption={words.title}
              captionSize="hidden"
              stacked
              columns={[{ label: words.item }, { label: words.owner }, { label: words.due }, { label: words.state }]}
              rows={lines.map((item) => [
                <a href={`${ITEMS}/${item.id}`}>{item.asked[language]}</a>,
                owners.get(item.ownerAgencyId)?.name ?? '–',
                <>
                  <DayText on={item.dueOn} />
                  {isLate(item, today) && ` (${words.late})`}
                </>,
                <StatusTag label={ITEM_STATE_LABELS[item.state][language]} tone={ITEM_TONES[item.state]} />,
              ])}
            />
          )}
          <Pagination
            nextHref={next ? `${ITEMS}?${new URLSearchParams({ ...(states ? { state: asked } : {}), after: next })}` : undefined}
          />
        </>,
      );
    }),
  );
}

const UNFINISHED: readonly ItemState[] = ['open', 'in-progress'];

export function isLate(item: Pick<Item, 'state' | 'dueOn'>, today: Day): boolean {
  return UNFINISHED.includes(item.state) && item.dueOn.until(today).sign > 0;
}

/** Which items an officer may list; `undefined` = none. */
async function reachOf(db: Db, actor: Officer): Promise<ItemFilter | undefined> {
  const ombudsman = (['assessment.check', 'assessment.moderate', 'assessment.plan', 'assessment.publish'] as const).flatMap(
    (capability) => positionsWith(actor, capability),
  );
  if (ombudsman.some((held) => held.agencyId === held.governmentId)) return {};
  const [office] = ombudsman;
  if (office) return { ombudsmanOfficeId: office.agencyId };
  const side = [...positionsWith(actor, 'assessment.answer'), ...positionsWith(actor, 'assessment.read')];
  if (side.length === 0) return undefined;
  const below = await Promise.all([...new Set(side.map((held) => held.agencyId))].map((id) => agenciesUnder(db, id)));
  return { ownerAgencyIds: below.flat().map((agency) => agency.id) };
}
