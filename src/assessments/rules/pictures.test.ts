import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STAGE_TRANSITIONS, STAGES } from './assessment.transitions.ts';
import { stagePicture } from './pictures.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('the README draws the stages as they are', () => {
  expect(read('src/assessments/README.md')).toContain(stagePicture());
});

test('the database knows the same stages', () => {
  const list = STAGES.map((stage) => `'${stage}'`).join(', ');
  expect(read('db/migrations/0014-assessments.sql')).toContain(`stage IN (${list})`);
});

test('every stage can be reached from the draft, and only a published result is an end', () => {
  const reached = new Set(['draft']);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const line of STAGE_TRANSITIONS) if (reached.has(line.from)) reached.add(line.to);
  }
  expect([...reached].sort()).toEqual([...STAGES].sort());
  const ends = STAGES.filter((stage) => !STAGE_TRANSITIONS.some((line) => line.from === stage && line.to !== stage));
  expect(ends).toEqual(['published']);
});
