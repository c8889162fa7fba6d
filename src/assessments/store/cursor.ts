/** A place in a list of this room, as it travels in an address: it says where to go on, never what to show. */
import { isUuid } from '../../kernel/ids.ts';

export interface PageOf<Line> {
  readonly lines: readonly Line[];
  /** For the next page, `null` on the last. */
  readonly next: string | null;
}

/** Ordered by a text or number, then by id. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

export function writePlace({ key, id }: Place): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** `undefined` when it is not one of ours: the list starts at the beginning then. */
export function readPlace(text: string | undefined): Place | undefined {
  if (!text || text.length > 2000) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parsed) || parsed.length !== 2) return undefined;
    const [key, id] = parsed as unknown[];
    if (typeof key !== 'string' || typeof id !== 'string' || !isUuid(id)) return undefined;
    return key.includes('\0') || !key.isWellFormed() ? undefined : { key, id };
  } catch {
    return undefined;
  }
}

/** Takes a page from `limit + 1` lines. */
export function pageOf<Line>(lines: readonly Line[], limit: number, placeOf: (line: Line) => Place): PageOf<Line> {
  const page = lines.slice(0, limit);
  const last = page.at(-1);
  return { lines: page, next: lines.length > limit && last ? writePlace(placeOf(last)) : null };
}
