/**
 * The finder of recurring problems. Within an office, a category and a place it looks for weeks in which complaints with several words
 * in common came far more often than in the office's other weeks and than at other offices in the same weeks; so that neither a big
 * office nor a season (school admission, rain) is a cluster. It is made to be explained: each cluster says how many, against how many
 * expected, by which words, and each of its complaints by which of them. Numbers and reasons: thresholds.ts, decision 0024.
 */
import { type CategoryRows, eachWord, layOut, within } from './category.ts';
import { logChanceOfAtLeast } from './chance.ts';
import type { Cell, Gathered, RowSource } from './rows.ts';
import { phrasesOf } from './set-phrases.ts';
import { type CellCounts, countCell, expectedRows, type Surge, surgingWords, type Weeks } from './surging-words.ts';
import type { Thresholds } from './thresholds.ts';
import { type Topic, topicsOf, type WordedRow, weightOf } from './topics.ts';

export interface ClusterRow {
  readonly source: RowSource;
  readonly id: string;
  readonly day: number;
  /** Why it belongs: the cluster's words it has. */
  readonly words: readonly string[];
}

export interface Cluster extends Cell {
  /** The service nearly all of its complaints are about, when they say so. */
  readonly serviceId: string | null;
  /** The weeks looked at: first day, and the first day after. */
  readonly fromDay: number;
  readonly untilDay: number;
  readonly rows: readonly ClusterRow[];
  /** Stems, those first that most complaints have and that are least usual. */
  readonly words: readonly { readonly word: string; readonly rows: number }[];
  /** Like complaints that were to be expected at this office in these weeks. */
  readonly expected: number;
  /** Like complaints at this office in all other weeks of the period. */
  readonly otherWeeks: number;
  /** Like complaints at other offices in these weeks. */
  readonly elsewhere: number;
  /** Natural logarithm of the chance that this is an accident, over all that was looked at. */
  readonly logChance: number;
}

/** Days since 1970-01-01, `untilDay` without. */
export interface Period {
  readonly fromDay: number;
  readonly untilDay: number;
}

/**
 * The clusters of a period, strongest first.
 *
 * @param isWanted which cells are searched (an office of the Ombudsman asks for its region); all rows are compared with in any case
 */
export function findClusters(
  gathered: Gathered,
  period: Period,
  thresholds: Thresholds,
  isWanted: (cell: Cell) => boolean = () => true,
): Cluster[] {
  const weeks = Math.ceil((period.untilDay - period.fromDay) / 7);
  if (weeks < 1) return [];
  const clusters: Cluster[] = [];
  for (const rows of byCategory(gathered, period)) {
    const category = layOut(gathered, rows, period.fromDay, weeks, thresholds.leastSharedWords);
    for (const [cell, places] of category.cells) {
      if (places.length < thresholds.leastRows || !isWanted(gathered.cells[cell] as Cell)) continue;
      let left = [...places];
      for (;;) {
        const best = bestOf(gathered, category, countCell(gathered, category, cell, left, thresholds), thresholds);
        if (!best) break;
        clusters.push(describe(gathered, category, cell, period, best));
        const taken = new Set(best.topic.places);
        left = left.filter((place) => !taken.has(place));
        if (left.length < thresholds.leastRows) break;
      }
    }
  }
  return clusters.sort((a, b) => a.logChance - b.logChance || ((a.rows[0]?.id ?? '') < (b.rows[0]?.id ?? '') ? -1 : 1));
}

function byCategory(gathered: Gathered, period: Period): Int32Array[] {
  const lists = new Map<string, number[]>();
  for (let row = 0; row < gathered.count; row++) {
    const day = gathered.day[row] ?? 0;
    if (day < period.fromDay || day >= period.untilDay) continue;
    const category = gathered.cells[gathered.cell[row] ?? 0]?.category ?? '';
    const list = lists.get(category);
    if (list) list.push(row);
    else lists.set(category, [row]);
  }
  return [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => Int32Array.from(rows));
}

/** A topic that has passed. */
interface Found {
  readonly window: Weeks;
  readonly topic: Topic;
  readonly words: readonly Surge[];
  readonly expected: number;
  readonly otherWeeks: number;
  readonly elsewhere: number;
  readonly logChance: number;
}

/** The strongest topic of a cell over all windows; of equal ones the earlier and shorter. */
function bestOf(gathered: Gathered, category: CategoryRows, cell: CellCounts, thresholds: Thresholds): Found | undefined {
  let best: Found | undefined;
  for (const length of thresholds.windowWeeks) {
    // With less than as much again beside it there is nothing to compare a window with.
    if (length * 2 > category.weeks) continue;
    const step = Math.max(1, Math.floor(length / 4));
    for (let from = 0; from + length <= category.weeks; from += step) {
      const window = { from, until: from + length };
      if (within(cell.upTo, window.from, window.until) < thresholds.leastRows) continue;
      for (const found of inWindow(gathered, category, cell, window, thresholds))
        if (!best || found.logChance < best.logChance) best = found;
    }
  }
  return best;
}

