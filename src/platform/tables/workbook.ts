/**
 * A small workbook of several sheets that people fill in: headings in colour, drop-downs that take their values from another sheet, notes at cells.
 * Held in memory whole; a long table of one sheet is written by `xlsx.ts`.
 */
import type { DataValidation } from 'hucre/xlsx';
import { printable, sheetName, type XlsxCell } from './xlsx.ts';

/** `told` is only to be read, `asked` is what the reader is to fill in. */
export type ColumnTone = 'plain' | 'told' | 'asked';

export interface WorkbookColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly shows?: 'day' | 'whole' | 'text';
  readonly tone?: ColumnTone;
  /** Lines are broken in the cell. */
  readonly wraps?: boolean;
  /** Where its drop-down takes its values from. */
  readonly choices?: { readonly sheet: string; readonly column: number; readonly count: number };
  /** Shown beside the cell when it is chosen. */
  readonly hint?: string;
  /** What is said of a value that is not on the list; it can be kept all the same. */
  readonly notListed?: string;
}

export interface WorkbookNote {
  /** Row of data, 0 = the first below the headings. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly XlsxCell[])[];
  /** Columns that stay in sight at the left. */
  readonly frozenColumns?: number;
  /** Rows below the last one for which formats and drop-downs are made ready. */
  readonly spareRows?: number;
  readonly notes?: readonly WorkbookNote[];
  readonly isLandscape?: boolean;
}

const FORMATS = { day: 'dd/mm/yyyy', whole: '#,##0', text: '@' } as const;
const HEAD_COLOURS: Readonly<Record<ColumnTone, string>> = { plain: 'D9E8F6', told: 'E3E3E3', asked: 'DDEFD9' };
const NOTED = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FBD9D3' } } as const;

/** As long as Excel lets a hint or a warning be. */
const HINT_CHARACTERS = 255;

export async function workbook(
  sheets: readonly WorkbookSheet[],
  about: { readonly title: string; readonly description: string },
): Promise<Uint8Array> {
  const { cellRef, rangeRef, writeXlsx } = await import('hucre/xlsx');
  const written = sheets.map((sheet) => {
    const last = sheet.rows.length + (sheet.spareRows ?? 0);
    const spare = Array.from({ length: sheet.spareRows ?? 0 }, () => sheet.columns.map(() => null));
    const cells = new Map<string, object>();
    sheet.columns.forEach(({ tone = 'plain', title }, index) => {
      const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: HEAD_COLOURS[tone] } };
      const style = { font: { name: 'Calibri', size: 11, bold: true }, fill, alignment: { wrapText: true, vertical: 'top' } };
      cells.set(`0,${index}`, { value: title, type: 'string', style });
    });
    for (const { row, column, text } of sheet.notes ?? []) {
      const value = printed(sheet.rows[row]?.[column] ?? null);
      const format = sheet.columns[column]?.shows;
      const style = {
        fill: NOTED,
        alignment: { vertical: 'top', wrapText: true },
        ...(format ? { numFmt: FORMATS[format] } : {}),
      };
      cells.set(`${row + 1},${column}`, { value, style, comment: { author: 'Tuntas', text } });
    }
    return {
      name: sheetName(sheet.name),
      columns: sheet.columns.map(({ title, width, shows, wraps }) => ({
        ...{ header: title, width, style: { alignment: { vertical: 'top' as const, ...(wraps ? { wrapText: true } : {}) } } },
        ...(shows ? { numFmt: FORMATS[shows] } : {}),
      })),
      // Spare rows are written as empty cells, so that what is typed there has the format of its column.
      rows: [sheet.columns.map(({ title }) => title), ...sheet.rows.map((row) => row.map(printed)), ...spare],
      cells,
      freezePane: { rows: 1, columns: sheet.frozenColumns ?? 0 },
      ...(sheet.isLandscape
        ? { pageSetup: { orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } }
        : {}),
      a11y: { headerRow: 0 },
      dataValidations: sheet.columns.flatMap((column, index) => {
        const range = last === 0 ? undefined : rangeRef(1, index, last, index);
        return range === undefined || (!column.choices && !column.hint) ? [] : [validation(column, range, cellRef)];
      }),
    };
  });
  return writeXlsx({ sheets: written, properties: { title: about.title, description: about.description, creator: 'Tuntas' } });
}

function validation(
  { title, choices, hint, notListed }: WorkbookColumn,
  range: string,
  cellRef: (row: number, column: number) => string,
): DataValidation {
  const [promptTitle, errorTitle] = [title.slice(0, 32), title.slice(0, 32)];
  const told = hint ? { showInputMessage: true, inputTitle: promptTitle, inputMessage: hint.slice(0, HINT_CHARACTERS) } : {};
  if (!choices) return { type: 'custom', formula1: 'TRUE', range, allowBlank: true, ...told };
  const [first, last] = [1, Math.max(choices.count, 1)].map((row) => absolute(cellRef(row, choices.column)));
  const formula1 = `'${sheetName(choices.sheet)}'!${first}:${last}`;
  // A warning and no stop: what is pasted is told by whoever reads the file back.
  const error = notListed ? { errorMessage: notListed.slice(0, HINT_CHARACTERS) } : {};
  return {
    type: 'list',
    formula1,
    range,
    allowBlank: true,
    ...told,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle,
    ...error,
  };
}

const printed = (cell: XlsxCell): XlsxCell => (typeof cell === 'string' ? printable(cell) : cell);
const absolute = (reference: string): string => reference.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
