/** `/desk/case-load`: what an office has on its desks, each number a link to the cases. */
import {
  Checkbox,
  EmptyState,
  Filter,
  formatCount,
  ListWithFilter,
  PageHeading,
  page,
  Select,
  StatTile,
  StatTiles,
  Table,
} from '../../../../design/index.ts';
import { peopleByIds } from '../../../../directory/index.ts';
import { STAGE_LABELS } from '../../../rules/case.transitions.ts';
import { AGE_BUCKETS, countOf, type LoadCount, type LoadFilter, officersIn, stagesIn } from '../../../rules/reports/load.ts';
import { loadCounts } from '../../../store/reports/load.ts';
import { type AskedOffice, address, officesCounted } from '../asked.tsx';
import { Doors } from '../doors.tsx';
import { wordsIn } from './words.ts';

export const LOAD = '/desk/case-load';

/** The address of the cases behind a number. */
function rowsHref({ office, c }: AskedOffice, { personId, stage, bucket, isOverdue }: LoadFilter): string {
  return address(`${LOAD}/rows`, {
    office: office.id,
    below: c.req.query('below') === 'yes' ? 'yes' : undefined,
    officer: personId === undefined ? undefined : (personId ?? 'none'),
    stage,
    age: bucket,
    overdue: isOverdue ? 'yes' : undefined,
  });
}

export async function loadPage(asked: AskedOffice): Promise<Response> {
  const { c, tools, office, language, now } = asked;
  const words = wordsIn(language);
  const counts = await loadCounts(tools.db, { officeIds: officesCounted(asked), now });
  const officers = officersIn(counts);
  const people = await peopleByIds(
    tools.db,
    officers.filter((each) => each !== null),
  );
  const title = words.ofOffice(office.shortName);
  return page(
    c,
    { title, wide: true },
    <>
      <PageHeading caption={words.title}>{title}</PageHeading>
      <Doors current={LOAD} language={language} officeId={office.id} />
      <p>{words.lead}</p>
      <ListWithFilter filter={<Choose asked={asked} />}>
        {counts.length === 0 ? (
          <EmptyState title={words.empty} />
        ) : (
          <>
            <StatTiles>
              <Tile asked={asked} counts={counts} filter={{}} label={words.open} />
              <Tile asked={asked} counts={counts} filter={{ isOverdue: true }} label={words.overdue} tone="danger" />
              <Tile asked={asked} counts={counts} filter={{ personId: null }} label={words.unassigned} tone="warning" />
              <Tile asked={asked} counts={counts} filter={{ bucket: '181' }} label={words.oldest} tone="warning" />
            </StatTiles>
            <Matrix
              asked={asked}
              counts={counts}
              id="officers"
              caption={words.byOfficer}
              first={words.columns.officer}
              lines={officers.map((personId) => ({
                label: personId === null ? words.nobody : (people.get(personId)?.name ?? words.unknownPerson),
                filter: { personId },
              }))}
            />
            <Matrix
              asked={asked}
              counts={counts}
              id="stages"
              caption={words.byStage}
              first={words.columns.stage}
              lines={stagesIn(counts).map((stage) => ({ label: STAGE_LABELS[stage][language], filter: { stage } }))}
            />
            <StagesOfOfficers asked={asked} counts={counts} officers={officers} people={people} />
            <p class="govuk-hint">{words.counted}</p>
          </>
        )}
      </ListWithFilter>
    </>,
  );
}

function Choose({ asked: { offices, office, language, c } }: { asked: AskedOffice }) {
  const words = wordsIn(language);
  return (
    <Filter action={LOAD}>
      <Select
        name="office"
        label={words.office}
        options={offices.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        value={office.id}
      />
      {offices.some(({ id, path }) => id !== office.id && path.includes(office.id)) && (
        <Checkbox name="below" label={words.below} checked={c.req.query('below') === 'yes'} />
      )}
    </Filter>
  );
}

interface Counted {
  readonly asked: AskedOffice;
  readonly counts: readonly LoadCount[];
}

function Tile(props: Counted & { filter: LoadFilter; label: string; tone?: 'danger' | 'warning' }) {
  const count = countOf(props.counts, props.filter);
  return (
    <StatTile
      value={formatCount(count, props.asked.language)}
      label={props.label}
      href={rowsHref(props.asked, props.filter)}
      tone={count > 0 ? props.tone : undefined}
    />
  );
}

function Counter(props: Counted & { filter: LoadFilter; about: string }) {
  const count = countOf(props.counts, props.filter);
  if (count === 0) return <>0</>;
  return (
    <a href={rowsHref(props.asked, props.filter)}>
      {formatCount(count, props.asked.language)}
      <span class="govuk-visually-hidden"> {props.about}</span>
    </a>
  );
}

/** Officers or stages against ages; on a telephone in a box that scrolls, for as cards it would be screens of noughts. */
function Matrix(
  props: Counted & {
    id: string;
    caption: string;
    first: string;
    lines: readonly { readonly label: string; readonly filter: LoadFilter }[];
  },
) {
  const { asked, counts } = props;
  const words = wordsIn(asked.language);
  const cell = (filter: LoadFilter, about: string) => <Counter asked={asked} counts={counts} filter={filter} about={about} />;
  return (
    <Table
      id={props.id}
      caption={props.caption}
      columns={[
        { label: props.first },
        { label: words.columns.all, numeric: true },
        { label: words.columns.overdue, numeric: true },
        ...AGE_BUCKETS.map(({ code }) => ({ label: words.age[code], numeric: true })),
      ]}
      rows={props.lines.map(({ label, filter }) => [
        label,
        cell(filter, label),
        cell({ ...filter, isOverdue: true }, label),
        ...AGE_BUCKETS.map(({ code }) => cell({ ...filter, bucket: code }, label)),
      ])}
    />
  );
}

/** Of each officer the stages that have something: a column for each of the many stages would fit no screen. */
function StagesOfOfficers(
  props: Counted & { officers: readonly (string | null)[]; people: ReadonlyMap<string, { readonly name: string }> },
) {
  const { asked, counts } = props;
  const words = wordsIn(asked.language);
  return (
    <Table
      id="officers-stages"
      caption={words.byOfficerAndStage}
      stacked
      columns={[{ label: words.columns.officer }, { label: words.columns.stage }]}
      rows={props.officers.map((personId) => {
        const label = personId === null ? words.nobody : (props.people.get(personId)?.name ?? words.unknownPerson);
        const stages = stagesIn(counts).filter((stage) => countOf(counts, { personId, stage }) > 0);
        return [
          label,
          <ul class="govuk-list">
            {stages.map((stage) => (
              <li>
                {STAGE_LABELS[stage][asked.language]}: <Counter {...props} filter={{ personId, stage }} about={label} />
              </li>
            ))}
          </ul>,
        ];
      })}
    />
  );
}
