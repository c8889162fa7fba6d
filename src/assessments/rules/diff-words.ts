import type { Label } from '../../kernel/language.ts';
import type { Standing } from './instrument.ts';
import { plain } from './instrument-words.ts';
import { standingText } from './standing-words.ts';

/** One difference: where, and a sentence on it. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** `Input › Kompetensi pelaksana` */
  readonly where: Label;
  /** `bobot indikator: dari 16,67 menjadi 20` */
  readonly text: Label;
}

/** A difference of one thing, told from and to; none when both are the same. */
export function changed(where: Label, what: Label, from: Label, to: Label): readonly Change[] {
  if (from.id === to.id && from.en === to.en) return [];
  // Where only the other language differs, that one is told to both readers.
  const [idFrom, idTo] = from.id === to.id ? [from.en, to.en] : [from.id, to.id];
  const [enFrom, enTo] = from.en === to.en ? [from.id, to.id] : [from.en, to.en];
  return [
    {
      kind: 'changed',
      where,
      text: {
        id: `${what.id}: dari "${idFrom}" menjadi "${idTo}".`,
        en: `${what.en}: from "${enFrom}" to "${enTo}".`,
      },
    },
  ];
}

export function changedNumber(where: Label, what: Label, from: string, to: string): readonly Change[] {
  if (from === to) return [];
  const told: Label = {
    id: `${what.id}: dari ${plain(from, 'id')} menjadi ${plain(to, 'id')}.`,
    en: `${what.en}: from ${plain(from, 'en')} to ${plain(to, 'en')}.`,
  };
  return [{ kind: 'changed', where, text: told }];
}

export function changedStanding(where: Label, from: Standing, to: Standing): readonly Change[] {
  const told = (standing: Standing): Label => ({ id: standingText(standing, 'id'), en: standingText(standing, 'en') });
  if (sameValue(from, to)) return [];
  const [before, after] = [told(from), told(to)];
  if (before.id === after.id && before.en === after.en) {
    const what = from.confirmed
      ? { id: 'kini belum dipastikan', en: 'no longer confirmed' }
      : { id: 'kini dipastikan', en: 'now confirmed' };
    return [{ kind: 'changed', where, text: { id: `dasar: ${what.id}.`, en: `basis: ${what.en}.` } }];
  }
  return changed(where, { id: 'dasar', en: 'basis' }, before, after);
}

/** Whether two values hold the same, in whatever order their fields are: the database keeps an order of its own. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const [ofA, ofB] = [Object.entries(a), new Map(Object.entries(b))];
  return ofA.length === ofB.size && ofA.every(([key, value]) => ofB.has(key) && sameValue(value, ofB.get(key)));
}

/** Added, removed and kept parts, matched by code. */
export function matched<T>(
  before: readonly T[],
  after: readonly T[],
  codeOf: (one: T) => string,
): { readonly added: readonly T[]; readonly removed: readonly T[]; readonly kept: readonly (readonly [T, T])[] } {
  const old = new Map(before.map((one) => [codeOf(one), one]));
  const now = new Set(after.map(codeOf));
  return {
    added: after.filter((one) => !old.has(codeOf(one))),
    removed: before.filter((one) => !now.has(codeOf(one))),
    kept: after.flatMap((one) => {
      const was = old.get(codeOf(one));
      return was === undefined ? [] : [[was, one] as const];
    }),
  };
}
