/** A plan as a workbook to fill in: its lines, how it is done, and the lists its cells choose from. */
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import { type WorkbookColumn, type WorkbookNote, workbook } from '../../../platform/tables/workbook.ts';
import type { XlsxCell } from '../../../platform/tables/xlsx.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind } from '../../rules/kinds.ts';
import type { Line } from '../../rules/line.ts';
import { cellsOfLine, keyOf, type RawCell, showCell, toldOf } from '../../rules/tables/cells.ts';
import { type Column, type ColumnCode, columnsOf } from '../../rules/tables/columns.ts';
import { sheetWordsIn } from '../../rules/tables/instructions.ts';
import { offered, type TableLists } from '../../rules/tables/lists.ts';

export interface Plan {
  readonly agreement: Agreement;
  readonly lines: readonly Line[];
  readonly lists: TableLists;
}

/** Empty rows that have their drop-downs ready for new lines. */
const SPARE_ROWS = 200;
/** Columns whose drop-down stands on the sheet of lists. Supporting agencies are several in a cell: their names are copied from there. */
const LISTED: readonly ColumnCode[] = ['programme', 'factor', 'form', 'direction', 'owner', 'isPriority'];

export function planWorkbook({ agreement, lines, lists }: Plan, language: Language, at: Moment): Promise<Uint8Array> {
  const rows = lines.map((line) => shownRow(agreement, line, lists, language));
  return filledWorkbook({ agreement, lists }, rows, [], language, at);
}

/** The same with rows of one's own, by column, and notes at cells: what of an upload is still to be mended. */
export function filledWorkbook(
  { agreement, lists }: Pick<Plan, 'agreement' | 'lists'>,
  rows: readonly Readonly<Partial<Record<ColumnCode, RawCell>>>[],
  notes: readonly { readonly row: number; readonly column: ColumnCode; readonly text: string }[],
  language: Language,
  at: Moment,
): Promise<Uint8Array> {
  const words = sheetWordsIn(language);
  const columns = columnsOf(agreementKind(agreement.kind));
  const listed = LISTED.filter((code) => columns.some((column) => column.code === code));
  const values = listed.map((code) => offered(code, lists, language));
  const place = (code: ColumnCode) => listed.indexOf(code === 'other' ? 'owner' : code === 'isLast' ? 'isPriority' : code);
  const chosen = (code: ColumnCode) => {
    const index = place(code);
    return index < 0 ? {} : { choices: { sheet: words.lists, column: index, count: values[index]?.length ?? 0 } };
  };
  const at0 = (code: ColumnCode) => columns.findIndex((column) => column.code === code);
  const longest = Math.max(0, ...values.map(({ length }) => length));
  return workbook(
    [
      {
        name: words.plan,
        columns: columns.map((column) => ({ ...asColumn(column, language), ...chosen(column.code), notListed: words.notListed })),
        rows: rows.map((row) => columns.map(({ code, kind }) => spreadsheetCell(kind, row[code] ?? ''))),
        ...{ frozenColumns: 3, spareRows: SPARE_ROWS, isLandscape: true },
        notes: notes.map(({ row, column, text }): WorkbookNote => ({ row, column: at0(column), text })),
      },
      {
        name: words.instructions,
        columns: [
          { title: words.howTitle, width: 34, wraps: true },
          { title: `${agreement.code}: ${agreement.title}`, width: 100, wraps: true },
        ],
        rows: [
          ...words.steps.map((step, index) => [`${index + 1}.`, step]),
          [words.written, words.writtenAt(at, agreement.zone)],
          [null, null],
          ...columns.map((column) => [column.title[language], column.how[language]]),
        ],
      },
      {
        name: words.lists,
        columns: listed.map((code) => asColumn(columns[at0(code)] as Column, language, 'plain')),
        rows: Array.from({ length: longest }, (_, index) => values.map((list) => list[index] ?? null)),
      },
    ],
    { title: `${agreement.code}: ${agreement.title}`, description: words.description },
  );
}

/** What to write there is told beside the cell as well; for texts and drop-downs a hint at every cell would be in the way. */
function isTricky({ kind, use }: Pick<Column, 'kind' | 'use'>): boolean {
  return use === 'why' || use === 'report' || (kind !== 'text' && kind !== 'choice' && kind !== 'agency' && kind !== 'number');
}

function asColumn({ title, width, kind, use, how }: Column, language: Language, tone?: 'plain'): WorkbookColumn {
  const shows = kind === 'day' ? 'day' : kind === 'money' ? 'whole' : kind === 'key' || kind === 'text' ? 'text' : undefined;
  return {
    ...{ title: title[language], width, tone: tone ?? (use === 'told' ? 'told' : use === 'report' ? 'asked' : 'plain') },
    ...(shows ? { shows } : {}),
    ...(kind === 'text' || kind === 'agency' || kind === 'agencies' ? { wraps: true } : {}),
    ...(tone === undefined && isTricky({ kind, use }) ? { hint: how[language] } : {}),
  };
}

/** A line as people read it, by column; what is reported is empty. */
export function shownRow(
  agreement: Agreement,
  line: Line,
  lists: TableLists,
  language: Language,
): Readonly<Partial<Record<ColumnCode, string>>> {
  const shown = Object.entries(cellsOfLine(line)).map(([code, value = '']) => {
    const { kind } = columnsOf({ hasFactors: true }).find((column) => column.code === code) as Column;
    // Numbers and days are values of a spreadsheet; all else is text as it is read.
    return [code, kind === 'amount' || kind === 'day' ? value : showCell(code as ColumnCode, value, lists, language)];
  });
  return { ...Object.fromEntries(shown), ...toldOf(line, language), key: keyOf(agreement.code, line) };
}

/** A spreadsheet keeps fifteen digits of a number: what has more stays text, and is read as text. */
function spreadsheetCell(kind: Column['kind'], value: RawCell): XlsxCell {
  if (value === '') return null;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return new Date(`${value.day}T00:00:00Z`);
  if (kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`);
  const isNumber = kind === 'amount' || kind === 'money' || kind === 'year' || kind === 'number';
  return isNumber && value.replaceAll(/\D/g, '').length <= 15 && String(Number(value)) === value ? Number(value) : value;
}
