/** What a cell of a plan's table can be chosen from, in both languages; the sheet of lists and the reading of cells use the same. Pure. */
import type { Label, Language } from '../../../kernel/language.ts';
import { FACTORS, LINE_FORMS } from '../kinds.ts';
import type { ColumnCode } from './columns.ts';

export interface ListedAgency {
  readonly id: string;
  readonly code: string;
  /** Unlike any other on the list: its name, with its code when two are called alike. */
  readonly name: string;
  /** A party or an office below one, in force: it can be given a line. Others stand in lines of before. */
  readonly isOffered: boolean;
}

export interface TableLists {
  readonly programmes: readonly { readonly code: string; readonly label: Label; readonly isOffered: boolean }[];
  readonly agencies: readonly ListedAgency[];
}

export interface Choice {
  readonly value: string;
  readonly label: Label;
}

const DIRECTION_LABELS: Readonly<Record<'up' | 'down', Label>> = {
  up: { id: 'Makin besar makin baik', en: 'The more the better' },
  down: { id: 'Makin kecil makin baik', en: 'The less the better' },
};
export const YES_NO: Readonly<Record<'yes' | 'no', Label>> = { yes: { id: 'ya', en: 'yes' }, no: { id: 'tidak', en: 'no' } };

const fixed = (labels: Readonly<Record<string, Label>>): readonly Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Everything a cell of this column may mean; what is only offered no more is still read. */
export function choicesOf(code: ColumnCode, lists: TableLists): readonly Choice[] {
  switch (code) {
    case 'programme':
      return lists.programmes.map(({ code: value, label }) => ({ value, label }));
    case 'factor':
      return fixed(FACTORS);
    case 'form':
      return fixed(LINE_FORMS);
    case 'direction':
      return fixed(DIRECTION_LABELS);
    case 'isPriority':
    case 'isLast':
      return fixed(YES_NO);
    default:
      return [];
  }
}

/** What the drop-down of a column offers, in a language; empty = it has none. */
export function offered(code: ColumnCode, lists: TableLists, language: Language): readonly string[] {
  if (code === 'owner' || code === 'other' || code === 'supporting')
    return lists.agencies.filter(({ isOffered }) => isOffered).map(({ name }) => name);
  if (code === 'programme') return lists.programmes.filter(({ isOffered }) => isOffered).map(({ label }) => label[language]);
  return choicesOf(code, lists).map(({ label }) => label[language]);
}

/** Gives each agency a name that no other on the list has. */
export function withOwnNames(
  agencies: readonly { readonly id: string; readonly code: string; readonly name: string; readonly isOffered: boolean }[],
): readonly ListedAgency[] {
  const times = new Map<string, number>();
  for (const { name } of agencies) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1);
  return agencies.map((agency) => ({
    ...agency,
    name: (times.get(agency.name.toLowerCase()) ?? 0) > 1 ? `${agency.name} (${agency.code})` : agency.name,
  }));
}

/** A name as people leave it: letters and digits in small, one blank between words. */
export const bareName = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

interface AgencyIndex {
  readonly byId: ReadonlyMap<string, ListedAgency>;
  readonly byCode: ReadonlyMap<string, ListedAgency>;
  readonly byName: ReadonlyMap<string, ListedAgency>;
  /** Without the code that tells namesakes apart. */
  readonly alike: ReadonlyMap<string, readonly ListedAgency[]>;
}

/** A province has a thousand offices, a plan two thousand lines: they are looked up, not searched. */
const indexes = new WeakMap<TableLists, AgencyIndex>();

export function agencyIndex(lists: TableLists): AgencyIndex {
  const known = indexes.get(lists);
  if (known) return known;
  const { agencies } = lists;
  const index = {
    byId: new Map(agencies.map((agency) => [agency.id, agency])),
    byCode: new Map(agencies.map((agency) => [agency.code.toLowerCase(), agency])),
    byName: new Map(agencies.map((agency) => [bareName(agency.name), agency])),
    alike: Map.groupBy(agencies, ({ name, code }) => bareName(name.replace(` (${code})`, ''))),
  };
  indexes.set(lists, index);
  return index;
}
