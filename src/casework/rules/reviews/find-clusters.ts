/**
 * The finder of recurring problems. Within an office, a category and a place it looks for complaints with several words in common: first
 * for weeks in which they came far more often than in the office's other weeks and than at other offices in the same weeks (surges.ts),
 * so that neither a big office nor a season (school admission, rain) is a cluster; then for what comes month after month, far more
 * often than at other offices (steady.ts). What is left is looked through once more by office and place alone, for what people filed
 * without a category or each under another. It is made to be explained: each cluster says how many, against how many expected, by which
 * words, and each of its complaints by which of them. Numbers and reasons: thresholds.ts, decision 0024.
 */
import { type CategoryRows, eachWord, layOut } from './category.ts';
import type { ClusterKind, Found, Scope } from './found.ts';
import { neighbourhood } from './neighbours.ts';
import type { Cell, Gathered, RowSource } from './rows.ts';
import { acrossCategories, byMainCategory } from './scopes.ts';
import { bestSteady, partsOf } from './steady.ts';
import { bestSurge } from './surges.ts';
import { countCell } from './surging-words.ts';
import type { Thresholds } from './thresholds.ts';
import { weightOf } from './topics.ts';

export interface ClusterRow {
  readonly source: RowSource;
  readonly id: string;
  readonly day: number;
  /** Why it belongs: the cluster's words it has. */
  readonly words: readonly string[];
}

export interface Cluster extends Cell {
  readonly kind: ClusterKind;
  /** In how many of the four-week parts of the whole period there is one of its complaints, and how many parts there are. */
  readonly parts: { readonly having: number; readonly of: number };
  /** The service nearly all of its complaints are about, when they say so. */
  readonly serviceId: string | null;
  /** The weeks looked at, of a steady one the whole period: first day, and the first day after. */
  readonly fromDay: number;
  readonly untilDay: number;
  readonly rows: readonly ClusterRow[];
  /** Stems, those first that most complaints have and that are least usual. */
  readonly words: readonly { readonly word: string; readonly rows: number }[];
  /** Like complaints that were to be expected in these weeks; of a steady one, as many as other offices have with so much to do. */
  readonly expected: number;
  /** Like complaints at this office in all other weeks of the period; of a steady one there are none. */
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
  const layout = { fromDay: period.fromDay, weeks, leastRows: thresholds.leastSharedWords };
  const all = rowsOf(gathered, period);
  const near = neighbourhood(gathered, all);
  const taken = new Set<number>();
  function search(scope: Scope): void {
    const { category } = scope;
    for (const [cell, places] of category.cells) {
      if (places.length < thresholds.leastRows || !isWanted(category.named[cell] as Cell)) continue;
      let left = [...places].filter((place) => !taken.has(category.rows[place] ?? 0));
      while (left.length >= thresholds.leastRows) {
        const counts = countCell(gathered, category, cell, left, thresholds);
        const best = bestSurge(scope, counts, thresholds) ?? bestSteady(scope, counts, near, thresholds);
        if (!best) break;
        clusters.push(describe(gathered, category, cell, period, best));
        const members = new Set(best.topic.places);
        for (const place of members) taken.add(category.rows[place] ?? 0);
        left = left.filter((place) => !members.has(place));
      }
    }
  }
  for (const rows of byCategory(gathered, all)) {
    const category = layOut(gathered, rows, { ...layout, by: 'category' });
    search({ gathered, category, hasPeers: true, isWorth: () => true, accepts: () => true });
  }
  for (const { main, rows } of byMainCategory(gathered, all)) {
    const category = layOut(gathered, rows, { ...layout, by: 'office' });
    search(acrossCategories(gathered, category, main, taken, thresholds));
  }
  return clusters.sort((a, b) => a.logChance - b.logChance || ((a.rows[0]?.id ?? '') < (b.rows[0]?.id ?? '') ? -1 : 1));
}

function rowsOf(gathered: Gathered, period: Period): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < gathered.count; row++) {
    const day = gathered.day[row] ?? 0;
    if (day >= period.fromDay && day < period.untilDay) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** Those without one are left for the look across categories. */
function byCategory(gathered: Gathered, all: Int32Array): Int32Array[] {
  const lists = new Map<string, number[]>();
  for (const row of all) {
    const category = gathered.cells[gathered.cell[row] ?? 0]?.category ?? '';
    if (category === '') continue;
    const list = lists.get(category);
    if (list) list.push(row);
    else lists.set(category, [row]);
  }
  return [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => Int32Array.from(rows));
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
    ...(category.named[cell] as Cell),
    kind: found.kind,
    parts: partsOf(found.topic.places, category),
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
