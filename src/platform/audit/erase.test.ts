import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../database/transaction.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { allFindings, appendEvents, erasePayload, makeRoot, newestEvents, readEvents } from './index.ts';

const BASIS = 'UU 27/2022 Pasal 43';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

async function fileWith(...payloads: string[]): Promise<string> {
  const id = t.tools.random.id();
  const events = payloads.map((text) => ({ type: 'noted', at: t.tools.clock.now(), actor: 'person:1', payload: { text } }));
  await inTransaction(t.tools, (tx) => appendEvents(t.tools, tx, { kind: 'complaint', id }, events));
  return id;
}

function erase(fileId: string, seq: number, basis = BASIS) {
  return inTransaction(t.tools, (tx) => erasePayload(t.tools, tx, { fileId, seq, basis, actor: 'person:2' }));
}

describe('erasing what an event says', () => {
  it('takes payload and salt, keeps the event, and says on which basis', async () => {
    const id = await fileWith('biasa', 'rahasia', 'biasa');
    await makeRoot(t.tools);
    expect(await erase(id, 2)).toEqual({ ok: true, value: 4 });
    const events = await readEvents(t.db, id);
    expect(events[1]).toMatchObject({
      seq: 2,
      type: 'noted',
      content: { state: 'erased', erasure: { seq: 2, basis: BASIS, by: 'person:2' } },
    });
    expect(events[0]?.content.state).toBe('kept');
    expect(events[3]).toMatchObject({ type: 'payload-erased', actor: 'person:2' });
    const { rows } = await sql`SELECT FROM audit.payloads WHERE file_id = ${id} AND seq = 2`.execute(t.db);
    expect(rows).toEqual([]);
  });

  it('is told on the page of a long file that shows the event, wherever the erasure itself stands', async () => {
    const id = await fileWith('satu', 'rahasia', 'tiga', 'empat');
    await erase(id, 2);
    const whole = (await readEvents(t.db, id)).toReversed();
    const paged = [];
    for (let before: number | null = null; ; ) {
      const some = await newestEvents(t.db, id, { before, limit: 2 });
      paged.push(...some);
      before = some.at(-1)?.seq ?? null;
      if (some.length < 2) break;
    }
    expect(whole).toHaveLength(5);
    expect(paged).toEqual(whole);
    expect(paged.find(({ seq }) => seq === 2)?.content.state).toBe('erased');
  });

  it('verifies as erased with basis, and as nothing worse', async () => {
    const id = await fileWith('rahasia');
    await erase(id, 1);
    const findings = (await allFindings(t.db)).filter((one) => 'fileId' in one && one.fileId === id);
    expect(findings).toEqual([
      {
        grade: 'erased',
        code: 'payload-erased',
        fileId: id,
        seq: 1,
        basis: BASIS,
        by: 'person:2',
        at: '2026-03-17T02:00:00.000000Z',
      },
    ]);
    expect((await allFindings(t.db)).at(-1)).toMatchObject({ grade: 'checked', broken: 0 });
  });

  it('is refused for what is not there, is gone already, or says why something is gone', async () => {
    const id = await fileWith('rahasia');
    expect(await erase(id, 2)).toEqual({ ok: false, refusal: 'no-such-event' });
    expect(await erase(t.tools.random.id(), 1)).toEqual({ ok: false, refusal: 'no-such-event' });
    expect((await erase(id, 1)).ok).toBe(true);
    expect(await erase(id, 1)).toEqual({ ok: false, refusal: 'already-erased' });
    expect(await erase(id, 2)).toEqual({ ok: false, refusal: 'erasure-stays' });
    await expect(erase(id, 1, ' ')).rejects.toThrow('without a basis');
    expect(await readEvents(t.db, id)).toHaveLength(2);
  });

  it('done twice at once happens once', async () => {
    const id = await fileWith('rahasia');
    const outcomes = await Promise.all([erase(id, 1), erase(id, 1), erase(id, 1)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await readEvents(t.db, id)).toHaveLength(2);
  });

  it('is impossible for the app without its event, with that of another transaction, or of another event', async () => {
    const id = await fileWith('satu', 'dua');
    const call = (seq: number) => sql`SELECT audit.erase_payload(${id}, ${seq})`;
    await expect(call(1).execute(t.db)).rejects.toMatchObject({ code: '42501' });
    const record = (seq: number) => [
      { type: 'payload-erased', at: t.tools.clock.now(), actor: 'person:2', payload: { seq, basis: BASIS } },
    ];
    const mismatched = inTransaction(t.tools, async (tx) => {
      await appendEvents(t.tools, tx, { kind: 'complaint', id }, record(2));
      await call(1).execute(tx);
    });
    await expect(mismatched).rejects.toMatchObject({ code: '42501' });
    await inTransaction(t.tools, (tx) => appendEvents(t.tools, tx, { kind: 'complaint', id }, record(1)));
    await expect(call(1).execute(t.db)).rejects.toMatchObject({ code: '42501' });
    // That record now claims an erasure that was not done; verification says so.
    expect(await allFindings(t.db)).toContainEqual({
      grade: 'broken',
      code: 'erasure-undone',
      fileId: id,
      seq: 1,
    });
  });
});
