import { isUuid } from '../../kernel/ids.ts';
import { Temporal } from '../../kernel/time.ts';

/** A place in a list, as it travels in a URL. It says where to go on, never what to show. */
export type Cursor = readonly (string | number)[];

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** `undefined` when it is not one of ours: the list starts at the beginning then. */
export function readCursor(text: string | undefined, shape: readonly ('moment' | 'uuid' | 'number')[]): Cursor | undefined {
  if (!text || text.length > 400) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parsed) || parsed.length !== shape.length) return undefined;
    const fits = shape.every((kind, index) => CHECKS[kind](parsed[index]));
    return fits ? (parsed as Cursor) : undefined;
  } catch {
    return undefined;
  }
}

const CHECKS: Readonly<Record<'moment' | 'uuid' | 'number', (value: unknown) => boolean>> = {
  moment: (value) => typeof value === 'string' && isMoment(value),
  uuid: (value) => typeof value === 'string' && isUuid(value),
  // What fits an integer column of the database.
  number: (value) => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31,
};

function isMoment(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) || text < '1000') return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

export interface PageOf<Line> {
  readonly lines: readonly Line[];
  /** For the next page, `null` on the last. */
  readonly next: string | null;
}

/** Takes a page from `limit + 1` lines. */
export function pageOf<Line>(lines: readonly Line[], limit: number, cursorOf: (line: Line) => Cursor): PageOf<Line> {
  const page = lines.slice(0, limit);
  const last = page.at(-1);
  return { lines: page, next: lines.length > limit && last ? writeCursor(cursorOf(last)) : null };
}
