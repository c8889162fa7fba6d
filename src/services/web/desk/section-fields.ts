/** A section of a standard as the fields of its form, and back. What was typed stays as it was typed until it is right. */
import { type DateParts, dateParts, dayFromParts, partsOfDay } from '../../../design/index.ts';
import type { Form } from '../../../platform/http/form.ts';
import type { ComponentCode } from '../../rules/components.ts';
import { linesOf } from '../../rules/normal-standard.ts';
import { isDurationValue, readCount, readRupiah } from '../../rules/read-component.ts';
import type { ServiceRefusal } from '../../rules/refusals.ts';
import { isServiceChannel, isServiceField, type ServiceContent } from '../../rules/service.ts';
import {
  COMPLAINT_CHANNELS,
  type ComplaintChannelKind,
  DURATION_UNITS,
  type DurationUnit,
  type Standard,
} from '../../rules/standard.ts';

export type Section = 'general' | ComponentCode;
export type Typed = Readonly<Record<string, string>>;

/** Rows a form begins with, and most it may have. */
const FEWEST_ROWS = 2;
export const MOST_ROWS = 20;

export function typedOf(section: Section, content: ServiceContent): Typed {
  const { standard } = content;
  switch (section) {
    case 'general':
      return generalTyped(content);
    case 'requirements':
      return {
        kind: standard.requirements.kind,
        lines: standard.requirements.kind === 'list' ? standard.requirements.lines.join('\n') : '',
      };
    case 'duration': {
      const { duration } = standard;
      if (duration.kind === 'not-stated') return { kind: 'not-stated', unit: 'working-day' };
      return { kind: 'stated', value: String(duration.value), unit: duration.unit, note: duration.note };
    }
    case 'fee': {
      const { fee } = standard;
      const items = fee.kind === 'amounts' ? fee.items : [];
      return {
        kind: fee.kind,
        citation: fee.kind === 'regulation' ? fee.citation : '',
        ...rowsTyped(items.map(({ rupiah, what }) => ({ rupiah: String(rupiah), what }))),
      };
    }
    case 'complaintHandling': {
      const { channels, officerPosition, days } = standard.complaintHandling;
      return {
        officerPosition,
        days: days === null ? '' : String(days),
        ...rowsTyped(channels.map(({ kind, value }) => ({ kind, value }))),
      };
    }
    case 'staffCount':
      return { text: standard.staffCount === null ? '' : String(standard.staffCount) };
    case 'procedure':
    case 'legalBasis':
    case 'facilities':
      return { lines: standard[section].join('\n') };
    default:
      return { text: standard[section] };
  }
}

function generalTyped(content: ServiceContent): Typed {
  const { name, field, channel, onlineAddress, decreeNumber, decreeOn, ownerPosition } = content;
  const parts: DateParts = decreeOn === null ? { day: '', month: '', year: '' } : partsOfDay(decreeOn);
  return {
    name,
    field,
    channel,
    onlineAddress,
    decreeNumber,
    'decreeOn-day': parts.day,
    'decreeOn-month': parts.month,
    'decreeOn-year': parts.year,
    ownerPosition,
  };
}

function rowsTyped(rows: readonly Readonly<Record<string, string>>[]): Typed {
  const typed: Record<string, string> = { rows: String(Math.max(FEWEST_ROWS, rows.length)) };
  rows.forEach((row, index) => {
    for (const [name, value] of Object.entries(row)) typed[`${name}-${index}`] = value;
  });
  return typed;
}

export function rowCount(typed: Typed): number {
  const asked = Number(typed.rows);
  return Number.isInteger(asked) ? Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, asked)) : FEWEST_ROWS;
}

