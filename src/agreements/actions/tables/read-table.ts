/** A file that came back, as rows: an XLSX workbook or a CSV file, by its content and not by its name. */
import { parse } from 'csv-parse/sync';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type ReadCell, readWorkbook, type UnreadableWorkbook } from '../../../platform/tables/read-workbook.ts';
import { unguarded } from '../../../services/index.ts';
import { LINES_PER_PLAN } from '../../rules/lines/line-order.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import type { RawCell } from '../../rules/tables/cells.ts';
import { COLUMNS, type ColumnCode, columnOfHeading } from '../../rules/tables/columns.ts';
import type { FileRow } from '../../rules/tables/difference.ts';
import type { ImportFormat } from '../../store/tables/tables.ts';

export interface ReadTable {
  readonly format: ImportFormat;
  readonly rows: readonly FileRow[];
  /** Headings of columns that hold something and are none of a plan. */
  readonly ignored: readonly string[];
}

/** House settings: a plan of 2,000 lines weighs about 400 kB, and unpacks to about 6 MB. */
export const TABLE_BYTES = 5 * 1024 * 1024;
const UNPACKED_BYTES = 100 * 1024 * 1024;
const MOST_ROWS = LINES_PER_PLAN + 200;
const MOST_COLUMNS = 60;
/** Rows in which the headings are looked for: people put a title above them. */
const HEADING_ROWS = 20;
const HEADING_CHARACTERS = 80;

const UNREADABLE: Readonly<Record<Exclude<UnreadableWorkbook, 'other'>, AgreementRefusal>> = {
  locked: 'agreement.table-locked',
  old: 'agreement.table-old-xls',
  damaged: 'agreement.table-damaged',
  'too-big': 'agreement.table-too-big',
};

type Read = Result<ReadTable, AgreementRefusal>;

export async function readTable(bytes: Uint8Array): Promise<Read> {
  if (bytes.length > TABLE_BYTES) return refuse('agreement.table-too-big');
  if (bytes.length === 0) return refuse('agreement.table-empty');
  // One row more than are taken, so that what is too long is told and never cut.
  const limits = { unpackedBytes: UNPACKED_BYTES, rows: MOST_ROWS + HEADING_ROWS + 1, columns: MOST_COLUMNS };
  const book = await readWorkbook(bytes, limits);
  if (!book.ok) return book.refusal === 'other' ? readCsv(bytes) : refuse(UNREADABLE[book.refusal]);
  const visible = book.value.filter(({ isHidden }) => !isHidden);
  const found = visible.find(({ rows }) => headingsIn(rows) >= 0) ?? visible[0];
  return found ? tableOf('xlsx', found.rows) : refuse('agreement.table-no-headings');
}

function readCsv(bytes: Uint8Array): Read {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(looksLikeText(bytes) ? 'agreement.table-not-utf8' : 'agreement.table-no-table');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they say that it is no text
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text) || /^\s*(%PDF|<|\{)/.test(text)) return refuse('agreement.table-no-table');
  try {
    const rows = parse(text, { delimiter: delimiterIn(text), relax_column_count: true, skip_empty_lines: false }) as string[][];
    return tableOf(
      'csv',
      rows.map((row) => row.map(unguarded)),
    );
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('CSV_')) return refuse('agreement.table-not-csv');
    throw error;
  }
}

const looksLikeText = (bytes: Uint8Array): boolean => bytes.subarray(0, 4096).every((byte) => byte >= 9);

/** Whichever parts the first rows into the most columns we know. */
function delimiterIn(text: string): ';' | ',' | '\t' {
  const head = text.slice(0, 20_000);
  const known = (mark: string) =>
    Math.max(
      ...head
        .split(/\r\n?|\n/)
        .slice(0, HEADING_ROWS)
        .map((line) => line.split(mark).filter((cell) => columnOfHeading(cell) !== undefined).length),
    );
  const marks = [';', ',', '\t'] as const;
  return marks.toSorted((a, b) => known(b) - known(a))[0] ?? ';';
}

/** The first row that names an activity or a key, and another column besides. */
function headingsIn(rows: readonly (readonly ReadCell[])[]): number {
  return rows.slice(0, HEADING_ROWS).findIndex((row) => {
    const codes = new Set(row.map((cell) => (typeof cell === 'string' ? columnOfHeading(cell) : undefined)));
    codes.delete(undefined);
    return codes.size >= 2 && (codes.has('key') || codes.has('activity') || codes.has('number'));
  });
}

function tableOf(format: ImportFormat, rows: readonly (readonly ReadCell[])[]): Read {
  const at = headingsIn(rows);
  if (at < 0) return refuse('agreement.table-no-headings');
  const headings = (rows[at] as readonly ReadCell[]).map((cell) => (typeof cell === 'string' ? cell.trim() : String(cell ?? '')));
  const codes = headings.map((heading) => columnOfHeading(heading));
  const named = codes.filter((code) => code !== undefined);
  if (new Set(named).size < named.length) return refuse('agreement.table-heading-twice');
  const below = rows.slice(at + 1);
  const filled = below.flatMap((row, index): FileRow[] => {
    const cells: Partial<Record<ColumnCode, RawCell>> = {};
    codes.forEach((code, column) => {
      if (code !== undefined) cells[code] = rawCell(row[column] ?? null);
    });
    return saysSomething(cells) ? [{ row: at + index + 2, cells }] : [];
  });
  if (filled.length === 0) return refuse('agreement.table-empty');
  if (filled.length > MOST_ROWS) return refuse('agreement.table-too-long');
  const ignored = headings.flatMap((heading, column) =>
    heading !== '' && codes[column] === undefined && below.some((row) => (row[column] ?? '') !== '')
      ? [heading.slice(0, HEADING_CHARACTERS)]
      : [],
  );
  return { ok: true, value: { format, rows: filled, ignored } };
}

const TOLD: ReadonlySet<string> = new Set(
  COLUMNS.filter(({ use, kind }) => use === 'told' && kind !== 'key').map(({ code }) => code),
);

/** A row of nothing but what is only read, of a running number for example, says nothing. */
function saysSomething(cells: FileRow['cells']): boolean {
  const columns = Object.keys(cells);
  const numbered = !columns.includes('key') && columns.includes('number');
  return Object.entries(cells).some(([code, cell]) => cell !== '' && (!TOLD.has(code) || (numbered && code === 'number')));
}

/** Days are days, in whatever hour a spreadsheet puts them. Texts are kept such that the database can hold them. */
function rawCell(cell: ReadCell): RawCell {
  if (cell === null) return '';
  if (cell instanceof Date) {
    const time = cell.getTime();
    return Number.isNaN(time) ? '#VALUE!' : { day: new Date(time + 1000).toISOString().slice(0, 10) };
  }
  if (typeof cell !== 'string') return cell;
  const text = cell.toWellFormed().replaceAll('\0', '').slice(0, MOST_CHARACTERS);
  return text.trim() === '' ? '' : text;
}

/** What a cell of a spreadsheet holds at most; far beyond what a line may say, which is told at its cell. */
const MOST_CHARACTERS = 32_767;
