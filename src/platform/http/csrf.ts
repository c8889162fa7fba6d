import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../keyed-hash.ts';
import type { Keys } from '../keys.ts';

/**
 * Tokens that show a form came from a page of ours: HMAC(key, value of the visit cookie), under a fresh random mask each time,
 * because the page is compressed and an unmasked secret could be guessed from the lengths of many answers (BREACH).
 */
const LENGTH = 32;

export function makeCsrfToken(keys: Keys, visit: string, mask: Uint8Array): string {
  const secret = keyedHash(keys, 'csrf', visit);
  const token = new Uint8Array(2 * LENGTH);
  token.set(mask.subarray(0, LENGTH));
  for (let i = 0; i < LENGTH; i++) token[LENGTH + i] = (mask[i] ?? 0) ^ (secret[i] ?? 0);
  return Buffer.from(token).toString('base64url');
}

export function isCsrfToken(keys: Keys, visit: string, token: string): boolean {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * LENGTH) return false;
  const unmasked = new Uint8Array(LENGTH);
  for (let i = 0; i < LENGTH; i++) unmasked[i] = (bytes[i] ?? 0) ^ (bytes[LENGTH + i] ?? 0);
  return timingSafeEqual(unmasked, keyedHash(keys, 'csrf', visit));
}

/**
 * What the browser itself says about where a request comes from. Only headers that are there can refuse: old browsers
 * send none of them, and then the token decides alone.
 */
export function comesFromElsewhere(request: {
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
  readonly baseUrl: string;
}): boolean {
  const { secFetchSite, origin } = request;
  if (secFetchSite !== undefined && secFetchSite !== 'same-origin' && secFetchSite !== 'none') return true;
  if (origin === undefined) return false;
  if (origin === 'null') return secFetchSite === undefined;
  if (origin === new URL(request.baseUrl).origin) return false;
  // On loopback the same installation answers to several names; the Host header is not in the hands of another site.
  return !URL.canParse(origin) || new URL(origin).host !== request.host;
}
