/** Which words come up in a cell and window more often than its other weeks and the other offices let expect. */
import { type CategoryRows, eachWord, within } from './category.ts';
import type { Gathered } from './rows.ts';
import type { Thresholds } from './thresholds.ts';

/** Fewest complaints of the window that have the word: two people may choose the same word by accident, four hardly. */
const LEAST_ROWS = 3;
const LEAST_TIMES = 2.5;
/** Complaints' worth of trust in the category's own share against what the cell's few other weeks say. */
const PRIOR_ROWS = 10;

/** A window of whole weeks, `until` without. */
export interface Weeks {
  readonly from: number;
  readonly until: number;
}

/** What a cell's words are counted with: its rows not yet in a cluster. */
export interface CellCounts {
  readonly cell: number;
  /** Places of the rows, ascending. */
  readonly places: readonly number[];
  /** Rows before each week. */
  readonly upTo: Int32Array;
  readonly words: readonly number[];
  /** For each of `words`, rows before each week. */
  readonly sums: readonly Int32Array[];
}

export function countCell(
  gathered: Gathered,
  category: CategoryRows,
  cell: number,
  places: readonly number[],
  thresholds: Thresholds,
): CellCounts {
  const { weeks } = category;
  const upTo = new Int32Array(weeks + 1);
  const byWord = new Map<number, Int32Array>();
  for (const place of places) {
    const week = category.week[place] ?? 0;
    upTo[week + 1] = (upTo[week + 1] ?? 0) + 1;
    eachWord(gathered, category.rows[place] ?? 0, (word) => {
      const counts = byWord.get(word) ?? new Int32Array(weeks + 2);
      byWord.set(word, counts);
      counts[week + 1] = (counts[week + 1] ?? 0) + 1;
      counts[weeks + 1] = (counts[weeks + 1] ?? 0) + 1;
    });
  }
  const mostRows = thresholds.mostCommon * category.rows.length;
  const kept = [...byWord]
    .filter(
      ([word, counts]) => (counts[weeks + 1] ?? 0) >= LEAST_ROWS && category.postings(word).length <= Math.max(mostRows, 50),
    )
    .sort(([a], [b]) => a - b);
  for (const sums of [upTo, ...kept.map(([, counts]) => counts)])
    for (let w = 1; w <= weeks; w++) sums[w] = (sums[w] ?? 0) + (sums[w - 1] ?? 0);
  return { cell, places, upTo, words: kept.map(([word]) => word), sums: kept.map(([, sums]) => sums) };
}

/** How many complaints the cell was to expect in a window, by its own other weeks and by what the season does to the other offices. */
export function expectedRows(category: CategoryRows, cell: CellCounts, { from, until }: Weeks): number {
  const length = until - from;
  const others = category.weeks - length;
  const own = within(cell.upTo, from, until);
  const ownOthers = cell.places.length - own;
  const peers = within(category.upTo, from, until) - own;
  const peersOthers = category.rows.length - cell.places.length - peers;
  const season = others > 0 ? (peers / length + 1) / (peersOthers / others + 1) : 1;
  return others > 0 ? (ownOthers / others) * length * Math.max(season, 0.5) : 0;
}

/** A word that comes up, with how many complaints more than expected have it. */
export interface Surge {
  readonly word: number;
  readonly seen: number;
  readonly expected: number;
}

export function surgingWords(category: CategoryRows, cell: CellCounts, window: Weeks): Surge[] {
  const { from, until } = window;
  const inside = within(cell.upTo, from, until);
  const outside = cell.places.length - inside;
  const expected = expectedRows(category, cell, window);
  const peersInside = within(category.upTo, from, until) - inside;
  const peersOutside = category.rows.length - cell.places.length - (within(category.upTo, from, until) - inside);
  const found: Surge[] = [];
  for (const [index, word] of cell.words.entries()) {
    const sums = cell.sums[index] as Int32Array;
    const seen = within(sums, from, until);
    if (seen < LEAST_ROWS) continue;
    const own = (sums[category.weeks] ?? 0) - seen;
    const all = category.postings(word).length;
    // In the cell's other weeks, leaning on the category at other times where they are few.
    const usual =
      (own + PRIOR_ROWS * (Math.max(0, all - seen - own) / (peersInside + peersOutside + 1))) / (outside + PRIOR_ROWS);
    if (seen < LEAST_TIMES * Math.max(expected * usual, 0.3)) continue;
    const peers = (category.countOf(word, from, until) - seen + 0.5) / (peersInside + 1);
    const most = Math.max(0.3, expected * Math.max(usual, peers));
    if (seen >= LEAST_TIMES * most) found.push({ word, seen, expected: most });
  }
  return found;
}
