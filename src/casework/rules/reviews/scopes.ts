/**
 * The look across categories: by office and place alone, for what was filed without a category or each time under another. An office is
 * compared with those that do the same work: whose complaints are mostly of the same category.
 */
import { type CategoryRows, within } from './category.ts';
import type { Scope } from './found.ts';
import type { Gathered } from './rows.ts';
import type { Thresholds } from './thresholds.ts';

/** Numbers of rows by the category most complaints about their office name; a category is empty where no complaint names any. */
export function byMainCategory(gathered: Gathered, all: Int32Array): { readonly main: string; readonly rows: Int32Array }[] {
  const offices = new Map<number, number[]>();
  for (const row of all) {
    const list = offices.get(gathered.wide[row] ?? 0);
    if (list) list.push(row);
    else offices.set(gathered.wide[row] ?? 0, [row]);
  }
  const groups = new Map<string, number[]>();
  for (const rows of offices.values()) {
    const main = mostOf(rows, (row) => categoryOf(gathered, row)).name;
    const group = groups.get(main) ?? [];
    for (const row of rows) group.push(row);
    groups.set(main, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([main, rows]) => ({ main, rows: Int32Array.from(rows).sort() }));
}

function categoryOf(gathered: Gathered, row: number): string {
  return gathered.cells[gathered.cell[row] ?? 0]?.category ?? '';
}

/**
 * Complaints with a category are counted with, so that a desk that stops choosing categories makes no cluster of its daily work. But what
 * they are mostly of one category was for that category's own search to say.
 *
 * @param main the category that most name; when empty it is not known what work these offices do, and nothing steady is told from it
 * @param taken numbers of rows that are in clusters already
 */
export function acrossCategories(
  gathered: Gathered,
  category: CategoryRows,
  main: string,
  taken: ReadonlySet<number>,
  thresholds: Thresholds,
): Scope {
  const nameOf = (place: number) => categoryOf(gathered, category.rows[place] ?? 0);
  const loose = new Map<number, Int32Array>();
  for (const [cell, places] of category.cells) {
    const upTo = new Int32Array(category.weeks + 1);
    for (const place of places) {
      const week = category.week[place] ?? 0;
      const name = nameOf(place);
      if ((name === '' || name !== main) && !taken.has(category.rows[place] ?? 0)) upTo[week + 1] = (upTo[week + 1] ?? 0) + 1;
    }
    for (let week = 1; week <= category.weeks; week++) upTo[week] = (upTo[week] ?? 0) + (upTo[week - 1] ?? 0);
    loose.set(cell, upTo);
  }
  return {
    gathered,
    category,
    hasPeers: main !== '',
    isWorth(cell, { from, until }) {
      const upTo = loose.get(cell);
      return upTo !== undefined && within(upTo, from, until) * 2 >= thresholds.leastRows;
    },
    accepts: (places) => mostOf(places, nameOf).rows * 2 <= places.length,
  };
}

/** The category most of them name, and how many do. */
function mostOf(places: Iterable<number>, nameOf: (place: number) => string): { readonly name: string; readonly rows: number } {
  const counts = new Map<string, number>();
  for (const place of places) {
    const name = nameOf(place);
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  let most = { name: '', rows: 0 };
  for (const [name, rows] of counts) if (rows > most.rows || (rows === most.rows && name < most.name)) most = { name, rows };
  return most;
}
