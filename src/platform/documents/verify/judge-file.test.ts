import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { newSealKey } from '../seal/certificate.ts';
import { sealedPdf, smallPdf } from '../seal/seal.test-support.ts';
import { sealPdf } from '../seal/seal-pdf.ts';
import type { Signer } from '../seal/signer.ts';
import { knownCertificates, trialSigner } from '../seal/trial-signer.ts';
import { findSeals } from './find-seals.ts';
import { judgeFile } from './judge-file.ts';
import { type KnownCertificate, MOST_BYTES } from './verify-seal.ts';

let t: TestDatabase;
let signer: Signer;
let known: readonly KnownCertificate[];
let sealed: Buffer;

beforeAll(async () => {
  t = await testDatabase();
  signer = await trialSigner(t.tools);
  known = await knownCertificates(t.tools);
  sealed = Buffer.from(await sealedPdf(t.tools, signer));
});
afterAll(() => t.close());

const withByte = (file: Buffer, at: number, byte: number) => {
  const copy = Buffer.from(file);
  copy[at] = byte;
  return copy;
};

describe('one byte of a sealed document changed', () => {
  test('anywhere: it is never intact', () => {
    expect(judgeFile(sealed, known).state).toBe('intact');
    let seen = 0;
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        seen += 1;
        expect(judgeFile(withByte(sealed, at, (sealed[at] as number) ^ change), known).state).not.toBe('intact');
      }),
      { numRuns: 500 },
    );
    expect(seen).toBe(500);
  });

  test('in the seal itself, which no seal covers: it is never intact', () => {
    const [place] = findSeals(sealed);
    if (!place) throw new Error('no seal to change');
    const digits = sealed.toString('latin1', place.gapStart, place.gapEnd);
    const used = digits.replace(/0*>$/, '').length;
    expect(used).toBeGreaterThan(3000);
    // Changes of one bit among them: a digit's case is one.
    const change = fc.oneof(fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 128), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(fc.integer({ min: place.gapStart, max: place.gapStart + used + 8 }), change, (at, bits) => {
        expect(judgeFile(withByte(sealed, at, (sealed[at] as number) ^ bits), known).state).not.toBe('intact');
      }),
      { numRuns: 1000 },
    );
  });

  test('in the empty space behind the signature: it is altered', () => {
    const [place] = findSeals(sealed);
    const at = (place?.gapEnd as number) - 20;
    expect(String.fromCharCode(sealed[at] as number)).toBe('0');
    expect(judgeFile(withByte(sealed, at, 0x31), known).state).toBe('altered');
  });

  test('in any of three revisions: it is never intact', async () => {
    const thrice = Buffer.from(await sealedPdf(t.tools, signer, 3));
    expect(judgeFile(thrice, known).state).toBe('intact');
    fc.assert(
      fc.property(fc.nat(thrice.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(judgeFile(withByte(thrice, at, (thrice[at] as number) ^ change), known).state).not.toBe('intact');
      }),
      { numRuns: 150 },
    );
  });
});

describe('a document that was sealed, then', () => {
  test('cut short anywhere, is never intact', () => {
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), (length) => {
        expect(judgeFile(sealed.subarray(0, length), known).state).not.toBe('intact');
      }),
      { numRuns: 300 },
    );
  });

  test('given more at its end, says so, even for one line feed', () => {
    for (const more of ['\n', ' ', '%%EOF\n', '1 0 obj <</Type /Catalog>> endobj\n']) {
      const verdict = judgeFile(Buffer.concat([sealed, Buffer.from(more)]), known);
      expect(verdict).toMatchObject({ state: 'altered', reasons: ['content-after-seal'] });
      expect(verdict.seals[0]?.isValid).toBe(true);
    }
  });

  test('given something before its beginning, is altered', () => {
    expect(judgeFile(Buffer.concat([Buffer.from('\n'), sealed]), known).state).toBe('altered');
  });

  test('stripped of its seal and changed, is unsealed', async () => {
    expect(judgeFile(await smallPdf(), known)).toMatchObject({ state: 'unsealed', reasons: ['no-seal'] });
  });
});

