import { stringify } from 'csv-stringify/sync';
import type { Instrument } from '../assessments/rules/instrument.ts';
import { tellYearRefusal } from '../assessments/rules/year-words.ts';
import { readYear, zoneOfYear } from '../assessments/rules/zone-of-year.ts';
import type { Label } from '../kernel/language.ts';
import type { Cli } from './cli.ts';
import { misused } from './misused.ts';
import { faultOfFile, openTable, plain, type Row, write } from './table-file.ts';

/** Needed in the first line, in any order. Other columns are handed through. */
const NEEDED = ['year', 'score'] as const;
/** Put at the end, or into the columns of these names when they are there. */
const ANSWERED = ['zone', 'category', 'label'] as const;

/** Rows of one write: few enough to flow, enough that writing costs nothing. */
const BATCH = 1000;

interface Columns {
  readonly names: Row;
  /** How many columns came in. */
  readonly given: number;
  readonly at: ReadonlyMap<string, number>;
}

/**
 * Answers a table row by row, whatever its length: prints the same columns plus zone, category and label. A row that cannot be judged
 * keeps its place with empty cells, is named on the error stream with its line, and makes the command fail at the end. A zone or
 * category that stood there already and contradicts the score is named too.
 */
export async function zoneTable(cli: Cli, file: string, instruments: readonly Instrument[]): Promise<void> {
  let columns: Columns | undefined;
  let delimiter = ',';
  let batch: Row[] = [];
  const flush = async () => {
    const rows = batch;
    batch = [];
    if (columns && rows.length > 0)
      await write(cli.json ? jsonLines(columns, rows) : stringify(rows as string[][], { delimiter }));
  };
  const tell = (line: number, what: Label) => cli.text({ id: `baris ${line}: ${what.id}`, en: `line ${line}: ${what.en}` });
  try {
    const table = await openTable(file);
    delimiter = table.delimiter;
    for await (const { record, info } of table.rows) {
      if (columns === undefined) {
        const missing = NEEDED.filter((name) => !record.some((given) => plain(given) === name));
        if (missing.length > 0) return misused(`${file}: ${cli.text(columnsMissing(missing))}`);
        columns = columnsOf(record);
        if (!cli.json) batch.push(columns.names);
        continue;
      }
      const { cells, wrong, doubts } = answerRow(columns, record, instruments);
      if (wrong) misused(tell(info.lines, wrong));
      for (const doubt of doubts) process.stderr.write(`${tell(info.lines, doubt)}\n`);
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
  const names = [...first, ...ANSWERED.filter((name) => !first.some((given) => plain(given) === name))];
  return { names, given: first.length, at: new Map(names.map((name, index) => [plain(name), index])) };
}

interface Answered {
  readonly cells: Row;
  readonly wrong: Label | null;
  readonly doubts: readonly Label[];
}

function answerRow(columns: Columns, record: Row, instruments: readonly Instrument[]): Answered {
  const cells = columns.names.map((_, index) => record[index] ?? '');
  const at = (name: string) => columns.at.get(name) as number;
  const before = ANSWERED.map((name) => cells[at(name)] ?? '');
  for (const name of ANSWERED) cells[at(name)] = '';
  if (record.length !== columns.given) {
    const [is, should] = [record.length, columns.given];
    return {
      cells,
      wrong: {
        id: `${is} kolom, seharusnya ${should}. Nilai dengan koma ditulis di antara tanda kutip ("80,995") atau dengan titik.`,
        en: `${is} columns instead of ${should}. Write a decimal with a point, or in quotation marks ("80,995").`,
      },
      doubts: [],
    };
  }
  const [year, score] = [cells[at('year')] ?? '', cells[at('score')] ?? ''];
  const verdict = zoneOfYear(instruments, readYear(year), score);
  if (typeof verdict === 'string') return { cells, wrong: tellYearRefusal(verdict, { year, score }), doubts: [] };
  const { band } = verdict;
  const answers = [band.zone ?? '', band.category, band.label.id];
  ANSWERED.forEach((name, place) => {
    cells[at(name)] = answers[place] ?? '';
  });
  const doubts = [0, 1].flatMap((place) => {
    const [name, was, is] = [ANSWERED[place], plain(before[place] ?? ''), answers[place] ?? ''];
    if (was === '' || was === plain(is)) return [];
    return [
      { id: `tertulis ${name} "${was}", menurut nilainya "${is}".`, en: `${name} was "${was}", by the score it is "${is}".` },
    ];
  });
  return { cells, wrong: null, doubts };
}

function jsonLines({ names }: Columns, rows: readonly Row[]): string {
  return rows
    .map((cells) => `${JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index]])))}\n`)
    .join('');
}

function columnsMissing(missing: readonly string[]): Label {
  const names = missing.join(', ');
  return { id: `kolom ${names} tidak ada. Kolom: year,score.`, en: `column ${names} is missing. Columns: year,score.` };
}
