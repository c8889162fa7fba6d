/** The records behind one number: live ones as they are, taken ones as they were; of complaints those that the reader may read. */
import type { Child } from 'hono/jsx';
import {
  MEASURES,
  type MeasureCode,
  measured,
  measureRows,
  readableCases,
  showTrackingNumber,
} from '../../../complaints/index.ts';
import { BackLink, DayText, EmptyState, formatDay, PageHeading, Pagination, page, Table } from '../../../design/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { isMeasured, liveFigures, liveRecords, MEASURE_OF, type MeasuredIndicator, spanOf } from '../../actions/rad/figures.ts';
import type { Government } from '../../actions/rad/places.ts';
import { type ReadableRecord, readableRecords } from '../../actions/rad/readable-records.ts';
import type { Figures, TakenEvaluation } from '../../rules/rad/evaluation.ts';
import { INDICATOR_DATA, type Indicator, isIndicator } from '../../rules/rad/indicators.ts';
import { PUBLIC_STANDING_LABELS, publicStandingOf } from '../../rules/rad/public-standing.ts';
import { isRadState } from '../../rules/rad/rad.transitions.ts';
import { tellFacts, type Viewer } from '../../rules/rad/tell-figures.ts';
import { type EvaluationRow, evaluationRows, evaluationsOf } from '../../store/rad/evaluations.ts';
import type { OpenedGovernment } from './opened-government.ts';
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
  readonly viewer: Viewer;
}

/** `/desk/agreements/rad/governments/{region}/{year}/records/{indicator}` with `?evaluation=` for those that were taken. */
export async function recordsPage(opened: OpenedGovernment): Promise<Response> {
  const { c, tools, actor, language, words, government, year, path } = opened;
  const indicator = c.req.param('indicator') ?? '';
  if (!isIndicator(indicator)) return c.notFound();
  const asked: Asked = { c, actor, language, words, indicator, government, back: path, viewer: 'inside' };
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
  const asked = { c, actor: c.get('actor'), language, words: wordsIn(language), indicator, government, back };
  return takenRecords({ ...asked, viewer: 'public' }, taken);
}

const told = ({ indicator, language, viewer }: Asked, { facts, rule }: Figures) =>
  tellFacts(indicator, facts, { rule, language, viewer });

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
      {isMeasured(indicator) && <p class="govuk-hint">{words.records.hidden}</p>}
    </>,
  );
}

async function liveComplaints(asked: Asked, indicator: MeasuredIndicator, year: number): Promise<Response> {
  const { c, actor, words, government } = asked;
  const tools = c.get('tools');
  const now = tools.clock.now();
  const scope = spanOf(government, year, now);
  if (!scope) return c.notFound();
  const code = MEASURE_OF[indicator];
  const circumstances = { now, book: await lawBook(tools) };
  const after = c.req.query('after');
  const rows = await measureRows(tools.db, actor, { code, scope }, circumstances, { after, limit: PAGE_SIZE });
  const readable = await readableCases(tools.db, actor, { code, scope }, circumstances);
  const sum = (groups: Readonly<Record<string, number>>) => Object.values(groups).reduce((all, each) => all + each, 0);
  const { groups } = await measured(tools.db, code, scope, now, circumstances.book);
  const lines = rows.lines.map(({ complaint, at, group, workingDays, isOwn }) => ({
    ...{ trackingNumber: complaint.trackingNumber, isOwn, group, on: dayOf(at, complaint.zone), workingDays },
  }));
  const next = rows.next ? `?after=${encodeURIComponent(rows.next)}` : null;
  return show(
    asked,
    <Records asked={asked} code={code} lines={lines} />,
    words.records.readable(sum(readable), sum(groups)),
    next,
  );
}

function Records({ asked, code, lines }: { asked: Asked; code: MeasureCode; lines: readonly ReadableRecord[] }) {
  const { language, words } = asked;
  const hasDays = MEASURES[code].kind === 'mean';
  if (lines.length === 0) return <EmptyState title={words.records.noneReadable} />;
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
      rows={lines.map(({ trackingNumber, isOwn, group, on, workingDays }) => [
        <a href={`${isOwn ? '/desk/complaints' : '/complaints'}/${trackingNumber}`}>{showTrackingNumber(trackingNumber)}</a>,
        <DayText on={on} />,
        MEASURES[code].groups[group]?.label[language] ?? '–',
        ...(hasDays ? [workingDays === null ? '–' : String(workingDays)] : []),
      ])}
    />
  );
}

async function liveOther(asked: Asked, year: number): Promise<Response> {
  const { c, words, indicator, government } = asked;
  const tools = c.get('tools');
  const figures = await liveFigures(tools, government, year);
  if (!figures) return c.notFound();
  const rows = (await liveRecords(tools, government, year)).filter((row) => row.indicator === indicator);
  const body =
    rows.length === 0 ? <EmptyState title={words.records.none} /> : <OtherRecords rows={rows} asked={asked} figures={figures} />;
  return show(asked, body, told(asked, figures), null);
}

async function takenRecords(asked: Asked, { id, figures }: TakenEvaluation): Promise<Response> {
  const { c, actor, words, indicator, viewer } = asked;
  const { db } = c.get('tools');
  const said = told(asked, figures);
  const after = /^\d{1,9}$/.test(c.req.query('after') ?? '') ? Number(c.req.query('after')) : 0;
  if (!isMeasured(indicator)) {
    const rows = await evaluationRows(db, id, indicator, { after, limit: PAGE_SIZE });
    const body =
      rows.length === 0 ? (
        <EmptyState title={words.records.none} />
      ) : (
        <OtherRecords rows={rows} asked={asked} figures={figures} />
      );
    return show(asked, body, said, null);
  }
  // A list of few would tell what the sentence above it holds back.
  if (viewer === 'public' && hasFewCases(indicator, figures)) return show(asked, null, said, null);
  const { lines, next } = await readableRecords(db, actor, id, indicator, { after, limit: PAGE_SIZE });
  const query = new URLSearchParams();
  const wanted = c.req.query('evaluation');
  if (wanted) query.set('evaluation', wanted);
  query.set('after', String(next));
  const more = next === null ? null : `?${query.toString()}`;
  return show(asked, <Records asked={asked} code={MEASURE_OF[indicator]} lines={lines} />, said, more);
}

const hasFewCases = (indicator: Indicator, { evaluation }: Figures): boolean =>
  evaluation.points.find((each) => each.indicator === indicator)?.points === null;

/** A decree, the accounts, a plan: a sentence each. */
function OtherRecords({ rows, asked, figures }: { rows: readonly EvaluationRow[]; asked: Asked; figures: Figures }) {
  const { words, language } = asked;
  return (
    <ul>
      {rows.map(({ kind, facts }) => (
        <li>
          {kind === 'decree' &&
            words.records.decree(String(facts.number), formatDay(Temporal.PlainDate.from(String(facts.on)), language))}
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
