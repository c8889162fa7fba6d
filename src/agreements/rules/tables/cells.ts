/** A line as cells of a table: canonical, and as people read it in their language. Pure. */
import type { Language } from '../../../kernel/language.ts';
import { LINE_STATE_LABELS } from '../line.transitions.ts';
import type { Line } from '../line.ts';
import { showAmount } from '../lines/amount.ts';
import { type Cells, type ColumnCode, column } from './columns.ts';
import { agencyIndex, choicesOf, type TableLists } from './lists.ts';

/** A cell as a file holds it: a spreadsheet knows numbers and days, a CSV only texts. It can be kept as JSON. */
export type RawCell = string | number | boolean | { readonly day: string };

/** One text per amount: '12.50' as '12.5'. */
export function plainAmount(amount: string | null): string {
  if (amount === null) return '';
  const [whole = '', fraction = ''] = amount.split('.');
  const kept = fraction.replace(/0+$/, '');
  const digits = kept === '' ? whole : `${whole}.${kept}`;
  return digits === '-0' ? '0' : digits;
}

/** A text as it comes back from a spreadsheet: no blanks around it, one kind of line break, nothing XML has no place for. */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones spreadsheets cannot hold
  const storable = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  return storable
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+(?=\n|$)/g, '')
    .trim();
}

/** What is promised, cell by cell; `ordinal` and `version` go into its key. */
export function cellsOfLine(line: Line): Cells {
  const [target1, target2, target3, target4] = line.targets.map(plainAmount) as [string, string, string, string];
  return {
    ...{ year: String(line.year), programme: line.programme, factor: line.factor ?? '', form: line.form },
    ...{ activity: plainText(line.activity), output: plainText(line.output), indicator: plainText(line.indicator) },
    ...{ unit: plainText(line.unit), direction: line.direction, baseline: plainAmount(line.baseline) },
    ...{ target1, target2, target3, target4 },
    ...{ startsOn: line.startsOn.toString(), dueOn: line.dueOn.toString() },
    ...{ owner: line.owner.agencyId, ownerPosition: plainText(line.owner.position) },
    ...{ other: line.other?.agencyId ?? '', otherPosition: plainText(line.other?.position ?? '') },
    ...{ supporting: joinedIds(line.supportingIds), place: plainText(line.place), budgetSource: plainText(line.budgetSource) },
    ...{ budgetAmount: line.budgetAmount ?? '', evidenceAsked: plainText(line.evidenceAsked) },
    isPriority: line.isPriority ? 'yes' : 'no',
  };
}

/** In no order of its own, so that sorting them in a cell is no change. */
export function joinedIds(ids: readonly string[]): string {
  return [...new Set(ids)].toSorted().join(';');
}

/** `RK-2026-0001/12/3`: agreement, number of the line, the version it was written from. It survives sorting, copying and saving as CSV. */
export function keyOf(code: string, line: Pick<Line, 'ordinal' | 'version'>): string {
  return `${code}/${line.ordinal}/${line.version}`;
}

export interface LineKey {
  readonly code: string;
  readonly ordinal: number;
  readonly version: number;
}

export function readKey(text: string): LineKey | undefined {
  const parts = /^\s*([A-Z]{2,4}-\d{4}-\d{4,})\/(\d{1,6})\/(\d{1,6})\s*$/i.exec(text);
  if (!parts) return undefined;
  return { code: (parts[1] as string).toUpperCase(), ordinal: Number(parts[2]), version: Number(parts[3]) };
}

/** A cell as people read it. Days as 31/03/2026, amounts with the decimal sign of the language, choices and agencies by name. */
export function showCell(code: ColumnCode, value: string, lists: TableLists, language: Language): string {
  if (value === '') return '';
  switch (column(code).kind) {
    case 'amount':
      return showAmount(value, language);
    case 'day':
      return value.split('-').toReversed().join('/');
    case 'choice':
    case 'yes-no':
      return choicesOf(code, lists).find((choice) => choice.value === value)?.label[language] ?? value;
    case 'agency':
      return agencyName(value, lists);
    case 'agencies':
      return value
        .split(';')
        .map((id) => agencyName(id, lists))
        .join('; ');
    default:
      return value;
  }
}

const agencyName = (id: string, lists: TableLists): string => agencyIndex(lists).byId.get(id)?.name ?? '';

/** What is only to be read: its state and how far it is said to be. */
export function toldOf(line: Line, language: Language): Readonly<Record<'number' | 'state' | 'confirmed' | 'reported', string>> {
  return {
    number: String(line.ordinal),
    state: LINE_STATE_LABELS[line.state][language],
    confirmed: plainAmount(line.confirmed?.amount ?? null),
    reported: plainAmount(line.reported?.amount ?? null),
  };
}
