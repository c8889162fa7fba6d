import type { Label } from '../../../../kernel/language.ts';
import { readBasis, writeBasis } from '../../../rules/basis-text.ts';
import type { Instrument, Standing } from '../../../rules/instrument.ts';

/** The forms of an instrument's parts as data: what is asked, what stands there now, and what the answers make of the instrument. */
export interface Field {
  readonly name: string;
  readonly label: Label;
  readonly kind: 'text' | 'area' | 'check' | 'checks' | 'select' | 'radios';
  /** `yes` for a box that is checked; for several boxes their values with a blank between. */
  readonly value: string;
  readonly hint?: Label;
  readonly width?: 4 | 5 | 10 | 20;
  readonly optional?: boolean;
  readonly options?: readonly Choice[];
  /** A heading above: the fields from here on belong together. */
  readonly heading?: Label;
}

export interface Choice {
  readonly value: string;
  readonly label: Label;
  /** Asked only when this is chosen. */
  readonly fields?: readonly Field[];
}

/** What came with the form. */
export interface Typed {
  text(name: string): string;
  has(name: string): boolean;
  all(name: string): readonly string[];
}

export interface Section {
  readonly title: Label;
  readonly lead?: Label;
  readonly fields: readonly Field[];
  apply(instrument: Instrument, typed: Typed): Instrument;
  /** The instrument without this part; absent where the part cannot go. */
  readonly remove?: (instrument: Instrument) => Instrument;
}

const EN = (label: Label): Label => ({ id: `${label.id} (bahasa Inggris)`, en: `${label.en} (English)` });
const ID = (label: Label): Label => ({ id: `${label.id} (bahasa Indonesia)`, en: `${label.en} (Indonesian)` });
const SAME_IF_BLANK: Label = { id: 'Kosong berarti sama dengan bahasa Indonesia.', en: 'Blank means the same as in Indonesian.' };

/** A text in both languages, in two inputs; the English one may stay blank. */
export function labelFields(name: string, label: Label, value: Label, kind: 'text' | 'area' = 'text'): readonly Field[] {
  return [
    { name: `${name}-id`, label: ID(label), kind, value: value.id },
    {
      name: `${name}-en`,
      label: EN(label),
      kind,
      value: value.en === value.id ? '' : value.en,
      hint: SAME_IF_BLANK,
      optional: true,
    },
  ];
}

export function readLabel(typed: Typed, name: string): Label {
  const id = typed.text(`${name}-id`).trim();
  return { id, en: typed.text(`${name}-en`).trim() || id };
}

/** How sure the numbers of a part are. */
export function standingFields(prefix: string, standing: Standing): readonly Field[] {
  return [
    {
      name: `${prefix}basis`,
      label: { id: 'Sumber atau dasar', en: 'Source or basis' },
      kind: 'text',
      value: writeBasis(standing.basis),
      optional: true,
      heading: { id: 'Kepastian', en: 'Certainty' },
      hint: {
        id: 'Misalnya PO 22/2016 Pasal 5, atau judul dokumen.',
        en: 'For example PO 22/2016 Pasal 5, or the title of a document.',
      },
    },
    {
      name: `${prefix}confirmed`,
      label: { id: 'Sudah dipastikan dari sumber itu', en: 'Confirmed by that source' },
      kind: 'check',
      value: standing.confirmed ? 'yes' : '',
    },
    ...labelFields(
      `${prefix}note`,
      { id: 'Catatan: apa yang belum pasti', en: 'Note: what is not certain' },
      standing.note ?? { id: '', en: '' },
      'area',
    ).map((field) => ({ ...field, optional: true })),
  ];
}

export function readStanding(typed: Typed, prefix: string): Standing {
  const note = readLabel(typed, `${prefix}note`);
  return {
    confirmed: typed.has(`${prefix}confirmed`),
    basis: readBasis(typed.text(`${prefix}basis`)),
    note: note.id === '' ? null : note,
  };
}

/** A number as it is kept: people write `21,85`, data says `21.85`. */
export function readNumber(typed: Typed, name: string): string {
  return typed
    .text(name)
    .trim()
    .replace(/^(-?\d+),(\d+)$/, '$1.$2');
}

export function showNumber(written: string): string {
  return /^-?\d+\.\d+$/.test(written) ? written.replace('.', ',') : written;
}

/** A whole number that was typed; `NaN` when it is none, which the form of the instrument then refuses. */
export function readWhole(typed: Typed, name: string): number {
  const text = typed.text(name).trim();
  return /^-?\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}

/** The same fields with what was typed in them. */
export function withTyped(fields: readonly Field[], typed: Typed): readonly Field[] {
  return fields.map((field) => ({
    ...field,
    value:
      field.kind === 'check'
        ? typed.has(field.name)
          ? 'yes'
          : ''
        : field.kind === 'checks'
          ? typed.all(field.name).join(' ')
          : typed.text(field.name),
    ...(field.options
      ? { options: field.options.map((one) => (one.fields ? { ...one, fields: withTyped(one.fields, typed) } : one)) }
      : {}),
  }));
}

/** A code as data holds it: `Pengetahuan Baru` becomes `pengetahuan-baru`. */
export function codeOf(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
