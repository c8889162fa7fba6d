import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CASE_TRANSITIONS, STAGES } from './case.transitions.ts';
import { ENTRY_KINDS } from './entry-kinds.ts';
import { CASE_EVENT_LABELS } from './event-labels.ts';
import { casePicture } from './pictures.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('the README draws the transition table as it is', () => {
  expect(read('src/casework/README.md')).toContain(casePicture());
});

test('the database knows the same stages', () => {
  const stages = /stage +text NOT NULL CHECK \(stage IN \(([^)]+)\)/.exec(read('db/migrations/0019-casework.sql'))?.[1];
  const known = [...(stages ?? '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1]);
  expect(known).toEqual([...STAGES]);
});

test('every stage can be left, and reached from a first one', () => {
  const from = new Set(CASE_TRANSITIONS.map((line) => line.from));
  const to = new Set<string>(CASE_TRANSITIONS.map((line) => line.to));
  for (const stage of STAGES) {
    expect(from, stage).toContain(stage);
    if (!['formal', 'rapid', 'consultation', 'noted'].includes(stage)) expect(to, stage).toContain(stage);
  }
});

describe('what is recorded can be told', () => {
  const sources = (readdirSync(join(root, 'src/casework'), { recursive: true }) as string[])
    .filter((name) => /^(rules|actions|errands)\/.*\.ts$/.test(name) && !/\.(test|test-support|examples)\.ts$/.test(name))
    // Meetings, reviews, obligations of reviews and work reports have files of their own.
    .filter((name) => !/^(actions|rules)\/(reviews|reports)\/|\/(plan-plenary|plenary-agenda|plenary-minutes)\.ts$/.test(name))
    .map((name) => ({ name, text: read(`src/casework/${name}`) }));

  test('every event type has words', () => {
    const recorded = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/\btype: '([a-z-]+)',\s*payload/g)].map((match) => ({ name, type: match[1] as string })),
    );
    expect(recorded.length).toBeGreaterThan(5);
    expect(recorded.filter(({ type }) => !(type in CASE_EVENT_LABELS))).toEqual([]);
  });

  test('every kind of entry has a heading', () => {
    const written = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/\bkind: '([a-z-]+)',\s*audience/g)].map((match) => ({ name, kind: match[1] as string })),
    );
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter(({ kind }) => !(kind in ENTRY_KINDS))).toEqual([]);
  });
});
