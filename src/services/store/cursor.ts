/** A place in a list by name, as it travels in an address: it says where to go on, never what to show. */
import { isUuid } from '../../kernel/ids.ts';

export interface NamePlace {
  /** Whether it is in the list because of its name; those come first. */
  readonly isNamed: boolean;
  readonly name: string;
  readonly id: string;
}

export interface PageOf<Line> {
  readonly lines: readonly Line[];
  /** For the next page, `null` on the last. */
  readonly next: string | null;
}

export function writePlace({ isNamed, name, id }: NamePlace): string {
  return Buffer.from(JSON.stringify([isNamed, name, id])).toString('base64url');
}

/** `undefined` when it is not one of ours: the list starts at the beginning then. */
export function readPlace(text: string | undefined): NamePlace | undefined {
  if (!text || text.length > 2000) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(parsed) || parsed.length !== 3) return undefined;
    const [isNamed, name, id] = parsed as unknown[];
    if (typeof isNamed !== 'boolean') return undefined;
    if (typeof name !== 'string' || typeof id !== 'string' || !isUuid(id)) return undefined;
    return name.includes('\0') || !name.isWellFormed() ? undefined : { isNamed, name, id };
  } catch {
    return undefined;
  }
}

/** Takes a page from `limit + 1` lines. */
export function pageOf<Line>(lines: readonly Line[], limit: number, placeOf: (line: Line) => NamePlace): PageOf<Line> {
  const page = lines.slice(0, limit);
  const last = page.at(-1);
  return { lines: page, next: lines.length > limit && last ? writePlace(placeOf(last)) : null };
}
