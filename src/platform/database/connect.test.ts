import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { connect } from './connect.ts';
import { inTransaction } from './transaction.ts';

describe('values from the database', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.close());

  const one = async (expression: string) => {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(t.db);
    return rows[0]?.value;
  };

  test('come back as moments, days and numbers', async () => {
    const at = (await one(`'2026-03-17 10:00:00.123456+08'::timestamptz`)) as Temporal.Instant;
    expect(at).toBeInstanceOf(Temporal.Instant);
    expect(at.toString()).toBe('2026-03-17T02:00:00.123456Z');
    const day = (await one(`'2026-03-17'::date`)) as Temporal.PlainDate;
    expect(day).toBeInstanceOf(Temporal.PlainDate);
    expect(day.toString()).toBe('2026-03-17');
    expect(await one('(select count(*) from (values (1), (2)) as two)')).toBe(2);
    expect(await one('1.10::numeric')).toBe('1.10');
    expect(await one('null::timestamptz')).toBeNull();
  });

  test('come back as arrays of them', async () => {
    expect(await one(`array[1, null, 3]::bigint[]`)).toEqual([1, null, 3]);
    expect(await one(`'{}'::date[]`)).toEqual([]);
    const days = (await one(`array['2026-03-17', '2026-03-18']::date[]`)) as Temporal.PlainDate[];
    expect(days.map(String)).toEqual(['2026-03-17', '2026-03-18']);
    const moments = (await one(`array['2026-03-17 10:00:00+08']::timestamptz[]`)) as Temporal.Instant[];
    expect(moments.map(String)).toEqual(['2026-03-17T02:00:00Z']);
  });

  test('are never silently rounded', async () => {
    await expect(one('9007199254740993::bigint')).rejects.toThrow('does not fit a number');
  });

  test('go in as text and come out the same', async () => {
    const at = Temporal.Instant.from('2026-03-17T02:00:00.5Z');
    const { rows } = await sql<{ value: Temporal.Instant }>`select ${at.toString()}::timestamptz as value`.execute(t.db);
    expect(rows[0]?.value.equals(at)).toBe(true);
  });
});

describe('a pool', () => {
  test('outlives connections that the server cuts', async () => {
    const t = await testDatabase();
    const broken: Error[] = [];
    const { db, pool, close } = connect(t.appUrl, { max: 1, name: 'cut me', onError: (error) => broken.push(error) });
    await sql`select 1`.execute(db);
    const superuser = connect(t.superuserUrl);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut me'`.execute(superuser.db);
    await expect.poll(() => broken.length).toBe(1);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await Promise.all([close(), superuser.close()]);
    await t.close();
  });

  test('gives up a statement that takes too long', async () => {
    const t = await testDatabase();
    const { db, close } = connect(t.appUrl, { statementTimeout: 50 });
    await expect(sql`select pg_sleep(5)`.execute(db)).rejects.toThrow('statement timeout');
    await close();
    await t.close();
  });
});

describe('a transaction', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
    await sql`create table platform.counters (name text primary key, value int not null)`.execute(t.ownerDb);
    await sql`grant select, update on platform.counters to tuntas_app`.execute(t.ownerDb);
    await sql`insert into platform.counters values ('a', 0), ('b', 0)`.execute(t.ownerDb);
  });
  afterAll(() => t.close());

  test('leaves nothing when its work throws', async () => {
    const work = inTransaction(t.tools, async (tx) => {
      await sql`update platform.counters set value = 99`.execute(tx);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    const { rows } = await sql<{ total: number }>`select sum(value) as total from platform.counters`.execute(t.db);
    expect(rows[0]?.total).toBe(0);
  });

  test('is run again when two lock each other out', async () => {
    let runs = 0;
    const raise = (first: string, second: string) =>
      inTransaction(t.tools, async (tx) => {
        runs++;
        await sql`update platform.counters set value = value + 1 where name = ${first}`.execute(tx);
        await sql`select pg_sleep(0.2)`.execute(tx);
        await sql`update platform.counters set value = value + 1 where name = ${second}`.execute(tx);
      });
    await Promise.all([raise('a', 'b'), raise('b', 'a')]);
    expect(runs).toBeGreaterThan(2);
    const { rows } = await sql<{ value: number }>`select value from platform.counters order by name`.execute(t.db);
    expect(rows.map((row) => row.value)).toEqual([2, 2]);
  });
});
