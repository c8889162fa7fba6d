import { randomBytes, randomInt } from 'node:crypto';
import { uuidV7 } from '../../src/kernel/ids.ts';
import type { Errand } from './record.ts';

/** What one replay makes up anew, by what stood in the recording: the same id stays the same id in all its statements. */
class Fresh {
  readonly #made = new Map<string, unknown>();

  get<T>(recorded: string, make: () => T): T {
    if (!this.#made.has(recorded)) this.#made.set(recorded, make());
    return this.#made.get(recorded) as T;
  }
}

type Maker = (fresh: Fresh) => unknown;
export type Template = readonly (readonly {
  readonly name: string | undefined;
  readonly text: string;
  readonly makers: readonly Maker[];
}[])[];

/** Ids, tracking numbers and moments within a text. */
const ATOMS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[1-9]\d{9}\b|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g;

/**
 * What two recordings of the same work have in common, with fresh ids, hashes and moments where they differ.
 *
 * @throws when the two did not run the same statements: then the work has a path that one recording does not show
 */
export function templateOf(first: readonly Errand[], second: readonly Errand[]): Template {
  const texts = (errands: readonly Errand[]) => errands.map((errand) => errand.map(({ text }) => text));
  if (JSON.stringify(texts(first)) !== JSON.stringify(texts(second))) {
    throw new Error(`two filings ran different statements:\n${JSON.stringify([texts(first), texts(second)], null, 1)}`);
  }
  return first.map((errand, e) =>
    errand.map(({ name, text, values }, s) => ({
      name,
      text,
      makers: values.map((value, v) => makerFor(value, second[e]?.[s]?.values[v])),
    })),
  );
}

/** The statements of one more filing that never was. */
export function instantiate(template: Template): readonly Errand[] {
  const fresh = new Fresh();
  return template.map((errand) =>
    errand.map(({ name, text, makers }) => ({
      ...(name === undefined ? {} : { name }),
      text,
      values: makers.map((make) => make(fresh)),
    })),
  );
}

function makerFor(first: unknown, second: unknown): Maker {
  if (Array.isArray(first)) {
    const makers = first.map((value, i) => makerFor(value, Array.isArray(second) ? second[i] : undefined));
    return (fresh) => makers.map((make) => make(fresh));
  }
  if (first instanceof Uint8Array) {
    if (second instanceof Uint8Array && Buffer.compare(first, second) === 0) return () => first;
    const name = Buffer.from(first).toString('hex');
    return (fresh) => fresh.get(name, () => randomBytes(first.length));
  }
  if (typeof first === 'string' && first !== second) return textMaker(first, typeof second === 'string' ? second : '');
  return () => first;
}

function textMaker(first: string, second: string): Maker {
  const known = new Set(second.match(ATOMS) ?? []);
  const atoms = [...first.matchAll(ATOMS)].filter(([atom]) => !known.has(atom));
  if (atoms.length === 0) return () => first;
  return (fresh) => {
    let text = '';
    let end = 0;
    for (const { 0: atom, index } of atoms) {
      text += first.slice(end, index) + fresh.get(atom, () => freshAtom(atom));
      end = index + atom.length;
    }
    return text + first.slice(end);
  };
}

function freshAtom(atom: string): string {
  if (/^\d{10}$/.test(atom)) return `${randomInt(1, 10)}${String(randomInt(0, 1_000_000_000)).padStart(9, '0')}`;
  if (atom.includes('T')) return new Date().toISOString();
  return uuidV7(Date.now(), randomBytes(10));
}
