/**
 * AES-256-GCM: what is sealed can be read and changed by nobody without the key, and is bound to its place (`context`, the
 * additional authenticated data), so that a sealed value moved to another record does not open there.
 *
 * Layout: version (1 byte) | nonce (12, random) | ciphertext | tag (16). Extension point: a new algorithm is a new version.
 */
import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import type { Random } from '../../platform/tools.ts';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** Thrown when something does not open: wrong key, another record's value, or altered bytes. Says nothing about the content. */
export class SealBroken extends Error {
  constructor(what: string) {
    super(`Does not open: ${what}`);
    this.name = 'SealBroken';
  }
}

/** @param key 32 bytes  @param context where the value belongs, needed again to open it */
export function seal(random: Pick<Random, 'bytes'>, key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const nonce = random.bytes(NONCE);
  // A key object: from bare bytes Node takes three times as long to make a cipher as for all the rest.
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws SealBroken */
export function open(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== VERSION) throw new SealBroken(`${context}, unknown form`);
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), sealed.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)), decipher.final()]);
  } catch {
    throw new SealBroken(context);
  }
}
