/**
 * Tables as XLSX, written row by row as the reader takes them: memory does not grow with the table. Only this folder knows the library
 * (`hucre`; `exceljs` has been unmaintained since 2023, the forks of it weigh fifty times as much).
 */
/** A number stays a number, a `Date` becomes a day (UTC); a text is never taken for a formula, whatever it begins with. */
export type XlsxCell = string | number | Date | null;

export interface XlsxColumn {
  readonly title: string;
  /** In characters. */
  readonly width?: number;
  /** Days are shown as `17/03/2026`, decimals with one place; the value itself is kept whole. */
  readonly shows?: 'decimal' | 'day';
}

export interface XlsxSheet {
  /** Cut to what Excel takes: 31 characters, without `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: AsyncIterable<readonly XlsxCell[]> | Iterable<readonly XlsxCell[]>;
}

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FORMATS = { decimal: '0.0', day: 'dd/mm/yyyy' } as const;

/**
 * One sheet with a head row that stays in sight. Rows are pulled only as fast as the stream is read; when its reader goes away, the
 * iterator is ended, so that what it holds open is freed. Past 1,048,576 rows a further sheet begins.
 */
export async function xlsxStream(sheet: XlsxSheet): Promise<ReadableStream<Uint8Array>> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const columns = sheet.columns.map(({ title, width, shows }) => ({
    header: title,
    width: width ?? Math.max(10, title.length + 2),
    ...(shows && { numFmt: FORMATS[shows] }),
  }));
  return writeXlsxStream(copied(sheet.rows), { name: sheetName(sheet.name), columns, freezePane: { rows: 1 } });
}

async function* copied(rows: XlsxSheet['rows']): AsyncGenerator<XlsxCell[]> {
  for await (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? printable(cell) : cell));
}

/** XML 1.0 has no place for control characters; Excel refuses a whole file for one of them, and takes `_x0041_` for a letter. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
  const storable = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  return storable.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').slice(0, MOST_CHARACTERS);
}

/** What a cell of Excel holds at most. */
const MOST_CHARACTERS = 32_767;

export function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .trim() || 'Data'
  );
}
