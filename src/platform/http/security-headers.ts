import type { MiddlewareHandler } from 'hono';
import type { Settings } from '../settings.ts';
import type { WebEnv } from './env.ts';

/**
 * Headers of every answer. No inline script or style anywhere: what a complainant types can never become code.
 * `Referrer-Policy` is same-origin because addresses of complaints must not reach the sites they link to, and because
 * `no-referrer` would make browsers send `Origin: null` with our own forms.
 */
export function securityHeaders(settings: Pick<Settings, 'secureCookies'>): MiddlewareHandler<WebEnv> {
  const headers: readonly (readonly [string, string])[] = [
    [
      'Content-Security-Policy',
      [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        ...(settings.secureCookies ? ['upgrade-insecure-requests'] : []),
      ].join('; '),
    ],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()'],
    ...(settings.secureCookies ? [['Strict-Transport-Security', 'max-age=63072000'] as const] : []),
  ];
  return async (c, next) => {
    await next();
    const target = mutableHeaders(c);
    for (const [name, value] of headers) if (!target.has(name)) target.set(name, value);
    if (!target.has('Cache-Control')) target.set('Cache-Control', 'private, no-cache');
  };
}

/** The answer's headers, copied first when the answer came from a source that forbids changes (a redirect, a fetch). */
function mutableHeaders(c: { res: Response }): Headers {
  try {
    c.res.headers.delete('X-Powered-By');
  } catch {
    c.res = new Response(c.res.body, c.res);
  }
  return c.res.headers;
}
