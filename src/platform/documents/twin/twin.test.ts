import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { distrustKey } from '../keys/document-keys.ts';
import { type Twin, twinSigner } from './sign-twin.ts';
import { renewTwinKey, twinKeys } from './twin-keys.ts';
import { verifyTwin } from './verify-twin.ts';

const TWIN: Twin = {
  id: 'https://tuntas.example.go.id/verify/1',
  type: 'ComplianceCertificate',
  issuer: { id: 'https://tuntas.example.go.id', name: 'Ombudsman (contoh)' },
  validFrom: '2026-03-17T02:00:00Z',
  subject: { name: 'Kabupaten Klungkung', score: '87.45', year: 2024 },
};

let t: TestDatabase;
let jws: string;
beforeAll(async () => {
  t = await testDatabase();
  jws = await (await twinSigner(t.tools)).sign(TWIN);
});
afterAll(() => t.close());

const verdict = async (text: string) => verifyTwin(text, await twinKeys(t.db));

describe('a twin', () => {
  test('says what was signed, also when it was wrapped on the way', async () => {
    expect(await verdict(`\n${jws.replaceAll(/.{60}/g, '$&\r\n')} `)).toMatchObject({ ok: true, value: TWIN });
  });

  test('with any one character changed is never taken', async () => {
    const keys = await twinKeys(t.db);
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(jws.length - 1), fc.constantFrom(...'ABCxyz019-_.'), async (at, character) => {
        if (jws[at] === character) return;
        seen += 1;
        expect((await verifyTwin(jws.slice(0, at) + character + jws.slice(at + 1), keys)).ok).toBe(false);
      }),
      { numRuns: 800 },
    );
    expect(seen).toBeGreaterThan(600);
  });

  test('whose last character only differs in unused bits is not taken', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(jws.at(-1) as string);
    const other = alphabet[last ^ 1] as string;
    expect(await verdict(jws.slice(0, -1) + other)).toMatchObject({ ok: false });
  });

  test('signed with nothing, or with our public key as a shared secret, is not taken', async () => {
    const [key] = await twinKeys(t.db);
    const [, payload] = jws.split('.');
    const head = (alg: string) => Buffer.from(JSON.stringify({ alg, kid: key?.jwk.kid })).toString('base64url');
    expect(await verdict(`${head('none')}.${payload}.`)).toMatchObject({ ok: false, refusal: 'not-a-twin' });
    const mac = createHmac('sha256', key?.jwk.x as string)
      .update(`${head('HS256')}.${payload}`)
      .digest('base64url');
    expect(await verdict(`${head('HS256')}.${payload}.${mac}`)).toMatchObject({ ok: false, refusal: 'not-a-twin' });
    expect(await verdict(`${head('EdDSA')}.${payload}.${mac}`)).toMatchObject({ ok: false, refusal: 'altered' });
  });

  test('of an older key is taken after the key was renewed, and no more after it was distrusted', async () => {
    const [old] = await twinKeys(t.db);
    t.setNow('2027-01-04T10:00:00+08:00');
    await renewTwinKey(t.tools);
    const fresh = await (await twinSigner(t.tools)).sign(TWIN);
    expect(await twinKeys(t.db)).toHaveLength(2);
    expect((await verdict(fresh)).ok && (await verdict(jws)).ok).toBe(true);
    await distrustKey(t.tools, old?.jwk.kid as string);
    expect(await verdict(jws)).toMatchObject({ ok: false, refusal: 'distrusted-key' });
    expect((await verdict(fresh)).ok).toBe(true);
  });

  test('of a key we do not know, and any text at all, is refused', async () => {
    const other = await testDatabase();
    const foreign = await (await twinSigner(other.tools)).sign(TWIN);
    await other.close();
    expect(await verdict(foreign)).toMatchObject({ ok: false, refusal: 'unknown-key' });
    const keys = await twinKeys(t.db);
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => (await verifyTwin(text, keys)).ok === false));
    expect(await verdict('a'.repeat(300_000))).toMatchObject({ ok: false, refusal: 'not-a-twin' });
  });
});
