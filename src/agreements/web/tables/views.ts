/** Which rows of a table are looked at together: by what they ask for, and as many as stay readable. */
import type { RowDifference } from '../../rules/tables/difference.ts';
import type { Chosen } from './chosen.ts';

export const VIEWS = ['all', 'ready', 'conflicts', 'wrong'] as const;
export type View = (typeof VIEWS)[number];

/** As many rows as stay readable and fit into one form. */
const ROWS_A_PAGE = 25;
const CELLS_A_PAGE = 200;

export const viewOf = (text: string | undefined): View => VIEWS.find((view) => view === text) ?? 'all';

/** Something in it can be accepted as it is. */
export const isReady = (row: RowDifference): boolean =>
  row.kind === 'new' ||
  (row.kind === 'changed' && (row.cells.some(({ state }) => state === 'change') || row.report?.flaws.size === 0));

/** It changes what a line says, or may, and the file gives no reason. */
export const changesUnsaid = (row: RowDifference): boolean =>
  row.kind === 'changed' && row.reason === '' && row.cells.some(({ state }) => state !== 'wrong');

const hasConflict = (row: RowDifference): boolean =>
  row.kind === 'twin' || (row.kind === 'changed' && row.cells.some(({ state }) => state === 'conflict'));

const isWrong = (row: RowDifference): boolean =>
  row.kind === 'wrong' || row.cells.some(({ state }) => state === 'wrong') || (row.report?.flaws.size ?? 0) > 0;

export const IN_VIEW: Readonly<Record<View, (row: RowDifference) => boolean>> = {
  all: () => true,
  ready: isReady,
  conflicts: hasConflict,
  wrong: isWrong,
};

/** The rows cut into pages by what fits into a form. */
export function pagesOf(rows: readonly RowDifference[]): readonly (readonly RowDifference[])[] {
  const pages: RowDifference[][] = [];
  let cells = 0;
  for (const row of rows) {
    const last = pages.at(-1);
    const weight = row.cells.length + 2;
    if (!last || last.length >= ROWS_A_PAGE || cells + weight > CELLS_A_PAGE) {
      pages.push([row]);
      cells = weight;
    } else {
      last.push(row);
      cells += weight;
    }
  }
  return pages;
}

/** The page after a row of the file; of a form that came back the page its ticks stand on. */
export function pageOf(pages: readonly (readonly RowDifference[])[], after: number, chosen: Chosen | null): number {
  const [ticked] =
    chosen === null
      ? []
      : [...chosen.cells.map((cell) => Number(cell.split('/')[0])), ...chosen.rows.map(Number), ...chosen.reports.map(Number)];
  const index = pages.findIndex((page) =>
    ticked === undefined ? (page[0]?.row ?? 0) > after : page.some(({ row }) => row === ticked),
  );
  return Math.max(0, index);
}
