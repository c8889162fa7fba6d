/** The records behind one number: live ones as they are, taken ones as they were; complaints by their number where the reader may see them. */
import type { Child } from 'hono/jsx';
import { MEASURES, measureRows, readableCases, readableNumbers, showTrackingNumber } from '../../../complaints/index.ts';
import { BackLink, DayText, EmptyState, PageHeading, Pagination, page, Table } from '../../../design/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { isMeasured, liveFigures, liveRecords, MEASURE_OF, type MeasuredIndicator, spanOf } from '../../actions/rad/figures.ts';
import type { Government } from '../../actions/rad/places.ts';
import type { Figures, TakenEvaluation } from '../../rules/rad/evaluation.ts';
import { INDICATOR_DATA, type Indicator, isIndicator } from '../../rules/rad/indicators.ts';
import { PUBLIC_STANDING_LABELS, publicStandingOf } from '../../rules/rad/public-standing.ts';
import { isRadState } from '../../rules/rad/rad.transitions.ts';
import { tellFacts } from '../../rules/rad/tell-figures.ts';
import { type EvaluationRow, evaluationRows, evaluationsOf } from '../../store/rad/evaluations.ts';
import type { OpenedGovernment } from './government-page.tsx';
import { type RadWords, wordsIn } from './words.ts';

const PAGE_SIZE = 100;

interface Asked {
  readonly c: WebContext;
  readonly actor: Actor;
  readonly language: Language;
  readonly words: RadWords;
  readonly indicator: Indicator;
  readonly government: Government;
  readonly back: string;
}

/** `/desk/agreements/rad/governments/{region}/{year}/records/{indicator}` with `?evaluation=` for those that were taken. */
export async function recordsPage(opened: OpenedGovernment): Promise<Response> {
  const { c, tools, actor, language, words, government, year, path } = opened;
  const indicator = c.req.param('indicator') ?? '';
  if (!isIndicator(indicator)) return c.notFound();
  const asked: Asked = { c, actor, language, words, indicator, government, back: path };
  const wanted = c.req.query('evaluation');
  const all = await evaluationsOf(tools.db, government.agency.id);
  const taken = wanted === undefined ? undefined : all.find((each) => each.id === wanted && each.year === year);
  if (wanted !== undefined && !taken) return c.notFound();
  if (taken) return takenRecords(asked, taken);
  return isMeasured(indicator) ? liveComplaints(asked, indicator, year) : liveOther(asked, year);
}

/** Of a published evaluation, for anyone. */
export async function publicRecords(
  c: WebContext,
  government: Government,
  taken: TakenEvaluation,
  back: string,
): Promise<Response> {
  const indicator = c.req.param('indicator') ?? '';
  const language = c.get('language');
  if (!isIndicator(indicator)) return c.notFound();
  return takenRecords({ c, actor: c.get('actor'), language, words: wordsIn(language), indicator, government, back }, taken);
}

function show(asked: Asked, body: Child, said: string, next: string | null): Promise<Response> {
  const { c, words, language, indicator, government, back } = asked;
  const title = INDICATOR_DATA[indicator].label[language];
  return page(
    c,
    { title: `${title}: ${government.agency.name}`, before: <BackLink href={back} />, wide: true },
    <>
      <PageHeading caption={government.agency.name}>{title}</PageHeading>
      <p>{said}</p>
      <p class="govuk-hint">{INDICATOR_DATA[indicator].definition[language]}</p>
      {body}
      {next && <Pagination nextHref={next} />}
      <p class="govuk-hint">{words.records.hidden}</p>
    </>,
  );
}

async function liveComplaints(asked: Asked, indicator: MeasuredIndicator, year: number): Promise<Response> {
  const { c, actor, language, words, government } = asked;
  const tools = c.get('tools');
  const now = tools.clock.now();
  const scope = spanOf(government, year, now);
  if (!scope) return c.notFound();
  const code = MEASURE_OF[indicator];
  const circumstances = { now, book: await lawBook(tools) };
  const after = c.req.query('after');
  const rows = await measureRows(tools.db, actor, { code, scope }, circumstances, { after, limit: PAGE_SIZE });
  const readable = await readableCases(tools.db, actor, { code, scope }, circumstances);
  const count = Object.values(readable).reduce((all, each) => all + each, 0);
  const body =
    rows.lines.length === 0 ? (
      <EmptyState title={words.records.none} />
    ) : (
      <Records
        language={language}
        words={words}
        code={code}
        lines={rows.lines.map((row) => ({
          number: row.complaint.trackingNumber,
          href: row.isOwn ? `/desk/complaints/${row.complaint.trackingNumber}` : `/complaints/${row.complaint.trackingNumber}`,
          ...{ group: row.group, on: dayOf(row.at, 'Asia/Makassar'), workingDays: row.workingDays },
        }))}
      />
    );
  const next = rows.next ? `?after=${encodeURIComponent(rows.next)}` : null;
  return show(asked, body, words.records.readable(count), next);
}

