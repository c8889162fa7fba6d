import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keysFrom } from '../../keys.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { sealedPdf } from '../seal/seal.test-support.ts';
import { knownCertificates, renewSealKey, trialSigner } from '../seal/trial-signer.ts';
import { verifySeal } from '../verify/verify-seal.ts';
import { distrustKey, documentKeys } from './document-keys.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const verdict = async (pdf: Uint8Array) => (await verifySeal(pdf, await knownCertificates(t.tools))).state;

describe('the key of the seal', () => {
  test('is made once, also by four who ask at the same moment', async () => {
    const signers = await Promise.all([1, 2, 3, 4].map(() => trialSigner(t.tools)));
    expect(new Set(signers.map(({ certificate }) => Buffer.from(certificate).toString('hex'))).size).toBe(1);
    expect(await documentKeys(t.db, 'seal')).toHaveLength(1);
  });

  test('cannot be opened with another master secret', async () => {
    const stolen = { ...t.tools, keys: keysFrom('another master secret, long enough') };
    await expect(trialSigner(stolen)).rejects.toThrow(/does not open/);
  });

  test('when renewed, seals made before stay good', async () => {
    const old = await sealedPdf(t.tools, await trialSigner(t.tools));
    t.setNow('2027-01-04T10:00:00+08:00');
    await renewSealKey(t.tools);
    const fresh = await sealedPdf(t.tools, await trialSigner(t.tools));
    expect(await documentKeys(t.db, 'seal')).toHaveLength(2);
    expect([await verdict(old), await verdict(fresh)]).toEqual(['intact', 'intact']);
  });

  test('when distrusted, signs no more and its seals count no more', async () => {
    const before = await trialSigner(t.tools);
    const pdf = await sealedPdf(t.tools, before);
    const current = (await documentKeys(t.db, 'seal')).find((key) => key.retiredAt === null);
    await distrustKey(t.tools, current?.kid as string);
    expect(await verifySeal(pdf, await knownCertificates(t.tools))).toMatchObject({
      state: 'distrusted',
      reasons: ['distrusted-certificate'],
    });
    const after = await trialSigner(t.tools);
    expect(Buffer.from(after.certificate).equals(before.certificate)).toBe(false);
    expect(await verdict(await sealedPdf(t.tools, after))).toBe('intact');
  });

  test('is followed by another before its certificate runs out', async () => {
    const before = await trialSigner(t.tools);
    t.setNow('2036-12-20T10:00:00+08:00');
    const after = await trialSigner(t.tools);
    expect(Buffer.from(after.certificate).equals(before.certificate)).toBe(false);
    expect(await verdict(await sealedPdf(t.tools, after))).toBe('intact');
  });

  test('a seal claimed to be made after its certificate ended does not hold', async () => {
    const signer = await trialSigner(t.tools);
    t.setNow('2060-01-01T10:00:00+08:00');
    const pdf = await sealedPdf(t.tools, signer);
    expect(await verifySeal(pdf, await knownCertificates(t.tools))).toMatchObject({
      state: 'distrusted',
      reasons: ['outside-validity'],
    });
  });

  test('lies in the database sealed: no private key can be read there', async () => {
    const { rows } = await t.pool.query('SELECT private_key FROM platform.document_keys');
    expect(rows.length).toBeGreaterThan(2);
    for (const { private_key: sealed } of rows) {
      // Every PKCS #8 RSA key holds the algorithm's identifier 1.2.840.113549.1.1.1.
      expect((sealed as Buffer).includes(Buffer.from('2a864886f70d010101', 'hex'))).toBe(false);
    }
  });
});
