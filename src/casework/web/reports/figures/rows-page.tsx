/** `/desk/case-reports/rows`: the cases behind one number, as a page and as XLSX. */
import { EmptyState, formatCount, formatDay, PageHeading, Pagination, page, Table } from '../../../../design/index.ts';
import { dayOf, isZone } from '../../../../kernel/time.ts';
import { XLSX_MEDIA_TYPE, type XlsxCell, xlsxStream } from '../../../../platform/tables/xlsx.ts';
import { divisorsFor } from '../../../actions/reports/figures/office-report.ts';
import { OUTCOME_LABELS, STAGE_LABELS } from '../../../rules/case.transitions.ts';
import { ACCESS_LABELS } from '../../../rules/case-labels.ts';
import { CASE_SETS, type CaseSet, FIGURE_TABLES, SET_WORDS } from '../../../rules/reports/figures.ts';
import { periodWords } from '../../../rules/reports/period.ts';
import { NO_DIVISORS } from '../../../store/reports/case-sets.ts';
import { countRows, type FigureRow, type Group, type RowsOrder, rowsBehind } from '../../../store/reports/office-figures.ts';
import { casePath } from '../../opened.tsx';
import { type AskedOffice, address, afterIn } from '../asked.tsx';
import { type AskedReport, askedReport, REPORTS } from './report-page.tsx';
import { groupWords } from './telling.ts';

const PAGE_SIZE = 30;
/** Rows fetched at once for the file. */
const BATCH = 500;

type Chosen = Pick<RowsOrder, 'set' | 'scope' | 'group' | 'divisors'> & { readonly what: string };

/** Which number is asked about; `undefined` for one that no report has. */
async function chosenIn(asked: AskedReport): Promise<Chosen | undefined> {
  const { c, tools, officeIds, period, language } = asked;
  const set = CASE_SETS.find((each) => each === c.req.query('set'));
  if (!set) return undefined;
  const group = groupIn(asked, set);
  if (group === undefined) return undefined;
  const scope = { officeIds, period };
  const divisors = group !== null && group !== 'timed' ? await divisorsFor(tools, set, group.by, scope) : NO_DIVISORS;
  return { set, scope, group, divisors, what: await wordsFor(asked, set, group) };

  async function wordsFor({ words }: AskedReport, of: CaseSet, which: Group | 'timed' | null): Promise<string> {
    const title = SET_WORDS[of].title[language];
    if (which === null) return title;
    if (which === 'timed') return words.time;
    return `${title}, ${(await groupWords(tools.db, language, [which.by === 'category' ? which.key : null]))(which.by, which.key)}`;
  }
}

function groupIn({ c }: AskedReport, set: CaseSet): Group | 'timed' | null | undefined {
  const by = c.req.query('by');
  if (by === undefined) return null;
  if (by === 'timed') return set === 'finished' ? 'timed' : undefined;
  const table = FIGURE_TABLES.find((each) => each.set === set && each.by === by);
  const key = c.req.query('key') ?? '';
  if (!table || !/^[\w.-]{1,60}$/.test(key)) return undefined;
  return { by: table.by, key: key === '-' ? null : key };
}

