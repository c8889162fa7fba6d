import { createCipheriv, createDecipheriv, createPrivateKey, type KeyObject } from 'node:crypto';
import type { Keys } from '../../keys.ts';
import type { Random } from '../../tools.ts';

/** Layout: version (1 byte) | nonce (12) | AES-256-GCM of the PKCS #8 key | tag (16). The kid is bound to it. */
const VERSION = 1;
const NONCE = 12;
const TAG = 16;

export function sealKey(
  tools: { readonly keys: Keys; readonly random: Pick<Random, 'bytes'> },
  kid: string,
  key: KeyObject,
): Buffer {
  const nonce = tools.random.bytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', tools.keys.derive('document-keys'), nonce);
  cipher.setAAD(Buffer.from(`document key ${kid}`));
  const plain = key.export({ type: 'pkcs8', format: 'der' });
  const sealed = Buffer.concat([Buffer.of(VERSION), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  plain.fill(0);
  return sealed;
}

/** @throws when it was sealed under another master secret, belongs to another kid, or was altered */
export function openKey(keys: Keys, kid: string, sealed: Uint8Array): KeyObject {
  try {
    if (sealed[0] !== VERSION) throw new Error('unknown form');
    const decipher = createDecipheriv('aes-256-gcm', keys.derive('document-keys'), sealed.subarray(1, 1 + NONCE), {
      authTagLength: TAG,
    });
    decipher.setAAD(Buffer.from(`document key ${kid}`));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    const plain = Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)), decipher.final()]);
    const key = createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' });
    plain.fill(0);
    return key;
  } catch (error) {
    throw new Error(`The document key ${kid} does not open: is TUNTAS_SECRET the one it was made under?`, { cause: error });
  }
}
