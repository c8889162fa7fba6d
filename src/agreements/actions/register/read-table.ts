/** A CSV file of agreements as rows. The register has thousands of documents, not millions: a file is read whole, up to its limit. */
import { parse } from 'csv-parse/sync';
import { type HeaderProblem, headerProblems, MOST_ROWS, type TableColumn } from '../../rules/register/table-columns.ts';
import type { Cells } from '../../rules/register/table-row.ts';

export type TableProblem =
  | { readonly kind: 'empty' | 'not-utf8' | 'too-many' }
  | { readonly kind: 'not-csv'; readonly line: number }
  | { readonly kind: 'header'; readonly problems: readonly HeaderProblem[] };

export interface ReadRow {
  /** Where the row begins in the file, counted from 1. */
  readonly line: number;
  readonly cells: Cells;
  readonly isWhole: boolean;
}

export interface ReadTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly ReadRow[];
}

const MOST_BYTES = 8 * 1024 * 1024;

/** @returns the rows, or why the file as a whole cannot be read */
export function readTable(bytes: Uint8Array): ReadTable | TableProblem {
  if (bytes.length > MOST_BYTES) return { kind: 'too-many' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'not-utf8' };
  }
  if (text.includes('\0')) return { kind: 'not-utf8' };
  const head = text.trimStart().split(/\r\n?|\n/, 1)[0] ?? '';
  if (head.trim() === '') return { kind: 'empty' };
  const delimiter = [';', ',', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ';';
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      ...{ delimiter, info: true, relax_column_count: true, skip_empty_lines: true, to: MOST_ROWS + 2 },
    }) as unknown as typeof records;
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('CSV_')) throw error;
    return { kind: 'not-csv', line: Number((error as { lines?: unknown }).lines ?? 1) };
  }
  const [header, ...rest] = records;
  if (!header) return { kind: 'empty' };
  let columns = header.record.map((name) => name.trim().toLowerCase());
  while (columns.at(-1) === '') columns = columns.slice(0, -1);
  const problems = headerProblems(columns);
  if (problems.length > 0) return { kind: 'header', problems };
  let before = header.info.lines;
  const rows: ReadRow[] = [];
  for (const { record, info } of rest) {
    const line = before + 1;
    before = info.lines;
    if (record.every((cell) => cell.trim() === '')) continue;
    const surplus = record.slice(columns.length).some((cell) => cell.trim() !== '');
    rows.push({
      line,
      cells: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ''])),
      isWhole: record.length >= columns.length && !surplus,
    });
  }
  if (rows.length > MOST_ROWS) return { kind: 'too-many' };
  return { columns: columns as readonly TableColumn[], rows };
}
