/** A workbook from outside, read without trusting it: how much it unpacks to is known before anything is unpacked. */
import { type Result, refuse } from '../../kernel/result.ts';

/** As a cell holds it; formulas as the value they had when the file was saved, `#VALUE!` where no program has ever calculated it. A day is a `Date` (UTC). */
export type ReadCell = string | number | boolean | Date | null;

export interface ReadSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows from the first one on, cells from the first column on; what is empty at the end is left out. */
  readonly rows: readonly (readonly ReadCell[])[];
}

export interface WorkbookLimits {
  /** Bytes of everything in it, unpacked. */
  readonly unpackedBytes: number;
  /** Rows and columns of a sheet; what stands beyond is not read. */
  readonly rows: number;
  readonly columns: number;
}

/** `locked` = a password, `old` = the binary format of before 2007, `other` = no workbook at all. */
export type UnreadableWorkbook = 'locked' | 'old' | 'other' | 'damaged' | 'too-big';

export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits,
): Promise<Result<readonly ReadSheet[], UnreadableWorkbook>> {
  if (startsWith(bytes, OLE)) return refuse(Buffer.from(bytes).includes(ENCRYPTED) ? 'locked' : 'old');
  if (!startsWith(bytes, ZIP)) return refuse('other');
  const weight = await unpackedBytes(bytes);
  if (weight === undefined) return refuse('damaged');
  if (weight > limits.unpackedBytes) return refuse('too-big');
  const { colToLetter, readXlsx } = await import('hucre/xlsx');
  try {
    // The range bounds what a single cell in the farthest corner would otherwise make of a sheet.
    const range = `A1:${colToLetter(limits.columns - 1)}${limits.rows}`;
    const { sheets } = await readXlsx(bytes, { range });
    return {
      ok: true,
      value: sheets.map(({ name, rows, cells, hidden, veryHidden }) => {
        // What a script wrote and no spreadsheet has opened since is no empty cell: read as one, it would take away what stands there.
        for (const [place, { type, value }] of cells ?? [])
          if (type === 'formula' && value === null) putAt(rows, place, '#VALUE!');
        return { name, isHidden: hidden === true || veryHidden === true, rows: shortened(rows).map(shortenedRow) };
      }),
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'EncryptedFileError') return refuse('locked');
    // Whatever else the library stumbles over is the file's fault: its bytes are all it was given.
    return refuse('damaged');
  }
}

/** @param place row and column from nought, `4,11` */
function putAt(rows: readonly ReadCell[][], place: string, cell: ReadCell): void {
  const [row, column] = place.split(',').map(Number) as [number, number];
  const line = rows[row];
  if (line) line[column] = cell;
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The name of the stream that an encrypted workbook lies in. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

const startsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);

/**
 * What the archive's own directory says of the sizes; the reading library holds every entry to what was declared there. An entry that declares
 * nothing while it holds something would be unpacked without a limit, so it counts as damaged. `undefined` = no archive.
 */
async function unpackedBytes(bytes: Uint8Array): Promise<number | undefined> {
  const { unzipSync } = await import('fflate');
  let total = 0;
  let isSound = true;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize, size }) => {
        total += originalSize;
        if ((originalSize === 0 && size > 2) || (size === 0 && originalSize > 0)) isSound = false;
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return isSound ? total : undefined;
}

const isEmpty = (cell: ReadCell | undefined): boolean => cell === null || cell === undefined || cell === '';

function shortenedRow(row: readonly ReadCell[]): readonly ReadCell[] {
  return row.slice(0, row.findLastIndex((cell) => !isEmpty(cell)) + 1).map((cell) => cell ?? null);
}

function shortened(rows: readonly (readonly ReadCell[])[]): readonly (readonly ReadCell[])[] {
  return rows.slice(0, rows.findLastIndex((row) => row.some((cell) => !isEmpty(cell))) + 1);
}
