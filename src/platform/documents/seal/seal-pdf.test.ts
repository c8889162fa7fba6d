import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { has, judge } from '../testing/outside-tools.ts';
import { verifySeal } from '../verify/verify-seal.ts';
import { sealedPdf, smallPdf } from './seal.test-support.ts';
import { sealPdf } from './seal-pdf.ts';
import type { Signer } from './signer.ts';
import { knownCertificates, trialSigner } from './trial-signer.ts';

let t: TestDatabase;
let signer: Signer;

beforeAll(async () => {
  t = await testDatabase();
  signer = await trialSigner(t.tools);
});
afterAll(() => t.close());

describe('a sealed document', () => {
  test('is intact, covered to its end, and says when it was sealed', async () => {
    const verdict = await verifySeal(await sealedPdf(t.tools, signer), await knownCertificates(t.tools));
    expect(verdict).toMatchObject({ state: 'intact', reasons: [], seals: [{ isValid: true, coversWholeFile: true }] });
    expect(verdict.seals[0]?.signedAt).toBe('2026-03-17T02:00:00.000Z');
  });

  test('begins with the very bytes that were sealed', async () => {
    const pdf = await smallPdf();
    const sealed = await sealPdf(pdf, signer, { reason: 'Uji', at: t.tools.clock.now() });
    expect(Buffer.from(sealed).subarray(0, pdf.length).equals(pdf)).toBe(true);
  });

  test('twelve seals one after another are all valid, and only the last covers the whole file', async () => {
    const { state, seals } = await verifySeal(await sealedPdf(t.tools, signer, 12), await knownCertificates(t.tools));
    expect(state).toBe('intact');
    expect(seals.map((seal) => seal.isValid)).toEqual(Array(12).fill(true));
    expect(seals.map((seal) => seal.coversWholeFile)).toEqual([...Array(11).fill(false), true]);
  });

  test('names itself a trial in its certificate', () => {
    const { subject, keyUsage } = new X509Certificate(signer.certificate);
    expect(subject).toContain('Segel percobaan / trial seal');
    expect(subject).toContain('Bukan tanda tangan elektronik tersertifikasi / not a certified signature');
    expect(keyUsage).toEqual(['1.3.6.1.5.5.7.3.36']);
  });

  test('fails loudly when it is no PDF, instead of sealing something else', async () => {
    await expect(sealPdf(Buffer.from('bukan pdf'), signer, { reason: 'x', at: t.tools.clock.now() })).rejects.toThrow();
  });

  test.skipIf(!has('pdfsig'))('pdfsig finds twelve valid signatures', async () => {
    const said = judge('pdfsig', await sealedPdf(t.tools, signer, 12), '-nocert', '$');
    expect(said.match(/Signature is Valid\./g)).toHaveLength(12);
    expect(said.match(/^ {2}- Total document signed/gm)).toHaveLength(1);
  });

  test.skipIf(!has('qpdf'))('qpdf finds a document with twelve seals sound', async () => {
    expect(judge('qpdf', await sealedPdf(t.tools, signer, 12), '--check', '$')).toContain('No syntax or stream encoding errors');
  });
});
