import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { type MigrationFile, migrate, pending, readMigrations } from './migrate.ts';

const file = (name: string, text: string): MigrationFile => ({
  name,
  sql: text,
  checksum: createHash('sha256').update(text).digest('hex'),
});

describe('migrations', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.close());

  const next = (name: string, text: string) => [...readMigrations(), file(name, text)];

  test('are applied once', async () => {
    const files = next('9001-once.sql', 'create table platform.once (id int)');
    expect(await migrate(t.ownerUrl, files)).toEqual(['9001-once.sql']);
    expect(await migrate(t.ownerUrl, files)).toEqual([]);
    await sql`delete from platform.migrations where name = '9001-once.sql'`.execute(t.ownerDb);
  });

  test('are applied once by several processes at the same moment', async () => {
    const files = next('9002-race.sql', 'create table platform.race (id int); select pg_sleep(0.1)');
    const all = await Promise.all([migrate(t.ownerUrl, files), migrate(t.ownerUrl, files), migrate(t.ownerUrl, files)]);
    expect(all.flat()).toEqual(['9002-race.sql']);
    await sql`delete from platform.migrations where name = '9002-race.sql'`.execute(t.ownerDb);
  });

  test('leave nothing of a file that fails, and name its line', async () => {
    const files = next('9003-broken.sql', 'create table platform.half (id int);\n\nselect * from nowhere;');
    await expect(migrate(t.ownerUrl, files)).rejects.toThrow(/9003-broken\.sql, line 3,.*nowhere/);
    const { rows } = await sql<{ there: boolean }>`select to_regclass('platform.half') is not null as there`.execute(t.ownerDb);
    expect(rows[0]?.there).toBe(false);
  });

  test('comment on every table we make', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and obj_description(c.oid, 'pg_class') is null
        and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg_toast%'
        and c.relname not in ('once', 'race')
    `.execute(t.ownerDb);
    expect(rows.map((row) => row.name)).toEqual([]);
  });

  test('let the app add a job in its own transaction, and only look at the list of migrations', async () => {
    await sql`select graphile_worker.add_job('nothing', '{}')`.execute(t.db);
    const { rows } = await sql<{ n: number }>`select count(*) as n from graphile_worker.jobs`.execute(t.db);
    expect(rows[0]?.n).toBe(1);
    await expect(sql`delete from platform.migrations`.execute(t.db)).rejects.toThrow('permission denied');
  });
});

describe('what is still to be applied', () => {
  const one = file('0001-one.sql', 'select 1');
  const two = file('0002-two.sql', 'select 2');
  const applied = (...files: MigrationFile[]) => new Map(files.map((f) => [f.name, f.checksum]));

  test('is what the database does not know', () => {
    expect(pending([one, two], applied(one))).toEqual([two]);
  });
  test('refuses a file that changed after it was applied', () => {
    expect(() => pending([file('0001-one.sql', 'select 11'), two], applied(one))).toThrow('0001-one.sql was changed');
  });
  test('refuses a database that is newer than the program', () => {
    expect(() => pending([one], applied(one, two))).toThrow('newer than this Tuntas');
  });
  test('refuses a new file with an old number', () => {
    expect(() => pending([one, two], applied(two))).toThrow('0001-one.sql sorts before 0002-two.sql');
  });
});
