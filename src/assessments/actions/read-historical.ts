/** A table of historical results, row by row: the header is judged first, and what is wrong with the file itself is thrown by name. */
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type Cells, COLUMN_NAMES, type HistoricalColumn, REQUIRED_COLUMNS } from '../rules/historical.ts';

export class UnreadableHistory extends Error {
  readonly code: 'empty' | 'not-csv' | 'columns-missing' | 'columns-unknown' | 'columns-twice';
  /** The columns it is about. */
  readonly columns: readonly string[];

  constructor(code: UnreadableHistory['code'], columns: readonly string[] = []) {
    super(code);
    this.name = 'UnreadableHistory';
    this.code = code;
    this.columns = columns;
  }
}

export interface HistoryLine {
  /** From 1, the header included. */
  readonly line: number;
  readonly cells: Cells;
}

/** What separates the columns is told by the header: in Indonesian tables a semicolon, since the comma is the decimal sign. */
const SEPARATORS = [';', '\t', ','];

/** A longer header is none. */
const HEADER_BYTES = 64 * 1024;

/** Semicolon, tab or comma; UTF-8 with or without a byte order mark. @throws UnreadableHistory */
export async function* readHistorical(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<HistoryLine> {
  const chunks = bytes[Symbol.asyncIterator]();
  const { head, delimiter } = await peek(chunks);
  const source = Readable.from(from(head, chunks), { objectMode: false });
  const parser = parse({ bom: true, info: true, delimiter, relax_column_count: true, skip_empty_lines: true });
  source.once('error', (error) => parser.destroy(error));
  let columns: readonly HistoricalColumn[] | undefined;
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!columns) {
        columns = readHeader(record);
        continue;
      }
      const cells = Object.fromEntries(columns.map((column, place) => [column, record[place] ?? '']));
      yield { line: info.lines, cells };
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) throw new UnreadableHistory('not-csv');
    throw error;
  } finally {
    source.destroy();
  }
  if (!columns) throw new UnreadableHistory('empty');
}

async function peek(
  chunks: AsyncIterator<Uint8Array>,
): Promise<{ readonly head: readonly Buffer[]; readonly delimiter: string }> {
  const head: Buffer[] = [];
  for (let size = 0; size < HEADER_BYTES; ) {
    const { done, value } = await chunks.next();
    if (done) break;
    head.push(Buffer.from(value));
    size += value.length;
    if (value.includes(0x0a)) break;
  }
  const [header = ''] = Buffer.concat(head)
    .toString('utf8')
    .split(/[\r\n]/);
  const count = (separator: string) => header.split(separator).length;
  return { head, delimiter: SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best)) };
}

async function* from(head: readonly Buffer[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function readHeader(record: readonly string[]): readonly HistoricalColumn[] {
  const names = record.map((name) => name.trim().toLowerCase());
  const unknown = names.filter((name) => !Object.hasOwn(COLUMN_NAMES, name));
  const columns = names.flatMap((name) => COLUMN_NAMES[name] ?? []);
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column));
  // A file without any known column has most likely no header at all.
  if (missing.length > 0) throw new UnreadableHistory('columns-missing', missing);
  if (unknown.length > 0) throw new UnreadableHistory('columns-unknown', unknown.slice(0, 20));
  const twice = columns.filter((column, place) => columns.indexOf(column) !== place);
  if (twice.length > 0) throw new UnreadableHistory('columns-twice', twice);
  return columns;
}
