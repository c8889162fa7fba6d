/** `/desk/complaints`: every complaint this officer may read, newest first, with filters in the address. */
import {
  Checkboxes,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  EmptyState,
  type FieldErrors,
  Filter,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  Radios,
  Select,
  type SelectedFilter,
  TextInput,
} from '../../../design/index.ts';
import {
  agenciesUnder,
  type Category,
  categoryTree,
  isRegionCode,
  regionLine,
  regionsIn,
  regionTitle,
} from '../../../directory/index.ts';
import type { Label } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { COMPLAINT_STATUSES } from '../../rules/complaint.transitions.ts';
import { CHANNELS, COMPLAINT_CLASSES, OUTCOMES } from '../../rules/complaint.ts';
import { CHANNEL_LABELS, CLASS_LABELS, OUTCOME_LABELS, STATUS_LABELS } from '../../rules/labels.ts';
import { type ListFilter, officerList } from '../../store/lists.ts';
import { namesFor } from '../telling/names.ts';
import { ListLines } from './lines.tsx';
import { type Asked, forOfficers } from './opened.tsx';
import { address, cursorOf, idOf, oneOf, type Query, someOf, wordsOf } from './query.ts';
import { maySearch } from './search-limit.ts';

const PATH = '/desk/complaints';
const PAGE_SIZE = 30;

export function mountList(app: WebRoutes): void {
  app.get(PATH, forOfficers(listPage));
}

function viewFrom({ c }: Asked) {
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

type View = ReturnType<typeof viewFrom>;

const isTyped = (parts: DateParts) => Boolean(parts.day || parts.month || parts.year);

function queryOf(view: View): Query {
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

function filterFrom(view: View, { now }: Asked): ListFilter {
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

/** Every chosen filter with the same list without it. */
function selectedFilters({ language, words }: Asked, view: View, names: Awaited<ReturnType<typeof namesFor>>): SelectedFilter[] {
  const query = queryOf(view);
  const several = <Value extends string>(
    name: string,
    heading: string,
    values: readonly Value[],
    labels: Record<Value, Label>,
  ) => ({
    heading,
    items: values.map((value) => ({
      text: labels[value][language],
      href: address(PATH, { ...query, [name]: values.filter((each) => each !== value) }),
    })),
  });
  const single = (name: string, heading: string, text: string | undefined | false) => ({
    heading,
    items: text ? [{ text, href: address(PATH, { ...query, [name]: undefined }) }] : [],
  });
  return [
    single('q', words.searchLabel, view.q),
    several('status', words.statusFilter, view.statuses, STATUS_LABELS),
    several('outcome', words.outcomeFilter, view.outcomes, OUTCOME_LABELS),
    several('class', words.classFilter, view.classes, CLASS_LABELS),
    several('channel', words.channelFilter, view.channels, CHANNEL_LABELS),
    single('region', words.regionFilter, view.region && names.region(view.region)),
    single('category', words.categoryLabel, view.category && names.category(view.category)),
    single('agency', words.agencyFilter, view.agency && names.agency(view.agency)),
    single('overdue', words.overdueFilter, view.overdue && words.overdueOnly),
    single('released', words.releasedFilter, view.released && words.releasedChoices[view.released]),
  ].filter((each) => each.items.length > 0);
}

async function filters(asked: Asked, view: View, selected: readonly SelectedFilter[]) {
  const { tools, language, words, now } = asked;
  const [regions, categories, agencies] = await Promise.all([
    regionOptions(asked, view.region),
    categoryTree(tools.db, dayOf(now, 'Asia/Jakarta')),
    ownTree(asked),
  ]);
  const choices = <Value extends string>(values: readonly Value[], labels: Record<Value, Label>) =>
    values.map((value) => ({ value, label: labels[value][language] }));
  const option = (category: Category) => ({ value: category.code, label: category.label[language] });
  return (
    <Filter action={PATH} selected={selected} clearHref={PATH}>
      <TextInput name="q" label={words.searchLabel} hint={words.searchHint} value={view.q} type="search" />
      <Checkboxes
        name="status"
        label={words.statusFilter}
        choices={choices(COMPLAINT_STATUSES, STATUS_LABELS)}
        values={view.statuses}
        small
      />
      <Checkboxes
        name="outcome"
        label={words.outcomeFilter}
        choices={choices(OUTCOMES, OUTCOME_LABELS)}
        values={view.outcomes}
        small
      />
      <Checkboxes
        name="class"
        label={words.classFilter}
        choices={choices(COMPLAINT_CLASSES, CLASS_LABELS)}
        values={view.classes}
        small
      />
      <Select
        name="region"
        label={words.regionFilter}
        hint={words.regionHint}
        emptyLabel={words.allRegions}
        value={view.region ?? ''}
        groups={regions}
      />
      <Select
        name="category"
        label={words.categoryLabel}
        emptyLabel={words.allCategories}
        value={view.category ?? ''}
        narrowing
        groups={categories.map((branch) => ({
          label: branch.label[language],
          options: [branch, ...branch.children].map(option),
        }))}
      />
      {agencies.length > 1 && (
        <Select
          name="agency"
          label={words.agencyFilter}
          emptyLabel={words.allOffices}
          value={view.agency ?? ''}
          narrowing
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Checkboxes
        name="channel"
        label={words.channelFilter}
        choices={choices(CHANNELS, CHANNEL_LABELS)}
        values={view.channels}
        small
      />
      <DateInput name="from" label={words.fromLabel} value={view.from} />
      <DateInput name="until" label={words.untilLabel} value={view.until} />
      <Radios
        name="released"
        label={words.releasedFilter}
        value={view.released ?? ''}
        small
        choices={[
          { value: '', label: words.releasedAny },
          { value: 'yes', label: words.releasedChoices.yes },
          { value: 'no', label: words.releasedChoices.no },
        ]}
      />
      <Checkboxes
        name="overdue"
        label={words.overdueFilter}
        choices={[{ value: 'yes', label: words.overdueOnly }]}
        values={view.overdue ? ['yes'] : []}
        small
      />
    </Filter>
  );
}

/** Level by level: the chosen region with what it lies in, and what lies in it. Begins at the officer's own region. */
async function regionOptions({ tools, actor, words }: Asked, chosen: string | undefined) {
  const home = actor.positions.find((each) => each.regionCode !== null)?.regionCode ?? null;
  const isNational = actor.positions.some((each) => each.regionCode === null);
  const around = chosen ?? (isNational ? null : home);
  const line = around ? await regionLine(tools.db, around) : [];
  const inside = await regionsIn(tools.db, around);
  const option = (region: (typeof inside)[number]) => ({ value: region.code, label: regionTitle(region) });
  return [
    ...(line.length > 0 ? [{ label: words.regionChosen, options: line.map(option) }] : []),
    ...(inside.length > 0 ? [{ label: words.regionInside, options: inside.map(option) }] : []),
  ];
}

/** The offices of the own tree; the whole country's are too many for a list, there the agency comes with the address. */
async function ownTree({ tools, actor }: Asked) {
  const roots = actor.positions.filter((each) => each.capabilities.includes('complaint.read') && each.regionCode !== null);
  const trees = await Promise.all(roots.map((each) => agenciesUnder(tools.db, each.agencyId)));
  return [...new Map(trees.flat().map((agency) => [agency.id, agency])).values()].slice(0, 500);
}
