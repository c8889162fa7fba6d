import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { connect } from '../database/connect.ts';
import { inTransaction } from '../database/transaction.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { allFindings, appendEvents, type Finding, type Json, type NewEvent, readEvents } from './index.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const at = Temporal.Instant.from('2026-03-17T10:00:00.123456789+08:00');
const event = (type: string, payload: Json = {}): NewEvent => ({ type, at, actor: 'visitor', payload });
const newFile = () => ({ kind: 'complaint', id: t.tools.random.id() });

async function append(file: { kind: string; id: string }, ...events: NewEvent[]) {
  return inTransaction(t.tools, (tx) => appendEvents(t.tools, tx, file, events));
}

async function findings(): Promise<Finding[]> {
  return allFindings(t.db);
}

describe('appending', () => {
  it('keeps what happened, in order and verifiably, over several transactions', async () => {
    const file = newFile();
    expect(await append(file, event('filed', { title: 'Jalan rusak' }), event('verified'))).toEqual([1, 2]);
    expect(await append(file, event('forwarded', { to: ['a', 'b'] }))).toEqual([3]);
    const events = await readEvents(t.db, file.id);
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'filed'],
      [2, 'verified'],
      [3, 'forwarded'],
    ]);
    expect(events[0]?.content).toEqual({ state: 'kept', payload: { title: 'Jalan rusak' } });
    expect(events[2]?.content).toEqual({ state: 'kept', payload: { to: ['a', 'b'] } });
    expect(events[0]?.at.toString()).toBe('2026-03-17T02:00:00.123456Z');
    expect(events[0]?.actor).toBe('visitor');
    expect(await findings()).toEqual([expect.objectContaining({ grade: 'checked', broken: 0 })]);
  });

  it('leaves nothing of a transaction that is rolled back', async () => {
    const file = newFile();
    await append(file, event('filed'));
    const failing = inTransaction(t.tools, async (tx) => {
      await appendEvents(t.tools, tx, file, [event('verified')]);
      throw new Error('changed our mind');
    });
    await expect(failing).rejects.toThrow('changed our mind');
    expect(await append(file, event('archived'))).toEqual([2]);
  });

  it('takes one statement for a new file and two for a known one', async () => {
    const file = newFile();
    const counted = async (work: (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<unknown>) =>
      inTransaction(t.tools, async (tx) => {
        let statements = 0;
        const counting = tx.withPlugin({
          transformQuery: ({ node }) => {
            statements += 1;
            return node;
          },
          transformResult: async ({ result }) => result,
        });
        await work(counting as typeof tx);
        return statements;
      });
    expect(await counted((tx) => appendEvents(t.tools, tx, file, [event('filed'), event('noted')], { newFile: true }))).toBe(1);
    expect(await counted((tx) => appendEvents(t.tools, tx, file, [event('verified')]))).toBe(2);
    expect(await counted((tx) => appendEvents(t.tools, tx, file, []))).toBe(0);
  });

  it('refuses a new file that is not new, and a file under another kind', async () => {
    const file = newFile();
    await append(file, event('filed'));
    const again = inTransaction(t.tools, (tx) => appendEvents(t.tools, tx, file, [event('filed')], { newFile: true }));
    await expect(again).rejects.toMatchObject({ code: '23505' });
    await expect(append({ ...file, kind: 'case' }, event('filed'))).rejects.toThrow('not a case');
  });

  it('from two pools at once keeps one chain without gaps, also when both begin the file', async () => {
    const pools = [connect(t.appUrl, { max: 4 }), connect(t.appUrl, { max: 4 })];
    const files = [newFile(), newFile(), newFile()];
    await Promise.all(
      Array.from({ length: 60 }, (_, i) => {
        const { db } = pools[i % 2] as (typeof pools)[number];
        const file = files[i % 3] as (typeof files)[number];
        return inTransaction({ db }, (tx) => appendEvents(t.tools, tx, file, [event(`e${i}`), event(`e${i}-too`)]));
      }),
    );
    await Promise.all(pools.map((pool) => pool.close()));
    for (const file of files) {
      const events = await readEvents(t.db, file.id);
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
      // Events of one transaction stand together.
      for (let i = 0; i < 40; i += 2) expect(events[i + 1]?.type).toBe(`${events[i]?.type}-too`);
    }
    expect((await findings()).filter(({ grade }) => grade === 'broken')).toEqual([]);
  });

  it('keeps any payload so that it still verifies when it comes back from the database', async () => {
    const file = newFile();
    const payloads = fc.sample(fc.jsonValue({ noUnicodeString: false }), 200).filter((value) => !hasNul(value)) as Json[];
    const awkward: Json[] = [
      null,
      '',
      '\\u0000 written out',
      '😀\u2028"\\',
      -0,
      1e21,
      5e-324,
      1.7976931348623157e308,
      [[], {}],
      { '': { a: null } },
    ];
    await append(file, ...[...payloads, ...awkward].map((payload) => event('noted', payload)));
    const kept = (await readEvents(t.db, file.id)).map(({ content }) => (content.state === 'kept' ? content.payload : content));
    expect(kept.map((payload) => JSON.stringify(sorted(payload)))).toEqual(
      [...payloads, ...awkward].map((payload) => JSON.stringify(sorted(payload))),
    );
    expect((await findings()).filter(({ grade }) => grade === 'broken')).toEqual([]);
  });

  it('refuses texts the database cannot keep, without repeating them, as a malformed request', async () => {
    for (const text of ['rahasia\u0000', 'rahasia\ud800']) {
      const refused = append(newFile(), event('filed', { deep: [{ text }] }));
      await expect(refused).rejects.toMatchObject({ code: '22P05', message: expect.not.stringContaining('rahasia') });
      await expect(append(newFile(), event('filed', { [text]: 1 }))).rejects.toMatchObject({ code: '22P05' });
    }
  });
});

