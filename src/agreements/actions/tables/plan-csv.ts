/** A plan as CSV to fill in: the same columns as the workbook. UTF-8 with a byte order mark and semicolons, which an Indonesian spreadsheet opens by a double click. */
import { stringify } from 'csv-stringify/sync';
import type { Language } from '../../../kernel/language.ts';
import { guarded } from '../../../services/index.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { showCell } from '../../rules/tables/cells.ts';
import { type ColumnCode, columnsOf } from '../../rules/tables/columns.ts';
import { type Plan, shownRow } from './plan-workbook.ts';

export function planCsv({ agreement, lines, lists }: Plan, language: Language): string {
  const columns = columnsOf(agreementKind(agreement.kind));
  const rows = lines.map((line) => {
    const row = shownRow(agreement, line, lists, language);
    return columns.map(({ code, kind }) => {
      const value = row[code] ?? '';
      const shown = kind === 'amount' || kind === 'day' ? showCell(code as ColumnCode, value, lists, language) : value;
      // A number below zero is a number: a guard before it would lose it in the spreadsheet.
      return kind === 'amount' ? shown : guarded(shown);
    });
  });
  return stringify([columns.map(({ title }) => title[language]), ...rows], {
    ...{ delimiter: ';', bom: true, record_delimiter: 'windows' },
  });
}
