import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { WebEnv } from './env.ts';

/**
 * Cookies of ours: HttpOnly, SameSite=Lax, for the whole site, and on https Secure with the prefix `__Host-`, so that no
 * subdomain and no unencrypted page can set one for us.
 */
export function readCookie<E extends WebEnv>(c: Context<E>, name: string): string | undefined {
  const secure = c.get('tools').settings.secureCookies;
  return secure ? getCookie(c, name, 'host') : getCookie(c, name);
}

/** @param maxAgeSeconds without it the cookie goes when the browser is closed */
export function writeCookie<E extends WebEnv>(c: Context<E>, name: string, value: string, maxAgeSeconds?: number): void {
  const secure = c.get('tools').settings.secureCookies;
  setCookie(c, name, value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    ...(secure ? { secure: true, prefix: 'host' as const } : {}),
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  });
}

export function clearCookie<E extends WebEnv>(c: Context<E>, name: string): void {
  writeCookie(c, name, '', 0);
}
