/** `/desk/case-reports`: the figures of an office over a month, a quarter or a year, each a link to its rows. */
import {
  Checkbox,
  EmptyState,
  Filter,
  formatCount,
  InsetText,
  ListWithFilter,
  PageHeading,
  page,
  Select,
  StatTile,
  StatTiles,
  Table,
} from '../../../../design/index.ts';
import { Temporal } from '../../../../kernel/time.ts';
import { type OfficeReport, officeReport } from '../../../actions/reports/figures/office-report.ts';
import { type CaseSet, changeText, type Dimension } from '../../../rules/reports/figures.ts';
import {
  PERIOD_KINDS,
  type Period,
  periodAfter,
  periodBefore,
  periodOf,
  periodWords,
  readPeriod,
} from '../../../rules/reports/period.ts';
import { type AskedOffice, address, hasEarlier, officesCounted } from '../asked.tsx';
import { Doors } from '../doors.tsx';
import { type ToldReport, type ToldTime, told, wordsOfReport } from './telling.ts';
import { type FigureWords, wordsIn } from './words.ts';

export const REPORTS = '/desk/case-reports';

export interface AskedReport extends AskedOffice {
  readonly words: FigureWords;
  readonly period: Period;
  readonly officeIds: readonly string[];
  /** What is chosen, as it stands in the address. */
  readonly query: { readonly office: string; readonly below: string | undefined; readonly period: string };
}

/** A period of the address: by its code, or the one of a kind that is over last (or is `running`); without both the month before this one. */
export function askedReport(asked: AskedOffice, running = false): AskedReport {
  const { c, office, today, language } = asked;
  const kind = PERIOD_KINDS.find((each) => each === c.req.query('kind')) ?? 'month';
  const given = readPeriod(c.req.query('period'));
  const now = periodOf(today, kind);
  const period = given && (c.req.query('kind') === undefined || given.kind === kind) ? given : running ? now : periodBefore(now);
  const below = c.req.query('below') === 'yes' ? 'yes' : undefined;
  return {
    ...asked,
    words: wordsIn(language),
    period,
    officeIds: officesCounted(asked),
    query: { office: office.id, below, period: period.code },
  };
}

export async function reportOf(asked: AskedReport): Promise<{ readonly report: OfficeReport; readonly lines: ToldReport }> {
  const { tools, language, officeIds, period } = asked;
  const report = await officeReport(tools, { officeIds, period });
  return { report, lines: told(report, language, await wordsOfReport(tools.db, language, report)) };
}

/** Whoever named no period is not met by an empty page at an office that has just begun: then the running one is shown. */
async function reportToShow(given: AskedOffice) {
  const asked = askedReport(given);
  const found = await reportOf(asked);
  if (!found.lines.isEmpty || given.c.req.query('period') !== undefined) return { asked, ...found };
  const running = askedReport(given, true);
  const now = await reportOf(running);
  return now.lines.isEmpty ? { asked, ...found } : { asked: running, ...now };
}

export async function reportPage(given: AskedOffice): Promise<Response> {
  const { asked, lines, report } = await reportToShow(given);
  const { c, words, office, period, language, query } = asked;
  const title = words.ofOffice(office.shortName, periodWords(period, language));
  return page(
    c,
    { title, wide: true },
    <>
      <PageHeading caption={words.title}>{title}</PageHeading>
      <Doors current={REPORTS} language={language} officeId={office.id} />
      <p>{words.lead}</p>
      <ListWithFilter filter={<Choose asked={asked} />}>
        {isRunning(asked) && <InsetText>{words.running}</InsetText>}
        {lines.isEmpty ? (
          <EmptyState title={words.emptyTitle}>
            <p>{words.empty}</p>
          </EmptyState>
        ) : (
          <>
            <Summary asked={asked} report={report} lines={lines} />
            {lines.tables.map((table) => (
              <FigureTableOf asked={asked} table={table} />
            ))}
            <h2>{words.downloads}</h2>
            <ul>
              <li>
                <a href={address(`${REPORTS}.xlsx`, query)}>{words.xlsx}</a>
              </li>
              <li>
                <a href={address(`${REPORTS}.pdf`, query)}>{words.pdf}</a>
              </li>
            </ul>
          </>
        )}
        {await neighbours(asked)}
      </ListWithFilter>
    </>,
  );
}

function isRunning({ period, today }: AskedReport): boolean {
  return Temporal.PlainDate.compare(today, period.until) < 0;
}