describe('the role that runs the app', () => {
  const tables = ['files', 'events', 'payloads', 'leaves', 'nodes', 'roots'];

  it.each(tables)('cannot delete from or empty audit.%s', async (table) => {
    await expect(sql`DELETE FROM ${sql.table(`audit.${table}`)}`.execute(t.db)).rejects.toMatchObject({ code: '42501' });
    await expect(sql`TRUNCATE ${sql.table(`audit.${table}`)}`.execute(t.db)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    ['events', 'actor', "'x'"],
    ['events', 'hash', "'x'"],
    ['payloads', 'payload', "'{}'"],
    ['files', 'salt', "'x'"],
    ['files', 'kind', "'case'"],
    ['leaves', 'leaf_hash', "'x'"],
    ['nodes', 'hash', "'x'"],
    ['roots', 'signature', "'x'"],
  ])('cannot change audit.%s.%s', async (table, column, value) => {
    const change = sql`UPDATE ${sql.table(`audit.${table}`)} SET ${sql.ref(column)} = ${sql.raw(value)}`;
    await expect(change.execute(t.db)).rejects.toMatchObject({ code: '42501' });
  });

  it('and the owner, by accident, cannot either: triggers refuse', async () => {
    await append(newFile(), event('filed'));
    for (const statement of [
      "UPDATE audit.events SET actor = 'x'",
      'DELETE FROM audit.events',
      'TRUNCATE audit.events',
      "UPDATE audit.payloads SET payload = '{}'",
      'DELETE FROM audit.payloads',
      'TRUNCATE audit.payloads',
      'DELETE FROM audit.files',
      'TRUNCATE audit.leaves',
    ]) {
      await expect(sql.raw(statement).execute(t.ownerDb), statement).rejects.toMatchObject({ code: '42501' });
    }
  });
});

function hasNul(value: unknown): boolean {
  return JSON.stringify(value).includes('\\u0000');
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}
