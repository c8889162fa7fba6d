import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { httpSeconds } from '../metrics.ts';
import type { Tools } from '../tools.ts';
import type { WebContext, WebEnv } from './env.ts';

/**
 * The first to see a request and the last to see its answer: gives it a number, measures it and writes one line about it. The
 * line holds the route's pattern, never the address itself, its query, its body or where it came from.
 */
export function arrival(tools: Tools): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const requestId = tools.random.id();
    c.set('tools', tools);
    c.set('requestId', requestId);
    // What a page needs at the least, should it have to apologise before the rest is known.
    c.set('language', 'id');
    c.set('actor', { kind: 'visitor' });
    c.set('csrf', '');
    c.set('once', () => '');
    const began = performance.now();
    await next();
    const seconds = (performance.now() - began) / 1000;
    const method = knownMethod(c.req.method);
    const route = routeOf(c);
    const { status } = c.res;
    c.res.headers.set('X-Request-Id', requestId);
    httpSeconds.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds);
    const line = { requestId, method, route, status, ms: Math.round(seconds * 1000) };
    if (FREQUENT.has(route)) tools.log.debug(line, 'request');
    else tools.log.info(line, 'request');
  };
}

/** Asked by machines every few seconds, or a dozen times a page. */
const FREQUENT = new Set(['/health', '/ready', '/metrics', '/assets/*']);

/** The pattern of the route that answered, `/complaints/:number`; of the one meant, when middleware answered before it. */
function routeOf(c: WebContext): string {
  const routes = matchedRoutes(c);
  const answered = routes[c.req.routeIndex];
  const route = answered?.method === 'ALL' ? routes.find((candidate) => candidate.method !== 'ALL') : answered;
  return route?.path ?? 'unmatched';
}

/** A label must come from a small set, and a method is whatever a client writes. */
function knownMethod(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
}
