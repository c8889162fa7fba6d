import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';

describe('a test database', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.close());

  test('is used by the lesser role, which owns nothing', async () => {
    const { rows } = await sql<{ me: string }>`select current_user as me`.execute(t.db);
    expect(rows[0]?.me).toBe('tuntas_app');
    await expect(sql`create table platform.mine (id int)`.execute(t.db)).rejects.toThrow('permission denied');
  });

  test('is apart from every other one', async () => {
    const other = await testDatabase();
    await sql`create table platform.only_here (id int)`.execute(t.ownerDb);
    const { rows } = await sql<{ there: boolean }>`select to_regclass('platform.only_here') is not null as there`.execute(
      other.ownerDb,
    );
    expect(rows[0]?.there).toBe(false);
    await other.close();
  });

  test('comes with a clock that stands still until it is set', () => {
    expect(t.tools.clock.now().toString()).toBe('2026-03-17T02:00:00Z');
    t.setNow('2026-03-18T08:00:00+07:00');
    expect(t.tools.clock.now().toString()).toBe('2026-03-18T01:00:00Z');
  });
});
