import { stringify } from 'csv-stringify/sync';
import type { Label } from '../kernel/language.ts';
import { answerQuestion, isoIn, type LawBook } from '../law/index.ts';
import type { Cli } from './cli.ts';
import { misused } from './misused.ts';
import { faultOfFile, openTable, plain, type Row, write } from './table-file.ts';

/** Needed in the first line, in any order; `region` may be missing or empty. Other columns are handed through. */
const NEEDED = ['from', 'limit', 'zone'] as const;

/** Rows of one write: few enough to flow, enough that writing costs nothing. */
const BATCH = 1000;

interface Columns {
  readonly names: Row;
  /** How many columns came in; `due` may be one of them. */
  readonly given: number;
  readonly at: ReadonlyMap<string, number>;
}

/**
 * Answers a table row by row, whatever its length: prints the same columns plus `due`. A row that cannot be answered keeps an empty
 * `due`, is named on the error stream with its line, and makes the command fail at the end; the other rows are answered all the same.
 */
export async function answerTable(cli: Cli, file: string, book: LawBook): Promise<void> {
  let columns: Columns | undefined;
  let batch: Row[] = [];
  const flush = async () => {
    const rows = batch;
    batch = [];
    if (columns && rows.length > 0) await write(cli.json ? jsonLines(columns, rows) : stringify(rows as string[][]));
  };
  try {
    for await (const { record, info } of (await openTable(file)).rows) {
      if (columns === undefined) {
        const missing = NEEDED.filter((name) => !record.some((given) => plain(given) === name));
        if (missing.length > 0) return misused(`${file}: ${cli.text(columnsMissing(missing))}`);
        columns = columnsOf(record);
        if (!cli.json) batch.push(columns.names);
        continue;
      }
      const { cells, wrong } = answerRow(columns, record, book);
      if (wrong) misused(cli.text({ id: `baris ${info.lines}: ${wrong.id}`, en: `line ${info.lines}: ${wrong.en}` }));
      batch.push(cells);
      if (batch.length >= BATCH) await flush();
    }
    await flush();
    if (columns === undefined) misused(cli.text({ id: `${file}: kosong.`, en: `${file}: empty.` }));
  } catch (error) {
    await flush();
    misused(`${file}: ${cli.text(faultOfFile(error))}`);
  }
}

function columnsOf(first: Row): Columns {
  const names = first.some((name) => plain(name) === 'due') ? first : [...first, 'due'];
  return { names, given: first.length, at: new Map(names.map((name, index) => [plain(name), index])) };
}

function answerRow(columns: Columns, record: Row, book: LawBook): { readonly cells: Row; readonly wrong: Label | null } {
  const cells = columns.names.map((_, index) => record[index] ?? '');
  const dueAt = columns.at.get('due') as number;
  cells[dueAt] = '';
  if (record.length !== columns.given) {
    const [is, should] = [record.length, columns.given];
    return { cells, wrong: { id: `${is} kolom, seharusnya ${should}.`, en: `${is} columns instead of ${should}.` } };
  }
  const cell = (name: string) => cells[columns.at.get(name) ?? -1] ?? '';
  const answered = answerQuestion({ from: cell('from'), limit: cell('limit'), zone: cell('zone'), region: cell('region') }, book);
  if (!answered.ok) return { cells, wrong: answered.refusal.text };
  cells[dueAt] = isoIn(answered.value.zone, answered.value.dueAt);
  return { cells, wrong: null };
}

function jsonLines({ names }: Columns, rows: readonly Row[]): string {
  return rows
    .map((cells) => `${JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index]])))}\n`)
    .join('');
}

function columnsMissing(missing: readonly string[]): Label {
  const names = missing.join(', ');
  return {
    id: `kolom ${names} tidak ada. Kolom: from,limit,zone,region.`,
    en: `column ${names} is missing. Columns: from,limit,zone,region.`,
  };
}
