/** `/desk/agreements/:code/lines`: the whole plan on one page, with its lights, its progress by programme, and a filter in the address. */
import {
  Button,
  ButtonGroup,
  Checkbox,
  EmptyState,
  Form,
  formatDay,
  InsetText,
  LinkButton,
  ListWithFilter,
  Select,
  StatTile,
  StatTiles,
  Table,
  Tag,
  TextInput,
} from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { address } from '../../../platform/http/query.ts';
import { LIGHT_CAUSES, LIGHT_LABELS, LIGHTS, type LightRule, litDay } from '../../rules/light.ts';
import type { Line } from '../../rules/line.ts';
import { isPromised } from '../../rules/lines/since-signing.ts';
import { lightRuleOn } from '../../rules/numbers.ts';
import { mayEditLines, mayPrepare } from '../../rules/permissions.ts';
import { changedAfterSigning } from '../../store/lines/changes.ts';
import { type ProgrammeProgress, programmeProgress } from '../../store/lines/progress.ts';
import { linesOf } from '../../store/lines.ts';
import { type Programme, programmes } from '../../store/programmes.ts';
import { agreementPage } from '../agreement-frame.tsx';
import type { OpenedAgreement } from '../opened.tsx';
import { HeldByEdition } from '../rad/held-by-edition.tsx';
import { achievedText, amountText } from './amounts.ts';
import { LightRuleText } from './light-rule.tsx';
import { LIGHT_TONES, LightTag } from './light-tag.tsx';
import { type LitLine, linesLeft, type PlanFilter, planFilter, waits } from './plan-filter.ts';
import { SinceSigningTags } from './since-signing-tags.tsx';
import { voicelessWarning } from './voiceless-warning.tsx';
import { type LineWords, wordsIn } from './words.ts';

interface Plan {
  readonly opened: OpenedAgreement;
  readonly words: LineWords;
  readonly rule: LightRule;
  readonly programmes: readonly Programme[];
  /** Names of agencies that own lines. */
  readonly owners: ReadonlyMap<string, string>;
  readonly filter: PlanFilter;
  /** Lines changed after the signing. */
  readonly changed: ReadonlySet<string>;
}

export async function planPage(opened: OpenedAgreement): Promise<Response> {
  const { c, tools, agreement, language, today, actor } = opened;
  const words = wordsIn(language);
  const [lines, book, all] = await Promise.all([linesOf(tools.db, agreement.id), lawBook(tools), programmes(tools.db)]);
  const rule = lightRuleOn(book, today);
  const [changed, progress, agencies] = await Promise.all([
    changedAfterSigning(tools.db, agreement.id),
    programmeProgress(tools.db, [agreement.id], today, rule),
    agenciesByIds(
      tools.db,
      lines.map(({ owner }) => owner.agencyId),
    ),
  ]);
  const filter = planFilter(c);
  const owners = new Map([...agencies].map(([id, { name }]) => [id, name]));
  const plan: Plan = { opened, words, rule, programmes: all, owners, filter, changed };
  const left = linesLeft(lines, filter, litDay(agreement, today), rule);
  const mayEdit = mayEditLines(actor, agreement);
  return agreementPage(
    opened,
    'lines',
    words.plan.title,
    <>
      <p>{words.plan.lead}</p>
      {(agreement.state === 'ready' || agreement.state === 'signing') && mayPrepare(actor, agreement) && (
        <InsetText>{words.plan.settled}</InsetText>
      )}
      <HeldByEdition opened={opened} />
      {await voicelessWarning(opened, lines)}
      <Ways opened={opened} words={words} mayEdit={mayEdit} any={lines.length > 0} />
      {lines.length === 0 ? (
        <EmptyState title={words.plan.empty}>
          <p>{mayEdit ? words.plan.emptyWhy : words.plan.emptyReader}</p>
        </EmptyState>
      ) : (
        <>
          <Tiles plan={plan} progress={progress} />
          <ByProgramme plan={plan} progress={progress} />
          <LightRuleText rule={rule} words={words} />
          <ListWithFilter filter={<FilterForm plan={plan} lines={lines} />}>
            <Lines plan={plan} left={left} all={lines.filter((line) => filter.dropped || isPromised(line)).length} />
          </ListWithFilter>
        </>
      )}
    </>,
    { wide: true },
  );
}