interface RecordLine {
  readonly number: string | null;
  readonly href: string | null;
  readonly group: string;
  readonly on: Temporal.PlainDate;
  readonly workingDays: number | null;
}

function Records(props: {
  language: Language;
  words: RadWords;
  code: (typeof MEASURE_OF)[MeasuredIndicator];
  lines: readonly RecordLine[];
}) {
  const { language, words, code, lines } = props;
  const hasDays = code === 'first-follow-up';
  return (
    <Table
      id="records"
      caption={words.records.title}
      captionSize="hidden"
      stacked
      columns={[
        { label: words.records.complaint },
        { label: words.records.on },
        { label: words.records.group },
        ...(hasDays ? [{ label: words.records.days, numeric: true }] : []),
      ]}
      rows={lines.map(({ number, href, group, on, workingDays }) => [
        number && href ? <a href={href}>{showTrackingNumber(number)}</a> : words.records.closed,
        <DayText on={on} />,
        MEASURES[code].groups[group]?.label[language] ?? group,
        ...(hasDays ? [workingDays === null ? '–' : String(workingDays)] : []),
      ])}
    />
  );
}

async function liveOther(asked: Asked, year: number): Promise<Response> {
  const { c, words, indicator, government, language } = asked;
  const tools = c.get('tools');
  const figures = await liveFigures(tools, government, year);
  if (!figures) return c.notFound();
  const rows = (await liveRecords(tools, government, year)).filter((row) => row.indicator === indicator);
  const body =
    rows.length === 0 ? <EmptyState title={words.records.none} /> : <OtherRecords rows={rows} asked={asked} figures={figures} />;
  return show(asked, body, tellFacts(indicator, figures.facts, figures.rule, language), null);
}

async function takenRecords(asked: Asked, taken: TakenEvaluation): Promise<Response> {
  const { c, actor, language, words, indicator } = asked;
  const tools = c.get('tools');
  const after = /^\d{1,9}$/.test(c.req.query('after') ?? '') ? Number(c.req.query('after')) : 0;
  const found = await evaluationRows(tools.db, taken.id, indicator, { after, limit: PAGE_SIZE + 1 });
  const rows = found.slice(0, PAGE_SIZE);
  const query = new URLSearchParams();
  const wanted = c.req.query('evaluation');
  if (wanted) query.set('evaluation', wanted);
  query.set('after', String(rows.at(-1)?.ordinal ?? 0));
  const next = found.length > PAGE_SIZE ? `?${query.toString()}` : null;
  const said = tellFacts(indicator, taken.figures.facts, taken.figures.rule, language);
  if (rows.length === 0) return show(asked, <EmptyState title={words.records.none} />, said, null);
  if (!isMeasured(indicator)) return show(asked, <OtherRecords rows={rows} asked={asked} figures={taken.figures} />, said, next);
  const numbers = await readableNumbers(
    tools.db,
    actor,
    rows.flatMap(({ ref }) => ref ?? []),
  );
  const lines = rows.map((row): RecordLine => {
    const readable = row.ref === null ? undefined : numbers.get(row.ref);
    return {
      number: readable?.trackingNumber ?? null,
      href: readable
        ? readable.isOwn
          ? `/desk/complaints/${readable.trackingNumber}`
          : `/complaints/${readable.trackingNumber}`
        : null,
      ...{ group: String(row.facts.group), on: Temporal.PlainDate.from(String(row.facts.on)) },
      workingDays: typeof row.facts.workingDays === 'number' ? row.facts.workingDays : null,
    };
  });
  return show(asked, <Records language={language} words={words} code={MEASURE_OF[indicator]} lines={lines} />, said, next);
}

/** A decree, the accounts, a plan: a sentence each. */
function OtherRecords({ rows, asked, figures }: { rows: readonly EvaluationRow[]; asked: Asked; figures: Figures }) {
  const { words, language } = asked;
  return (
    <ul>
      {rows.map(({ kind, facts }) => (
        <li>
          {kind === 'decree' && words.records.decree(String(facts.number), String(facts.on))}
          {kind === 'account' &&
            words.records.accounts(Number(facts.coordinators), Number(facts.active), figures.rule.activeDays)}
          {kind === 'plan' && (
            <>
              {planText(String(facts.state), String(facts.code), language)}
              {facts.state === 'adopted' && `, ${words.linesCount(Number(facts.lines))}`}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** An adopted plan is called by its code; of the others only how far they are. */
function planText(state: string, code: string, language: Language): string {
  const standing = publicStandingOf(isRadState(state) ? state : undefined);
  const label = PUBLIC_STANDING_LABELS[standing][language];
  return standing === 'adopted' ? `${code}: ${label}` : label;
}
