import type { z } from 'zod';
import type { Label } from '../../kernel/language.ts';

/** What is wrong with the form of a JSON file: where, and what to do. */
export interface FileProblem {
  /** `dimensions[0].variables[1].weight`; empty for the file as a whole. */
  readonly path: string;
  readonly text: Label;
}

/** So many are told; after that the file is something else altogether. */
const MOST = 50;

/** The issues of a zod check in words for whoever wrote the file. */
export function fileProblems(issues: readonly z.core.$ZodIssue[]): readonly FileProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, [])).slice(0, MOST);
}

function problemsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly FileProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The way that fails least is the one that was meant.
    const nearest = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
    const known = nearest.filter((inner) => inner.code !== 'unrecognized_keys' || nearest.length === 1);
    return (known.length > 0 ? known : nearest).flatMap((inner) => problemsOf(inner, path));
  }
  return [{ path: pathText(path), text: textOf(issue) }];
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

/** `units[0].sheets[2].answers` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, place) => (typeof step === 'number' ? `[${step}]` : `${place > 0 ? '.' : ''}${String(step)}`))
    .join('')
    .slice(0, 300);
}

const TYPES: Readonly<Record<string, Label>> = {
  string: { id: 'teks di antara tanda kutip', en: 'a text in quotation marks' },
  number: { id: 'bilangan', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  array: { id: 'daftar [ … ]', en: 'a list [ … ]' },
  object: { id: 'objek { … }', en: 'an object { … }' },
  record: { id: 'objek { … }', en: 'an object { … }' },
};

function textOf(issue: z.core.$ZodIssue): Label {
  switch (issue.code) {
    case 'invalid_type': {
      if (!('input' in issue) || issue.input === undefined) return { id: 'Belum ada. Tambahkan.', en: 'Missing. Add it.' };
      const type = TYPES[issue.expected] ?? { id: 'jenis lain', en: 'of another type' };
      return { id: `Seharusnya ${type.id}.`, en: `Should be ${type.en}.` };
    }
    case 'unrecognized_keys': {
      const names = issue.keys
        .slice(0, 10)
        .map((key) => `"${key.slice(0, 60)}"`)
        .join(', ');
      return {
        id: `Nama ${names} tidak dikenal. Hapus atau betulkan ejaannya.`,
        en: `Unknown: ${names}. Remove it or mend its spelling.`,
      };
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { id: `Pilih salah satu: ${values}.`, en: `Choose one of: ${values}.` };
    }
    case 'invalid_union':
      return { id: 'Tidak cocok dengan bentuk mana pun; lihat contohnya.', en: 'Fits none of the forms; see the example.' };
    case 'too_big':
      return issue.origin === 'string'
        ? { id: `Terlalu panjang; paling banyak ${issue.maximum} huruf.`, en: `Too long; at most ${issue.maximum} characters.` }
        : {
            id: `Terlalu besar atau terlalu banyak; paling banyak ${issue.maximum}.`,
            en: `Too large or too many; at most ${issue.maximum}.`,
          };
    case 'too_small':
      return {
        id: `Terlalu kecil atau kosong; paling sedikit ${issue.minimum}.`,
        en: `Too small or empty; at least ${issue.minimum}.`,
      };
    case 'custom':
      return issue.params?.regulation
        ? {
            id: 'Peraturan ini tidak ada dalam daftar di /law/regulations.',
            en: 'This regulation is not in the register at /law/regulations.',
          }
        : { id: 'Tidak dapat dipakai.', en: 'Cannot be used.' };
    default:
      return { id: 'Tidak dapat dipakai.', en: 'Cannot be used.' };
  }
}
