/** Tables, report cards and raw data as files. Long ones stream: memory does not grow with them. */
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { stringify } from 'csv-stringify';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { publicYears } from '../../store/public-results.ts';
import { rawDataOf } from '../../store/raw-data.ts';
import { loadReportCard, publishedAssessment } from '../../store/report-card.ts';
import { roundFileLines } from '../../store/round-file.ts';
import { fits, type Listed, type ListFilter, listed, readFilter } from './listed.ts';
import { reportCardPdf } from './rapor-document.ts';
import { reportCardJson } from './rapor-json.ts';
import { publishedRound } from './round-page.tsx';

const NO_FILTER: ListFilter = { kind: null, region: null, zone: null };
const AN_HOUR = { windowSeconds: 3600 } as const;

async function unlessTooOften(c: WebContext, bucket: string, limit: number): Promise<void> {
  const tools = c.get('tools');
  const { allowed, retryAfterSeconds } = await allow(tools, {
    ...{ bucket, limit, ...AN_HOUR },
    key: clientAddress(c),
    now: tools.clock.now(),
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}

/** `/assessments/years/2024.csv`, filtered as the page. */
export async function yearCsv(c: WebContext): Promise<Response> {
  const year = Number(c.req.param('file')?.replace(/\.csv$/, ''));
  return csv(
    c,
    [year],
    readFilter((name) => c.req.query(name)),
    `penilaian-${year}`,
  );
}

/** `/assessments/results.csv`: every year. */
export async function allCsv(c: WebContext): Promise<Response> {
  await unlessTooOften(c, 'results-table', 60);
  const years = await publicYears(c.get('tools').db);
  return csv(
    c,
    years.map(({ year }) => year),
    NO_FILTER,
    'penilaian',
  );
}

function csv(c: WebContext, years: readonly number[], filter: ListFilter, name: string): Response {
  const { db } = c.get('tools');
  const rows = async function* () {
    for (const year of years) for (const line of await listed(db, { year })) if (fits(line, filter)) yield cellsOf(line);
  };
  const writer = stringify({ header: true, delimiter: ';', bom: true, record_delimiter: 'windows', columns: [...COLUMNS] });
  return stream(c, Readable.from(rows()).compose(writer) as unknown as Readable, `${name}.csv`, 'text/csv; charset=UTF-8');
}

const COLUMNS = [
  'tahun',
  'kode',
  'instansi',
  'jenis',
  'wilayah',
  'nilai',
  'zona',
  'kategori',
  'predikat',
  'cara',
  'putaran',
  'sumber',
  'berbeda',
  'catatan',
] as const;

/** Numbers with a point, so that they are numbers everywhere. */
function cellsOf({ result, band, disputed }: Listed): Record<(typeof COLUMNS)[number], string> {
  return {
    tahun: String(result.year),
    kode: result.agencyCode,
    instansi: result.agencyName,
    jenis: result.agencyKind,
    wilayah: result.regionCode ?? '',
    nilai: result.score ?? '',
    zona: result.zone ?? '',
    kategori: result.category ?? '',
    predikat: result.label?.id ?? band?.label.id ?? '',
    cara: result.method ?? '',
    putaran: result.round?.code ?? '',
    sumber: result.source ?? '',
    berbeda: disputed ? 'ya' : 'tidak',
    catatan: result.note ?? '',
  };
}

export async function yearJson(c: WebContext): Promise<Response> {
  const year = Number(c.req.param('file')?.replace(/\.json$/, ''));
  const filter = readFilter((name) => c.req.query(name));
  const lines = (await listed(c.get('tools').db, { year })).filter((line) => fits(line, filter));
  return c.json({ year, results: lines.map(listedJson) });
}

export function listedJson({ result, band, disputed, standing }: Listed) {
  return {
    agency: { code: result.agencyCode, name: result.agencyName, kind: result.agencyKind, region: result.regionCode },
    year: result.year,
    score: result.score,
    zone: result.zone,
    category: result.category,
    label: result.label ?? band?.label ?? null,
    method: result.method,
    instrument: result.instrument && { id: result.instrument.id, version: result.instrument.version },
    round: result.round?.code ?? null,
    example: result.round?.isExample ?? false,
    source: result.source,
    note: result.note,
    doubts: result.doubts,
    disputed,
    rank: standing && { rank: standing.rank, of: standing.of, tied: standing.tied },
  };
}

export async function roundRaw(c: WebContext): Promise<Response> {
  const round = await publishedRound(c);
  if (!round) return c.notFound();
  await unlessTooOften(c, 'results-raw', 30);
  const lines = Readable.from(roundFileLines(c.get('tools').db, round), { objectMode: false });
  const packed = c.req.path.endsWith('.gz');
  const name = `${round.code}.ndjson${packed ? '.gz' : ''}`;
  if (!packed) return stream(c, lines, name, 'application/x-ndjson; charset=UTF-8');
  const zip = createGzip();
  lines.once('error', (error) => zip.destroy(error));
  return stream(c, lines.pipe(zip), name, 'application/gzip');
}

/** The published line itself: its SHA-256 is the one the report card shows. */
export async function agencyRaw(c: WebContext): Promise<Response> {
  const { db } = c.get('tools');
  const id = await publishedAssessment(db, c.req.param('round') ?? '', c.req.param('agency') ?? '');
  const card = id === undefined ? undefined : await loadReportCard(db, id);
  const body = card && (await rawDataOf(db, card.assessmentId, card.history[0]?.version ?? 0));
  if (!card || body === undefined) return c.notFound();
  return c.body(body, 200, {
    'Content-Type': 'application/json; charset=UTF-8',
    'Content-Disposition': `attachment; filename="${card.round.code}-${card.agency.code}.json"`,
  });
}

/** `/assessments/{round}/{agency}.json` and `.pdf` */
export async function raporFile(c: WebContext): Promise<Response> {
  const file = c.req.param('file') ?? '';
  const { db, settings } = c.get('tools');
  const agencyCode = file.replace(/\.(pdf|json)$/, '');
  const id = await publishedAssessment(db, c.req.param('round') ?? '', agencyCode);
  const card = id === undefined ? undefined : await loadReportCard(db, id);
  if (!card) return c.notFound();
  if (file.endsWith('.json')) return c.json(reportCardJson(card, settings.baseUrl));
  await unlessTooOften(c, 'results-pdf', 120);
  const pdf = await reportCardPdf(card, c.get('language'), settings.baseUrl);
  return c.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="rapor-${card.agency.code}-${card.round.year}.pdf"`,
  });
}

function stream(c: WebContext, from: Readable, name: string, type: string): Response {
  return c.body(Readable.toWeb(from) as unknown as ReadableStream, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    // What is packed already is left alone, and what is long is not kept by anyone.
    'Cache-Control': 'no-store',
  });
}
