/** An upload that waits, with what it would change as the plan stands at this moment. */
import type { Actor, Officer } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { readKey } from '../../rules/tables/cells.ts';
import { differences, type FileRow, type PlanNow, type RowDifference } from '../../rules/tables/difference.ts';
import type { TableLists } from '../../rules/tables/lists.ts';
import { rawText } from '../../rules/tables/read-cell.ts';
import { linesOf } from '../../store/lines.ts';
import { basesOf } from '../../store/tables/bases.ts';
import { addedBefore, type KeptRow, rowsOf, type TableImport } from '../../store/tables/imports.ts';
import { earlierReports } from '../../store/tables/reports.ts';
import { planLists } from './plan-lists.ts';

export interface OpenedTable {
  readonly lists: TableLists;
  readonly lines: readonly Line[];
  readonly rows: readonly RowDifference[];
  /** Open lines of the plan that no row of the file is about: they stay as they are. */
  readonly untouched: readonly Line[];
}

/** Whoever brought it opens it; nobody else's work is accepted for them. */
export function mayOpenTable(actor: Actor, brought: TableImport): actor is Officer {
  return actor.kind === 'officer' && actor.personId === brought.personId;
}

export async function openTable(
  tools: Tools,
  db: Db | Tx,
  actor: Actor,
  agreement: Agreement,
  brought: TableImport,
): Promise<OpenedTable> {
  const rows = await rowsOf(db, brought);
  const lines = await linesOf(db, agreement.id);
  const today = dayOf(tools.clock.now(), agreement.zone);
  const { lists, facts } = await planLists(db, agreement, lines, today);
  const byOrdinal = new Map(lines.map((line) => [line.ordinal, line]));
  const keys = rows.flatMap(({ cells }) => {
    const key = readKey(rawText(cells.key ?? ''));
    const line = key && byOrdinal.get(key.ordinal);
    return key && line ? [{ lineId: line.id, version: key.version }] : [];
  });
  const bases = await basesOf(db, agreement.id, keys);
  const reporting = rows.some(({ cells }) => (cells.achieved ?? '') !== '' || (cells.done ?? '') !== '');
  const reports = reporting ? await earlierReports(db, agreement.id) : new Map<string, never[]>();
  const plan: PlanNow = {
    ...{ agreement, lines, lists, actor, today, facts },
    base: (line, version) => bases.get(`${line.id}/${version}`),
    reports: (line) => reports.get(line.id) ?? [],
    added: await addedIn(db, agreement, brought, rows),
    kept: new Map(
      rows.flatMap((row) => Object.entries(row.kept).map(([column, value]) => [`${row.row}/${column}`, value ?? ''])),
    ),
  };
  const about = new Set(rows.flatMap((row) => ordinalOf(row) ?? []));
  return {
    ...{ lists, lines, rows: differences(rows, plan) },
    untouched: lines.filter(({ ordinal, state }) => state !== 'dropped' && !about.has(ordinal)),
  };
}

function ordinalOf({ cells }: FileRow): number | undefined {
  if (cells.key !== undefined) return readKey(rawText(cells.key))?.ordinal;
  return Number(rawText(cells.number ?? '')) || undefined;
}

/** Rows that became lines: in this upload so far, and in earlier ones of the same file. */
async function addedIn(
  db: Db | Tx,
  agreement: Agreement,
  brought: TableImport,
  rows: readonly KeptRow[],
): Promise<ReadonlyMap<number, string>> {
  const own = rows.flatMap(({ row, lineId }) => (lineId === null ? [] : [[row, lineId] as const]));
  return new Map([...(await addedBefore(db, agreement.id, brought.sha256)), ...own]);
}
