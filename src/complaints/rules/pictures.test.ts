import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMPLAINT_STATUSES, DESK_TRANSITIONS, PART_STATES, PART_TRANSITIONS } from './complaint.transitions.ts';
import { deskPicture, partPicture } from './pictures.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('the README draws the transition tables as they are', () => {
  const readme = read('src/complaints/README.md');
  expect(readme).toContain(deskPicture());
  expect(readme).toContain(partPicture());
});

test('the database knows the same states', () => {
  const sql = read('db/migrations/0008-complaints.sql');
  const list = (values: readonly string[]) => `IN (${values.map((value) => `'${value}'`).join(', ')})`;
  expect(sql).toContain(`status ${list(COMPLAINT_STATUSES)}`);
  expect(sql).toContain(`state ${list(PART_STATES)}`);
});

test('every state can be reached and left', () => {
  const ends = (lines: readonly { from: string; to: string }[], side: 'from' | 'to') => new Set(lines.map((line) => line[side]));
  for (const state of PART_STATES) {
    expect(ends(PART_TRANSITIONS, 'from'), state).toContain(state);
    if (state !== 'forwarded') expect(ends(PART_TRANSITIONS, 'to'), state).toContain(state);
  }
  for (const line of DESK_TRANSITIONS) expect(ends(DESK_TRANSITIONS, 'from'), line.to).toContain(line.to);
});
