/** What an import would do, row by row: the same judgement for the dry run and for the errand that writes. */
import type { Readable } from 'node:stream';
import { type Agency, agencyByCode, isInForce } from '../../directory/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import { lineOf } from '../rules/normal-standard.ts';
import { mayManage } from '../rules/permissions.ts';
import type { ServiceContent } from '../rules/service.ts';
import { unguarded } from '../rules/table-columns.ts';
import { contentOfCells, type RowProblem } from '../rules/table-row.ts';
import { type OnRecord, onRecord, placeAndName } from '../store/matches.ts';
import { contentDigest, placeOf, todayAt } from './on-service.ts';
import { rowsOf, type TableRow } from './read-table.ts';

export interface JudgedRow {
  readonly line: number;
  readonly name: string;
  readonly what: 'created' | 'changed' | 'unchanged' | 'wrong';
  readonly problems: readonly RowProblem[];
  readonly agency: Agency | undefined;
  readonly content: ServiceContent | undefined;
  readonly before: OnRecord | undefined;
}

const BATCH = 250;

/** Rows in batches, judged against what is on record at that moment. Memory holds a batch, and one short key for each row seen. */
export async function* judgedRows(
  tools: Tools,
  actor: Actor,
  source: Readable,
  options: { readonly skip?: number } = {},
): AsyncGenerator<readonly JudgedRow[]> {
  const seen = new Set<string>();
  const offices = new Map<string, Agency | undefined>();
  let batch: TableRow[] = [];
  let skipped = 0;
  for await (const row of rowsOf(source)) {
    if (skipped < (options.skip ?? 0)) {
      skipped++;
      continue;
    }
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield await judge(tools, tools.db, actor, batch, seen, offices);
    batch = [];
  }
  if (batch.length > 0) yield await judge(tools, tools.db, actor, batch, seen, offices);
}

const textIn = (row: TableRow, column: string) => lineOf(unguarded(row.cells[column] ?? ''));

async function judge(
  tools: Tools,
  db: Db,
  actor: Actor,
  rows: readonly TableRow[],
  seen: Set<string>,
  offices: Map<string, Agency | undefined>,
): Promise<JudgedRow[]> {
  for (const row of rows) {
    const code = textIn(row, 'kode_instansi').toLowerCase();
    if (!offices.has(code)) offices.set(code, code === '' || code.length > 200 ? undefined : await agencyByCode(db, code));
  }
  const asked = rows.map((row) => ({
    row,
    number: textIn(row, 'nomor'),
    name: textIn(row, 'nama_layanan'),
    agency: offices.get(textIn(row, 'kode_instansi').toLowerCase()),
  }));
  const found = await onRecord(
    db,
    asked.map(({ number, name, agency }) => ({ number, name, agencyId: agency?.id ?? NOBODY })),
  );
  const at = tools.clock.now();
  return asked.map(({ row, number, name, agency }) => {
    const named = agency && found.byName.get(placeAndName(agency.id, name));
    const before = number === '' ? named : found.byNumber.get(number);
    const { content, problems } = contentOfCells(row.cells, before?.last);
    const all: RowProblem[] = [...problems];
    if (!row.isWhole) all.push({ column: '', code: 'import.row-ragged' });
    if (!agency || !isInForce(agency, todayAt(agency.regionCode, at))) {
      all.push({ column: 'kode_instansi', code: 'service.office-unknown' });
    } else if (!mayManage(actor, placeOf(agency))) all.push({ column: 'kode_instansi', code: 'service.not-yours' });
    if (number !== '' && (before === undefined || (agency && before.service.agencyId !== agency.id))) {
      all.push({ column: 'nomor', code: 'import.number-unknown' });
    }
    if (named && before && named.service.id !== before.service.id)
      all.push({ column: 'nama_layanan', code: 'service.name-taken' });
    const keys = [...(before ? [before.service.number] : []), ...(agency ? [placeAndName(agency.id, name)] : [])];
    if (keys.some((key) => seen.has(key))) all.push({ column: 'nama_layanan', code: 'import.row-double' });
    for (const key of keys) seen.add(key);
    const isSame = before !== undefined && contentDigest(before.last) === contentDigest(content);
    const what = all.length > 0 ? 'wrong' : before === undefined ? 'created' : isSame ? 'unchanged' : 'changed';
    return { line: row.line, name, what, problems: all, agency, content, before };
  });
}

/** An id that no agency has. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export interface WrongRow {
  readonly line: number;
  readonly name: string;
  readonly problems: readonly RowProblem[];
}

export interface TableReport {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly wrong: number;
  /** The first of them. */
  readonly wrongRows: readonly WrongRow[];
  /** The first rows that would change something. */
  readonly examples: readonly Pick<JudgedRow, 'line' | 'name' | 'what'>[];
}

/** What is shown of a long list; the counts are always of all. */
const SHOWN = 200;

/** The dry run: reads the whole table and writes nothing. @throws UnreadableTable */
export async function tryTable(tools: Tools, actor: Actor, source: Readable): Promise<TableReport> {
  const counts = { rows: 0, created: 0, changed: 0, unchanged: 0, wrong: 0 };
  const wrongRows: WrongRow[] = [];
  const examples: Pick<JudgedRow, 'line' | 'name' | 'what'>[] = [];
  for await (const batch of judgedRows(tools, actor, source)) {
    for (const { line, name, what, problems } of batch) {
      counts.rows++;
      counts[what]++;
      if (what === 'wrong' && wrongRows.length < SHOWN) wrongRows.push({ line, name: name.slice(0, 200), problems });
      if ((what === 'created' || what === 'changed') && examples.length < SHOWN) examples.push({ line, name, what });
    }
  }
  return { ...counts, wrongRows, examples };
}
