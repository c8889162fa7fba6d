/** `/agreements/coverage` and `/agreements/coverage/:province`: which governments are covered, by what, until when; what lapses; what lies still. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Child } from 'hono/jsx';
import {
  Breadcrumbs,
  formatCount,
  formatDay,
  PageHeading,
  page,
  StatTile,
  StatTiles,
  Table,
  Tag,
  type Tone,
} from '../../../design/index.ts';
import { regionByCode, regionsIn } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import {
  type Cover,
  type CoverStanding,
  coveredUntil,
  coverSentence,
  type GovernmentCover,
  isCovered,
  PROGRAMME_STANDINGS,
  type ProgrammeStanding,
  provinceCover,
} from '../../rules/register/coverage.ts';
import { programmes } from '../../store/programmes.ts';
import { publicPath } from '../opened.tsx';
import { GapLines } from '../reviews/gap-notes.tsx';
import { type Board, coverageBoard, provinceOf } from './coverage-data.ts';
import { coverageJson } from './coverage-json.ts';
import { GovernmentTiles, ProvinceTiles } from './coverage-tiles.tsx';
import { type RegisterWords, wordsIn } from './words.ts';

export const COVERAGE = '/agreements/coverage';
const MOST_LAPSING = 20;
/** The whole country costs more than a page. */
const FILES_AN_HOUR = 240;

const TONES: Readonly<Record<CoverStanding, Tone>> = {
  covered: 'success',
  lapsing: 'warning',
  'lapsing-soon': 'warning',
  upcoming: 'info',
  lapsed: 'neutral',
  none: 'neutral',
};
const PROGRAMME_TONES: Readonly<Record<ProgrammeStanding, Tone>> = {
  'no-lines': 'neutral',
  'no-activity': 'warning',
  'no-evidence': 'warning',
  stale: 'warning',
  evidenced: 'success',
};

interface Reading {
  readonly board: Board;
  readonly words: RegisterWords;
  readonly language: Language;
  readonly label: (code: string) => string;
}

async function reading(c: WebContext, province?: string): Promise<Reading> {
  const tools = c.get('tools');
  const language = c.get('language');
  const [board, known] = await Promise.all([coverageBoard(tools, province), programmes(tools.db)]);
  const labels = new Map(known.map(({ code, label }) => [code, label[language]]));
  return { board, words: wordsIn(language), language, label: (code) => labels.get(code) ?? code };
}

export async function coveragePage(c: WebContext): Promise<Response> {
  const { db } = c.get('tools');
  const [read, regions] = await Promise.all([reading(c), regionsIn(db, null)]);
  const { board, words, language } = read;
  const w = words.coverage;
  const byProvince = Map.groupBy(board.covers, provinceOf);
  const provinces = new Map(regions.map(({ code, name }) => [code, { name, covers: byProvince.get(code) ?? [] }]));
  return page(
    c,
    { title: w.title, description: w.lead, robots: 'index', wide: true },
    <>
      <PageHeading>{w.title}</PageHeading>
      <p class="govuk-body-l">{w.lead}</p>
      <p>{w.asOf(formatDay(board.day, language))}</p>
      <Figures read={read} list="#provinces" />
      <h2>{w.map}</h2>
      <p>{w.mapLead}</p>
      <ProvinceTiles provinces={provinces} words={words} />
      <Table
        id="provinces"
        caption={w.table}
        stacked
        columns={[
          { label: w.province },
          { label: w.own },
          { label: w.local, numeric: true },
          { label: asHeading(w.lapsing(board.warnings[0])), numeric: true },
          { label: asHeading(w.still), numeric: true },
        ]}
        rows={[...provinces].map(([code, { name, covers }]) => {
          const one = provinceCover(covers);
          return [
            <a href={`${COVERAGE}/${code}`}>{name}</a>,
            one.isProvinceCovered ? w.yes : w.no,
            one.all === 0 ? '–' : w.tile(one.covered, one.all),
            String(one.lapsing),
            String(one.still),
          ];
        })}
      />
      <Lapsing read={read} limit={MOST_LAPSING} />
      <Programmes read={read} />
      <Downloads words={words} path={COVERAGE} />
    </>,
  );
}

