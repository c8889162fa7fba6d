import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { answerQuestion, type LawBook } from '../law/index.ts';
import type { Cli } from './cli.ts';
import { tellMoment } from './due.ts';

/** Needed in the first line, in any order; `region` may be missing or empty. Other columns are handed through. */
const NEEDED = ['from', 'limit', 'zone'] as const;

/**
 * Answers a table row by row, whatever its length: prints the same columns plus `due`. A row that cannot be answered keeps an empty
 * `due`, is named on the error stream with its line, and makes the command fail at the end; the other rows are answered all the same.
 */
export async function answerTable(cli: Cli, file: string, book: LawBook, fail: (text: string) => void): Promise<void> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file);
  const rows = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true, delimiter: [',', ';'] });
  // A file that cannot be read must end the reading of the table, with its own error.
  source.once('error', (error) => rows.destroy(error));
  const out = new Lines(process.stdout);
  let header: Header | undefined;
  try {
    for await (const { record, info } of source.pipe(rows) as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!header) {
        header = readHeader(record);
        if ('missing' in header) {
          const missing = header.missing.join(', ');
          return fail(cli.text({ id: `${file}: kolom ${missing} tidak ada. Kolom: from,limit,zone,region.`, en: `${file}: column ${missing} is missing. Columns: from,limit,zone,region.` }));
        }
        if (!cli.json) await out.write(stringify([header.names]));
        continue;
      }
      const line = { id: `baris ${info.lines}`, en: `line ${info.lines}` };
      const answer = answerRow(header as Columns, record, book);
      if (answer.wrong) fail(cli.text({ id: `${line.id}: ${answer.wrong.id}`, en: `${line.en}: ${answer.wrong.en}` }));
      await out.write(cli.json ? `${JSON.stringify(asObject(header as Columns, answer.cells))}\n` : stringify([answer.cells]));
    }
    await out.end();
    if (!header) fail(cli.text({ id: `${file}: kosong.`, en: `${file}: empty.` }));
  } catch (error) {
    await out.end();
    fail(`${file}: ${tellFault(error, cli)}`);
  }
}

interface Columns {
  readonly names: readonly string[];
  /** How many columns came in; `due` may be one of them. */
  readonly given: number;
  readonly at: ReadonlyMap<string, number>;
}

type Header = Columns | { readonly missing: readonly string[] };

function readHeader(record: readonly string[]): Header {
  const given = record.map((name) => name.toLowerCase());
  const missing = NEEDED.filter((name) => !given.includes(name));
  if (missing.length > 0) return { missing };
  const names = given.includes('due') ? record : [...record, 'due'];
  return { names, given: record.length, at: new Map(names.map((name, index) => [name.toLowerCase(), index])) };
}

function answerRow(columns: Columns, record: readonly string[], book: LawBook) {
  const cells = columns.names.map((_, index) => record[index] ?? '');
  const dueAt = columns.at.get('due') as number;
  cells[dueAt] = '';
  if (record.length !== columns.given) {
    const count = { id: `${record.length} kolom, seharusnya ${columns.given}.`, en: `${record.length} columns instead of ${columns.given}.` };
    return { cells, wrong: count };
  }
  const cell = (name: string) => cells[columns.at.get(name) ?? -1] ?? '';
  const answered = answerQuestion({ from: cell('from'), limit: cell('limit'), zone: cell('zone'), region: cell('region') }, book);
  if (!answered.ok) return { cells, wrong: answered.refusal.text };
  cells[dueAt] = tellMoment(answered.value);
  return { cells, wrong: null };
}

function asObject({ names }: Columns, cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
}

function tellFault(error: unknown, cli: Cli): string {
  const { code, lines } = error as { code?: string; lines?: number };
  if (code === 'ENOENT') return cli.text({ id: 'berkas tidak ada.', en: 'no such file.' });
  if (code === 'EISDIR') return cli.text({ id: 'ini folder, bukan berkas.', en: 'this is a folder, not a file.' });
  if (code === 'EACCES') return cli.text({ id: 'berkas tidak boleh dibaca.', en: 'the file may not be read.' });
  if (code?.startsWith('CSV_')) return cli.text({ id: `bukan CSV yang sah pada baris ${lines} (${code}).`, en: `not valid CSV at line ${lines} (${code}).` });
  throw error;
}

/** Gathers lines into larger writes and waits for a slow reader. */
class Lines {
  readonly #to: NodeJS.WritableStream;
  #text = '';

  constructor(to: NodeJS.WritableStream) {
    this.#to = to;
  }

  async write(line: string): Promise<void> {
    this.#text += line;
    if (this.#text.length > 65_536) await this.end();
  }

  async end(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    if (text !== '' && !this.#to.write(text)) await new Promise<void>((resolve) => this.#to.once('drain', () => resolve()));
  }
}
