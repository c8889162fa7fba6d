/**
 * For what lies on the server before it is a complaint: sealed under a key made from the server's secret and one that only the
 * citizen's browser holds (a cookie), so that neither the database nor the server alone can open it.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import { secretKey } from '../../platform/keyed-hash.ts';
import type { Tools } from '../../platform/tools.ts';
import { open, SealBroken, seal } from '../store/envelope.ts';

type Secret = string | Uint8Array;

function keyFor(tools: Pick<Tools, 'keys'>, secret: Secret, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secretKey(tools.keys, 'draft'), secret, `seal ${purpose}`, 32));
}

/**
 * @param secret of the client, at least 16 random bytes (or their text)
 * @param purpose what and which one, for example `draft ID` or `draft file ID`; needed again to open it
 */
export function sealWith(tools: Pick<Tools, 'keys' | 'random'>, secret: Secret, purpose: string, bytes: Uint8Array): Buffer {
  if (secret.length < 16) throw new Error('A draft needs a client secret of at least 16 bytes');
  return seal(tools.random, keyFor(tools, secret, purpose), bytes, purpose);
}

/** The bytes, or `undefined` when the secret is another one, the purpose is another one, or the bytes were altered. */
export function openWith(tools: Pick<Tools, 'keys'>, secret: Secret, purpose: string, sealed: Uint8Array): Buffer | undefined {
  try {
    return open(keyFor(tools, secret, purpose), sealed, purpose);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** A name under which to find what a secret sealed, telling nothing about the secret: 32 bytes, stable. */
export function nameFor(tools: Pick<Tools, 'keys'>, secret: Secret, purpose: string): Buffer {
  return createHmac('sha256', secretKey(tools.keys, 'draft')).update(`name ${purpose}\0`).update(secret).digest();
}
