import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from '../../keys.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TOTP = 'sign-in.totp';

/**
 * Seals a TOTP secret for the database: AES-256-GCM, nonce and tag in front. The id of the row's owner is bound in, so that
 * someone who can write to the table cannot move their own secret into another person's row.
 */
export function sealSecret(keys: Keys, ownerId: string, secret: string, purpose = TOTP): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keys.derive(purpose), nonce).setAAD(Buffer.from(ownerId));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `sealSecret` sealed for the same owner. Throws when it was altered, moved or sealed with another key. */
export function openSecret(keys: Keys, ownerId: string, sealed: Buffer, purpose = TOTP): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keys.derive(purpose), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(ownerId)).setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