/** Every field of the form that is one text. */
export function typedIn(form: Form): Typed {
  return Object.fromEntries(
    Object.entries(form.typed()).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export interface FieldProblem {
  readonly field: string;
  readonly code: ServiceRefusal;
}

export type ReadSection =
  | { readonly ok: true; readonly change: (content: ServiceContent) => ServiceContent }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What was typed as a change of the content, or what is wrong with it, at the names of the inputs. */
export function readSection(section: Section, typed: Typed): ReadSection {
  const problems: FieldProblem[] = [];
  const read = section === 'general' ? readGeneral(typed, problems) : readStandard(section, typed, problems);
  if (problems.length > 0) return { ok: false, problems };
  if (section === 'general') return { ok: true, change: (content) => ({ ...content, ...(read as Partial<ServiceContent>) }) };
  return { ok: true, change: (content) => ({ ...content, standard: { ...content.standard, ...(read as Partial<Standard>) } }) };
}

export function readGeneral(typed: Typed, problems: FieldProblem[]): Partial<ServiceContent> {
  const { field = '', channel = '' } = typed;
  if (!isServiceField(field)) problems.push({ field: 'field', code: 'service.field-missing' });
  if (!isServiceChannel(channel)) problems.push({ field: 'channel', code: 'service.channel-missing' });
  const parts = dateParts(typed, 'decreeOn');
  const isEmpty = parts.day === '' && parts.month === '' && parts.year === '';
  const day = isEmpty ? null : dayFromParts(parts);
  if (day === undefined || (day !== null && (day.year < 1945 || day.year > 2200))) {
    problems.push({ field: 'decreeOn', code: 'service.day-wrong' });
  }
  return {
    name: typed.name ?? '',
    ...(isServiceField(field) ? { field } : {}),
    ...(isServiceChannel(channel) ? { channel } : {}),
    onlineAddress: typed.onlineAddress ?? '',
    decreeNumber: typed.decreeNumber ?? '',
    decreeOn: day ?? null,
    ownerPosition: typed.ownerPosition ?? '',
  };
}

function readStandard(section: ComponentCode, typed: Typed, problems: FieldProblem[]): Partial<Standard> {
  const lines = linesOf(typed.lines ?? '');
  const count = (field: string) => {
    const read = readCount(typed[field] ?? '');
    if (!read.ok) problems.push({ field, code: read.refusal });
    return read.ok ? read.value : null;
  };
  switch (section) {
    case 'requirements':
      if (typed.kind === 'none' || typed.kind === 'not-stated') return { requirements: { kind: typed.kind } };
      if (typed.kind !== 'list') problems.push({ field: 'kind', code: 'service.choose' });
      else if (lines.length === 0) problems.push({ field: 'lines', code: 'service.requirements-missing' });
      return { requirements: { kind: 'list', lines } };
    case 'duration': {
      if (typed.kind === 'not-stated') return { duration: { kind: 'not-stated' } };
      if (typed.kind !== 'stated') problems.push({ field: 'kind', code: 'service.choose' });
      const value = /^\d{1,5}$/.test((typed.value ?? '').trim()) ? Number(typed.value) : Number.NaN;
      const unit = DURATION_UNITS.find((one) => one === typed.unit);
      if (typed.kind === 'stated' && (!isDurationValue(value) || !unit)) {
        problems.push({ field: 'value', code: 'service.duration-wrong' });
      }
      return { duration: { kind: 'stated', value, unit: unit as DurationUnit, note: typed.note ?? '' } };
    }
    case 'fee':
      return readFee(typed, problems);
    case 'complaintHandling': {
      const channels = rowsIn(typed, ['kind', 'value'], ['value']).flatMap(({ index, cells: [kind = '', value = ''] }) => {
        const known = COMPLAINT_CHANNELS.find((one) => one === kind);
        if (!known) problems.push({ field: `kind-${index}`, code: 'service.channel-value-missing' });
        return [{ kind: known as ComplaintChannelKind, value }];
      });
      return { complaintHandling: { channels, officerPosition: typed.officerPosition ?? '', days: count('days') } };
    }
    case 'staffCount':
      return { staffCount: count('text') };
    case 'procedure':
    case 'legalBasis':
    case 'facilities':
      return { [section]: lines };
    default:
      return { [section]: typed.text ?? '' };
  }
}

function readFee(typed: Typed, problems: FieldProblem[]): Partial<Standard> {
  if (typed.kind === 'free' || typed.kind === 'not-stated') return { fee: { kind: typed.kind } };
  if (typed.kind === 'regulation') {
    if ((typed.citation ?? '').trim() === '') problems.push({ field: 'citation', code: 'service.citation-missing' });
    return { fee: { kind: 'regulation', citation: typed.citation ?? '' } };
  }
  if (typed.kind !== 'amounts') problems.push({ field: 'kind', code: 'service.choose' });
  const items = rowsIn(typed, ['rupiah', 'what'], ['rupiah', 'what']).map(({ index, cells: [amount = '', what = ''] }) => {
    const rupiah = readRupiah(amount);
    if (rupiah === undefined) problems.push({ field: `rupiah-${index}`, code: 'service.amount-wrong' });
    return { rupiah: rupiah ?? 0, what };
  });
  if (typed.kind === 'amounts' && items.length === 0) problems.push({ field: 'rupiah-0', code: 'service.amounts-missing' });
  return { fee: { kind: 'amounts', items } };
}

/** The rows of a form in which one of the telling cells is filled in. */
function rowsIn(typed: Typed, names: readonly string[], telling: readonly string[]) {
  return Array.from({ length: rowCount(typed) }, (_, index) => ({
    index,
    cells: names.map((name) => typed[`${name}-${index}`] ?? ''),
  })).filter(({ index }) => telling.some((name) => (typed[`${name}-${index}`] ?? '').trim() !== ''));
}
