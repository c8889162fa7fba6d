import { types } from 'pg';
import { Temporal } from '../../kernel/time.ts';

/**
 * How column types come back, other than `pg` does by itself:
 * timestamptz -> Temporal.Instant, date -> Temporal.PlainDate, bigint -> number, numeric -> string (exact), and arrays of them.
 */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  1184: instant,
  1082: day,
  20: whole,
  1185: array(instant),
  1182: array(day),
  1016: array(whole),
  1231: array((text) => text),
};

export const typeParsers = {
  getTypeParser(type: number, format?: 'text' | 'binary'): unknown {
    return (format !== 'binary' && PARSERS[type]) || types.getTypeParser(type, format);
  },
};

function instant(text: string): Temporal.Instant {
  // PostgreSQL writes `2026-03-17 02:00:00.5+00`
  return Temporal.Instant.from(text);
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

/** @throws RangeError beyond 2^53: counts and ids of ours stay below it, and a silently rounded one would be a lie */
function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The bigint ${text} does not fit a number.`);
  return value;
}

/** Elements of these types hold neither quotes nor commas, so PostgreSQL's array text `{a,b,NULL}` splits plainly. */
function array<T>(parse: (text: string) => T) {
  return (text: string): (T | null)[] => {
    const inner = text.slice(1, -1);
    if (inner === '') return [];
    return inner.split(',').map((element) => (element === 'NULL' ? null : parse(element.replaceAll('"', ''))));
  };
}
