/** Filters as they stand in the address: read strictly, written back without what is empty. What means nothing is left out. */
import { isUuid } from '../../kernel/ids.ts';
import type { WebContext } from './env.ts';

const LONGEST_WORDS = 200;
const LONGEST_CURSOR = 400;

export function oneOf<const Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined {
  return values.find((value) => value === text);
}

export function someOf<const Value extends string>(values: readonly Value[], texts: readonly string[] | undefined): Value[] {
  return values.filter((value) => texts?.includes(value));
}

export function wordsOf(c: WebContext): string {
  return (c.req.query('q') ?? '').trim().slice(0, LONGEST_WORDS);
}

export function idOf(c: WebContext, name: string): string | undefined {
  const text = c.req.query(name);
  return text !== undefined && isUuid(text) ? text : undefined;
}

export function cursorOf(c: WebContext): string | undefined {
  const text = c.req.query('after');
  return text !== undefined && text.length <= LONGEST_CURSOR ? text : undefined;
}

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export function address(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value ?? []].flat() as string[]) if (one !== '') search.append(name, one);
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}
