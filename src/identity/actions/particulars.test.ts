import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Officer } from '../../kernel/actor.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { takeFile } from '../../platform/files/take-file.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import {
  changeParticulars,
  eraseIdentity,
  erasuresOf,
  type IdCopy,
  identityErrands,
  type Look,
  listAccesses,
  maskOwnWords,
  type Particulars,
  particularsGiven,
  readOriginal,
  resealForCase,
  revealIdentity,
  revealParticulars,
  sealIdentity,
  sealParticulars,
} from '../index.ts';

const officer: Officer = {
  kind: 'officer',
  personId: '01900000-0000-7000-8000-000000000001',
  name: 'Asisten Contoh',
  positions: [],
};
const siti: Particulars = {
  name: 'Siti Contoh',
  birthPlace: 'Semarapura',
  bornOn: '1985-08-17',
  maritalStatus: 'married',
  occupation: 'Pedagang',
  address: 'Jalan Contoh 1, Klungkung',
};

describe('the particulars of a reporter', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.close());

  const idCard = async (): Promise<IdCopy> => {
    const taken = await takeFile(t.tools, Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'));
    if (!taken.ok) throw new Error(taken.refusal);
    const { key, mediaType, size, sha256 } = taken.value;
    return { storeKey: key, mediaType, bytes: size, sha256 };
  };
  const seal = async (particulars: Particulars | undefined, idCopy?: IdCopy): Promise<string> => {
    const caseId = t.tools.random.id();
    await inTransaction(t.tools, (tx) => sealParticulars(t.tools, tx, { caseId, particulars, idCopy }));
    return caseId;
  };
  const look = (complaintId: string, more: Partial<Look> = {}): Look => ({
    complaintId,
    actor: officer,
    purpose: 'Memeriksa syarat formil',
    allowed: true,
    ...more,
  });
  const reveal = (asked: Look) => inTransaction(t.tools, (tx) => revealParticulars(t.tools, tx, asked));
  const isKept = async (copy: IdCopy) => {
    try {
      (await t.tools.files.get(copy.storeKey)).destroy();
      return true;
    } catch {
      return false;
    }
  };

  it('are what was sealed, with the copy of the card, and the look is on record', async () => {
    const copy = await idCard();
    const caseId = await seal(siti, copy);
    expect(await reveal(look(caseId))).toEqual({ ok: true, value: { particulars: siti, idCopy: copy } });
    expect(await listAccesses(t.db, { complaintId: caseId, limit: 5 })).toMatchObject([
      { part: 'particulars', act: 'read', purpose: 'Memeriksa syarat formil' },
    ]);
  });

  it('say what is there without a look, and nothing when nothing was given', async () => {
    const caseId = await seal({ name: 'Siti Contoh', address: 'Jalan Contoh 1' });
    expect(await particularsGiven(t.db, caseId)).toEqual({ given: ['name', 'address'], idCopyKey: null });
    expect(await listAccesses(t.db, { complaintId: caseId, limit: 5 })).toEqual([]);
    expect(await particularsGiven(t.db, await seal(undefined))).toEqual({ given: [], idCopyKey: null });
  });

  it('are refused without an allowing rule, without a purpose, and to strangers; nothing is recorded then', async () => {
    const caseId = await seal(siti);
    const stranger: Actor = { kind: 'complainant', complaintId: t.tools.random.id() };
    for (const [asked, refusal] of [
      [look(caseId, { allowed: false }), 'not-allowed'],
      [look(caseId, { actor: stranger }), 'not-allowed'],
      [look(caseId, { actor: { kind: 'visitor' } }), 'not-allowed'],
      [look(caseId, { purpose: '  ' }), 'purpose-missing'],
    ] as const) {
      expect(await reveal(asked)).toEqual({ ok: false, refusal });
    }
    expect(await listAccesses(t.db, { complaintId: caseId, limit: 5 })).toEqual([]);
  });

  it('a change adds what was missing, keeps the rest, and the copy it replaces is removed', async () => {
    const [first, second] = [await idCard(), await idCard()];
    const caseId = await seal({ name: 'Siti Contoh' }, first);
    const reporter: Actor = { kind: 'complainant', complaintId: caseId };
    const change = { ...look(caseId, { actor: reporter }), particulars: { address: 'Jalan Contoh 2' }, idCopy: second };
    expect(await inTransaction(t.tools, (tx) => changeParticulars(t.tools, tx, change))).toEqual({ ok: true, value: undefined });
    expect(await reveal(look(caseId))).toEqual({
      ok: true,
      value: { particulars: { name: 'Siti Contoh', address: 'Jalan Contoh 2' }, idCopy: second },
    });
    expect((await particularsGiven(t.db, caseId)).given).toEqual(['name', 'address', 'idCopy']);
    await identityErrands['identity.remove-file']?.(t.tools, { storeKey: first.storeKey });
    expect([await isKept(first), await isKept(second)]).toEqual([false, true]);
  });

  it('an erasure forgets particulars and copy, leaves a tombstone, and is the answer to later looks', async () => {
    const copy = await idCard();
    const caseId = await seal(siti, copy);
    const order = { complaintId: caseId, actor: officer, basis: 'penarikan persetujuan, UU 27/2022' };
    expect(await inTransaction(t.tools, (tx) => eraseIdentity(t.tools, tx, order))).toEqual({ ok: true, value: ['particulars'] });
    expect(await reveal(look(caseId))).toEqual({ ok: false, refusal: 'erased' });
    expect(await particularsGiven(t.db, caseId)).toEqual({ given: [], idCopyKey: null });
    expect(await erasuresOf(t.db, caseId)).toMatchObject([{ part: 'particulars' }]);
    const { rows } = await t.pool.query<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs where payload::text like '%' || $1 || '%'`,
      [copy.storeKey],
    );
    expect(rows).toHaveLength(1);
  });

  it('what a complainant takes along is sealed anew under the case, and each can be erased alone', async () => {
    const complaintId = t.tools.random.id();
    const caseId = t.tools.random.id();
    const contact = { name: 'Siti Contoh', email: 'siti@contoh.id' };
    const original = { title: 'Lampu padam', description: 'Lampu jalan padam.' };
    await inTransaction(t.tools, (tx) => sealIdentity(t.tools, tx, { complaintId, contact, original }));
    const own: Look = look(complaintId, { actor: { kind: 'complainant', complaintId }, purpose: 'dibawa ke Ombudsman' });
    const carried = await inTransaction(t.tools, (tx) =>
      resealForCase(t.tools, tx, { ...own, caseId, parts: ['contact', 'original'] }),
    );
    expect(carried).toEqual({ ok: true, value: ['contact', 'original'] });
    await inTransaction(t.tools, (tx) =>
      eraseIdentity(t.tools, tx, { complaintId, actor: officer, basis: 'permintaan subjek data' }),
    );
    expect(await inTransaction(t.tools, (tx) => revealIdentity(t.tools, tx, look(caseId)))).toEqual({ ok: true, value: contact });
    expect(await inTransaction(t.tools, (tx) => readOriginal(t.tools, tx, look(caseId)))).toEqual({ ok: true, value: original });
    expect(await inTransaction(t.tools, (tx) => revealIdentity(t.tools, tx, look(complaintId)))).toEqual({
      ok: false,
      refusal: 'erased',
    });
  });

  it('are taken out of what the reporter writes later, too', async () => {
    const caseId = t.tools.random.id();
    await inTransaction(t.tools, (tx) => sealParticulars(t.tools, tx, { caseId, particulars: siti, idCopy: undefined }));
    const text = 'Kata Siti Contoh, ia menunggu di rumahnya, Jalan Contoh 1, Klungkung, sampai malam.';
    const masked = await maskOwnWords(t.tools, t.db, { complaintId: caseId, text });
    expect(masked).not.toContain('Siti');
    expect(masked).not.toContain('Jalan Contoh 1');
    expect(masked).toContain('sampai malam');
  });
});
