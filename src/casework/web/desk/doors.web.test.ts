import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ObligationsTest, obligationsTest } from '../obligations/obligations.test-support.ts';

let o: ObligationsTest;
beforeAll(async () => {
  o = await obligationsTest();
});
afterAll(() => o.t.close());

const POSITIONS = ['verifier', 'head', 'examiner', 'resolver', 'preventer', 'counter', 'chair'] as const;
const PAGES = [
  '/desk/cases/all',
  '/desk/cases/new',
  '/desk/plenaries',
  '/desk/obligations',
  '/desk/reviews',
  '/desk/case-reports',
  '/desk/case-load',
  '/desk/work-reports',
  '/desk/year-notes',
];

describe('the desk of each position', () => {
  test.each(POSITIONS)('of the %s has a door to every page this position may open, and to no other', async (name) => {
    const desk = await o.at(name).get('/desk/cases');
    expect(desk.status).toBe(200);
    const offered = PAGES.filter((path) => desk.html.includes(`href="${path}"`));
    const open: string[] = [];
    for (const path of PAGES) if ((await o.at(name).get(path)).status === 200) open.push(path);
    expect(offered).toEqual(open);
  });

  test('of an agency is not there', async () => {
    for (const name of ['coordinator', 'liaison', 'leader'] as const)
      expect((await o.at(name).get('/desk/cases')).status).toBe(404);
  });
});
