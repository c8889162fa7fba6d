import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { connect } from '../database/connect.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { allow, sweepRateLimits } from './rate-limit.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const at = (text: string) => Temporal.Instant.from(text);
const NOON = at('2026-03-17T12:00:00Z');

describe('a rate limit', () => {
  test('holds across two processes that count at the same time', async () => {
    const other = connect(t.appUrl, { max: 8 });
    const tries = Array.from({ length: 40 }, (_, i) =>
      allow(
        { ...t.tools, db: i % 2 === 0 ? t.db : other.db },
        { bucket: 'two', key: 'k', limit: 10, windowSeconds: 600, now: NOON },
      ),
    );
    const answers = await Promise.all(tries);
    await other.close();
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(10);
  });

  test('says when to come back, and that is true to the second', async () => {
    const one = (now: Temporal.Instant) => allow(t.tools, { bucket: 'wait', key: 'k', limit: 5, windowSeconds: 60, now });
    for (let i = 0; i < 5; i++) expect(await one(NOON)).toEqual({ allowed: true, retryAfterSeconds: 0 });
    expect(await one(NOON)).toEqual({ allowed: false, retryAfterSeconds: 12 });
    expect((await one(NOON.add({ seconds: 11 }))).allowed).toBe(false);
    expect((await one(NOON.add({ seconds: 12 }))).allowed).toBe(true);
    expect((await one(NOON.add({ seconds: 12 }))).allowed).toBe(false);
  });

  test('is whole again after its window', async () => {
    const one = (now: Temporal.Instant) => allow(t.tools, { bucket: 'rest', key: 'k', limit: 3, windowSeconds: 60, now });
    for (let i = 0; i < 3; i++) await one(NOON);
    const later = NOON.add({ seconds: 60 });
    const answers = [await one(later), await one(later), await one(later), await one(later)];
    expect(answers.map((answer) => answer.allowed)).toEqual([true, true, true, false]);
  });

  test('counts keys and buckets apart', async () => {
    const one = (bucket: string, key: string) => allow(t.tools, { bucket, key, limit: 1, windowSeconds: 60, now: NOON });
    expect((await one('a', 'x')).allowed).toBe(true);
    expect((await one('a', 'y')).allowed).toBe(true);
    expect((await one('b', 'x')).allowed).toBe(true);
    expect((await one('a', 'x')).allowed).toBe(false);
  });

  test('can be widened by a setting', async () => {
    const wide = { ...t.tools, settings: { ...t.tools.settings, rateLimitFactor: 100 } };
    const answers = [];
    for (let i = 0; i < 100; i++)
      answers.push(await allow(wide, { bucket: 'bench', key: 'k', limit: 1, windowSeconds: 60, now: NOON }));
    expect(answers.every((answer) => answer.allowed)).toBe(true);
  });

  test('keeps no address, and forgets what is over', async () => {
    await allow(t.tools, { bucket: 'secret', key: '203.0.113.7', limit: 1, windowSeconds: 60, now: NOON });
    const { rows } = await sql<{ row: string }>`SELECT held::text AS row FROM platform.rate_limits AS held`.execute(t.ownerDb);
    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.filter(({ row }) => row.includes('203.0.113.7') || row.includes(Buffer.from('203.0.113.7').toString('hex'))),
    ).toEqual([]);
    await sweepRateLimits(t.db, NOON.add({ hours: 1 }));
    expect((await sql`SELECT 1 FROM platform.rate_limits`.execute(t.ownerDb)).rows).toEqual([]);
  });
});
