import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { forgetAll, remembered } from './remembered.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

test('is loaded once for all who ask meanwhile, anew when it is too old or forgotten, and for a database of its own', async () => {
  let loads = 0;
  const ask = (milliseconds = 60_000) => remembered(t.db, 'count', milliseconds, async () => (loads += 1));
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  expect(await remembered(t.ownerDb, 'count', 60_000, async () => 'other')).toBe('other');
  forgetAll(t.db);
  expect([await ask(-1), await ask(-1)]).toEqual([2, 3]);
});

test('what fails or finds nothing is asked again', async () => {
  const answers = [() => Promise.reject(new Error('down')), async () => undefined, async () => 'found'];
  const ask = () => remembered(t.db, 'failing', 60_000, async () => answers.shift()?.());
  await expect(ask()).rejects.toThrow('down');
  expect([await ask(), await ask(), await ask()]).toEqual([undefined, 'found', 'found']);
});
