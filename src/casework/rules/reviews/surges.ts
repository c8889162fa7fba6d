/** Surges: weeks in which complaints with several words in common come far more often than in the office's other weeks and elsewhere. */
import { type CategoryRows, within } from './category.ts';
import { logChanceOfAtLeast } from './chance.ts';
import type { Found, Scope } from './found.ts';
import { withoutSetPhrases } from './set-phrases.ts';
import { type CellCounts, expectedRows, type Surge, surgingWords, type Weeks } from './surging-words.ts';
import type { Thresholds } from './thresholds.ts';
import { placesLike, type Topic, topicsOf, wordedRows } from './topics.ts';

/** The strongest topic of a cell over all windows; of equal ones the earlier and shorter. */
export function bestSurge(scope: Scope, cell: CellCounts, thresholds: Thresholds): Found | undefined {
  const { category } = scope;
  let best: Found | undefined;
  for (const length of thresholds.windowWeeks) {
    // With less than as much again beside it there is nothing to compare a window with.
    if (length * 2 > category.weeks) continue;
    const step = Math.max(1, Math.floor(length / 4));
    for (let from = 0; from + length <= category.weeks; from += step) {
      const window = { from, until: from + length };
      if (within(cell.upTo, window.from, window.until) < thresholds.leastRows || !scope.isWorth(cell.cell, window)) continue;
      for (const found of inWindow(scope, cell, window, thresholds)) if (!best || found.logChance < best.logChance) best = found;
    }
  }
  return best;
}

function inWindow(scope: Scope, cell: CellCounts, window: Weeks, thresholds: Thresholds): readonly Found[] {
  const { category } = scope;
  const surges = surgingWords(category, cell, window);
  const rows = wordedRows(scope, cell, window, surges, thresholds.leastSharedWords);
  if (rows.length < thresholds.leastRows) return [];
  return topicsOf(surges, rows, thresholds).flatMap((topic) => {
    const words = topic.words.map((word) => surges[word] as Surge);
    const found = judge(category, cell, window, topic, words, thresholds);
    if (!found) return [];
    const agreeing = withoutSetPhrases(category, topic, words, rows, thresholds);
    if (!agreeing || !scope.accepts(agreeing.places)) return [];
    const again = judge(category, cell, window, agreeing, words, thresholds);
    return again ? [again] : [];
  });
}

function judge(
  category: CategoryRows,
  cell: CellCounts,
  window: Weeks,
  topic: Topic,
  words: readonly Surge[],
  thresholds: Thresholds,
): Found | undefined {
  const seen = topic.places.length;
  if (seen < thresholds.leastRows) return undefined;
  if (new Set(topic.places.map((place) => category.week[place])).size < thresholds.leastWeeks) return undefined;
  // Without the costly counting of the others, what cannot pass anyway.
  if (logChanceOfAtLeast(seen, thresholds.leastExpected, thresholds.evenness) > Math.log(thresholds.mostChance)) return undefined;
  const like = countLike(category, cell, window, words, thresholds);
  const length = window.until - window.from;
  const others = category.weeks - length;
  const inside = within(cell.upTo, window.from, window.until);
  const peersInside = within(category.upTo, window.from, window.until) - inside;
  // Three more on either side: a rate of a few complaints is no rate.
  const season = (like.elsewhere + 3) / length / ((like.elsewhereOtherWeeks + 3) / others);
  const bySelf = (like.otherWeeks / others) * length * Math.max(1, season);
  const byPeers = expectedRows(category, cell, window) * (like.elsewhere / Math.max(1, peersInside));
  const expected = Math.max(bySelf, byPeers, thresholds.leastExpected);
  if (seen < thresholds.leastTimes * expected) return undefined;
  const logChance = logChanceOfAtLeast(seen, expected, thresholds.evenness);
  if (logChance > Math.log(thresholds.mostChance)) return undefined;
  return {
    kind: 'surge',
    window,
    topic,
    words,
    expected,
    otherWeeks: like.otherWeeks,
    elsewhere: like.elsewhere,
    logChance,
  };
}

interface Like {
  readonly otherWeeks: number;
  readonly elsewhere: number;
  readonly elsewhereOtherWeeks: number;
}

/** Complaints with as many of the topic's words, outside the window and at other offices. */
function countLike(
  category: CategoryRows,
  cell: CellCounts,
  window: Weeks,
  words: readonly Surge[],
  thresholds: Thresholds,
): Like {
  const own = new Set(cell.places);
  const whole = new Set(category.cells.get(cell.cell));
  let [otherWeeks, elsewhere, elsewhereOtherWeeks] = [0, 0, 0];
  for (const place of placesLike(category, words, thresholds)) {
    const week = category.week[place] ?? 0;
    const isInside = week >= window.from && week < window.until;
    if (own.has(place)) otherWeeks += isInside ? 0 : 1;
    // What an earlier cluster has taken is neither this one's nor the others'.
    else if (whole.has(place)) continue;
    else if (isInside) elsewhere += 1;
    else elsewhereOtherWeeks += 1;
  }
  return { otherWeeks, elsewhere, elsewhereOtherWeeks };
}