export async function rowsPage(given: AskedOffice): Promise<Response> {
  const asked = askedReport(given);
  const { c, tools, actor, words, language, query, office, period } = asked;
  const chosen = await chosenIn(asked);
  if (!chosen) return c.notFound();
  const [{ all, hidden }, found] = [
    await countRows(tools.db, actor, chosen),
    await rowsBehind(tools.db, actor, { ...chosen, after: afterIn(c.req.query('after')), limit: PAGE_SIZE + 1 }),
  ];
  const rows = found.slice(0, PAGE_SIZE);
  const last = rows.at(-1);
  const here = { ...query, set: chosen.set, by: c.req.query('by'), key: c.req.query('key') };
  const { columns } = words.rows;
  return page(
    c,
    { title: words.rows.title(chosen.what), wide: true },
    <>
      <p>
        <a href={address(REPORTS, query)}>{words.rows.back}</a>
      </p>
      <PageHeading caption={words.ofOffice(office.shortName, periodWords(period, language))}>
        {words.rows.title(chosen.what)}
      </PageHeading>
      <p>
        {words.rows.count(formatCount(all, language))} {hidden > 0 && words.rows.hidden(formatCount(hidden, language))}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={words.rows.empty} />
      ) : (
        <>
          <Table
            id="rows"
            caption={chosen.what}
            captionSize="hidden"
            stacked
            columns={[
              { label: columns.number },
              { label: columns.title },
              { label: columns.access },
              { label: columns.stage },
              { label: columns.registered },
              { label: columns.closed },
              { label: columns.days, numeric: true },
            ]}
            rows={rows.map((row) => [
              <a href={casePath(row)}>{row.number}</a>,
              row.title,
              ACCESS_LABELS[row.access][language],
              (row.outcome ? OUTCOME_LABELS[row.outcome] : STAGE_LABELS[row.stage])[language],
              formatDay(dayIn(row, 'registeredAt'), language, 'short'),
              row.closedAt === null ? '\u2013' : formatDay(dayIn(row, 'closedAt'), language, 'short'),
              row.daysTaken === null ? '\u2013' : formatCount(row.daysTaken, language),
            ])}
          />
          <p>
            <a href={address(`${REPORTS}/rows.xlsx`, here)}>{words.rows.xlsx}</a>
          </p>
        </>
      )}
      <Pagination
        nextHref={
          found.length > PAGE_SIZE && last
            ? address(`${REPORTS}/rows`, { ...here, after: `${last.registeredAt.toString()}_${last.id}` })
            : undefined
        }
      />
    </>,
  );
}

function dayIn(row: FigureRow, which: 'registeredAt' | 'closedAt') {
  return dayOf(row[which] ?? row.registeredAt, isZone(row.zone) ? row.zone : 'Asia/Jakarta');
}

export async function rowsXlsx(given: AskedOffice): Promise<Response> {
  const asked = askedReport(given);
  const chosen = await chosenIn(asked);
  if (!chosen) return asked.c.notFound();
  const { columns } = asked.words.rows;
  const stream = await xlsxStream({
    name: chosen.what,
    columns: [
      { title: columns.number, width: 26 },
      { title: columns.title, width: 60 },
      { title: columns.access, width: 24 },
      { title: columns.stage, width: 34 },
      { title: columns.registered, width: 12, shows: 'day' },
      { title: columns.closed, width: 12, shows: 'day' },
      { title: columns.days, width: 12 },
    ],
    rows: allRows(asked, chosen),
  });
  return asked.c.body(stream, 200, {
    'Content-Type': XLSX_MEDIA_TYPE,
    'Content-Disposition': `attachment; filename="laporan-${asked.office.code}-${asked.period.code}-${chosen.set}.xlsx"`,
    'Cache-Control': 'private, no-store',
  });
}

async function* allRows({ tools, actor, language }: AskedReport, chosen: Chosen): AsyncGenerator<XlsxCell[]> {
  let after: RowsOrder['after'] = null;
  for (;;) {
    const rows: readonly FigureRow[] = await rowsBehind(tools.db, actor, { ...chosen, after, limit: BATCH });
    for (const row of rows) {
      yield [
        row.number,
        row.title,
        ACCESS_LABELS[row.access][language],
        (row.outcome ? OUTCOME_LABELS[row.outcome] : STAGE_LABELS[row.stage])[language],
        new Date(`${dayIn(row, 'registeredAt').toString()}T00:00:00Z`),
        row.closedAt === null ? null : new Date(`${dayIn(row, 'closedAt').toString()}T00:00:00Z`),
        row.daysTaken,
      ];
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = { at: last.registeredAt.toString(), id: last.id };
  }
}
