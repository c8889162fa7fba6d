import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AGREEMENT_TRANSITIONS } from './agreement.transitions.ts';
import { AGREEMENT_EVENTS } from './event-labels.ts';
import { LINE_TRANSITIONS } from './line.transitions.ts';

const room = join(import.meta.dirname, '..');

/** Types in quotes before a payload, as events are written; `type: event.type` passes on one of the tables. */
const TYPE = /\btype: '([a-z-]+)'/g;

test('every event that actions record has words on the history page', () => {
  const sources = (readdirSync(room, { recursive: true }) as string[])
    .filter((name) => /^(rules|actions|errands)\/.*\.ts$/.test(name) && !/\.(test|test-support)\.ts$|examples/.test(name))
    .map((name) => ({ name, text: readFileSync(join(room, name), 'utf8') }));
  const recorded = sources.flatMap(({ name, text }) =>
    /\bevents?\b|append\(/.test(text) ? [...text.matchAll(TYPE)].map((match) => ({ name, type: match[1] as string })) : [],
  );
  expect(recorded.length).toBeGreaterThan(30);
  expect(recorded.filter(({ type }) => !Object.hasOwn(AGREEMENT_EVENTS, type))).toEqual([]);
});

test('so has every step of the two tables', () => {
  const steps = [
    ...AGREEMENT_TRANSITIONS.map(({ action }) => `agreement-${action}`),
    ...LINE_TRANSITIONS.map(({ action }) => `line-${action}`),
  ];
  expect(steps.filter((type) => !Object.hasOwn(AGREEMENT_EVENTS, type))).toEqual([]);
});