/** Words that follow a figure on a tile, at the head of a column. */
const asHeading = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export async function provinceCoveragePage(c: WebContext): Promise<Response> {
  const { db } = c.get('tools');
  const code = c.req.param('province') ?? '';
  const region = await regionByCode(db, code);
  if (region?.level !== 'province') return c.notFound();
  const read = await reading(c, code);
  const { board, words, language, label } = read;
  const w = words.coverage;
  return page(
    c,
    {
      title: w.inProvince(region.name),
      description: coverSentence(region.name, board.covers, language),
      robots: 'index',
      wide: true,
      before: <Breadcrumbs crumbs={[{ text: w.toAll, href: COVERAGE }]} />,
    },
    <>
      <PageHeading caption={w.title}>{w.inProvince(region.name)}</PageHeading>
      <p class="govuk-body-l">{coverSentence(region.name, board.covers, language)}</p>
      <p>{w.asOf(formatDay(board.day, language))}</p>
      <Figures read={read} list="#governments" />
      <h2>{w.map}</h2>
      <p>{w.mapLeadLocal}</p>
      <GovernmentTiles covers={board.covers} words={words} />
      <Table
        id="governments"
        caption={w.tableLocal}
        stacked
        columns={[{ label: w.government }, { label: w.standing }, { label: w.by }, { label: w.until }, { label: w.programmes }]}
        rows={board.covers.map((cover) => [
          <a href={`/agreements/governments/${cover.government.code}`}>{cover.government.name}</a>,
          <Tag tone={TONES[cover.standing]}>{w.standings[cover.standing]}</Tag>,
          <By cover={cover} />,
          <>
            {untilOf(cover, words, language)}
            <GapLines gaps={cover.gaps} language={language} />
          </>,
          <Still cover={cover} words={words} label={label} />,
        ])}
      />
      <Lapsing read={read} limit={100} />
      <Programmes read={read} />
      <Downloads words={words} path={`${COVERAGE}/${code}`} />
    </>,
  );
}

/** Programmes that stand alike share one sign, so that a government is a few lines on a phone. */
function Still(props: { cover: GovernmentCover; words: RegisterWords; label: (code: string) => string }) {
  const { cover, words, label } = props;
  const groups = Map.groupBy(cover.programmes, ({ standing }) => standing);
  return (
    <>
      {PROGRAMME_STANDINGS.filter((standing) => groups.has(standing)).map((standing) => (
        <p>
          <Tag tone={PROGRAMME_TONES[standing]}>{words.coverage.programmeStandings[standing]}</Tag>{' '}
          {groups
            .get(standing)
            ?.map(({ code, lines, evidenced }) =>
              lines > 0 ? words.coverage.evidencedOf(label(code), evidenced, lines) : label(code),
            )
            .join('; ')}
        </p>
      ))}
    </>
  );
}

function By({ cover }: { cover: GovernmentCover }): Child {
  const shown = cover.inForce.length > 0 ? cover.inForce : cover.by ? [cover.by] : [];
  return (
    <>
      {shown.map((one, index) => (
        <>
          {index > 0 && ', '}
          <a href={publicPath(one)}>{one.code}</a>
        </>
      ))}
    </>
  );
}

function untilOf(cover: GovernmentCover, words: RegisterWords, language: Language): string {
  if (cover.by === null) return '';
  const until = coveredUntil(cover);
  if (until === null) return words.coverage.noEnd;
  const day = formatDay(until, language, 'short');
  return cover.left !== null && cover.standing !== 'covered' ? `${day} (${words.coverage.left(cover.left)})` : day;
}

/** @param list the address of the table that holds what is counted */
function Figures({ read: { board, words, language }, list }: { read: Reading; list: string }) {
  const w = words.coverage;
  const count = (of: (cover: GovernmentCover) => boolean) => formatCount(board.covers.filter(of).length, language);
  const still = board.covers.flatMap((cover) => cover.programmes).filter(({ standing }) => standing !== 'evidenced').length;
  return (
    <>
      <h2>{w.counts}</h2>
      <StatTiles>
        <StatTile
          value={count(isCovered)}
          label={w.covered}
          href={list}
          tone="success"
          note={w.ofAll(formatCount(board.covers.length, language))}
        />
        <StatTile value={count((cover) => !isCovered(cover))} label={w.notCovered} href={list} />
        <StatTile
          value={count(({ standing }) => standing === 'lapsing' || standing === 'lapsing-soon')}
          label={w.lapsing(board.warnings[0])}
          href="#lapsing"
          tone="warning"
        />
        <StatTile
          value={count(({ standing }) => standing === 'lapsing-soon')}
          label={w.lapsing(board.warnings[1])}
          href="#lapsing"
          tone="danger"
        />
        <StatTile value={formatCount(still, language)} label={w.still} href="#programmes" note={w.stillNote} />
      </StatTiles>
    </>
  );
}

