import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FilingTest, filingTest, Walker } from './testing.ts';

let house: FilingTest;
beforeAll(async () => {
  house = await filingTest();
});
afterAll(() => house.t.close());

test('the first page weighs at most 60 kB, everything it loads included', async () => {
  const browser = new Walker(house.app).browser;
  const fetched = async (path: string) => {
    const answer = await browser.get(path, { 'Accept-Encoding': 'gzip' });
    expect(answer.status, path).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { weight: bytes.length, bytes: answer.headers.get('Content-Encoding') === 'gzip' ? gunzipSync(bytes) : bytes };
  };
  const page = await fetched('/complaints/new');
  const html = page.bytes.toString();
  const parts = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  expect(parts.some((path) => path.endsWith('.css'))).toBe(true);
  const weights = await Promise.all(parts.map(async (path) => (await fetched(path)).weight));
  const total = weights.reduce((sum, weight) => sum + weight, page.weight);
  expect(total).toBeGreaterThan(5_000);
  expect(total).toBeLessThanOrEqual(60_000);
});
