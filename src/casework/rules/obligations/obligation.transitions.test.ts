import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  OBLIGATION_ACTION_LABELS,
  OBLIGATION_STATE_LABELS,
  OBLIGATION_STATES,
  OBLIGATION_TRANSITIONS,
  openObligationLines,
} from './obligation.transitions.ts';
import { OBLIGATION_KINDS } from './obligation.ts';
import { obligationPicture } from './picture.ts';
import { PUBLICATION_KINDS, PUBLICATION_STATES } from './publication.ts';
import { STEP_LABELS } from './steps.ts';

const sql = (name: string) => readFileSync(new URL(`../../../../db/migrations/${name}`, import.meta.url), 'utf8');

/** The values of the CHECK of a column inside a table's definition. */
function checked(text: string, table: string, column: string): string[] {
  const body = text.slice(text.indexOf(`CREATE TABLE ${table} (`));
  const found = new RegExp(`\\n\\s+${column}\\s+text NOT NULL CHECK \\(${column} IN \\(([^)]*)\\)`).exec(body)?.[1];
  if (!found) throw new Error(`no check of ${table}.${column}`);
  return [...found.matchAll(/'([^']+)'/g)].map(([, value]) => value ?? '').sort();
}

const sorted = (list: readonly string[]) => [...list].sort();

describe('the table of an obligation', () => {
  test('is the picture of the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(obligationPicture());
  });

  test('has the states, kinds and steps that the database allows, and words for each', () => {
    const [core, own] = [sql('0019-casework.sql'), sql('0024-case-obligations.sql')];
    expect(checked(core, 'casework.obligations', 'state')).toEqual(sorted(OBLIGATION_STATES));
    expect(checked(core, 'casework.obligations', 'kind')).toEqual(sorted(OBLIGATION_KINDS));
    expect(checked(own, 'casework.obligation_steps', 'kind')).toEqual(sorted(Object.keys(STEP_LABELS)));
    expect(checked(own, 'casework.publications', 'state')).toEqual(sorted(PUBLICATION_STATES));
    expect(checked(own, 'casework.publications', 'kind')).toEqual(sorted(PUBLICATION_KINDS));
    const actions = [...new Set(OBLIGATION_TRANSITIONS.map(({ action }) => action))];
    expect(sorted(actions)).toEqual(sorted(Object.keys(OBLIGATION_ACTION_LABELS)));
    expect(sorted(Object.keys(OBLIGATION_STATE_LABELS))).toEqual(sorted(OBLIGATION_STATES));
  });

  test('from every state that is not the last word somebody can go on; what was carried out or withdrawn stays', () => {
    for (const state of OBLIGATION_STATES) {
      const isEnd = state === 'carried-out' || state === 'withdrawn';
      const open = openObligationLines(state, false);
      expect(open.length > 0, state).toBe(!isEnd && state !== 'not-carried-out');
    }
    expect(openObligationLines('not-carried-out', true).map(({ action }) => action)).toEqual(['reopen']);
    expect(openObligationLines('partly', true).map(({ action }) => action)).toEqual(['reopen']);
    expect(openObligationLines('carried-out', true)).toEqual([]);
  });

  test('every verdict and every withdrawal asks for its reason, every verdict for what it rests on', () => {
    const finals = OBLIGATION_TRANSITIONS.filter(({ final }) => final);
    expect(finals.length).toBeGreaterThan(10);
    for (const line of finals) {
      expect(line.needs).toContain('text');
      if (line.action !== 'withdraw') expect(line.needs).toContain('looked-at');
      expect(line.by).not.toContain('agency');
      // Nobody who wrote the report judges it, and without a report nobody is judged before the day.
      if (line.from === 'reported' && line.action !== 'withdraw') expect(line.needs).toContain('other-person');
      if (line.from !== 'reported' && line.action === 'not-carried-out') expect(line.needs).toContain('due-passed');
    }
  });
});
