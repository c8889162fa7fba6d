/** `GET /complaints`: what a verifier has released, for everyone. All of the filter stands in the address. */
import {
  Checkbox,
  Checkboxes,
  DateInput,
  EmptyState,
  Filter,
  formatDay,
  Hidden,
  LinkButton,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  Select,
  type SelectedFilter,
  TextInput,
} from '../../../design/index.ts';
import { type CategoryBranch, categoryTree, regionByCode, regionsIn } from '../../../directory/index.ts';
import type { Label, Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { COMPLAINT_STATUSES } from '../../rules/complaint.transitions.ts';
import { COMPLAINT_CLASSES, OUTCOMES } from '../../rules/complaint.ts';
import { CLASS_LABELS, OUTCOME_LABELS, STATUS_LABELS } from '../../rules/labels.ts';
import { publicList } from '../../store/lists.ts';
import { type Names, namesFor } from '../telling/names.ts';
import { type Asked, addressOf, type Pair, pairsOf, readAsked, toFilter } from './filter.ts';
import { PublicLines } from './lines.tsx';
import { type PublicWords, wordsIn } from './words.ts';

const PAGE_SIZE = 20;
const PATH = '/complaints';

export async function listPage(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const { db } = tools;
  const language = c.get('language');
  const words = wordsIn(language);
  const now = tools.clock.now();
  const asked = await readAsked(new URL(c.req.url), db, words);
  const found = await publicList(db, toFilter(asked, now), { after: asked.after, limit: PAGE_SIZE });
  const names = await namesFor(db, language, {
    agencies: found.lines.flatMap((line) => line.officeIds),
    regions: [...found.lines.map((line) => line.regionCode), asked.region],
    categories: [asked.category],
  });
  const pairs = pairsOf(asked);
  const tree = await categoryTree(db, dayOf(now, 'Asia/Jakarta'));
  const feed = { type: 'application/atom+xml', href: addressOf('/complaints.atom', pairs), title: words.feedTitle };
  const reading = { language, words, names, now, book: await lawBook(tools) };
  return page(
    c,
    {
      title: words.listTitle,
      description: words.listDescription,
      wide: true,
      // Every combination of filters is the same list: one address is enough for search engines.
      ...(pairs.length === 0 && !asked.after ? { robots: 'index' as const } : {}),
      alternates: [feed],
      errors: asked.errors,
    },
    <>
      <PageHeading>{words.listTitle}</PageHeading>
      <p>{words.listLead}</p>
      <ListWithFilter
        filter={
          <Filter action={PATH} selected={selectedOf(asked, pairs, names, words, language)} clearHref={PATH}>
            <TextInput name="q" label={words.searchLabel} hint={words.searchHint} value={asked.q} type="search" maxlength={200} />
            {asked.agency && <Hidden name="agency" value={asked.agency.code} />}
            <Select
              name="region"
              label={words.place}
              emptyLabel={words.anyPlace}
              options={await places(db, asked.region)}
              value={asked.region}
            />
            <Select
              name="category"
              label={words.category}
              emptyLabel={words.anyCategory}
              groups={tree.map((branch) => categoryGroup(branch, language))}
              value={asked.category}
            />
            <Checkboxes
              name="status"
              label={words.status}
              small
              choices={COMPLAINT_STATUSES.map((value) => ({ value, label: STATUS_LABELS[value][language] }))}
              values={asked.statuses}
            />
            <Checkboxes
              name="outcome"
              label={words.outcome}
              small
              choices={OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value][language] }))}
              values={asked.outcomes}
            />
            <Checkboxes
              name="class"
              label={words.kind}
              small
              choices={COMPLAINT_CLASSES.map((value) => ({ value, label: CLASS_LABELS[value][language] }))}
              values={asked.classes}
            />
            <DateInput name="from" label={words.from} value={asked.typedDays.from} />
            <DateInput name="until" label={words.until} value={asked.typedDays.until} />
            <Checkbox name="late" label={words.lateOnly} checked={asked.late} />
          </Filter>
        }
      >
        {found.lines.length === 0 ? (
          <EmptyState title={words.none} action={<LinkButton href="/complaints/new">{words.complain}</LinkButton>}>
            <p>{words.noneHelp}</p>
          </EmptyState>
        ) : (
          <PublicLines lines={found.lines} reading={reading} />
        )}
        <Pagination
          about={words.more}
          nextHref={found.next === null ? undefined : addressOf(PATH, [...pairs, ['after', found.next]])}
          previousHref={asked.after ? addressOf(PATH, pairs) : undefined}
        />
        <p>
          <a href={feed.href}>{words.feed}</a>
        </p>
      </ListWithFilter>
    </>,
  );
}

function categoryGroup(branch: CategoryBranch, language: Language) {
  const own = { value: branch.code, label: branch.label[language] };
  return {
    label: branch.label[language],
    options: [own, ...branch.children.map((child) => ({ value: child.code, label: `– ${child.label[language]}` }))],
  };
}

/** Provinces; and below the chosen one its regencies and what was chosen, so that one can go narrower step by step. */
async function places(db: Db, region: string): Promise<{ value: string; label: string }[]> {
  const provinces = await regionsIn(db, null);
  const options = provinces.map(({ code, name }) => ({ value: code, label: name }));
  if (region === '') return options;
  const province = region.slice(0, 2);
  const inner = (await regionsIn(db, province)).map(({ code, name }) => ({ value: code, label: `– ${name}` }));
  const chosen = region.length > 5 ? await regionByCode(db, region) : undefined;
  const deeper = chosen ? [{ value: chosen.code, label: `– – ${chosen.name}` }] : [];
  return options.flatMap((option) =>
    option.value === province
      ? [option, ...inner.flatMap((each) => (each.value === region.slice(0, 5) ? [each, ...deeper] : [each]))]
      : [option],
  );
}

function selectedOf(
  asked: Asked,
  pairs: readonly Pair[],
  names: Names,
  words: PublicWords,
  language: Language,
): readonly SelectedFilter[] {
  const without = (name: string, value: string) =>
    addressOf(
      PATH,
      pairs.filter((pair) => pair[0] !== name || pair[1] !== value),
    );
  const group = (heading: string, name: string, texts: (value: string) => string) => ({
    heading,
    items: pairs.filter((pair) => pair[0] === name).map(([, value]) => ({ text: texts(value), href: without(name, value) })),
  });
  const labelled = (labels: Readonly<Record<string, Label>>) => (value: string) => labels[value]?.[language] ?? '';
  return [
    group(words.words, 'q', (value) => value),
    group(words.agency, 'agency', () => asked.agency?.name ?? ''),
    group(words.place, 'region', (value) => names.region(value)),
    group(words.category, 'category', (value) => names.category(value)),
    group(words.status, 'status', labelled(STATUS_LABELS)),
    group(words.outcome, 'outcome', labelled(OUTCOME_LABELS)),
    group(words.kind, 'class', labelled(CLASS_LABELS)),
    group(words.from, 'from', () => (asked.from ? formatDay(asked.from, language) : '')),
    group(words.until, 'until', () => (asked.until ? formatDay(asked.until, language) : '')),
    group(words.late, 'late', () => words.lateOnly),
  ];
}
