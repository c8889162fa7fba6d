import { X509Certificate } from 'node:crypto';
import { Hono } from 'hono';
import { compactVerify, createLocalJWKSet } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebEnv } from '../../http/env.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { distrustKey } from '../keys/document-keys.ts';
import { trialSigner } from '../seal/trial-signer.ts';
import { twinSigner } from '../twin/sign-twin.ts';
import { twinKeys } from '../twin/twin-keys.ts';
import { mountDocuments } from './routes.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

async function get(path: string): Promise<Response> {
  const app = new Hono<WebEnv>();
  app.use(async (c, next) => {
    c.set('tools', t.tools);
    await next();
  });
  mountDocuments(app);
  return app.request(path);
}

describe('keys for those who verify without us', () => {
  test('a twin is verified with what /.well-known/jwks.json says, and nothing secret is in it', async () => {
    const twin = { id: 'x', type: 'T', issuer: { id: 'x', name: 'x' }, validFrom: '2026-03-17T02:00:00Z', subject: {} };
    const jws = await (await twinSigner(t.tools)).sign(twin);
    const answer = await get('/.well-known/jwks.json');
    expect(answer.headers.get('Content-Type')).toBe('application/jwk-set+json');
    const text = await answer.text();
    const { payload } = await compactVerify(jws, createLocalJWKSet(JSON.parse(text)));
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({ type: ['VerifiableCredential', 'T'] });
    expect(text).not.toContain('"d"');
  });

  test('a key that counts no more is not among them', async () => {
    const [key] = await twinKeys(t.db);
    await distrustKey(t.tools, key?.jwk.kid as string);
    expect(await (await get('/.well-known/jwks.json')).json()).toEqual({ keys: [] });
  });

  test('the certificate of the seal is read by others', async () => {
    const { certificate } = await trialSigner(t.tools);
    const text = await (await get('/.well-known/tuntas-seals.pem')).text();
    expect(new X509Certificate(text).raw.equals(certificate)).toBe(true);
  });
});
