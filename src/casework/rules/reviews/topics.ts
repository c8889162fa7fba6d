/**
 * From surging words to complaints about one thing. People tell the same trouble in different words ("blangko habis", "kepingan kosong"),
 * so no two complaints need be alike: a complaint belongs when it has several of the words that come up together.
 */
import { type CategoryRows, eachWord } from './category.ts';
import type { Scope } from './found.ts';
import type { CellCounts, Surge, Weeks } from './surging-words.ts';
import type { Thresholds } from './thresholds.ts';

/** How closely a word must go with the complaints gathered so far (cosine of the two sets of complaints). */
const LEAST_TOGETHER = 0.25;
const MOST_ROUNDS = 8;
/** A single word, however rare, is never more evidence than this. */
const MOST_TIMES = 20;

/** How many times likelier a complaint's words are in the topic than usual: each word's surge counts, up to a bound. */
export function weightOf(surge: Surge): number {
  return Math.log(Math.min(MOST_TIMES, surge.seen / surge.expected));
}

/** A complaint of the window with the surging words it has, as numbers into the list of surges. */
export interface WordedRow {
  readonly place: number;
  readonly words: readonly number[];
}

/** The rows of a cell and window that have several of some words. */
export function wordedRows(
  { gathered, category }: Pick<Scope, 'gathered' | 'category'>,
  cell: CellCounts,
  { from, until }: Weeks,
  surges: readonly Surge[],
  leastShared: number,
): WordedRow[] {
  if (surges.length < leastShared) return [];
  const place = new Map(surges.map(({ word }, index) => [word, index]));
  return cell.places.flatMap((each) => {
    const week = category.week[each] ?? 0;
    if (week < from || week >= until) return [];
    const words: number[] = [];
    eachWord(gathered, category.rows[each] ?? 0, (word) => {
      const known = place.get(word);
      if (known !== undefined) words.push(known);
    });
    return words.length >= leastShared ? [{ place: each, words }] : [];
  });
}

/** Places of all rows, of whatever cell, that have enough of a topic's words. */
export function* placesLike(category: CategoryRows, words: readonly Surge[], thresholds: Thresholds): Generator<number> {
  const shared = new Uint8Array(category.rows.length);
  const likelier = new Float32Array(category.rows.length);
  for (const surge of words) {
    const weight = weightOf(surge);
    for (const place of category.postings(surge.word)) {
      shared[place] = (shared[place] ?? 0) + 1;
      likelier[place] = (likelier[place] ?? 0) + weight;
    }
  }
  for (let place = 0; place < shared.length; place++)
    if ((shared[place] ?? 0) >= thresholds.leastSharedWords && (likelier[place] ?? 0) >= thresholds.leastLikelier) yield place;
}

/** Words that come up together, and the complaints that have several of them; both ascending. */
export interface Topic {
  /** Numbers into the list of surges. */
  readonly words: readonly number[];
  readonly places: readonly number[];
}

/**
 * The topics of a window: each grows from one of the words with the greatest surplus until nothing changes.
 *
 * @param rows complaints of the window with several surging words
 * @param mostSeeds how many words are begun with
 */
export function topicsOf(surges: readonly Surge[], rows: readonly WordedRow[], thresholds: Thresholds, mostSeeds = 6): Topic[] {
  const weights = surges.map(weightOf);
  const having = surges.map((_, word) => rows.reduce((sum, row) => sum + (row.words.includes(word) ? 1 : 0), 0));
  const seeds = surges
    .map((_, word) => word)
    .filter((word) => (having[word] ?? 0) >= thresholds.leastSharedWords)
    .sort((a, b) => surplus(surges[b]) - surplus(surges[a]) || a - b);
  const topics: Topic[] = [];
  const covered = new Set<number>();
  for (const seed of seeds) {
    if (topics.length >= mostSeeds) break;
    if (covered.has(seed)) continue;
    const topic = grow(seed, having, weights, rows, thresholds);
    for (const word of [seed, ...topic.words]) covered.add(word);
    if (topic.places.length > 0) topics.push(topic);
  }
  return topics;
}

function surplus(surge: Surge | undefined): number {
  return surge ? surge.seen - surge.expected : 0;
}

function grow(
  seed: number,
  having: readonly number[],
  weights: readonly number[],
  rows: readonly WordedRow[],
  thresholds: Thresholds,
): Topic {
  let members = rows.filter((row) => row.words.includes(seed));
  let words: number[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const together = new Map<number, number>();
    for (const row of members) for (const word of row.words) together.set(word, (together.get(word) ?? 0) + 1);
    const next = [...together]
      .filter(([word, both]) => both >= 2 && both / Math.sqrt(members.length * (having[word] ?? 1)) >= LEAST_TOGETHER)
      .map(([word]) => word)
      .sort((a, b) => a - b);
    const wanted = new Set(next);
    const nextMembers = rows.filter((row) => {
      let [shared, likelier] = [0, 0];
      for (const word of row.words) {
        if (!wanted.has(word)) continue;
        shared += 1;
        likelier += weights[word] ?? 0;
      }
      return shared >= thresholds.leastSharedWords && likelier >= thresholds.leastLikelier;
    });
    const same =
      next.length === words.length && next.every((word, i) => word === words[i]) && nextMembers.length === members.length;
    [words, members] = [next, nextMembers];
    if (same || members.length === 0) break;
  }
  return { words, places: members.map(({ place }) => place) };
}
