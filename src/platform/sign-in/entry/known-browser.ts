import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../../keys.ts';
import type { Random } from '../../tools.ts';
import { randomToken } from '../tokens.ts';

/**
 * A mark that a browser has once signed in to an account, after OWASP's "device cookies": it opens nothing, it only gives the
 * browser an allowance of attempts of its own, so that strangers who guess at an account cannot lock its owner out.
 *
 * The cookie holds up to five marks, because colleagues share counters. It names nobody: a mark is a random number and a
 * keyed hash of it together with the account's address.
 */
const MOST_MARKS = 5;

/** The random part of the mark for this address, when the cookie holds a genuine one. */
export function knownBrowser(keys: Keys, cookie: string, email: string): string | null {
  const mark = marksIn(cookie).find((candidate) => isGenuine(keys, candidate, email));
  return mark?.split('.')[0] ?? null;
}

/** The cookie with a mark for this address in front; unchanged when it has one. */
export function markBrowser(keys: Keys, random: Random, cookie: string, email: string): string {
  if (knownBrowser(keys, cookie, email) !== null) return cookie;
  const nonce = randomToken(random);
  return [`${nonce}.${sign(keys, nonce, email)}`, ...marksIn(cookie)].slice(0, MOST_MARKS).join('~');
}

function marksIn(cookie: string): string[] {
  return cookie
    .split('~')
    .filter((mark) => /^[\w-]{43}\.[\w-]{43}$/.test(mark))
    .slice(0, MOST_MARKS);
}

function isGenuine(keys: Keys, mark: string, email: string): boolean {
  const [nonce = '', signature = ''] = mark.split('.');
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(keys, nonce, email)));
}

function sign(keys: Keys, nonce: string, email: string): string {
  return createHmac('sha256', keys.derive('sign-in.browser')).update(`${nonce}\n${email}`).digest('base64url');
}
