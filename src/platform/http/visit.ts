import type { Context, MiddlewareHandler } from 'hono';
import { readCookie, writeCookie } from './cookies.ts';
import { makeCsrfToken } from './csrf.ts';
import type { WebEnv } from './env.ts';

/**
 * The visit: a random value in a cookie that lasts as long as the browser is open. It says nothing about a person and is
 * written nowhere; form tokens are bound to it.
 */
const COOKIE = 'visit';
const VALUE = /^[\w-]{32}$/;

/** The visit of a request that came with one. */
export function visitOf(c: Context<WebEnv>): string | undefined {
  const value = readCookie(c, COOKIE);
  return value !== undefined && VALUE.test(value) ? value : undefined;
}

/** Gives every page what its forms need: the token of the visit (a new visit when there is none) and one-time tokens. */
export const openVisit: MiddlewareHandler<WebEnv> = async (c, next) => {
  const { random, keys } = c.get('tools');
  let visit = visitOf(c);
  if (visit === undefined) {
    visit = Buffer.from(random.bytes(24)).toString('base64url');
    writeCookie(c, COOKIE, visit);
  }
  c.set('csrf', makeCsrfToken(keys, visit, random.bytes(32)));
  c.set('once', () => Buffer.from(random.bytes(18)).toString('base64url'));
  await next();
  // What a shared cache may keep and hand to others must not carry a visit: they would all share it.
  if (/\bpublic\b/.test(c.res.headers.get('Cache-Control') ?? '')) c.res.headers.delete('Set-Cookie');
};
