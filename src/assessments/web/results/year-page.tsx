/** `GET /assessments` and `GET /assessments/years/{year}`: the results of a year, as tiles of regions and as a table. */
import {
  Breadcrumbs,
  EmptyState,
  Filter,
  formatCount,
  PageHeading,
  page,
  Select,
  StatTile,
  StatTiles,
} from '../../../design/index.ts';
import { regionByCode, regionsIn } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { PROVINCE_COLUMNS, PROVINCE_TILES, REGENCY_COLUMNS, regencyTiles } from '../../data/tile-grid.ts';
import { zoneText } from '../../rules/band-words.ts';
import { type PublicYear, publicYears } from '../../store/public-results.ts';
import { fits, type Listed, type ListFilter, listed, readFilter } from './listed.ts';
import { kindText } from './rapor-telling.ts';
import { ResultsTable, resultHref } from './results-table.tsx';
import { type Tile, TileGrid } from './tile-grid.tsx';
import { type ResultWords, wordsIn } from './words.ts';

const MOST_LINES = 200;

interface Reading {
  readonly year: number;
  readonly years: readonly PublicYear[];
  readonly filter: ListFilter;
  readonly lines: readonly Listed[];
  readonly language: Language;
  readonly words: ResultWords;
}

export async function startPage(c: WebContext): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const years = await publicYears(c.get('tools').db);
  const latest = years[0];
  if (latest) return show(c, latest.year, years);
  return page(
    c,
    { title: words.title, robots: 'index' },
    <>
      <PageHeading>{words.title}</PageHeading>
      <p class="govuk-body-l">{words.lead}</p>
      <EmptyState title={words.none}>{words.noneText}</EmptyState>
    </>,
  );
}

export async function yearPage(c: WebContext): Promise<Response> {
  const year = Number(c.req.param('year'));
  const years = await publicYears(c.get('tools').db);
  if (!years.some((one) => one.year === year)) return c.notFound();
  return show(c, year, years);
}

async function show(c: WebContext, year: number, years: readonly PublicYear[]): Promise<Response> {
  const { db } = c.get('tools');
  const language = c.get('language');
  const words = wordsIn(language);
  const filter = readFilter((name) => c.req.query(name));
  const lines = await listed(db, { year });
  const reading: Reading = { year, years, filter, lines, language, words };
  const shown = lines.filter((line) => fits(line, filter));
  const province = filter.region === null ? undefined : await regionByCode(db, filter.region);
  const query = new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  const suffix = query.size > 0 ? `?${query}` : '';
  return page(
    c,
    {
      title: province ? `${words.yearTitle(year)} ${words.inRegion(province.name)}` : words.yearTitle(year),
      description: words.lead,
      robots: 'index',
      wide: true,
      before: province && <Breadcrumbs crumbs={[{ text: words.yearTitle(year), href: `/assessments/years/${year}` }]} />,
    },
    <>
      <PageHeading caption={words.title}>
        {province ? `${words.yearTitle(year)} ${words.inRegion(province.name)}` : words.yearTitle(year)}
      </PageHeading>
      <p class="govuk-body-l">{words.lead}</p>
      <h2>{words.years}</h2>
      <StatTiles>
        {years.map((one) => (
          <StatTile
            value={String(one.year)}
            label={words.yearTile(formatCount(one.agencies, language))}
            href={`/assessments/years/${one.year}`}
            tone={one.year === year ? 'accent' : undefined}
          />
        ))}
      </StatTiles>
      <h2>{words.counts}</h2>
      <Counts reading={reading} />
      <p class="govuk-hint">{words.methodNote}</p>
      <Rounds reading={reading} />
      <h2>{words.map}</h2>
      <p>{words.mapLead}</p>
      <Tiles c={c} reading={reading} tiles={await tilesOf(c, reading, province?.code)} province={province?.name} />
      <h2>{words.table}</h2>
      <YearFilter
        reading={reading}
        provinces={(await regionsIn(db, null)).map(({ code, name }) => ({ value: code, label: name }))}
      />
      {shown.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <ResultsTable
          id="results"
          caption={words.yearTitle(year)}
          lines={shown.slice(0, MOST_LINES)}
          language={language}
          words={words}
        />
      )}
      {shown.length > MOST_LINES && <p>{words.more(MOST_LINES, shown.length)}</p>}
      <h2>{words.downloads}</h2>
      <ul>
        <li>
          <a href={`/assessments/years/${year}.csv${suffix}`}>{words.csv}</a>
        </li>
        <li>
          <a href={`/assessments/years/${year}.json${suffix}`}>{words.json}</a>
        </li>
        <li>
          <a href="/assessments/results.csv">{words.allCsv}</a>
        </li>
      </ul>
    </>,
  );
}

