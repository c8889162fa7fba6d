import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { WebEnv } from './env.ts';

/**
 * Marks a route whose form carries files: `app.post('/…', acceptFiles, handler)`. To all other routes a file is malformed input,
 * so that nobody can fill the disk through a form that has no use for it.
 */
export const acceptFiles: MiddlewareHandler<WebEnv> = (_c, next) => next();

/** Whether the route a request will reach is marked. The marker itself runs only after the form has been read. */
export function acceptsFiles(c: Context): boolean {
  return matchedRoutes(c).some((route) => (route.handler as unknown) === acceptFiles);
}
