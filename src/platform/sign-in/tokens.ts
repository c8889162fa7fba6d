import { createHash, createHmac } from 'node:crypto';
import type { Keys } from '../keys.ts';
import type { Random } from '../tools.ts';

/**
 * A token that is made again when it is needed (at the moment a mail is sent) instead of being stored: a keyed hash of the
 * row's id. 43 characters, fit for a link.
 */
export function derivedToken(keys: Keys, purpose: 'invitation' | 'password-reset', id: string): string {
  return createHmac('sha256', keys.derive(`sign-in.${purpose}`))
    .update(id)
    .digest('base64url');
}

/** A token that only its holder has: 256 random bits. */
export function randomToken(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url');
}

/** What the database keeps of a token. Tokens have 256 bits, so a plain hash cannot be turned back by guessing. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
