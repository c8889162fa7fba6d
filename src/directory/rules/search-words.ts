/**
 * Search over names. The index holds every word of a name and neighbouring words joined ('tanjungpinang' beside
 * 'tanjung pinang'), because places are written both ways; a query matches by the beginnings of its words.
 */

function words(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The words of names as they go into the index. */
export function indexWords(...names: readonly string[]): Set<string> {
  const all = new Set<string>();
  for (const name of names) {
    const own = words(name);
    for (const word of own) all.add(word);
    // Every pair of neighbours joined: 'kota tanjung pinang' is found by 'tanjungpinang'.
    for (let i = 0; i + 1 < own.length; i++) all.add(`${own[i]}${own[i + 1]}`);
  }
  return all;
}

/**
 * The text form of a tsvector: own words weigh A, words of what it lies in B. Made here and not by `to_tsvector`, whose parser
 * takes three times as long for the 91 thousand regions and would cut names in other places than the query does.
 */
export function searchVector(own: Iterable<string>, above: Iterable<string>): string {
  const entries: string[] = [];
  for (const word of own) entries.push(`${word}:1A`);
  for (const word of above) entries.push(`${word}:2B`);
  return entries.join(' ');
}

/** How people shorten the words of kinds; the prefix match does the rest ('kab' finds 'kabupaten'). */
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ['ds', 'desa'],
  ['pkm', 'puskesmas'],
]);

/** What was typed, as tsqueries of the configuration `simple`. Safe as parameters of `to_tsquery`: letters, digits, operators only. */
export interface SearchQuery {
  /** Every word begins some word of the name or of what it lies in, or all of them joined do. */
  readonly any: string;
  /** The same, of the name itself: for order, own names first. */
  readonly own: string;
}

/** `undefined` when nothing searchable was typed. */
export function searchQuery(text: string): SearchQuery | undefined {
  const typed = words(text.slice(0, 200))
    .slice(0, 8)
    .map((word) => SHORTENED.get(word) ?? word);
  if (typed.length === 0) return undefined;
  const query = (weight: string) => {
    const every = typed.map((word) => `${word}:*${weight}`).join(' & ');
    return typed.length === 1 ? every : `(${every}) | ${typed.join('')}:*${weight}`;
  };
  return { any: query(''), own: query('A') };
}
