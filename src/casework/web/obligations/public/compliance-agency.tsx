/** `/ombudsman/compliance/{agency}`: the figure of an agency and year, its offices, and the rows behind every number; as CSV too. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import {
  Breadcrumbs,
  DayText,
  EmptyState,
  InsetText,
  LinkButton,
  PageHeading,
  Pagination,
  page,
  StatTile,
  StatTiles,
  StatusTag,
  SubNavigation,
  Table,
} from '../../../../design/index.ts';
import { type Agency, agencyByCode } from '../../../../directory/index.ts';
import { dayOf, type Moment } from '../../../../kernel/time.ts';
import { clientAddress } from '../../../../platform/http/client-address.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { address, cursorOf, oneOf } from '../../../../platform/http/query.ts';
import { allow } from '../../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../../platform/http/refused-request.ts';
import {
  COUNTED,
  type Compliance,
  DONE,
  STANDING_LABELS,
  STANDINGS,
  type Standing,
  TOO_FEW,
} from '../../../rules/obligations/compliance.ts';
import { OBLIGATION_KIND_LABELS } from '../../../rules/obligations/obligation.ts';
import {
  type ComplianceRow,
  complianceByAgency,
  complianceOf,
  complianceRows,
  complianceYears,
  type RowsFilter,
} from '../../../store/obligations/compliance.ts';
import { STANDING_TONES } from '../tones.ts';
import { type ObligationWords, wordsIn } from '../words.ts';
import { ComplianceTable, How, yearFrom } from './compliance-list.tsx';
import { agencyCompliancePath, COMPLIANCE, FINDINGS, numberWords, shareWords } from './telling.ts';

const PAGE_SIZE = 50;
const OFFICES_SHOWN = 100;
const EXPORTS_AN_HOUR = 60;

const SHOWS = ['counted', 'carried-out', 'late', ...STANDINGS] as const;
type Show = (typeof SHOWS)[number];

function narrowing(show: Show | undefined): Pick<RowsFilter, 'standings' | 'late'> {
  if (show === undefined) return {};
  if (show === 'counted') return { standings: COUNTED };
  if (show === 'carried-out') return { standings: DONE };
  return show === 'late' ? { late: true } : { standings: [show] };
}

export async function complianceAgencyPage(c: WebContext): Promise<Response> {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const words = wordsIn(language);
  const agency = await agencyByCode(tools.db, c.req.param('agency') ?? '');
  if (!agency) return c.notFound();
  const now = tools.clock.now();
  const years = await complianceYears(tools.db, agency.id, now);
  const year = yearFrom(
    c,
    years.map((each) => each.year),
    dayOf(now, 'Asia/Jakarta').year,
  );
  const figure = years.find((each) => each.year === year)?.figure ?? (await complianceOf(tools.db, agency.id, year, now));
  const show = oneOf(SHOWS, c.req.query('show'));
  const after = cursorOf(c);
  const [rows, offices] = await Promise.all([
    complianceRows(tools.db, { agencyId: agency.id, year, ...narrowing(show) }, now, { after, limit: PAGE_SIZE }),
    complianceByAgency(tools.db, year, now, { below: agency.id }, { limit: OFFICES_SHOWN }),
  ]);
  const path = agencyCompliancePath(agency.code);
  const to = (next: Show | undefined, place?: string) =>
    `${address(path, { year: String(year), show: next, after: place })}#rows`;
  return page(
    c,
    {
      title: words.complianceOf(agency.name, year),
      robots: 'index',
      wide: true,
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.publicHome, href: '/ombudsman' },
            { text: words.complianceTitle, href: address(COMPLIANCE, { year: String(year) }) },
          ]}
        />
      ),
    },
    <>
      <PageHeading caption={words.complianceTitle}>{words.complianceOf(agency.name, year)}</PageHeading>
      <p class="govuk-body-l">
        <strong>{shareWords(figure, words, language)}</strong>
        {figure.share !== null && figure.counted >= TOO_FEW && ` (${words.ofCounted(figure.done, figure.counted)})`}
      </p>
      <InsetText>
        <p>{words.complianceFair}</p>
        {figure.counted < TOO_FEW && <p>{words.complianceSmall(TOO_FEW)}</p>}
      </InsetText>
      {years.length > 1 && (
        <SubNavigation
          label={words.years}
          items={years.map((each) => ({
            text: String(each.year),
            href: address(path, { year: String(each.year) }),
            current: each.year === year,
          }))}
        />
      )}
      <Tiles figure={figure} words={words} language={language} to={to} />
      {offices.lines.length > 0 && (
        <>
          <h2>{words.offices}</h2>
          <ComplianceTable lines={offices.lines} year={year} words={words} language={language} />
        </>
      )}
      <h2 id="rows">{words.rows}</h2>
      <SubNavigation
        label={words.rows}
        items={[
          { text: words.allRows, href: to(undefined), current: show === undefined },
          ...STANDINGS.filter((each) => figure.by[each] > 0).map((each) => ({
            text: STANDING_LABELS[each][language],
            href: to(each),
            current: show === each,
            count: figure.by[each],
          })),
        ]}
      />
      {rows.lines.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.rowsNone}</p>
        </EmptyState>
      ) : (
        <Rows rows={rows.lines} words={words} language={language} />
      )}
      <Pagination
        about={words.pages}
        previousHref={after ? to(show) : undefined}
        nextHref={rows.next ? to(show, rows.next) : undefined}
      />
      <p>
        <LinkButton kind="secondary" href={address(`${path}/rows.csv`, { year: String(year), show })}>
          {words.csv}
        </LinkButton>
      </p>
      <How words={words} />
    </>,
  );
}

type Telling = { readonly words: ObligationWords; readonly language: 'id' | 'en' };

function Tiles(props: Telling & { figure: Compliance; to: (show: Show | undefined) => string }) {
  const { figure, words, language, to } = props;
  const mean = (value: Compliance['meanDays']) => (value === null ? '–' : numberWords(value, 1, language));
  return (
    <StatTiles>
      <StatTile value={figure.counted} label={words.counted} href={to('counted')} />
      <StatTile value={figure.done} label={words.carriedOut} href={to('carried-out')} />
      <StatTile
        value={figure.late}
        label={words.lateCount}
        href={to('late')}
        note={figure.meanDaysLate === null ? undefined : `${words.daysLate}: ${mean(figure.meanDaysLate)}`}
      />
      <StatTile value={mean(figure.meanDays)} label={words.meanDays} href={to('carried-out')} />
      {(['waiting', 'running', 'withdrawn'] as const).map((each: Standing) => (
        <StatTile value={figure.by[each]} label={STANDING_LABELS[each][language]} href={to(each)} />
      ))}
    </StatTiles>
  );
}

function Rows({ rows, words, language }: Telling & { rows: readonly ComplianceRow[] }) {
  const day = (at: Moment | null, zone: ComplianceRow['zone']) => (at === null ? '–' : <DayText on={dayOf(at, zone)} />);
  return (
    <Table
      id="compliance-rows"
      caption={words.rows}
      captionSize="hidden"
      stacked
      columns={[
        { label: words.kind },
        { label: words.agencyName },
        { label: words.issued },
        { label: words.due },
        { label: words.reportedOn },
        { label: words.state },
        { label: words.daysTaken, numeric: true },
        { label: words.daysLate, numeric: true },
      ]}
      rows={rows.map((row) => [
        row.slug === null ? (
          OBLIGATION_KIND_LABELS[row.kind][language]
        ) : (
          <a href={`${FINDINGS}/${row.slug}`}>{OBLIGATION_KIND_LABELS[row.kind][language]}</a>
        ),
        row.agencyName,
        day(row.issuedAt, row.zone),
        day(row.dueAt, row.zone),
        day(row.reportedAt, row.zone),
        <StatusTag label={STANDING_LABELS[row.standing][language]} tone={STANDING_TONES[row.standing]} />,
        row.days === null ? '–' : String(row.days),
        row.daysLate === null ? '–' : String(row.daysLate),
      ])}
    />
  );
}

const COLUMNS = [
  'tahun',
  'kode_instansi',
  'instansi',
  'jenis',
  'diterbitkan',
  'diterima',
  'tenggat',
  'dilaporkan',
  'diputus',
  'keadaan',
  'dihitung',
  'hari',
  'hari_terlambat',
  'perkara_terbit',
  'contoh',
] as const;

/** `/ombudsman/compliance/{agency}/rows.csv`: streamed, a page of rows at a time. */
export async function complianceCsv(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const agency = await agencyByCode(tools.db, c.req.param('agency') ?? '');
  if (!agency) return c.notFound();
  const now = tools.clock.now();
  const asks = { bucket: 'compliance-csv', key: clientAddress(c), limit: EXPORTS_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const typed = Number(c.req.query('year'));
  const year = Number.isInteger(typed) && typed > 1999 && typed < 2200 ? typed : dayOf(now, 'Asia/Jakarta').year;
  const filter = { agencyId: agency.id, year, ...narrowing(oneOf(SHOWS, c.req.query('show'))) };
  const lines = async function* () {
    for (let after: string | undefined; ; ) {
      const { lines: rows, next } = await complianceRows(tools.db, filter, now, { after, limit: 500 });
      for (const row of rows) yield cellsOf(row, year, agency);
      if (next === null) return;
      after = next;
    }
  };
  const writer = stringify({ header: true, delimiter: ';', bom: true, record_delimiter: 'windows', columns: [...COLUMNS] });
  return c.body(Readable.toWeb(Readable.from(lines()).compose(writer) as unknown as Readable) as unknown as ReadableStream, 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': `attachment; filename="kepatuhan-${agency.code}-${year}.csv"`,
    'Cache-Control': 'no-store',
  });
}

/** Days as ISO, so that they are days everywhere. */
function cellsOf(row: ComplianceRow, year: number, agency: Agency): Record<(typeof COLUMNS)[number], string> {
  const day = (at: Moment | null) => (at === null ? '' : dayOf(at, row.zone).toString());
  return {
    tahun: String(year),
    kode_instansi: agency.code,
    instansi: row.agencyName,
    jenis: OBLIGATION_KIND_LABELS[row.kind].id,
    diterbitkan: day(row.issuedAt),
    diterima: day(row.receivedAt),
    tenggat: day(row.dueAt),
    dilaporkan: day(row.reportedAt),
    diputus: day(row.judgedAt),
    keadaan: STANDING_LABELS[row.standing].id,
    dihitung: COUNTED.includes(row.standing) ? 'ya' : 'tidak',
    hari: row.days === null ? '' : String(row.days),
    hari_terlambat: row.daysLate === null ? '' : String(row.daysLate),
    perkara_terbit: row.caseNumber ?? '',
    contoh: row.isExample ? 'ya' : 'tidak',
  };
}
