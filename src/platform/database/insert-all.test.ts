import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { insertAll, insertionsInto } from './insert-all.ts';

interface Tables {
  'platform.parents': { id: number; name: string; tags: string[] };
  'platform.children': { id: number; parent_id: number; at: string; bytes: Uint8Array };
}
const into = insertionsInto<Tables>();

describe('inserting into several tables', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
    await sql`create table platform.parents (id int primary key, name text not null, tags text[] not null)`.execute(t.ownerDb);
    await sql`create table platform.children (id int primary key, parent_id int not null references platform.parents,
      at timestamptz not null, bytes bytea not null)`.execute(t.ownerDb);
    await sql`grant select, insert on platform.parents, platform.children to tuntas_app`.execute(t.ownerDb);
  });
  afterAll(() => t.close());

  const child = (id: number, parent_id: number) => ({ id, parent_id, at: '2026-03-17T02:00:00Z', bytes: Buffer.from([1, 2]) });
  const insert = (insertions: Parameters<typeof insertAll>[1]) => t.db.transaction().execute((tx) => insertAll(tx, insertions));
  const counts = async () => {
    const { rows } = await sql<{ parents: number; children: number }>`
      select (select count(*) from platform.parents) as parents, (select count(*) from platform.children) as children`.execute(
      t.db,
    );
    return rows[0];
  };

  test('is one statement, in which a row may refer to another', async () => {
    await insert([
      into('platform.children', [child(1, 1), child(2, 1)]),
      into('platform.parents', [{ id: 1, name: `O'Neil "x"`, tags: ['a', 'b'] }]),
      into('platform.children', []),
    ]);
    const { rows } = await sql`select p.name, p.tags, c.bytes, c.at::text as at from platform.parents p
      join platform.children c on c.parent_id = p.id where c.id = 2`.execute(t.db);
    expect(rows).toEqual([{ name: `O'Neil "x"`, tags: ['a', 'b'], bytes: Buffer.from([1, 2]), at: '2026-03-17 02:00:00+00' }]);
  });

  test('inserts all or nothing', async () => {
    const before = await counts();
    const orphan = insert([
      into('platform.parents', [{ id: 5, name: 'x', tags: [] }]),
      into('platform.children', [child(9, 404)]),
    ]);
    await expect(orphan).rejects.toMatchObject({ code: '23503' });
    expect(await counts()).toEqual(before);
  });

  test('names the constraint that refuses', async () => {
    await insert([into('platform.parents', [{ id: 7, name: 'x', tags: [] }])]);
    const again = insert([into('platform.parents', [{ id: 7, name: 'y', tags: [] }]), into('platform.children', [child(70, 7)])]);
    await expect(again).rejects.toMatchObject({ code: '23505', constraint: 'parents_pkey' });
  });

  test('refuses rows of different columns, and does nothing for none', async () => {
    const odd = [child(80, 1), { id: 81, parent_id: 1, at: '2026-03-17T02:00:00Z' }] as never;
    await expect(insert([into('platform.children', odd)])).rejects.toThrow('differ in their columns');
    await expect(insert([])).resolves.toBeUndefined();
  });

  test('prepares an insert once a connection, and no query', async () => {
    await t.db.transaction().execute(async (tx) => {
      for (const id of [90, 91, 92]) await insertAll(tx, [into('platform.parents', [{ id, name: 'z', tags: [] }])]);
      await sql`select name from platform.parents where id = ${90}`.execute(tx);
      const { rows } = await sql<{ statement: string; runs: number }>`
        select statement, generic_plans + custom_plans as runs from pg_prepared_statements`.execute(tx);
      expect(rows.filter(({ statement }) => /select/i.test(statement) && !/insert/i.test(statement))).toEqual([]);
      expect(
        rows.find(({ statement }) => /platform\.parents/.test(statement) && !/WITH/.test(statement))?.runs,
      ).toBeGreaterThanOrEqual(3);
    });
  });
});
