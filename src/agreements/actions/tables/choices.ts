/** What somebody chose of the differences of a table. */
import type { ColumnCode } from '../../rules/tables/columns.ts';

export interface Choices {
  /** Cells to change, as `row/column`; of a conflict only what is in `settled`. */
  readonly cells: ReadonlySet<string>;
  /** New rows to add. */
  readonly rows: ReadonlySet<number>;
  /** Rows to add although the plan seems to have them already. */
  readonly twins: ReadonlySet<number>;
  /** Rows whose report is sent. */
  readonly reports: ReadonlySet<number>;
  /** How conflicts are settled, by `row/column`: the file's value or the present one, and the version of the line that was seen. */
  readonly settled: ReadonlyMap<string, { readonly take: 'file' | 'now'; readonly version: number }>;
  /** Why, for rows that give no reason of their own; needed once the plan is signed. */
  readonly reason: string;
}

/** Everything that nothing stands against; conflicts, wrong cells and likely doubles stay to be looked at. */
export type Everything = { readonly everything: true; readonly reason: string };

export const cellAt = (row: number, column: ColumnCode): string => `${row}/${column}`;