function Choose({ asked }: { asked: AskedReport }) {
  const { words, offices, office, period, query } = asked;
  return (
    <Filter action={REPORTS}>
      <Select
        name="office"
        label={words.office}
        options={offices.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        value={office.id}
      />
      {offices.some(({ id, path }) => id !== office.id && path.includes(office.id)) && (
        <Checkbox name="below" label={words.below} checked={query.below === 'yes'} />
      )}
      <Select
        name="kind"
        label={words.kind}
        options={PERIOD_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={period.kind}
      />
    </Filter>
  );
}

async function neighbours(asked: AskedReport) {
  const { words, period, language, query, today } = asked;
  const [before, after] = [periodBefore(period), periodAfter(period)];
  const hasBefore = await hasEarlier(asked, asked.officeIds, period.from);
  const to = (each: Period) => address(REPORTS, { ...query, period: each.code });
  return (
    <p>
      {hasBefore && (
        <a href={to(before)}>
          {words.earlier}: {periodWords(before, language)}
        </a>
      )}
      {Temporal.PlainDate.compare(after.from, today) <= 0 && (
        <>
          {hasBefore && ' \u00b7 '}
          <a href={to(after)}>
            {words.later}: {periodWords(after, language)}
          </a>
        </>
      )}
    </p>
  );
}

/** The period before, whose numbers stand beside: they have rows as well. */
function queryBefore({ query, period }: AskedReport): AskedReport['query'] {
  return { ...query, period: periodBefore(period).code };
}

export function rowsHref(
  query: AskedReport['query'],
  set: CaseSet,
  group?: { by: Dimension; key: string | null } | 'timed',
): string {
  if (group === undefined) return address(`${REPORTS}/rows`, { ...query, set });
  if (group === 'timed') return address(`${REPORTS}/rows`, { ...query, set, by: 'timed' });
  return address(`${REPORTS}/rows`, { ...query, set, by: group.by, key: group.key ?? '-' });
}

/** The cases a figure of time was taken of; of the share, those within the target. */
export function timeHref(query: AskedReport['query'], measure: ToldTime['measure']): string {
  return rowsHref(query, 'finished', measure === 'within' ? { by: 'target', key: 'within' } : 'timed');
}

function Summary({ asked, report, lines }: { asked: AskedReport; report: OfficeReport; lines: ToldReport }) {
  const { words, language, query } = asked;
  const before = periodWords(report.before, language);
  return (
    <>
      <StatTiles>
        {lines.sets.map(({ set, title, count, before: earlier }) => (
          <StatTile
            value={formatCount(count, language)}
            label={title}
            href={rowsHref(query, set)}
            note={words.note(changeText(count, earlier, language), before)}
          />
        ))}
      </StatTiles>
      <dl class="govuk-body">
        {lines.sets.map(({ title, counts }) => (
          <>
            <dt>
              <strong>{title}</strong>
            </dt>
            <dd>{counts}</dd>
          </>
        ))}
      </dl>
      <Table
        id="time"
        caption={words.time}
        stacked
        columns={[
          { label: words.columns.group },
          { label: words.columns.count, numeric: true },
          { label: words.columns.before, numeric: true },
        ]}
        rows={lines.time.map(({ measure, title, counts, text, before: earlier }) => [
          <>
            {title}
            <br />
            <span class="govuk-hint">{counts}</span>
          </>,
          <a href={timeHref(query, measure)}>
            {text}
            <span class="govuk-visually-hidden"> {title}</span>
          </a>,
          <a href={timeHref(queryBefore(asked), measure)}>
            {earlier}
            <span class="govuk-visually-hidden"> {`${title}, ${before}`}</span>
          </a>,
        ])}
      />
    </>
  );
}

function FigureTableOf({ asked, table }: { asked: AskedReport; table: ToldReport['tables'][number] }) {
  const { words, language, query } = asked;
  const { set, by, title, counts, lines } = table;
  return (
    <section>
      <h2>{title}</h2>
      <p class="govuk-hint">{counts}</p>
      {lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          id={`${set}-${by}`}
          caption={title}
          captionSize="hidden"
          columns={[
            { label: words.columns.group },
            { label: words.columns.count, numeric: true },
            { label: words.columns.before, numeric: true },
            { label: words.columns.change, numeric: true },
          ]}
          rows={lines.map(({ key, label, count, before }) => [
            label,
            <a href={rowsHref(query, set, { by, key })}>
              {formatCount(count, language)}
              <span class="govuk-visually-hidden"> {label}</span>
            </a>,
            <a href={rowsHref(queryBefore(asked), set, { by, key })}>
              {formatCount(before, language)}
              <span class="govuk-visually-hidden"> {`${label}, ${periodWords(periodBefore(asked.period), language)}`}</span>
            </a>,
            changeText(count, before, language),
          ])}
        />
      )}
    </section>
  );
}
