/**
 * What the finder of recurring problems reads: one plain row for each complaint, and for each case that did not begin as a complaint
 * (one that did is the same matter and counts once). Rows hold stems of words, never a text, and nothing of who complained.
 */
import { isTelling } from './stop-words.ts';

export type RowSource = 'complaint' | 'case';

export interface ReviewRow {
  readonly source: RowSource;
  readonly id: string;
  /** The office complained about; `null` when nobody knows yet. */
  readonly officeId: string | null;
  readonly serviceId: string | null;
  /** A category or one of its children, `public-works.potholes`. */
  readonly categoryCode: string | null;
  /** Dotted Kemendagri code of any level. */
  readonly regionCode: string | null;
  /** Civil day of filing in the matter's own zone, counted from 1970-01-01. */
  readonly day: number;
  /** Stems of title and description, each once. */
  readonly words: readonly string[];
}

/** The rows of a period, sorted and numbered, so that the same rows give the same clusters in whatever order they came. */
export interface Gathered {
  readonly count: number;
  readonly source: readonly RowSource[];
  readonly id: readonly string[];
  readonly service: readonly (string | null)[];
  /** Number of the row's cell. */
  readonly cell: Int32Array;
  readonly day: Int32Array;
  /** The words of row `i` are `words[starts[i]..starts[i + 1]]`, numbers into `vocabulary`, ascending. */
  readonly starts: Int32Array;
  readonly words: Int32Array;
  /** In the order of the alphabet. */
  readonly vocabulary: readonly string[];
  /** In the order of category, office, place. */
  readonly cells: readonly Cell[];
  /** Number of the row's office and place, whatever its category. */
  readonly wide: Int32Array;
  /** Offices and places without a category, in order. */
  readonly wideCells: readonly Cell[];
}

/** An office, a category and a place: only within it complaints are compared; or an office and a place, when the category is empty. */
export interface Cell {
  readonly officeId: string;
  /** The category of the first level: citizens choose its children too differently. Empty = none, or not the same. */
  readonly category: string;
  /** The regency or city, or what is known of the place. */
  readonly place: string;
}

/** Takes rows one by one and keeps of them only numbers. */
export function gatherRows(): { add(row: ReviewRow): void; finish(): Gathered } {
  const numberOf = new Map<string, number>();
  const vocabulary: string[] = [];
  const cells = numbering();
  const wideCells = numbering();
  const rows: GatheredRow[] = [];
  const seen = new Set<string>();

  function wordNumber(word: string): number {
    const known = numberOf.get(word);
    if (known !== undefined) return known;
    numberOf.set(word, vocabulary.length);
    return vocabulary.push(word) - 1;
  }
  return {
    add(row) {
      // Without an office nobody can be asked to do better.
      if (row.officeId === null) return;
      const key = `${row.source}:${row.id}`;
      if (seen.has(key)) return;
      seen.add(key);
      const category = (row.categoryCode ?? '').split('.', 1)[0] ?? '';
      const place = (row.regionCode ?? '').split('.').slice(0, 2).join('.');
      const words = Int32Array.from(new Set(row.words.filter(isTelling).map(wordNumber)));
      rows.push({
        source: row.source,
        id: row.id,
        service: row.serviceId,
        cell: cells.numberOf({ officeId: row.officeId, category, place }),
        wide: wideCells.numberOf({ officeId: row.officeId, category: '', place }),
        day: row.day,
        words,
      });
    },
    finish() {
      const newWord = renumber(vocabulary, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const newCell = renumber(cells.all, compareCells);
      const newWide = renumber(wideCells.all, compareCells);
      rows.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.source < b.source ? -1 : 1));
      const starts = new Int32Array(rows.length + 1);
      for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + row.words.length;
      const words = new Int32Array(starts[rows.length] ?? 0);
      for (const [index, row] of rows.entries())
        words.set(row.words.map((word) => newWord.places[word] ?? 0).sort(), starts[index]);
      return {
        count: rows.length,
        source: rows.map(({ source }) => source),
        id: rows.map(({ id }) => id),
        service: rows.map(({ service }) => service),
        cell: Int32Array.from(rows, ({ cell }) => newCell.places[cell] ?? 0),
        day: Int32Array.from(rows, ({ day }) => day),
        starts,
        words,
        vocabulary: newWord.sorted,
        cells: newCell.sorted,
        wide: Int32Array.from(rows, ({ wide }) => newWide.places[wide] ?? 0),
        wideCells: newWide.sorted,
      };
    },
  };
}

interface GatheredRow {
  readonly source: RowSource;
  readonly id: string;
  readonly service: string | null;
  readonly cell: number;
  readonly wide: number;
  readonly day: number;
  readonly words: Int32Array;
}

function numbering(): { readonly all: readonly Cell[]; numberOf(cell: Cell): number } {
  const numbers = new Map<string, number>();
  const all: Cell[] = [];
  return {
    all,
    numberOf(cell) {
      const key = `${cell.category} ${cell.officeId} ${cell.place}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      return all.push(cell) - 1;
    },
  };
}

function compareCells(a: Cell, b: Cell): number {
  const [left, right] = [`${a.category} ${a.officeId} ${a.place}`, `${b.category} ${b.officeId} ${b.place}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Sorts, and tells where each old number has gone. */
function renumber<T>(
  values: readonly T[],
  compare: (a: T, b: T) => number,
): { readonly sorted: T[]; readonly places: Int32Array } {
  const order = values.map((_, index) => index).sort((a, b) => compare(values[a] as T, values[b] as T));
  const places = new Int32Array(values.length);
  for (const [place, old] of order.entries()) places[old] = place;
  return { sorted: order.map((index) => values[index] as T), places };
}