function Ways(props: { opened: OpenedAgreement; words: LineWords; mayEdit: boolean; any: boolean }) {
  const { opened, words, mayEdit, any } = props;
  const { path } = opened;
  return (
    <ButtonGroup>
      {mayEdit && <LinkButton href={`${path}/lines/new`}>{words.plan.add}</LinkButton>}
      {mayEdit && (
        <LinkButton href={`${path}/lines/templates`} kind="secondary">
          {words.plan.fromTemplate}
        </LinkButton>
      )}
      {mayEdit && any && (
        <a class="govuk-link" href={`${path}/lines/order`}>
          {words.plan.order}
        </a>
      )}
      <a class="govuk-link" href={`${path}/lines/tables`}>
        {words.plan.tables}
      </a>
    </ButtonGroup>
  );
}

function Tiles({ plan, progress }: { readonly plan: Plan; readonly progress: readonly ProgrammeProgress[] }) {
  const { words, opened } = plan;
  const here = `${opened.path}/lines`;
  const sum = (of: (part: ProgrammeProgress) => number) => progress.reduce((total, part) => total + of(part), 0);
  return (
    <StatTiles>
      <StatTile value={sum(({ lines }) => lines)} label={words.plan.total} href={here} />
      {LIGHTS.map((light) => (
        <StatTile
          value={sum(({ byLight }) => byLight[light])}
          label={LIGHT_LABELS[light][opened.language]}
          href={address(here, { light })}
          tone={LIGHT_TONES[light]}
        />
      ))}
      <StatTile value={sum(({ awaiting }) => awaiting)} label={words.plan.awaiting} href={address(here, { waiting: 'yes' })} />
    </StatTiles>
  );
}

function ByProgramme({ plan, progress }: { readonly plan: Plan; readonly progress: readonly ProgrammeProgress[] }) {
  const { words, opened, programmes: all } = plan;
  const here = `${opened.path}/lines`;
  const w = words.plan;
  const order = all.map(({ code }) => code);
  const parts = progress.toSorted((a, b) => order.indexOf(a.programme) - order.indexOf(b.programme));
  return (
    <>
      <Table
        id="programmes"
        caption={w.byProgramme}
        stacked
        columns={[
          { label: w.programme },
          { label: w.lines, numeric: true },
          { label: w.share, numeric: true },
          { label: w.evidence, numeric: true },
          { label: w.lastActivity },
          { label: w.nextDue },
        ]}
        rows={parts.map((part) => [
          <a href={address(here, { programme: part.programme })}>{nameOf(plan, part.programme)}</a>,
          part.lines,
          part.share === null ? '–' : `${Math.floor(part.share * 100)}%`,
          part.withEvidence,
          part.lastActivityOn ? <Short on={part.lastActivityOn} language={opened.language} /> : w.never,
          part.nextDueOn ? <Short on={part.nextDueOn} language={opened.language} /> : '–',
        ])}
      />
      <p class="govuk-hint">{w.shareHint}</p>
    </>
  );
}

function nameOf({ programmes: all, opened }: Plan, code: string): string {
  return all.find((each) => each.code === code)?.label[opened.language] ?? code;
}

