/** One category's complaints laid out for counting: which row has which word, and how many in which week, over all offices. */
import type { Gathered } from './rows.ts';

/** Rows of one category in order of day; `i` below is a place in `rows`. */
export interface CategoryRows {
  /** Numbers of rows of `Gathered`, ascending by day. */
  readonly rows: Int32Array;
  /** Week of each place, from the first day of the period. */
  readonly week: Uint8Array;
  readonly weeks: number;
  /** Numbers of cells in this category, with the places of their rows, ascending. */
  readonly cells: ReadonlyMap<number, Int32Array>;
  /** Rows up to and without week `w`: `upTo[w]`. */
  readonly upTo: Int32Array;
  /** Places of the rows that have a word, ascending; words of too few rows are left out. */
  postings(word: number): Int32Array;
  /** Rows with the word in the weeks `from` up to and without `until`. */
  countOf(word: number, from: number, until: number): number;
}

/** Rows in some weeks, of a running sum. */
export function within(sums: Int32Array, from: number, until: number): number {
  return (sums[until] ?? 0) - (sums[from] ?? 0);
}

/** A place where `values`, ascending, reaches `least`. */
export function firstAtLeast(values: ArrayLike<number>, least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NONE = new Int32Array(0);

/**
 * @param rows numbers of the category's rows, ascending
 * @param leastRows words of fewer rows than this have no postings
 */
export function layOut(gathered: Gathered, rows: Int32Array, fromDay: number, weeks: number, leastRows: number): CategoryRows {
  const week = Uint8Array.from(rows, (row) => Math.floor(((gathered.day[row] ?? 0) - fromDay) / 7));
  const upTo = new Int32Array(weeks + 1);
  for (const each of week) upTo[each + 1] = (upTo[each + 1] ?? 0) + 1;
  for (let w = 1; w <= weeks; w++) upTo[w] = (upTo[w] ?? 0) + (upTo[w - 1] ?? 0);

  const many = new Int32Array(gathered.vocabulary.length);
  for (const row of rows) eachWord(gathered, row, (word) => (many[word] = (many[word] ?? 0) + 1));
  const at = new Int32Array(gathered.vocabulary.length + 1);
  for (let word = 0; word < many.length; word++)
    at[word + 1] = (at[word] ?? 0) + ((many[word] ?? 0) >= leastRows ? (many[word] ?? 0) : 0);
  const filled = at.slice(0, -1);
  const places = new Int32Array(at[many.length] ?? 0);
  for (const [place, row] of rows.entries()) {
    eachWord(gathered, row, (word) => {
      if ((many[word] ?? 0) >= leastRows) {
        places[filled[word] ?? 0] = place;
        filled[word] = (filled[word] ?? 0) + 1;
      }
    });
  }
  const postings = (word: number) => ((many[word] ?? 0) >= leastRows ? places.subarray(at[word], at[word + 1]) : NONE);
  return {
    rows,
    week,
    weeks,
    cells: cellsOf(gathered, rows),
    upTo,
    postings,
    countOf(word, from, until) {
      const all = postings(word);
      return firstAtLeast(all, upTo[until] ?? 0) - firstAtLeast(all, upTo[from] ?? 0);
    },
  };
}

export function eachWord(gathered: Gathered, row: number, take: (word: number) => void): void {
  const until = gathered.starts[row + 1] ?? 0;
  for (let i = gathered.starts[row] ?? 0; i < until; i++) take(gathered.words[i] ?? 0);
}

function cellsOf(gathered: Gathered, rows: Int32Array): ReadonlyMap<number, Int32Array> {
  const lists = new Map<number, number[]>();
  for (const [place, row] of rows.entries()) {
    const cell = gathered.cell[row] ?? 0;
    const list = lists.get(cell);
    if (list) list.push(place);
    else lists.set(cell, [place]);
  }
  return new Map([...lists].sort(([a], [b]) => a - b).map(([cell, list]) => [cell, Int32Array.from(list)]));
}
