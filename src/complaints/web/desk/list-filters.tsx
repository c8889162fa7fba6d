/** The filters of the list, and those that are chosen. */
import { Checkboxes, DateInput, Filter, Radios, Select, type SelectedFilter, TextInput } from '../../../design/index.ts';
import { agenciesUnder, type Category, categoryTree, regionLine, regionsIn, regionTitle } from '../../../directory/index.ts';
import type { Label } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import { address } from '../../../platform/http/query.ts';
import { COMPLAINT_STATUSES } from '../../rules/complaint.transitions.ts';
import { CHANNELS, COMPLAINT_CLASSES, OUTCOMES } from '../../rules/complaint.ts';
import { CHANNEL_LABELS, CLASS_LABELS, OUTCOME_LABELS, STATUS_LABELS } from '../../rules/labels.ts';
import type { Names } from '../telling/names.ts';
import { PATH, queryOf, type View } from './list-view.ts';
import type { Asked } from './opened.tsx';

/** Every chosen filter with the same list without it. */
export function selectedFilters({ language, words }: Asked, view: View, names: Names): SelectedFilter[] {
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

export async function filters(asked: Asked, view: View, selected: readonly SelectedFilter[]) {
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
