/** A CSV file as rows, one after the other: never the whole file in memory. */
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { delimiterOf, type HeaderProblem, problemsOfHeader } from '../rules/table-columns.ts';
import type { Cells } from '../rules/table-row.ts';

export interface TableRow {
  /** Where the row begins in the file, counted from 1. */
  readonly line: number;
  readonly cells: Cells;
  /** Whether it has as many cells as there are columns. */
  readonly isWhole: boolean;
}

export type TableProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'not-csv'; readonly line: number }
  | { readonly kind: 'header'; readonly problems: readonly HeaderProblem[] };

/** Thrown by `rowsOf`: the file as a whole cannot be read. */
export class UnreadableTable extends Error {
  readonly problem: TableProblem;

  constructor(problem: TableProblem) {
    super(`a table that cannot be read: ${problem.kind}`);
    this.problem = problem;
  }
}

/** Bytes of one row: far above any standard of ours, small enough for memory. */
const MOST_ROW_BYTES = 256 * 1024;
/** Bytes in which the line of names must end. */
const MOST_HEADER = 16 * 1024;

/** @throws UnreadableTable */
export async function* rowsOf(source: Readable): AsyncGenerator<TableRow> {
  const texts = decoded(source);
  let head = '';
  let rest = '';
  for await (const text of texts) {
    head += text;
    if (/[\r\n]/.test(head.replace(/^\ufeff?[\r\n]+/, '')) || head.length > MOST_HEADER) break;
  }
  const first =
    head
      .replace(/^\ufeff/, '')
      .trimStart()
      .split(/\r\n?|\n/, 1)[0] ?? '';
  if (first.trim() === '') throw new UnreadableTable({ kind: 'empty' });
  if (first.length > MOST_HEADER) throw new UnreadableTable({ kind: 'not-csv', line: 1 });
  rest = head.replace(/^\ufeff/, '');
  let columns: readonly string[] | undefined;
  let previousLines = 0;
  const parser = parse({
    delimiter: delimiterOf(first),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_ROW_BYTES,
  });
  const feeding = feed(parser, rest, texts);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = previousLines + 1;
      previousLines = info.lines;
      if (columns === undefined) {
        columns = record.map((name) => name.trim().toLowerCase());
        while (columns.at(-1) === '') columns = columns.slice(0, -1);
        const problems = problemsOfHeader(columns);
        if (problems.length > 0) throw new UnreadableTable({ kind: 'header', problems });
        continue;
      }
      if (record.every((cell) => cell.trim() === '')) continue;
      const names = columns;
      const surplus = record.slice(names.length).some((cell) => cell.trim() !== '');
      const cells = Object.fromEntries(names.map((name, index) => [name, record[index] ?? '']));
      yield { line, cells, isWhole: record.length >= names.length && !surplus };
    }
    await feeding;
  } catch (error) {
    await feeding.catch(() => {});
    if (error instanceof UnreadableTable) throw error;
    if (String((error as { code?: unknown }).code).startsWith('CSV_')) {
      throw new UnreadableTable({ kind: 'not-csv', line: previousLines + 1 });
    }
    throw error;
  } finally {
    parser.destroy();
    source.destroy();
  }
  if (columns === undefined) throw new UnreadableTable({ kind: 'empty' });
}

async function feed(parser: ReturnType<typeof parse>, first: string, texts: AsyncIterable<string>): Promise<void> {
  const write = async (text: string) => {
    if (parser.destroyed || parser.write(text)) return;
    await new Promise<void>((resolve) => {
      const go = () => {
        parser.off('drain', go);
        parser.off('close', go);
        resolve();
      };
      parser.on('drain', go);
      parser.on('close', go);
    });
  };
  try {
    await write(first);
    for await (const text of texts) {
      if (parser.destroyed) return;
      await write(text);
    }
    if (!parser.destroyed) parser.end();
  } catch (error) {
    parser.destroy(error as Error);
    throw error;
  }
}

/** Strict UTF-8 without NUL, which the database could not keep. Can be read in two goes: `for await` must not close it between. */
function decoded(source: Readable): AsyncIterable<string> & AsyncIterator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const chunks = source[Symbol.asyncIterator]();
  let ended = false;
  const next = async (): Promise<IteratorResult<string>> => {
    if (ended) return { done: true, value: undefined };
    const { done, value } = await chunks.next();
    ended = done === true;
    const text = decode(decoder, ended ? undefined : (value as Uint8Array), !ended);
    return { done: false, value: text };
  };
  return { next, [Symbol.asyncIterator]: () => ({ next }) } as AsyncIterable<string> & AsyncIterator<string>;
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, stream: boolean): string {
  let text: string;
  try {
    text = decoder.decode(bytes, { stream });
  } catch {
    throw new UnreadableTable({ kind: 'not-utf8' });
  }
  if (text.includes('\0')) throw new UnreadableTable({ kind: 'not-utf8' });
  return text;
}
