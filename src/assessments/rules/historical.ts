import { type AgencySpan, agencyInForceIn } from './agency-span.ts';
import { bandOf } from './bands.ts';
import type { Instrument, ZoneCode } from './instrument.ts';
import { decimalText, rational, readRational, roundHalfUp } from './rational.ts';
import { instrumentOfYear, YEARS_WITHOUT_ROUND } from './zone-of-year.ts';

/**
 * Results that were published before or outside this installation, as a table names them: who, when, what, and where it stands. What
 * cannot be read is refused; what is odd is a doubt, which may be accepted knowingly and is shown ever after.
 */
export const HISTORICAL_COLUMNS = ['agency', 'year', 'score', 'zone', 'category', 'source', 'note'] as const;
export type HistoricalColumn = (typeof HISTORICAL_COLUMNS)[number];

/** What a header may call a column: English or Indonesian. */
export const COLUMN_NAMES: Readonly<Record<string, HistoricalColumn>> = {
  agency: 'agency',
  instansi: 'agency',
  kode: 'agency',
  year: 'year',
  tahun: 'year',
  score: 'score',
  nilai: 'score',
  zone: 'zone',
  zona: 'zone',
  category: 'category',
  kategori: 'category',
  source: 'source',
  sumber: 'source',
  note: 'note',
  catatan: 'note',
};

export const REQUIRED_COLUMNS: readonly HistoricalColumn[] = ['agency', 'year', 'source'];

export type HistoricalProblem =
  | 'agency-missing'
  | 'agency-unknown'
  | 'year-unreadable'
  | 'score-unreadable'
  | 'score-out-of-scale'
  | 'zone-unknown'
  | 'source-missing'
  | 'nothing-said'
  | 'too-long'
  | 'doubled-here';

export type HistoricalDoubt =
  | 'zone-contradicts-score'
  | 'category-contradicts-score'
  | 'zone-without-zones'
  | 'year-without-round'
  | 'year-before-rounds'
  | 'agency-not-there-then'
  | 'decimal-comma'
  | 'more-decimals';

export interface HistoricalRow {
  readonly agencyId: string;
  readonly year: number;
  /** Two decimals. */
  readonly score: string | null;
  readonly zone: ZoneCode | null;
  readonly category: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly doubts: readonly HistoricalDoubt[];
}

export type Cells = Readonly<Partial<Record<HistoricalColumn, string>>>;

export interface KnownAgency extends AgencySpan {
  readonly id: string;
}

export type Judged =
  | { readonly row: HistoricalRow; readonly problems: readonly [] }
  | { readonly row: null; readonly problems: readonly HistoricalProblem[] };

const ZONES: Readonly<Record<string, ZoneCode>> = {
  hijau: 'hijau',
  green: 'hijau',
  'hijau pekat': 'hijau',
  kuning: 'kuning',
  yellow: 'kuning',
  merah: 'merah',
  red: 'merah',
};

const MOST_TEXT = 500;

/** One line of a table. `agency`: what the directory has for the code in it. `instruments`: the published versions. */
export function judgeHistorical(cells: Cells, agency: KnownAgency | undefined, instruments: readonly Instrument[]): Judged {
  const text = (column: HistoricalColumn) => cells[column]?.trim() ?? '';
  const problems: HistoricalProblem[] = [];
  const doubts: HistoricalDoubt[] = [];
  if (text('agency') === '') problems.push('agency-missing');
  else if (!agency) problems.push('agency-unknown');
  const year = /^\d{4}$/.test(text('year')) ? Number(text('year')) : null;
  if (year === null || year < 1990 || year > 2200) problems.push('year-unreadable');
  const score = readScore(text('score'), problems, doubts);
  const zoneText = text('zone')
    .toLowerCase()
    .replace(/^zona\s+/, '');
  const zone = zoneText === '' || zoneText === '-' ? null : ZONES[zoneText];
  if (zone === undefined) problems.push('zone-unknown');
  const category = text('category') || null;
  if (text('source') === '') problems.push('source-missing');
  if (score === null && !zone && category === null && problems.length === 0) problems.push('nothing-said');
  if ([text('source'), text('note'), text('category')].some((each) => each.length > MOST_TEXT)) problems.push('too-long');
  if (problems.length > 0 || !agency || year === null || zone === undefined) return { row: null, problems };
  doubts.push(...doubtsOfYear(year, { score, zone, category }, instruments));
  if (!agencyInForceIn(agency, year)) doubts.push('agency-not-there-then');
  return {
    row: { agencyId: agency.id, year, score, zone, category, source: text('source'), note: text('note') || null, doubts },
    problems: [],
  };
}

/** `81,25` is read as 81.25 and said to be; a thousands sign is refused, since it cannot be told from a decimal. */
function readScore(written: string, problems: HistoricalProblem[], doubts: HistoricalDoubt[]): string | null {
  if (written === '' || written === '-') return null;
  const withPoint = written.replace(',', '.');
  const value = written.includes('/') ? undefined : readRational(withPoint);
  if (!value || (written.match(/[.,]/g) ?? []).length > 1) {
    problems.push('score-unreadable');
    return null;
  }
  if (value.compare(0) < 0 || value.compare(100) > 0) {
    problems.push('score-out-of-scale');
    return null;
  }
  if (written.includes(',')) doubts.push('decimal-comma');
  if (!roundHalfUp(value, 2).equals(value)) doubts.push('more-decimals');
  return decimalText(value);
}

function doubtsOfYear(
  year: number,
  said: { readonly score: string | null; readonly zone: ZoneCode | null; readonly category: string | null },
  instruments: readonly Instrument[],
): readonly HistoricalDoubt[] {
  if (YEARS_WITHOUT_ROUND.includes(year)) return ['year-without-round'];
  const instrument = instrumentOfYear(instruments, year);
  if (!instrument) return ['year-before-rounds'];
  const hasZones = instrument.bands.some(({ zone }) => zone !== null);
  if (!hasZones && said.zone !== null) return ['zone-without-zones'];
  if (said.score === null) return [];
  const band = bandOf(instrument.bands, rational(said.score));
  const doubts: HistoricalDoubt[] = [];
  if (said.zone !== null && band.zone !== said.zone) doubts.push('zone-contradicts-score');
  const named = instrument.bands.find(({ category }) => category.toLowerCase() === said.category?.toLowerCase());
  if (named && named !== band) doubts.push('category-contradicts-score');
  return doubts;
}
