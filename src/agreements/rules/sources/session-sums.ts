/** What the sessions of a line come to, with the denominators of its shares. Cancelled and planned ones count nowhere. Pure and exact. */
import Fraction from 'fraction.js';
import { type Attendance, GROUP_CODES, type Session } from './session.ts';
import { attended } from './session-flaws.ts';

export interface SessionSums {
  readonly held: number;
  readonly planned: number;
  readonly came: number;
  /** Of those whose sessions were counted so: women and people with disabilities, with how many were looked at. */
  readonly women: Part;
  readonly disabled: Part;
  /** Post-tests of all sessions that had a pass mark. */
  readonly passed: Part;
  /** Means over everybody who took the test; `null` = nobody did. */
  readonly preMean: Fraction | null;
  readonly postMean: Fraction | null;
  readonly groups: readonly Attendance[];
}

export interface Part {
  readonly count: number;
  /** The denominator. */
  readonly of: number;
}

export function sumsOf(sessions: readonly Pick<Session, 'state' | 'attendance' | 'tests'>[]): SessionSums {
  const held = sessions.filter(({ state }) => state === 'held');
  const rows = held.flatMap(({ attendance }) => attendance);
  const withMark = held.filter(({ tests }) => tests.passed !== null && (tests.postCount ?? 0) > 0);
  return {
    held: held.length,
    planned: sessions.filter(({ state }) => state === 'planned').length,
    came: attended(rows),
    women: partOf(rows, 'women'),
    disabled: partOf(rows, 'disabled'),
    passed: {
      count: withMark.reduce((all, { tests }) => all + (tests.passed ?? 0), 0),
      of: withMark.reduce((all, { tests }) => all + (tests.postCount ?? 0), 0),
    },
    preMean: meanOf(held.map(({ tests }) => [tests.preCount, tests.preMean])),
    postMean: meanOf(held.map(({ tests }) => [tests.postCount, tests.postMean])),
    groups: GROUP_CODES.flatMap((group) => {
      const of = rows.filter((row) => row.group === group);
      if (of.length === 0) return [];
      return [{ group, total: attended(of), women: knownSum(of, 'women'), disabled: knownSum(of, 'disabled') }];
    }),
  };
}

/** Rows where nobody counted stand neither above nor below the line. */
function partOf(rows: readonly Attendance[], column: 'women' | 'disabled'): Part {
  const known = rows.filter((row) => row[column] !== null);
  return { count: known.reduce((all, row) => all + (row[column] ?? 0), 0), of: attended(known) };
}

function knownSum(rows: readonly Attendance[], column: 'women' | 'disabled'): number | null {
  return rows.every((row) => row[column] === null) ? null : rows.reduce((all, row) => all + (row[column] ?? 0), 0);
}

/** Weighted by how many took each. */
function meanOf(tests: readonly (readonly [number | null, string | null])[]): Fraction | null {
  const taken = tests.filter((each): each is readonly [number, string] => each[0] !== null && each[0] > 0 && each[1] !== null);
  const count = taken.reduce((all, [number]) => all + number, 0);
  if (count === 0) return null;
  return taken.reduce((all, [number, mean]) => all.add(new Fraction(mean).mul(number)), new Fraction(0)).div(count);
}