function FilterForm({ plan, lines }: { readonly plan: Plan; readonly lines: readonly Line[] }) {
  const { words, opened, filter, owners } = plan;
  const w = words.plan;
  const used = [...new Set(lines.map(({ programme }) => programme))];
  const years = [...new Set(lines.map(({ year }) => year))].sort();
  return (
    <Form method="get" action={`${opened.path}/lines`}>
      <TextInput name="q" label={w.search} value={filter.q} type="search" />
      <Select
        name="programme"
        label={w.programme}
        emptyLabel={w.any}
        value={filter.programme ?? ''}
        options={used.map((value) => ({ value, label: nameOf(plan, value) }))}
      />
      <Select
        name="owner"
        label={w.owner}
        emptyLabel={w.any}
        value={filter.owner ?? ''}
        options={[...owners].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label, 'id'))}
      />
      <Select
        name="light"
        label={w.light}
        emptyLabel={w.any}
        value={filter.light ?? ''}
        options={LIGHTS.map((value) => ({ value, label: LIGHT_LABELS[value][opened.language] }))}
      />
      {years.length > 1 && (
        <Select
          name="year"
          label={w.year}
          emptyLabel={w.any}
          value={filter.year === undefined ? '' : String(filter.year)}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      )}
      <Checkbox name="priority" label={w.onlyPriority} checked={filter.priority} />
      <Checkbox name="waiting" label={w.onlyWaiting} checked={filter.waiting} />
      <Checkbox name="dropped" label={w.withDropped} checked={filter.dropped} />
      <Button kind="secondary">{w.filter}</Button>
    </Form>
  );
}

function Lines({ plan, left, all }: { readonly plan: Plan; readonly left: readonly LitLine[]; readonly all: number }) {
  const { words, opened } = plan;
  const w = words.plan;
  if (left.length === 0)
    return (
      <EmptyState title={w.notFound} action={<LinkButton href={`${opened.path}/lines`}>{w.clear}</LinkButton>}>
        {null}
      </EmptyState>
    );
  const groups = [...Map.groupBy(left, ({ line }) => line.programme)];
  return (
    <>
      <p>
        <strong>{w.shown(left.length, all)}</strong> {left.length < all && <a href={`${opened.path}/lines`}>{w.clear}</a>}
      </p>
      {groups.map(([programme, lines]) => (
        <Table
          id={`lines-${programme}`}
          caption={nameOf(plan, programme)}
          stacked
          columns={[{ label: w.activity }, { label: w.owner }, { label: w.due }, { label: w.progress }, { label: w.light }]}
          rows={lines.map((each) => row(plan, each))}
        />
      ))}
    </>
  );
}

/** Without the day of the week: a plan of many lines is compared, not read aloud. */
function Short({ on, language }: { readonly on: Day; readonly language: Language }) {
  return (
    <time class="tuntas-short-day" datetime={on.toString()}>
      {formatDay(on, language, 'short')}
    </time>
  );
}

function row(plan: Plan, { line, lit }: LitLine) {
  const { words, opened, owners } = plan;
  const { language, path } = opened;
  const w = words.plan;
  const moved = !line.dueOn.equals(line.firstDueOn);
  return [
    <>
      <a href={`${path}/lines/${line.ordinal}`}>
        {line.ordinal}. {line.activity}
      </a>{' '}
      {line.isPriority && <Tag tone="accent">{w.priority}</Tag>}
      <SinceSigningTags line={line} agreement={opened.agreement} isChanged={plan.changed.has(line.id)} language={language} />
    </>,
    owners.get(line.owner.agencyId) ?? '',
    <>
      <Short on={line.dueOn} language={language} />
      {moved && (
        <>
          <br />
          <span class="govuk-hint">
            {w.wasDue} <Short on={line.firstDueOn} language={language} />
          </span>
        </>
      )}
    </>,
    <>
      {line.confirmed ? achievedText(line, line.confirmed.amount, language, words) : line.reported ? '' : w.nothingYet}
      {waits(line) && line.reported && (
        <>
          {line.confirmed && <br />}
          <span class="govuk-hint">{w.reportedAs(amountText(line, line.reported.amount, language))}</span>
        </>
      )}
    </>,
    <>
      <LightTag lit={lit} language={language} />
      {(lit.light === 'red' || lit.light === 'yellow') && (
        <>
          <br />
          <span class="govuk-hint">{LIGHT_CAUSES[lit.cause][language]}</span>
        </>
      )}
    </>,
  ];
}