describe("a stranger's seal", () => {
  const stranger = async (): Promise<Signer> => {
    const { privateKey, certificate } = await newSealKey('http://localhost:3000', t.tools.random.bytes(16), t.tools.clock.now());
    const { sign } = await import('node:crypto');
    return { ...signer, certificate: certificate as Buffer, sign: async (bytes) => sign('sha256', bytes, privateKey) };
  };

  test('is foreign, though it names itself exactly as ours', async () => {
    const verdict = judgeFile(await sealedPdf(t.tools, await stranger()), known);
    expect(verdict).toMatchObject({ state: 'foreign', reasons: ['foreign-certificate'] });
  });

  test('made with our certificate but another key, does not match', async () => {
    const forged: Signer = { ...(await stranger()), certificate: signer.certificate };
    expect(judgeFile(await sealedPdf(t.tools, forged), known)).toMatchObject({
      state: 'altered',
      reasons: ['signature-differs'],
    });
  });

  test('put after ours, makes the whole foreign: who added it may have added anything', async () => {
    const pdf = await sealPdf(sealed, await stranger(), { reason: 'x', at: t.tools.clock.now(), field: 'Asing' });
    const verdict = judgeFile(pdf, known);
    expect(verdict.state).toBe('foreign');
    expect(verdict.seals.map((seal) => seal.isValid)).toEqual([true, false]);
  });
});

describe('hostile files', () => {
  test('of any bytes are judged without a throw', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), fc.nat(4000), (bytes, at) => {
        seen += 1;
        expect(judgeFile(bytes, known).state).not.toBe('intact');
        const inside = Buffer.concat([sealed.subarray(0, at), bytes, sealed.subarray(at + (bytes.length % 50))]);
        if (!inside.equals(sealed)) expect(judgeFile(inside, known).state).not.toBe('intact');
      }),
      { numRuns: 300 },
    );
    expect(seen).toBe(300);
  });

  test.each([
    ['0 10 5 10', 'malformed-range'],
    ['0 10 20 99999999', 'malformed-range'],
    ['5 10 20 10', 'malformed-range'],
    ['0 9999999999 9999999999 1', 'malformed-range'],
    ['0 0 0 0', 'malformed-range'],
    ['-1 2 3 4', 'malformed-range'],
    ['0 1 2', 'malformed-range'],
    ['0 1e3 2 4', 'malformed-range'],
  ])('with the range [%s] are refused', (range, reason) => {
    const file = Buffer.from(`%PDF-1.7\n<</ByteRange [${range}] /Contents <00>>>\n${' '.repeat(200)}`);
    expect(judgeFile(file, known)).toMatchObject({ state: 'altered', reasons: [reason] });
  });

  test('whose two seals share their place are refused before anything is hashed', () => {
    const head = '%PDF-1.7\n';
    const gap = `<${'00'.repeat(100)}>`;
    const marks = (from: number, end: number) =>
      `/ByteRange [0 ${from} ${from + gap.length} ${end - from - gap.length}]`.padEnd(60);
    const build = (end: number) => `${head}${marks(129, end)}${marks(129, end)}${gap}${'x'.repeat(100)}`;
    const file = Buffer.from(build(build(0).length));
    expect(file.indexOf('<')).toBe(129);
    expect(judgeFile(file, known)).toMatchObject({ state: 'altered', reasons: ['overlapping-ranges'] });
  });

  test('full of marks, of brackets, or of deep ASN.1 are judged quickly', () => {
    const full = (text: string) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(MOST_BYTES - 100, text)]);
    const deep = Buffer.alloc(60_000, Buffer.of(0x30, 0x80));
    const gap = `<${deep.toString('hex')}>`;
    const head = '%PDF-1.7\n';
    const mark = `/ByteRange [0 ${head.length} ${head.length + gap.length} 80]`.padEnd(80);
    const nested = Buffer.from(`${head}${gap}${mark}`);
    const started = performance.now();
    expect(judgeFile(full('/ByteRange'), known).reasons).toEqual(['too-many-seals']);
    expect(judgeFile(full('['), known).state).toBe('unsealed');
    expect(judgeFile(nested, known).reasons).toContain('malformed-seal');
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('larger than what is looked at, or no PDF, are unreadable', () => {
    expect(judgeFile(Buffer.alloc(MOST_BYTES + 1), known)).toMatchObject({ state: 'unreadable', reasons: ['too-large'] });
    expect(judgeFile(Buffer.from('halo'), known)).toMatchObject({ state: 'unreadable', reasons: ['not-a-pdf'] });
    expect(judgeFile(new Uint8Array(), known).state).toBe('unreadable');
  });
});