function inWindow(
  gathered: Gathered,
  category: CategoryRows,
  cell: CellCounts,
  window: Weeks,
  thresholds: Thresholds,
): readonly Found[] {
  const surges = surgingWords(category, cell, window);
  if (surges.length < thresholds.leastSharedWords) return [];
  const place = new Map(surges.map(({ word }, index) => [word, index]));
  const rows: WordedRow[] = [];
  for (const each of cell.places) {
    const week = category.week[each] ?? 0;
    if (week < window.from || week >= window.until) continue;
    const words: number[] = [];
    eachWord(gathered, category.rows[each] ?? 0, (word) => {
      const known = place.get(word);
      if (known !== undefined) words.push(known);
    });
    if (words.length >= thresholds.leastSharedWords) rows.push({ place: each, words });
  }
  if (rows.length < thresholds.leastRows) return [];
  return topicsOf(surges, rows, thresholds).flatMap((topic) => {
    const words = topic.words.map((word) => surges[word] as Surge);
    const found = judge(category, cell, window, topic, words, thresholds);
    if (!found) return [];
    const agreeing = withoutSetPhrases(category, topic, words, rows, thresholds);
    const again = agreeing && judge(category, cell, window, agreeing, words, thresholds);
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
    window,
    topic,
    words,
    expected,
    otherWeeks: like.otherWeeks,
    elsewhere: like.elsewhere,
    logChance,
  };
}

/** The topic with only the complaints that still have enough in common when a set phrase counts as one word. */
function withoutSetPhrases(
  category: CategoryRows,
  topic: Topic,
  words: readonly Surge[],
  rows: readonly WordedRow[],
  thresholds: Thresholds,
): Topic | undefined {
  const phrases = phrasesOf(
    category,
    words.map(({ word }) => word),
  );
  const phraseOf = new Map(topic.words.map((word, index) => [word, phrases[index] ?? index]));
  const members = new Set(topic.places);
  const places = rows.flatMap((row) => {
    if (!members.has(row.place)) return [];
    const weights = new Map<number, number>();
    for (const word of row.words) {
      const phrase = phraseOf.get(word);
      const index = topic.words.indexOf(word);
      if (phrase !== undefined) weights.set(phrase, Math.max(weights.get(phrase) ?? 0, weightOf(words[index] as Surge)));
    }
    const likelier = [...weights.values()].reduce((sum, each) => sum + each, 0);
    return weights.size >= thresholds.leastSharedWords && likelier >= thresholds.leastLikelier ? [row.place] : [];
  });
  return places.length >= thresholds.leastRows ? { words: topic.words, places } : undefined;
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
  const shared = new Uint8Array(category.rows.length);
  const likelier = new Float32Array(category.rows.length);
  for (const surge of words) {
    const weight = weightOf(surge);
    for (const place of category.postings(surge.word)) {
      shared[place] = (shared[place] ?? 0) + 1;
      likelier[place] = (likelier[place] ?? 0) + weight;
    }
  }
  const own = new Set(cell.places);
  const whole = new Set(category.cells.get(cell.cell));
  let [otherWeeks, elsewhere, elsewhereOtherWeeks] = [0, 0, 0];
  for (let place = 0; place < shared.length; place++) {
    if ((shared[place] ?? 0) < thresholds.leastSharedWords || (likelier[place] ?? 0) < thresholds.leastLikelier) continue;
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

function describe(gathered: Gathered, category: CategoryRows, cell: number, period: Period, found: Found): Cluster {
  const weights = new Map(found.words.map((surge) => [surge.word, weightOf(surge)]));
  const counts = new Map<number, number>();
  const spelled = (word: number) => gathered.vocabulary[word] ?? '';
  const rows = found.topic.places.map((place): ClusterRow => {
    const row = category.rows[place] ?? 0;
    const words: number[] = [];
    eachWord(gathered, row, (word) => {
      if (weights.has(word)) words.push(word);
    });
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return {
      source: gathered.source[row] ?? 'complaint',
      id: gathered.id[row] ?? '',
      day: gathered.day[row] ?? 0,
      words: words.map(spelled),
    };
  });
  return {
    ...(gathered.cells[cell] as Cell),
    serviceId: commonService(found.topic.places.map((place) => gathered.service[category.rows[place] ?? 0] ?? null)),
    fromDay: period.fromDay + found.window.from * 7,
    untilDay: Math.min(period.untilDay, period.fromDay + found.window.until * 7),
    rows,
    words: [...counts]
      .map(([word, many]) => ({ word: spelled(word), rows: many, telling: many * (weights.get(word) ?? 0) }))
      .sort((a, b) => b.telling - a.telling || (a.word < b.word ? -1 : 1))
      .map(({ word, rows: many }) => ({ word, rows: many })),
    expected: found.expected,
    otherWeeks: found.otherWeeks,
    elsewhere: found.elsewhere,
    logChance: found.logChance,
  };
}

/** Nearly all: four of five that name the same. */
function commonService(services: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const service of services) if (service) counts.set(service, (counts.get(service) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first && first[1] * 5 >= services.length * 4 ? first[0] : null;
}
