import type { MiddlewareHandler } from 'hono';
import { readBody } from './body.ts';
import type { WebEnv } from './env.ts';
import { FORM_LIMITS } from './form-limits.ts';
import { RefusedRequest } from './refused-request.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Stands before every route below /api: no cookies are read or set there, so no token is needed. A body must be small and well-formed
 * UTF-8; JSON must hold no NUL character and no half of a surrogate pair, which PostgreSQL cannot keep.
 */
export const guardApi: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (!isDecodable(c.req.url)) throw new RefusedRequest('malformed');
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const body = await readBody(c.req.raw, FORM_LIMITS.bodyBytes);
    // The route reads the body from here: what came over the wire is used up.
    c.req.bodyCache.text = Promise.resolve(decode(body)) as unknown as string;
  }
  await next();
};

/** Whether every escape of an address is UTF-8. Pages are more patient, for people type addresses; programs can encode. */
function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

function decode(body: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw new RefusedRequest('malformed');
  }
  if (text.includes('\0')) throw new RefusedRequest('malformed');
  if (/\\u(0000|d[89a-f])/i.test(text)) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new RefusedRequest('malformed');
    }
    if (!isStorable(value)) throw new RefusedRequest('malformed');
  }
  return text;
}

/** Walks with a list of its own, for the depth of a hostile document has no limit. */
function isStorable(root: unknown): boolean {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) return false;
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) open.push(name, member);
    }
  }
  return true;
}
