import { generateKeyPair as generate } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import type { Db } from '../../database/database.ts';
import { documentKeys, type KeyTools, type NewKey, replaceKey } from '../keys/document-keys.ts';

const generateKeyPair = promisify(generate);

/** A new Ed25519 key; its name is the thumbprint of its public half (RFC 7638), so that it cannot be given to another. */
export async function newTwinKey(): Promise<NewKey> {
  const { privateKey, publicKey } = await generateKeyPair('ed25519');
  const { kty, crv, x } = publicKey.export({ format: 'jwk' }) as JWK;
  const bare = { kty, crv, x } as JWK;
  const { calculateJwkThumbprint } = await import('jose');
  const kid = await calculateJwkThumbprint(bare);
  return { kid, privateKey, certificate: null, publicJwk: { ...bare, kid, alg: 'EdDSA', use: 'sig' } };
}

/** A new key signs from now on; twins of older keys are verified as before. */
export async function renewTwinKey(tools: KeyTools): Promise<void> {
  const current = (await documentKeys(tools.db, 'twin')).find((key) => key.retiredAt === null);
  await replaceKey(tools, 'twin', await newTwinKey(), current?.kid);
}

/** A key that twins are verified with. */
export interface TwinKey {
  readonly jwk: JWK & { readonly kid: string };
  readonly isDistrusted: boolean;
}

/** All keys that ever signed twins here. */
export async function twinKeys(db: Db): Promise<readonly TwinKey[]> {
  const keys = await documentKeys(db, 'twin');
  return keys.map(({ kid, publicJwk, distrustedAt }) => ({
    jwk: { ...publicJwk, kid } as TwinKey['jwk'],
    isDistrusted: distrustedAt !== null,
  }));
}
