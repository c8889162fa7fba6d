import { createHmac, timingSafeEqual } from 'node:crypto';
import { clearCookie, readCookie, writeCookie } from '../platform/http/cookies.ts';
import type { WebContext } from '../platform/http/env.ts';

const COOKIE = 'flash';
const SECONDS = 60;

/**
 * After a POST that worked: to the next page (303), which shows `flash` once on top. The sentence travels in a signed
 * cookie, so that nobody can put words into our mouth; it must not carry personal data.
 */
export function seeOther(c: WebContext, path: string, flash?: string): Response {
  if (flash) {
    const text = Buffer.from(flash, 'utf8').toString('base64url');
    writeCookie(c, COOKIE, `${text}.${signature(c, text)}`, SECONDS);
  }
  return c.redirect(path, 303);
}

/** The sentence left for this page, taken away with the reading. */
export function takeFlash(c: WebContext): string | undefined {
  const cookie = readCookie(c, COOKIE);
  if (!cookie) return undefined;
  clearCookie(c, COOKIE);
  const [text = '', given = ''] = cookie.split('.');
  const expected = Buffer.from(signature(c, text));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return undefined;
  return Buffer.from(text, 'base64url').toString('utf8');
}

function signature(c: WebContext, text: string): string {
  return createHmac('sha256', c.get('tools').keys.derive('flash')).update(text).digest('base64url');
}
