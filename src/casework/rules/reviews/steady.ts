/**
 * Problems without a beginning: what one office is told of month after month, far more than other offices are. There is no other time to
 * compare with, so it is compared with the others; and since offices do differ, by as much as they are seen to differ in just this.
 */
import type { CategoryRows } from './category.ts';
import { logChanceOfAtLeast } from './chance.ts';
import type { Found, Scope } from './found.ts';
import type { Neighbourhood } from './neighbours.ts';
import { withoutSetPhrases } from './set-phrases.ts';
import type { CellCounts, Surge } from './surging-words.ts';
import type { Thresholds } from './thresholds.ts';
import { placesLike, type Topic, topicsOf, wordedRows } from './topics.ts';

/** Weeks of one part of the period. */
const PART_WEEKS = 4;
/** A word is looked at when the office has it so many times as often as the others. */
const LEAST_TIMES = 3;
const LEAST_EXPECTED = 0.3;
/** The whole year is one window, and an office's standing ways bring many words: more beginnings than a few weeks need. */
const MOST_SEEDS = 12;
/** The share of offices, those that have most of it, that is left out when it is measured how offices differ: they may have the problem too. */
const LEFT_OUT = 0.02;
/** What is known before anything is measured, and as how many pairs of complaints it counts. */
const USUAL_SPREAD = 0.5;
const USUAL_PAIRS = 4;

/** In how many four-week parts there is one of these. */
export function partsOf(places: readonly number[], category: CategoryRows): { readonly having: number; readonly of: number } {
  const parts = new Set(places.map((place) => Math.floor((category.week[place] ?? 0) / PART_WEEKS)));
  return { having: parts.size, of: Math.ceil(category.weeks / PART_WEEKS) };
}

/** The strongest steady topic of a cell. */
export function bestSteady(scope: Scope, cell: CellCounts, near: Neighbourhood, thresholds: Thresholds): Found | undefined {
  const { category } = scope;
  const window = { from: 0, until: category.weeks };
  const { steady } = thresholds;
  if (!scope.hasPeers || category.cells.size <= steady.leastOffices) return undefined;
  if (cell.places.length < steady.leastRows || !scope.isWorth(cell.cell, window)) return undefined;
  const standing = standingWords(scope, cell, near);
  const rows = wordedRows(scope, cell, window, standing, thresholds.leastSharedWords);
  if (rows.length < steady.leastRows) return undefined;
  let best: Found | undefined;
  for (const topic of topicsOf(standing, rows, thresholds, MOST_SEEDS)) {
    const words = topic.words.map((word) => standing[word] as Surge);
    if (!isSteady(topic.places, category, thresholds)) continue;
    const agreeing = withoutSetPhrases(category, topic, words, rows, thresholds);
    if (!agreeing || !scope.accepts(agreeing.places)) continue;
    const found = judge(category, cell, agreeing, words, thresholds);
    if (found && (!best || found.logChance < best.logChance)) best = { ...found, kind: 'steady', window };
  }
  return best;
}

function isSteady(places: readonly number[], category: CategoryRows, { steady }: Thresholds): boolean {
  if (places.length < steady.leastRows) return false;
  const { having, of } = partsOf(places, category);
  // In a shorter period as large a share of its parts.
  return having >= Math.ceil((steady.leastParts * of) / steady.partsOfYear);
}

/** Words the office has much more often than other offices of the category, and than others in the same place. */
function standingWords({ category }: Scope, cell: CellCounts, near: Neighbourhood): Surge[] {
  const rows = cell.places.length;
  const others = category.rows.length - (category.cells.get(cell.cell)?.length ?? rows);
  const beside = near.sharesBeside(category.rows[cell.places[0] ?? 0] ?? 0);
  return cell.words.flatMap((word, index) => {
    const seen = cell.sums[index]?.[category.weeks] ?? 0;
    const elsewhere = (category.postings(word).length - seen + 0.5) / (others + 1);
    const expected = Math.max(LEAST_EXPECTED, rows * Math.max(elsewhere, beside(word)));
    return seen >= LEAST_TIMES * expected ? [{ word, seen, expected }] : [];
  });
}

function judge(
  category: CategoryRows,
  cell: CellCounts,
  topic: Topic,
  words: readonly Surge[],
  thresholds: Thresholds,
): Omit<Found, 'kind' | 'window'> | undefined {
  const { steady } = thresholds;
  if (!isSteady(topic.places, category, thresholds)) return undefined;
  const seen = topic.places.length;
  const least = Math.log(thresholds.mostChance);
  if (logChanceOfAtLeast(seen, thresholds.leastExpected, thresholds.evenness) > least) return undefined;
  const like = new Map<number, number>();
  let elsewhere = 0;
  for (const place of placesLike(category, words, thresholds)) {
    const at = category.cellOf[place] ?? 0;
    if (at === cell.cell) continue;
    like.set(at, (like.get(at) ?? 0) + 1);
    elsewhere += 1;
  }
  const others = category.rows.length - (category.cells.get(cell.cell)?.length ?? 0);
  const rate = (elsewhere + 0.5) / (others + 1);
  const expected = Math.max(rate * cell.places.length, thresholds.leastExpected);
  if (seen < steady.leastTimes * expected) return undefined;
  const evenness = Math.min(thresholds.evenness, 1 / spreadOf(category, cell.cell, like, rate));
  const logChance = logChanceOfAtLeast(seen, expected, evenness);
  if (logChance > least) return undefined;
  return { topic, words, expected, otherWeeks: 0, elsewhere, logChance };
}

/**
 * How unevenly the other offices have it, beyond what chance does: the square of the variation of their rates (0.25: they vary by half),
 * from how many pairs of like complaints fell on the same office against how many should have.
 */
function spreadOf(category: CategoryRows, own: number, like: ReadonlyMap<number, number>, rate: number): number {
  const offices = [...category.cells].flatMap(([cell, places]) =>
    cell === own ? [] : [{ expected: rate * places.length, seen: like.get(cell) ?? 0 }],
  );
  offices.sort((a, b) => b.seen - b.expected - (a.seen - a.expected));
  let [pairs, expectedPairs] = [USUAL_PAIRS * (1 + USUAL_SPREAD), USUAL_PAIRS];
  for (const { seen, expected } of offices.slice(Math.ceil(offices.length * LEFT_OUT))) {
    pairs += seen * (seen - 1);
    expectedPairs += expected * expected;
  }
  return Math.max(1e-3, pairs / expectedPairs - 1);
}
