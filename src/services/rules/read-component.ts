/** Reads a component from the text of a table's cell: the inverse of `tellComponent` in Indonesian, a little forgiving. */
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { ComponentCode } from './components.ts';
import { lineOf, linesOf, NO_REQUIREMENT, textOf } from './normal-standard.ts';
import type { ServiceRefusal } from './refusals.ts';
import type {
  ComplaintChannel,
  ComplaintChannelKind,
  DurationUnit,
  Fee,
  FeeItem,
  ServiceDuration,
  Standard,
} from './standard.ts';

type Read<T> = Result<T, CellFault>;

/** What is wrong with a cell: a refusal's code, so that page and table say the same. */
export type CellFault = Extract<
  ServiceRefusal,
  'service.duration-wrong' | 'service.amount-wrong' | 'service.number-wrong' | 'service.channel-value-missing'
>;

const UNITS: Readonly<Record<string, DurationUnit>> = {
  'hari kerja': 'working-day',
  'hari kalender': 'day',
  hari: 'day',
  jam: 'hour',
  menit: 'minute',
};

const KINDS: Readonly<Record<string, ComplaintChannelKind>> = {
  telepon: 'phone',
  telp: 'phone',
  whatsapp: 'phone',
  surel: 'mail',
  email: 'mail',
  laman: 'web',
  situs: 'web',
  loket: 'counter',
};

/** @returns the part of the standard that the cell holds */
export function readComponent(code: ComponentCode, cell: string): Read<Partial<Standard>> {
  const lines = linesOf(cell);
  switch (code) {
    case 'requirements': {
      const isNone = lines.length === 1 && lines[0]?.toLowerCase() === NO_REQUIREMENT.toLowerCase();
      if (isNone) return ok({ requirements: { kind: 'none' } });
      return ok({ requirements: lines.length === 0 ? { kind: 'not-stated' } : { kind: 'list', lines } });
    }
    case 'duration':
      return wrap(readDuration(lineOf(cell)), (duration) => ({ duration }));
    case 'fee':
      return wrap(readFee(lines), (fee) => ({ fee }));
    case 'complaintHandling':
      return wrap(readHandling(lines), (complaintHandling) => ({ complaintHandling }));
    case 'staffCount':
      return wrap(readCount(lineOf(cell).replace(/\s*orang$/i, '')), (staffCount) => ({ staffCount }));
    case 'procedure':
    case 'legalBasis':
    case 'facilities':
      return ok({ [code]: lines });
    default:
      return ok({ [code]: textOf(cell) });
  }
}

function wrap<T>(read: Read<T>, into: (value: T) => Partial<Standard>): Read<Partial<Standard>> {
  return read.ok ? ok(into(read.value)) : read;
}

export function readDuration(text: string): Read<ServiceDuration> {
  if (text === '') return ok({ kind: 'not-stated' });
  const match = /^(\d{1,5}) ?(hari kerja|hari kalender|hari|jam|menit)(?: ?\((.*)\))?$/i.exec(text);
  const value = Number(match?.[1]);
  if (!match || !isDurationValue(value)) return refuse('service.duration-wrong');
  return ok({ kind: 'stated', value, unit: UNITS[match[2]?.toLowerCase() ?? ''] ?? 'day', note: lineOf(match[3] ?? '') });
}

export function isDurationValue(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 10_000;
}

function readFee(lines: readonly string[]): Read<Fee> {
  const [first] = lines;
  if (first === undefined) return ok({ kind: 'not-stated' });
  if (lines.length === 1 && /^(tidak dipungut biaya|gratis|tanpa biaya)\.?$/i.test(first)) return ok({ kind: 'free' });
  const citation = lines.length === 1 ? /^menurut (.+)$/i.exec(first)?.[1] : undefined;
  if (citation !== undefined) return ok({ kind: 'regulation', citation: lineOf(citation) });
  const items: FeeItem[] = [];
  for (const line of lines) {
    const match = /^rp\.? ?([\d.]+)(?:,00|,-)?(?: ?: ?(.*))?$/i.exec(line);
    const rupiah = match ? readRupiah(match[1] ?? '') : undefined;
    if (!match || rupiah === undefined) return refuse('service.amount-wrong');
    items.push({ what: lineOf(match[2] ?? ''), rupiah });
  }
  return ok({ kind: 'amounts', items });
}

/** Whole rupiah, with the dots of thousands in their places or none; 1 to a hundred thousand million. `undefined` when it is none. */
export function readRupiah(text: string): number | undefined {
  const bare = text.trim().replace(/^rp\.?\s*/i, '');
  if (!/^\d{1,12}$/.test(bare) && !/^\d{1,3}(\.\d{3}){1,3}$/.test(bare)) return undefined;
  const rupiah = Number(bare.replaceAll('.', ''));
  return rupiah >= 1 && rupiah <= MOST_RUPIAH ? rupiah : undefined;
}

export const MOST_RUPIAH = 100_000_000_000;

/** 0 to 100,000, or nothing. */
export function readCount(text: string): Read<number | null> {
  const bare = text.trim();
  if (bare === '') return ok(null);
  if (!/^\d{1,6}$/.test(bare) || Number(bare) > 100_000) return refuse('service.number-wrong');
  return ok(Number(bare));
}

function readHandling(lines: readonly string[]): Read<Standard['complaintHandling']> {
  const channels: ComplaintChannel[] = [];
  let officerPosition = '';
  let days: number | null = null;
  for (const line of lines) {
    const match = /^([^:]{1,30}?) ?: ?(.+)$/.exec(line);
    const name = match?.[1]?.toLowerCase() ?? '';
    const value = match?.[2] ?? '';
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
    if (kind !== undefined) channels.push({ kind, value });
    else if (name === 'petugas' && officerPosition === '') officerPosition = value;
    else if (name === 'dijawab dalam' && days === null) {
      const read = readCount(value.replace(/ ?hari kerja$/i, ''));
      if (!read.ok) return read;
      days = read.value;
    } else return refuse('service.channel-value-missing');
  }
  return ok({ channels, officerPosition, days });
}
