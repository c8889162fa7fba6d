/**
 * Complaints laid out for counting: which row has which word, and how many in which week, over all offices. Those of one category; or all
 * there are, by office and place alone, where those without a category are looked at.
 */
import type { Cell, Gathered } from './rows.ts';

/** Rows in order of day; `i` below is a place in `rows`. */
export interface CategoryRows {
  /** Numbers of rows of `Gathered`, ascending by day. */
  readonly rows: Int32Array;
  /** Week of each place, from the first day of the period. */
  readonly week: Uint8Array;
  readonly weeks: number;
  /** What each cell is, by its number. */
  readonly named: readonly Cell[];
  /** Numbers of cells, with the places of their rows, ascending. */
  readonly cells: ReadonlyMap<number, Int32Array>;
  /** Number of the cell of each place. */
  readonly cellOf: Int32Array;
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

export interface LayOut {
  readonly fromDay: number;
  readonly weeks: number;
  readonly leastRows: number;
  readonly by: 'category' | 'office';
}

/**
 * @param rows numbers of the rows, ascending
 * @param options `leastRows`: words of fewer rows have no postings; `by`: what is one cell, an office with its category or whatever it is
 */
export function layOut(gathered: Gathered, rows: Int32Array, { fromDay, weeks, leastRows, by }: LayOut): CategoryRows {
  const cellOf = Int32Array.from(rows, (row) => (by === 'category' ? gathered.cell : gathered.wide)[row] ?? 0);
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
    named: by === 'category' ? gathered.cells : gathered.wideCells,
    cells: cellsOf(cellOf),
    cellOf,
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

function cellsOf(cellOf: Int32Array): ReadonlyMap<number, Int32Array> {
  const lists = new Map<number, number[]>();
  for (const [place, cell] of cellOf.entries()) {
    const list = lists.get(cell);
    if (list) list.push(place);
    else lists.set(cell, [place]);
  }
  return new Map([...lists].sort(([a], [b]) => a - b).map(([cell, list]) => [cell, Int32Array.from(list)]));
}
