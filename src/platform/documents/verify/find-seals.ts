/** Where a seal lies in a file: it covers [0, gapStart) and [gapEnd, end); between is the signature itself, in hexadecimal. */
export interface SealPlace {
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly end: number;
  /** The signature with the zeros that fill its space. */
  readonly content: Buffer;
}

const MARK = Buffer.from('/ByteRange');
/** Text after the mark in which its four numbers must stand. */
const NEAR = 120;
const RANGE = /^\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/;
/** Hexadecimal digits of a signature: ours take 8 kB. */
const MOST_DIGITS = 128 * 1024;

export const MOST_SEALS = 64;

/**
 * Finds the seals of a file by their marks in the bytes, without reading its objects: a seal counts only if it covers every byte around
 * it, so what a reader of PDF makes of the objects cannot differ from what was sealed. A mark that is no seal makes the file suspect, which
 * errs on the right side.
 *
 * @returns places in the order of the file, `undefined` for a mark without proper numbers; at most one more than `MOST_SEALS`
 */
export function findSeals(file: Buffer): readonly (SealPlace | undefined)[] {
  const found: (SealPlace | undefined)[] = [];
  let at = file.indexOf(MARK);
  while (at >= 0 && found.length <= MOST_SEALS) {
    found.push(placeAt(file, at + MARK.length));
    at = file.indexOf(MARK, at + MARK.length);
  }
  return found;
}

function placeAt(file: Buffer, at: number): SealPlace | undefined {
  const numbers = RANGE.exec(file.toString('latin1', at, at + NEAR));
  if (!numbers) return undefined;
  const [start, first, gapEnd, rest] = numbers.slice(1).map(Number) as [number, number, number, number];
  const end = gapEnd + rest;
  if (start !== 0 || first >= gapEnd || end > file.length || gapEnd - first > MOST_DIGITS) return undefined;
  const content = hexBetween(file, first, gapEnd);
  // The mark itself must be among what is covered, else it would say of others what it does not keep itself.
  const isCovered = at < first || (at >= gapEnd && at < end);
  return content && isCovered ? { gapStart: first, gapEnd, end, content } : undefined;
}

/**
 * The bytes written as `<HEX>` in the gap. Only one way of writing them is taken: the gap is the one place that no seal covers, and nothing
 * in it may be changed unseen, not even the case of a digit.
 */
function hexBetween(file: Buffer, from: number, to: number): Buffer | undefined {
  if (to - from < 4 || file[from] !== 0x3c || file[to - 1] !== 0x3e) return undefined;
  const digits = file.toString('latin1', from + 1, to - 1);
  if (digits.length % 2 !== 0 || !(/^[0-9a-f]*$/.test(digits) || /^[0-9A-F]*$/.test(digits))) return undefined;
  return Buffer.from(digits, 'hex');
}
