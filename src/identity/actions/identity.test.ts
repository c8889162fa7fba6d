import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Officer } from '../../kernel/actor.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { keysFrom } from '../../platform/keys.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import {
  addressFor,
  type Contact,
  changeContact,
  eraseIdentity,
  erasuresOf,
  hasContact,
  type Look,
  listAccesses,
  MASK,
  maskOwnWords,
  readOriginal,
  revealIdentity,
  SealBroken,
  sealIdentity,
  waysToReachComplainant,
} from '../index.ts';

const verifier: Officer = {
  kind: 'officer',
  personId: '01900000-0000-7000-8000-000000000001',
  name: 'Verifikator Contoh',
  positions: [],
};
const original = { title: 'Lampu padam', description: 'Lampu jalan padam sejak Senin.', place: 'Jalan Contoh' };

describe('the identity of a complainant', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.close());

  const file = async (contact: Contact | undefined): Promise<string> => {
    const complaintId = t.tools.random.id();
    await inTransaction(t.tools, (tx) => sealIdentity(t.tools, tx, { complaintId, contact, original }));
    return complaintId;
  };
  const look = (complaintId: string, more: Partial<Look> = {}): Look => ({
    complaintId,
    actor: verifier,
    purpose: 'Meminta keterangan tambahan',
    allowed: true,
    ...more,
  });
  const reveal = (asked: Look) => inTransaction(t.tools, (tx) => revealIdentity(t.tools, tx, asked));
  const siti: Contact = { name: 'Siti Contoh', email: 'siti@contoh.id', phone: '+6281234567890', language: 'en' };

  it('is what was sealed, and the look is on record with who, when and why', async () => {
    const complaintId = await file(siti);
    expect(await reveal(look(complaintId))).toEqual({ ok: true, value: siti });
    const accesses = await listAccesses(t.db, { complaintId, limit: 10 });
    expect(accesses).toMatchObject([
      {
        part: 'contact',
        act: 'read',
        actor: `person:${verifier.personId}`,
        purpose: 'Meminta keterangan tambahan',
        at: t.tools.clock.now(),
      },
    ]);
  });

  it('is refused without an allowing rule, without a purpose, to a visitor and to the complainant of another complaint', async () => {
    const complaintId = await file(siti);
    const visitor: Actor = { kind: 'visitor' };
    const stranger: Actor = { kind: 'complainant', complaintId: t.tools.random.id() };
    for (const [asked, refusal] of [
      [look(complaintId, { allowed: false }), 'not-allowed'],
      [look(complaintId, { actor: visitor }), 'not-allowed'],
      [look(complaintId, { actor: stranger }), 'not-allowed'],
      [look(complaintId, { purpose: ' \n' }), 'purpose-missing'],
    ] as const) {
      expect(await reveal(asked)).toEqual({ ok: false, refusal });
    }
    expect(await listAccesses(t.db, { complaintId, limit: 10 })).toEqual([]);
  });

  it('a look whose transaction is rolled back has no answer that left it', async () => {
    const complaintId = await file(siti);
    const failing = inTransaction(t.tools, async (tx) => {
      await revealIdentity(t.tools, tx, look(complaintId));
      throw new Error('the page could not be made');
    });
    await expect(failing).rejects.toThrow('the page could not be made');
    expect(await listAccesses(t.db, { complaintId, limit: 10 })).toEqual([]);
  });

  it('the original words are sealed and read apart from the contact', async () => {
    const complaintId = await file(undefined);
    expect(await inTransaction(t.tools, (tx) => readOriginal(t.tools, tx, look(complaintId)))).toEqual({
      ok: true,
      value: original,
    });
    expect(await reveal(look(complaintId))).toEqual({ ok: false, refusal: 'nothing-sealed' });
    expect(await listAccesses(t.db, { complaintId, limit: 10 })).toMatchObject([{ part: 'original' }]);
  });

  it('the errand that sends gets the address and language, and nothing when there is none', async () => {
    expect(await addressFor(t.tools, t.db, await file(siti))).toEqual({ email: 'siti@contoh.id', language: 'en' });
    expect(await addressFor(t.tools, t.db, await file({ email: 'a@contoh.id' }))).toEqual({
      email: 'a@contoh.id',
      language: 'id',
    });
    expect(await addressFor(t.tools, t.db, await file({ phone: '+6281234567890' }))).toBeUndefined();
    expect(await addressFor(t.tools, t.db, await file(undefined))).toBeUndefined();
  });

  it('who left a way to be reached is known without opening the seal', async () => {
    expect(await hasContact(t.db, await file(siti))).toBe(true);
    expect(await waysToReachComplainant(t.db, await file(siti))).toEqual(['email', 'phone']);
    expect(await hasContact(t.db, await file({ name: 'Siti Contoh' }))).toBe(false);
    expect(await hasContact(t.db, await file(undefined))).toBe(false);
  });

  it('later words of the complainant are masked against the sealed contact, without a look', async () => {
    const complaintId = await file({ name: 'Ketut Tarsius' });
    expect(await maskOwnWords(t.tools, t.db, { complaintId, text: 'petugas sudah kenal tarsius' })).toBe(
      `petugas sudah kenal ${MASK}`,
    );
    expect(
      await maskOwnWords(t.tools, t.db, { complaintId: t.tools.random.id(), text: 'petugas sudah kenal tarsius' }),
    ).toContain('tarsius');
    expect(await listAccesses(t.db, { complaintId, limit: 10 })).toEqual([]);
  });

  it('a changed contact forgets the old one and says who changed it', async () => {
    const complaintId = await file(siti);
    const actor: Actor = { kind: 'complainant', complaintId };
    const sealedBefore = await sealedRows(complaintId);
    const change = { ...look(complaintId, { actor, purpose: 'contact-changed' }), contact: { email: 'new@contoh.id' } };
    expect((await inTransaction(t.tools, (tx) => changeContact(t.tools, tx, change))).ok).toBe(true);
    t.setNow('2026-03-17T10:00:01+08:00');
    expect(await reveal(look(complaintId))).toEqual({ ok: true, value: { email: 'new@contoh.id' } });
    expect(await listAccesses(t.db, { complaintId, limit: 10 })).toMatchObject([
      { act: 'read' },
      { act: 'change', actor: 'complainant' },
    ]);
    const sealedAfter = await sealedRows(complaintId);
    expect(sealedAfter.wrapped_key).not.toEqual(sealedBefore.wrapped_key);
    const refused = await inTransaction(t.tools, (tx) => changeContact(t.tools, tx, { ...change, allowed: false }));
    expect(refused).toEqual({ ok: false, refusal: 'not-allowed' });
  });

  it('a contact can be added to a complaint that had none', async () => {
    const complaintId = await file(undefined);
    await inTransaction(t.tools, (tx) => changeContact(t.tools, tx, { ...look(complaintId), contact: siti }));
    expect(await reveal(look(complaintId))).toEqual({ ok: true, value: siti });
  });

  it('erasing forgets the key and the content, and leaves a tombstone with its basis', async () => {
    const complaintId = await file(siti);
    const order = { complaintId, actor: verifier, basis: ' UU 27/2022 ' };
    expect(await inTransaction(t.tools, (tx) => eraseIdentity(t.tools, tx, { ...order, basis: ' ' }))).toEqual({
      ok: false,
      refusal: 'basis-missing',
    });
    const kept = await sealedRows(complaintId);
    expect(await inTransaction(t.tools, (tx) => eraseIdentity(t.tools, tx, { ...order, parts: ['contact'] }))).toEqual({
      ok: true,
      value: ['contact'],
    });
    expect(await reveal(look(complaintId))).toEqual({ ok: false, refusal: 'erased' });
    expect(await addressFor(t.tools, t.db, complaintId)).toBeUndefined();
    expect(await hasContact(t.db, complaintId)).toBe(false);
    expect((await inTransaction(t.tools, (tx) => readOriginal(t.tools, tx, look(complaintId)))).ok).toBe(true);
    expect(await erasuresOf(t.db, complaintId)).toMatchObject([
      { part: 'contact', basis: 'UU 27/2022', actor: `person:${verifier.personId}` },
    ]);

    // Someone who restores the sealed bytes from an old copy, but not the key, has nothing.
    await sql`INSERT INTO identity.complainants VALUES (${complaintId}, ${kept.sealed}, '{email}', now())`.execute(t.db);
    expect(await reveal(look(complaintId))).toEqual({ ok: false, refusal: 'erased' });

    expect((await inTransaction(t.tools, (tx) => eraseIdentity(t.tools, tx, order))).ok).toBe(true);
    expect(await inTransaction(t.tools, (tx) => readOriginal(t.tools, tx, look(complaintId)))).toEqual({
      ok: false,
      refusal: 'erased',
    });
    expect(await inTransaction(t.tools, (tx) => eraseIdentity(t.tools, tx, order))).toEqual({
      ok: false,
      refusal: 'nothing-sealed',
    });
  });

  it('does not open with another master secret, nor when a record was exchanged for another', async () => {
    const [one, two] = [await file(siti), await file({ email: 'other@contoh.id' })];
    const stolen = { ...t.tools, keys: keysFrom('a secret that is not of this house') };
    await expect(inTransaction(t.tools, (tx) => revealIdentity(stolen, tx, look(one)))).rejects.toThrow(SealBroken);
    await expect(addressFor(stolen, t.db, one)).rejects.toThrow(SealBroken);
    await sql`UPDATE identity.complainants mine SET sealed = other.sealed FROM identity.complainants other
      WHERE mine.complaint_id = ${one} AND other.complaint_id = ${two}`.execute(t.db);
    await expect(reveal(look(one))).rejects.toThrow(SealBroken);
    await sql`UPDATE identity.record_keys mine SET wrapped_key = other.wrapped_key FROM identity.record_keys other
      WHERE mine.complaint_id = ${one} AND other.complaint_id = ${two} AND mine.part = 'contact' AND other.part = 'contact'`.execute(
      t.db,
    );
    await expect(reveal(look(one))).rejects.toThrow(SealBroken);
  });

  it('a fault says nothing of the content', async () => {
    const complaintId = await file(siti);
    await sql`UPDATE identity.complainants SET sealed = set_byte(sealed, 20, 0) WHERE complaint_id = ${complaintId}`.execute(
      t.db,
    );
    const fault = await reveal(look(complaintId)).catch((error: Error) => error);
    expect(String(fault)).toBe(`SealBroken: Does not open: identity contact of ${complaintId}`);
  });

  it('no value of a contact or an original can be read from any table', async () => {
    const canaries = Array.from({ length: 3 }, () => randomBytes(9).toString('hex'));
    const [name, mail, word] = canaries as [string, string, string];
    const complaintId = t.tools.random.id();
    const contact = { name, email: `${mail}@contoh.id`, phone: '+6281357924680', nik: '5105011505900001' };
    await inTransaction(t.tools, (tx) =>
      sealIdentity(t.tools, tx, { complaintId, contact, original: { ...original, title: word } }),
    );
    await reveal(look(complaintId));
    const { rows: tables } = await sql<{ name: string }>`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`.execute(t.ownerDb);
    expect(tables.map((table) => table.name)).toContain('identity.complainants');
    for (const table of tables) {
      const { rows } = await sql<{ text: string }>`SELECT t::text AS text FROM ${sql.raw(table.name)} t`.execute(t.ownerDb);
      const all = rows.map((row) => row.text).join('\n');
      for (const value of [...canaries, contact.phone, contact.phone.slice(3), contact.nik]) {
        expect(all.includes(value) || all.includes(Buffer.from(value).toString('hex')), table.name).toBe(false);
      }
    }
  });

  it('the role that runs the app cannot change or delete what was looked at or erased, nor change an original', async () => {
    for (const statement of [
      'UPDATE identity.accesses SET purpose = $$x$$',
      'DELETE FROM identity.accesses',
      'UPDATE identity.erasures SET basis = $$x$$',
      'DELETE FROM identity.erasures',
      'UPDATE identity.originals SET sealed = $$x$$',
      'TRUNCATE identity.complainants',
    ]) {
      await expect(sql.raw(statement).execute(t.db), statement).rejects.toThrow('permission denied');
    }
  });

  async function sealedRows(complaintId: string): Promise<{ sealed: Buffer; wrapped_key: Buffer }> {
    const { rows } = await sql<{ sealed: Buffer; wrapped_key: Buffer }>`
      SELECT sealed, wrapped_key FROM identity.complainants JOIN identity.record_keys USING (complaint_id)
      WHERE complaint_id = ${complaintId} AND part = 'contact'`.execute(t.db);
    return rows[0] as { sealed: Buffer; wrapped_key: Buffer };
  }
});