function Lapsing({ read: { board, words, language }, limit }: { read: Reading; limit: number }) {
  const w = words.coverage;
  const lapsing = board.covers
    .filter(({ standing }) => standing === 'lapsing' || standing === 'lapsing-soon')
    .toSorted((a, b) => (a.left ?? 0) - (b.left ?? 0));
  return (
    <>
      <h2 id="lapsing">{w.lapsingTitle}</h2>
      {lapsing.length === 0 ? (
        <p>{w.nothingLapses(board.warnings[0])}</p>
      ) : (
        <Table
          id="lapsing-table"
          caption={w.lapsingLead(board.warnings[0], board.warnings[1])}
          captionSize="s"
          stacked
          columns={[{ label: w.government }, { label: w.agreement }, { label: w.until }]}
          rows={lapsing.slice(0, limit).map((cover) => [
            cover.government.name,
            <a href={publicPath(cover.by as Cover)}>{`${cover.by?.code}: ${cover.by?.title}`}</a>,
            <>
              {untilOf(cover, words, language)}{' '}
              {cover.standing === 'lapsing-soon' && <Tag tone="danger">{w.standings['lapsing-soon']}</Tag>}
            </>,
          ])}
        />
      )}
      {lapsing.length > limit && <p>{w.moreLapsing(limit, lapsing.length)}</p>}
    </>
  );
}

function Programmes({ read: { board, words, language, label } }: { read: Reading }) {
  const w = words.coverage;
  const all = Map.groupBy(
    board.covers.flatMap((cover) => cover.programmes),
    ({ code }) => code,
  );
  return (
    <>
      <h2 id="programmes">{w.programmes}</h2>
      {all.size === 0 ? (
        <p>{w.noProgrammes}</p>
      ) : (
        <Table
          id="programmes-table"
          caption={w.programmesLead}
          captionSize="s"
          stacked
          columns={[
            { label: w.programme },
            { label: w.promised, numeric: true },
            ...PROGRAMME_STANDINGS.map((standing) => ({ label: w.programmeStandings[standing], numeric: true })),
          ]}
          rows={[...all].map(([code, some]) => [
            label(code),
            formatCount(some.length, language),
            ...PROGRAMME_STANDINGS.map((standing) =>
              formatCount(some.filter((one) => one.standing === standing).length, language),
            ),
          ])}
        />
      )}
      {all.size > 0 && <p class="govuk-hint">{w.standingsRule(board.staleDays)}</p>}
    </>
  );
}

function Downloads({ words, path }: { words: RegisterWords; path: string }) {
  const w = words.coverage;
  return (
    <>
      <p class="govuk-hint">{w.note}</p>
      <h2>{w.others}</h2>
      <ul>
        <li>
          <a href={`${path}.csv`}>{w.csv}</a>
        </li>
        <li>
          <a href={`${path}.json`}>{w.json}</a>
        </li>
        <li>
          <a href="/agreements">{w.toRegister}</a>
        </li>
      </ul>
    </>
  );
}

/** `/agreements/coverage.json`, `.csv`, and the same of a province: what the pages say, for machines. */
export async function coverageFile(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const { db } = tools;
  const order = { bucket: 'agreements-coverage', key: clientAddress(c), limit: FILES_AN_HOUR, windowSeconds: 3600 };
  const { allowed, retryAfterSeconds } = await allow(tools, { ...order, now: tools.clock.now() });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const file = c.req.param('file') ?? 'coverage';
  const [code, ending] = file.startsWith('coverage.')
    ? [undefined, file.slice('coverage.'.length)]
    : [file.slice(0, 2), file.slice(3)];
  const region = code === undefined ? undefined : await regionByCode(db, code);
  if (code !== undefined && region?.level !== 'province') return c.notFound();
  const { board } = await reading(c, code);
  const provinces = region ? [region] : await regionsIn(db, null);
  if (ending === 'json') return c.json(coverageJson(board, provinces, tools.settings.baseUrl));
  const language = c.get('language');
  const w = wordsIn(language).coverage;
  const cellsOf = (cover: GovernmentCover) => ({
    kode: cover.government.code,
    pemerintah_daerah: cover.government.name,
    keadaan: w.standings[cover.standing],
    dokumen: cover.inForce.map((one) => one.code).join('|') || cover.by?.code || '',
    sampai: coveredUntil(cover)?.toString() ?? '',
    hari_tersisa: cover.left ?? '',
    hari_tak_tercakup: cover.gaps.map(({ from, to, days }) => `${from}/${to ?? ''} (${days})`).join('|'),
    baris_rencana: cover.programmes.reduce((sum, { lines }) => sum + lines, 0),
    baris_berbukti: cover.programmes.reduce((sum, { evidenced }) => sum + evidenced, 0),
    laporan_terakhir: latest(cover),
  });
  const rows = function* () {
    for (const cover of board.covers) yield cellsOf(cover);
  };
  const csv = { header: true, delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true } as const;
  const table = Readable.from(rows()).compose(stringify(csv)) as unknown as Readable;
  return c.body(Readable.toWeb(table) as unknown as ReadableStream, 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': `attachment; filename="cakupan${code ? `-${code}` : ''}.csv"`,
  });
}

/** The last day anything was reported of what a government was promised; '' = never. Days as text sort like days. */
function latest({ programmes: promised }: GovernmentCover): string {
  return (
    promised
      .flatMap(({ lastOn }) => lastOn?.toString() ?? [])
      .toSorted()
      .at(-1) ?? ''
  );
}
