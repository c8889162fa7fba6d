import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Label } from '../kernel/language.ts';

/** Reading and writing tables of any length, row by row: what the commands with `--file` share. */

export type Row = readonly string[];

/** Where the header line must have ended: a longer one is no table. */
const HEADER_BYTES = 64 * 1024;

export interface TableRow {
  readonly record: Row;
  /** The line of the file the row ends on. */
  readonly info: { readonly lines: number };
}

export interface TableFile {
  /** What the header separates its columns with: in Indonesian spreadsheets a semicolon, because the comma is the decimal sign. */
  readonly delimiter: string;
  readonly rows: AsyncIterable<TableRow>;
}

/** Opens a table; `-` is standard input. What is wrong with the file is thrown while reading, see `faultOfFile`. */
export async function openTable(file: string): Promise<TableFile> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file);
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const head: Buffer[] = [];
  for (let size = 0; size < HEADER_BYTES; ) {
    const { done, value } = await chunks.next();
    if (done) break;
    head.push(value);
    size += value.length;
    if (value.includes(0x0a) || value.includes(0x0d)) break;
  }
  const [header = ''] = Buffer.concat(head)
    .toString('utf8')
    .split(/[\r\n]/);
  const delimiter = delimiterOf(header);
  const rows = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, delimiter });
  const whole = Readable.from(from(head, chunks), { objectMode: false });
  // A file that cannot be read must end the reading of the table, with its own error.
  whole.once('error', (error) => rows.destroy(error));
  return { delimiter, rows: whole.pipe(rows) };
}

async function* from(head: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** A name of a column as it is compared. */
export function plain(name: string): string {
  return name.trim().toLowerCase();
}

/** Waits for a slow reader; ends quietly when the reader has seen enough (`| head`). */
export async function write(text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve();
      else if ((error as { code?: string }).code === 'EPIPE') process.exit(0);
      else reject(error);
    });
  });
}

/** What can be wrong with a file; anything else is a fault and thrown on. */
export function faultOfFile(error: unknown): Label {
  const { code, lines } = error as { code?: string; lines?: number };
  if (code === 'ENOENT') return { id: 'berkas tidak ada.', en: 'no such file.' };
  if (code === 'EISDIR') return { id: 'ini folder, bukan berkas.', en: 'this is a folder, not a file.' };
  if (code === 'EACCES') return { id: 'berkas tidak boleh dibaca.', en: 'the file may not be read.' };
  if (code?.startsWith('CSV_'))
    return { id: `bukan CSV yang sah pada baris ${lines} (${code}).`, en: `not valid CSV at line ${lines} (${code}).` };
  throw error;
}
