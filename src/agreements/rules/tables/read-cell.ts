/** A cell as a file holds it, into what it means: whatever is written that a person can only mean one way; anything else is refused, never guessed. Pure. */
import { LANGUAGES, type Language } from '../../../kernel/language.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { Temporal } from '../../../kernel/time.ts';
import { isAmount, readAmount, readRupiah } from '../lines/amount.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { joinedIds, plainAmount, plainText, type RawCell } from './cells.ts';
import { type ColumnCode, column } from './columns.ts';
import { agencyIndex, bareName, choicesOf, type TableLists } from './lists.ts';

export interface CellReading {
  readonly lists: TableLists;
  /** The file writes months before days somewhere: 3/4/2026 could be either day, so it is none. */
  readonly monthFirst: boolean;
}

type Read = Result<string, AgreementRefusal>;
const is = (value: string): Read => ({ ok: true, value });

/** What an empty cell means where it means anything. */
const WHEN_EMPTY: Readonly<Partial<Record<ColumnCode, string>>> = {
  form: 'activity',
  direction: 'up',
  isPriority: 'no',
  isLast: 'no',
};

/** @returns the canonical value, '' = empty */
export function readCell(code: ColumnCode, raw: RawCell, reading: CellReading): Read {
  const text = plainText(rawText(raw));
  if (text === '') return is(WHEN_EMPTY[code] ?? '');
  if (/^#(REF|VALUE|NAME|DIV\/0|N\/A|NUM|NULL|SPILL|CALC)[!?]?$/i.test(text)) return refuse('agreement.cell-error');
  switch (column(code).kind) {
    case 'amount':
      return amount(raw, text);
    case 'money':
      return money(raw, text);
    case 'day':
      return day(raw, text, reading);
    case 'year':
      return /^[12]\d{3}$/.test(text) ? is(text) : refuse('agreement.year-wrong');
    case 'choice':
      return choice(code, text, reading.lists) ?? refuse('agreement.cell-choice');
    case 'yes-no':
      return yesNo(code, raw, text, reading.lists);
    case 'agency':
      return agency(text, reading.lists);
    case 'agencies':
      return agencies(text, reading.lists);
    default:
      return is(text);
  }
}

/** As it stands in the file, for people. */
export function rawText(raw: RawCell): string {
  if (typeof raw === 'number') return plainNumber(raw);
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  return typeof raw === 'string' ? raw : raw.day;
}

/** Spreadsheets count in binary: 0.30000000000000004 is 0.3. Six places are what a line keeps. */
function plainNumber(number: number): string {
  if (!Number.isFinite(number)) return '';
  return Math.abs(number) < 1e15 ? plainAmount(number.toFixed(6)) : String(number);
}

function amount(raw: RawCell, text: string): Read {
  if (typeof raw === 'number') return isAmount(text) ? is(text) : refuse('agreement.amount-wrong');
  const read = readAmount(text);
  if (read !== undefined) return is(read);
  return refuse(/^-?\d{1,3}\.\d{3}$/.test(text) ? 'agreement.cell-thousands' : 'agreement.amount-wrong');
}

function money(raw: RawCell, text: string): Read {
  const read = readRupiah(typeof raw === 'number' && Number.isSafeInteger(raw) ? raw.toFixed(0) : text);
  return read === undefined ? refuse('agreement.money-wrong') : is(read);
}

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'aug', 'agt'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov', 'nop', 'nopember'],
  ['desember', 'december', 'des', 'dec'],
];

function day(raw: RawCell, text: string, { monthFirst }: CellReading): Read {
  // A cell that lost its format shows the number of the day: 46098. Years stand in that column by mistake, and are no such number.
  if (typeof raw === 'number') return raw >= 36_526 && raw < 73_415 && Number.isInteger(raw) ? is(daySince1900(raw)) : wrongDay;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(text);
  if (iso) return made(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (local) return monthFirst ? refuse('agreement.cell-month-first') : made(local[3], local[2], local[1]);
  const named = /^(\d{1,2})[ -]([\p{L}]+)\.?[ -](\d{4})$/u.exec(text);
  const month = MONTHS.findIndex((names) => names.includes(named?.[2]?.toLowerCase() ?? '')) + 1;
  return named && month > 0 ? made(named[3], String(month), named[1]) : wrongDay;
}

const wrongDay: Read = refuse('agreement.cell-day');

/** Days counted as spreadsheets do, 2000-01-01 = 36526. */
function daySince1900(count: number): string {
  return Temporal.PlainDate.from('1899-12-30').add({ days: count }).toString();
}

function made(year: string | undefined, month: string | undefined, date: string | undefined): Read {
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(date) };
    return is(Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString());
  } catch {
    return wrongDay;
  }
}

/** Whether a text can only be a day with its month first: 3/31/2026. */
export function isMonthFirst(raw: RawCell): boolean {
  const parts = typeof raw === 'string' ? /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\s*$/.exec(raw) : null;
  return parts !== null && Number(parts[1]) <= 12 && Number(parts[2]) > 12 && Number(parts[2]) <= 31;
}

function choice(code: ColumnCode, text: string, lists: TableLists): Read | undefined {
  const wanted = bareName(text);
  const found = choicesOf(code, lists).find(
    ({ value, label }) =>
      bareName(value) === wanted || LANGUAGES.some((language: Language) => bareName(label[language]) === wanted),
  );
  return found && is(found.value);
}

function yesNo(code: ColumnCode, raw: RawCell, text: string, lists: TableLists): Read {
  if (typeof raw === 'boolean' || raw === 1 || raw === 0) return is(raw ? 'yes' : 'no');
  const word = text.toLowerCase();
  if (['y', 'x', 'v', '1', 'true', 'benar'].includes(word)) return is('yes');
  if (['t', 'n', '0', '-', 'false', 'salah', 'belum'].includes(word)) return is('no');
  return choice(code, text, lists) ?? refuse('agreement.cell-yes-no');
}

function agency(text: string, lists: TableLists): Read {
  const { byName, byCode, alike } = agencyIndex(lists);
  const found = byName.get(bareName(text)) ?? byCode.get(text.toLowerCase());
  if (found) return is(found.id);
  // The name alone, where the list has it with a code because two are called alike.
  return refuse((alike.get(bareName(text))?.length ?? 0) > 1 ? 'agreement.cell-agency-several' : 'agreement.cell-agency');
}

function agencies(text: string, lists: TableLists): Read {
  const names = text.split(/[;\n]/).map((name) => name.trim());
  const read = names.filter((name) => name !== '').map((name) => agency(name, lists));
  const wrong = read.find((each) => !each.ok);
  return wrong ?? is(joinedIds(read.flatMap((each) => (each.ok ? [each.value] : []))));
}
