import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Keys } from './keys.ts';

const known = new WeakMap<Keys, Map<string, KeyObject>>();

/**
 * The key of a purpose as Node's own key object, made once: handing raw bytes to every HMAC or cipher makes one anew each time, which
 * costs ten times what the HMAC itself does.
 */
export function secretKey(keys: Keys, purpose: string): KeyObject {
  let purposes = known.get(keys);
  if (purposes === undefined) {
    purposes = new Map();
    known.set(keys, purposes);
  }
  let key = purposes.get(purpose);
  if (key === undefined) {
    key = createSecretKey(keys.derive(purpose));
    purposes.set(purpose, key);
  }
  return key;
}

/** HMAC-SHA-256 of a text under the key of a purpose: 32 bytes. */
export function keyedHash(keys: Keys, purpose: string, text: string | Uint8Array): Buffer {
  return createHmac('sha256', secretKey(keys, purpose)).update(text).digest();
}
