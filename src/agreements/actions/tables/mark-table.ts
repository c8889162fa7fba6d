/** What of an upload is still to be mended, as a workbook: the rows as they came, and at each cell that is wrong or in conflict how to mend it. */
import type { Officer } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import type { RawCell } from '../../rules/tables/cells.ts';
import { showCell } from '../../rules/tables/cells.ts';
import { type ColumnCode, column } from '../../rules/tables/columns.ts';
import type { RowDifference } from '../../rules/tables/difference.ts';
import { sheetWordsIn } from '../../rules/tables/instructions.ts';
import type { TableLists } from '../../rules/tables/lists.ts';
import { rowsOf, type TableImport } from '../../store/tables/imports.ts';
import { openTable } from './open-table.ts';
import { filledWorkbook, shownRow } from './plan-workbook.ts';

interface Note {
  readonly row: number;
  readonly column: ColumnCode;
  readonly text: string;
}

export async function markedTable(
  tools: Tools,
  actor: Officer,
  agreement: Agreement,
  brought: TableImport,
  language: Language,
): Promise<Uint8Array> {
  const { rows, lists } = await openTable(tools, tools.db, actor, agreement, brought);
  const came = new Map((await rowsOf(tools.db, brought)).map((row) => [row.row, row.cells]));
  const open = rows.filter(isOpen);
  const shown = open.map(({ row, line }): Readonly<Partial<Record<ColumnCode, RawCell>>> => {
    // Columns the file did not have are shown as the line has them, so that the row can be read.
    const now = line ? shownRow(agreement, line, lists, language) : {};
    return { ...now, ...came.get(row) };
  });
  const notes = open.flatMap((row, index) => notesOf(row, index, lists, language));
  return filledWorkbook({ agreement, lists }, shown, notes, language, tools.clock.now());
}

/** Something is wrong with it, in conflict, or to be decided by a person. */
export function isOpen({ kind, cells, report }: RowDifference): boolean {
  return kind === 'wrong' || kind === 'twin' || cells.some(({ state }) => state !== 'change') || (report?.flaws.size ?? 0) > 0;
}

function notesOf(row: RowDifference, index: number, lists: TableLists, language: Language): readonly Note[] {
  const words = sheetWordsIn(language);
  const say = (code: ColumnCode, text: string): Note => ({ row: index, column: code, text });
  const cells = row.cells.flatMap((cell): Note[] => {
    if (cell.state === 'conflict') {
      const [before, now] = [cell.before ?? '', cell.now ?? ''].map((value) => showCell(cell.column, value, lists, language));
      return [say(cell.column, words.conflict(before ?? '', now ?? ''))];
    }
    if (cell.flaw === null) return [];
    const about = cell.about ? `${column(cell.about).title[language]}: ` : '';
    return [say(cell.column, `${about}${AGREEMENT_REFUSALS[cell.flaw][language]}`)];
  });
  const report = [...(row.report?.flaws ?? [])].map(([code, flaw]) => say(code, AGREEMENT_REFUSALS[flaw][language]));
  const whole = row.flaw === null ? [] : [say('key', AGREEMENT_REFUSALS[row.flaw][language])];
  return [...whole, ...cells, ...report];
}
