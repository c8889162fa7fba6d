/** What of a row was chosen, and whether it still is as it was seen. */
import type { AgreementRefusal } from '../../rules/refusals.ts';
import type { CellDifference, RowDifference } from '../../rules/tables/difference.ts';
import { type Choices, cellAt, type Everything } from './choices.ts';

export interface Pick {
  readonly row: RowDifference;
  readonly changes: readonly CellDifference[];
  /** Conflicts in which what the line says now stays. */
  readonly stays: readonly CellDifference[];
  readonly report: boolean;
  readonly adds: boolean;
  /** Something was chosen that is not as it was seen any more. */
  readonly missed: AgreementRefusal | null;
  readonly isEmpty: boolean;
}

/** A conflict settled over a line that has changed once more since it was seen is no longer settled. */
export function pick(row: RowDifference, chosen: Choices | Everything): Pick {
  const all = 'everything' in chosen;
  const isUsable = row.kind !== 'wrong';
  const settled = (cell: CellDifference, take: 'file' | 'now') => {
    const choice = all ? undefined : chosen.settled.get(cellAt(row.row, cell.column));
    return cell.state === 'conflict' && choice?.take === take && choice.version === row.line?.version;
  };
  const isChosen = (cell: CellDifference) =>
    (cell.state === 'change' && (all || chosen.cells.has(cellAt(row.row, cell.column)))) || settled(cell, 'file');
  const changes = isUsable && row.kind === 'changed' ? row.cells.filter(isChosen) : [];
  const stays = isUsable ? row.cells.filter((cell) => settled(cell, 'now')) : [];
  const report = isUsable && row.report !== null && row.report.flaws.size === 0 && (all || chosen.reports.has(row.row));
  const adds = all
    ? row.kind === 'new'
    : (row.kind === 'new' && chosen.rows.has(row.row)) || (row.kind === 'twin' && chosen.twins.has(row.row));
  const missed = all ? null : missedIn(row, chosen);
  return { row, changes, stays, report, adds, missed, isEmpty: changes.length + stays.length === 0 && !report && !adds };
}

/** Ticked as a change that has become a conflict, settled over a version that was overtaken, or new no more. */
function missedIn(row: RowDifference, chosen: Choices): AgreementRefusal | null {
  if (row.kind === 'twin' && chosen.rows.has(row.row)) return 'agreement.row-twin';
  const conflicts = row.cells.filter(({ state }) => state === 'conflict').map(({ column }) => cellAt(row.row, column));
  const isOvertaken = (at: string) => {
    const choice = chosen.settled.get(at);
    return chosen.cells.has(at) || (choice !== undefined && choice.version !== row.line?.version);
  };
  return conflicts.some(isOvertaken) ? 'agreement.line-moved-on' : null;
}

/** The row's own reason, else the one given for all. */
export const reasonFor = (row: RowDifference, chosen: Choices | Everything): string =>
  row.reason === '' ? chosen.reason.trim() : row.reason;
