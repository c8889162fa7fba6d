/**
 * Where a page of a list ends, as an opaque text for URLs: the values of the sort key of its last row.
 * A cursor someone has tampered with is no cursor: the list starts again.
 */
export function cursorOf(...key: readonly string[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The key in a cursor, `undefined` when it is not one of `parts` texts. */
export function keyOf(cursor: string | undefined, parts: number): string[] | undefined {
  if (cursor === undefined || cursor.length > 1000) return undefined;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const key: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const fits =
      Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string' && !part.includes('\0'));
    return fits ? (key as string[]) : undefined;
  } catch {
    return undefined;
  }
}

/** One page of a list and the cursor of the next, `null` at the end. */
export interface ListPage<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** Makes a page from `limit + 1` rows. */
export function pageOf<T>(rows: readonly T[], limit: number, cursor: (last: T) => string): ListPage<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? cursor(last) : null };
}