/** How many agencies stand in which zone (or category where there are none); each number leads to them. */
function Counts({ reading: { lines, year, language } }: { reading: Reading }) {
  const groups = Map.groupBy(
    lines.filter(({ band }) => band !== null),
    ({ band }) => (band ? (zoneText(band)?.[language] ?? band.label[language]) : ''),
  );
  return (
    <StatTiles>
      {[...groups].map(([text, some]) => (
        <StatTile
          value={formatCount(new Set(some.map(({ result }) => result.agencyId)).size, language)}
          label={text}
          href={`/assessments/years/${year}?zone=${some[0]?.result.zone ?? 'none'}#results`}
        />
      ))}
    </StatTiles>
  );
}

function Rounds({ reading: { lines, words, language } }: { reading: Reading }) {
  const rounds = new Map(lines.flatMap(({ result }) => (result.round ? [[result.round.code, result] as const] : [])));
  if (rounds.size === 0) return null;
  return (
    <>
      <h2>{words.rounds}</h2>
      <ul>
        {[...rounds].map(([code, { round, instrument }]) => (
          <li>
            <a href={`/assessments/${code}`}>{round?.title}</a>
            {round?.isExample && ` (${words.example})`}
            {instrument && (
              <>
                {'. '}
                <a href={`/instruments/${instrument.id}/${instrument.version}`}>{instrument.title[language]}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Tiles(props: { c: WebContext; reading: Reading; tiles: readonly Tile[]; province: string | undefined }) {
  const { words, year, language } = props.reading;
  return (
    <TileGrid
      tiles={props.tiles}
      columns={props.province === undefined ? PROVINCE_COLUMNS : REGENCY_COLUMNS}
      language={language}
      absent={words.notAssessed}
      label={props.province === undefined ? words.mapProvinces(year) : words.mapRegencies(props.province, year)}
    />
  );
}

const LOCAL = ['regency-government', 'city-government'];

/** Of the country a tile for each province, leading to its regencies; of a province a tile for each regency, leading to its result. */
async function tilesOf(c: WebContext, reading: Reading, province: string | undefined): Promise<readonly Tile[]> {
  const { lines, words, year } = reading;
  const { db } = c.get('tools');
  const resultIn = (code: string, kinds: readonly string[]) =>
    lines.find(({ result }) => result.regionCode === code && kinds.includes(result.agencyKind));
  if (province === undefined) {
    const regions = await regionsIn(db, null);
    return Object.entries(PROVINCE_TILES).map(([code, tile]) => {
      const line = resultIn(code, ['province-government']);
      const others = new Set(
        lines.flatMap(({ result }) =>
          LOCAL.includes(result.agencyKind) && result.regionCode?.startsWith(`${code}.`) ? [result.agencyId] : [],
        ),
      );
      const title = `${regions.find((region) => region.code === code)?.name ?? tile.short}: ${words.mapOpen}`;
      return {
        ...tile,
        name: tile.short,
        title,
        href: `/assessments/years/${year}?region=${code}`,
        score: line?.result.score ?? null,
        band: line?.band ?? null,
        note: others.size > 0 ? words.others(others.size) : undefined,
      };
    });
  }
  const regions = (await regionsIn(db, province)).filter(({ level }) => level === 'regency');
  const places = regencyTiles(regions.map(({ code }) => code));
  return regions.flatMap((region) => {
    const place = places.get(region.code);
    const line = resultIn(region.code, LOCAL);
    if (!place) return [];
    const href = line ? resultHref(line) : `/assessments/agencies/${region.code}`;
    const name = region.name.replace(/^Kabupaten /, '');
    return [{ ...place, name, title: region.name, href, score: line?.result.score ?? null, band: line?.band ?? null }];
  });
}

function YearFilter({ reading, provinces }: { reading: Reading; provinces: readonly { value: string; label: string }[] }) {
  const { filter, lines, words, language, year } = reading;
  const kinds = [...new Set(lines.map(({ result }) => result.agencyKind))].sort();
  const zones = new Map(lines.map(({ result, band }) => [result.zone ?? 'none', band] as const));
  return (
    <Filter action={`/assessments/years/${year}`} clearHref={`/assessments/years/${year}`}>
      <Select
        name="kind"
        label={words.filter.kind}
        emptyLabel={words.filter.all}
        value={filter.kind ?? ''}
        options={kinds.map((kind) => ({ value: kind, label: kindText(kind, language) }))}
      />
      <Select
        name="region"
        label={words.filter.region}
        emptyLabel={words.filter.all}
        value={filter.region ?? ''}
        options={[...provinces]}
      />
      <Select
        name="zone"
        label={words.filter.zone}
        emptyLabel={words.filter.all}
        value={filter.zone ?? ''}
        options={[...zones].flatMap(([code, band]) =>
          band?.zone ? [{ value: code, label: zoneText({ ...band, shade: null })?.[language] ?? code }] : [],
        )}
      />
    </Filter>
  );
}
