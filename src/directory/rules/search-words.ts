/**
 * Search over names. The index holds every word of a name and the name without its blanks ('tanjungpinang' beside
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

/** The words of one name as they go into the index, separated by blanks. */
export function indexWords(...names: readonly string[]): string {
  const all = new Set<string>();
  for (const name of names) {
    const own = words(name);
    for (const word of own) all.add(word);
    // Every pair of neighbours joined, and the whole: 'kota tanjung pinang' is found by 'tanjungpinang'.
    for (let i = 0; i + 1 < own.length; i++) all.add(`${own[i]}${own[i + 1]}`);
    if (own.length > 2) all.add(own.join(''));
  }
  return [...all].join(' ');
}

/** How people shorten the words of kinds; the prefix match does the rest ('kab' finds 'kabupaten'). */
const SHORTENED: Readonly<Record<string, string>> = { kel: 'kelurahan', ds: 'desa', pkm: 'puskesmas', pemko: 'pemkot' };

/**
 * A typed text as a tsquery of the configuration `simple`: every word must begin a word of the name, or all of them joined must.
 * `undefined` when nothing searchable was typed. Safe to pass as a parameter to `to_tsquery`: only letters, digits and operators.
 */
export function searchQuery(text: string): string | undefined {
  const typed = words(text.slice(0, 200))
    .slice(0, 8)
    .map((word) => SHORTENED[word] ?? word);
  if (typed.length === 0) return undefined;
  const every = typed.map((word) => `${word}:*`).join(' & ');
  return typed.length === 1 ? every : `(${every}) | ${typed.join('')}:*`;
}
