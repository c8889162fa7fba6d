import type { Label } from '../../../../kernel/language.ts';
import type { Dimension, Instrument, Variable } from '../../../rules/instrument.ts';
import { PER_NAMES, ROLE_NAMES } from '../../../rules/instrument-words.ts';
import {
  type Choice,
  codeOf,
  type Field,
  labelFields,
  readLabel,
  readNumber,
  readStanding,
  type Section,
  showNumber,
  standingFields,
  type Typed,
} from './fields.ts';

const NEW_STANDING = { confirmed: false, basis: null, note: null } as const;
const BLANK: Label = { id: '', en: '' };

export const NAME: Label = { id: 'Nama', en: 'Name' };
export const WEIGHT: Label = { id: 'Bobot', en: 'Weight' };
const CODE_HINT: Label = {
  id: 'Huruf kecil, angka, dan tanda hubung; tetap sama dari versi ke versi. Kosong berarti dibuat dari nama.',
  en: 'Lower-case letters, digits and hyphens; the same from version to version. Blank makes it from the name.',
};

/** Code (of what is new), name and weight. */
export function commonFields(part: { code: string; name: Label; weight: string }, isNew: boolean): readonly Field[] {
  const code: Field = {
    name: 'code',
    label: { id: 'Kode', en: 'Code' },
    kind: 'text',
    value: '',
    optional: true,
    hint: CODE_HINT,
  };
  return [
    ...labelFields('name', NAME, part.name),
    ...(isNew ? [code] : []),
    { name: 'weight', label: WEIGHT, kind: 'text', value: showNumber(part.weight), width: 10 },
  ];
}

export function readCommon(typed: Typed, code: string | null) {
  const name = readLabel(typed, 'name');
  return { code: code ?? codeOf(typed.text('code') || name.id), name, weight: readNumber(typed, 'weight') };
}

const choices = <T extends string>(names: Readonly<Record<T, Label>>): readonly Choice[] =>
  (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }));

/** A dimension; `code: null` = a new one. */
export function dimensionSection(instrument: Instrument, code: string | null): Section | null {
  const found = instrument.dimensions.find((one) => one.code === code);
  if (code !== null && !found) return null;
  const part: Dimension = found ?? {
    code: '',
    name: BLANK,
    weight: '0',
    per: 'unit',
    role: 'score',
    standing: NEW_STANDING,
    variables: [],
  };
  return {
    title: found
      ? { id: `Dimensi: ${part.name.id}`, en: `Dimension: ${part.name.en}` }
      : { id: 'Dimensi baru', en: 'New dimension' },
    fields: [
      ...commonFields(part, !found),
      {
        name: 'per',
        label: { id: 'Di mana diukur', en: 'Where it is measured' },
        kind: 'select',
        value: part.per,
        options: choices(PER_NAMES),
      },
      { name: 'role', label: { id: 'Peran', en: 'Role' }, kind: 'select', value: part.role, options: choices(ROLE_NAMES) },
      ...standingFields('', part.standing),
    ],
    apply: (now, typed) => {
      const edited: Dimension = {
        ...(now.dimensions.find((one) => one.code === code) ?? part),
        ...readCommon(typed, code),
        per: typed.text('per') === 'agency' ? 'agency' : 'unit',
        role: typed.text('role') === 'qualifier' ? 'qualifier' : 'score',
        standing: readStanding(typed, ''),
      };
      return { ...now, dimensions: put(now.dimensions, edited, code) };
    },
    ...(found ? { remove: (now) => ({ ...now, dimensions: now.dimensions.filter((one) => one.code !== code) }) } : {}),
  };
}

/** A variable; `code: null` = a new one in the dimension `inside`. */
export function variableSection(instrument: Instrument, code: string | null, inside: string): Section | null {
  const home = instrument.dimensions.find((one) =>
    code === null ? one.code === inside : one.variables.some((each) => each.code === code),
  );
  const found = home?.variables.find((one) => one.code === code);
  if (!home) return null;
  const part: Variable = found ?? { code: '', name: BLANK, weight: '0', standing: NEW_STANDING, indicators: [] };
  const inHome = (now: Instrument, change: (variables: readonly Variable[]) => readonly Variable[]): Instrument => ({
    ...now,
    dimensions: now.dimensions.map((one) => (one.code === home.code ? { ...one, variables: change(one.variables) } : one)),
  });
  return {
    title: found
      ? { id: `Variabel: ${part.name.id}`, en: `Variable: ${part.name.en}` }
      : { id: 'Variabel baru', en: 'New variable' },
    lead: { id: `Dimensi ${home.name.id}.`, en: `Dimension ${home.name.en}.` },
    fields: [...commonFields(part, !found), ...standingFields('', part.standing)],
    apply: (now, typed) =>
      inHome(now, (variables) => {
        const base = variables.find((one) => one.code === code) ?? part;
        return put(variables, { ...base, ...readCommon(typed, code), standing: readStanding(typed, '') }, code);
      }),
    ...(found ? { remove: (now) => inHome(now, (variables) => variables.filter((one) => one.code !== code)) } : {}),
  };
}

/** In the place of what had the code, or at the end. */
export function put<T extends { readonly code: string }>(parts: readonly T[], edited: T, code: string | null): readonly T[] {
  return code !== null && parts.some((one) => one.code === code)
    ? parts.map((one) => (one.code === code ? edited : one))
    : [...parts, edited];
}
