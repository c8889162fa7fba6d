import type { Context } from 'hono';

/** A problem document after RFC 9457. `type` defaults to `about:blank`: then the title says no more than the status does. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  /** A stable address or name of this kind of problem, for programs to tell problems apart. */
  readonly type?: string;
  readonly detail?: string;
  /** Members beyond the standard, for example `errors: [{ pointer, detail }]`. */
  readonly [extension: string]: unknown;
}

/** The answer to an API call that failed. It carries the request id, so that a caller can quote it. */
export function problem(c: Context, content: Problem): Response {
  const requestId: unknown = c.get('requestId');
  const body = { type: 'about:blank', ...content, ...(typeof requestId === 'string' ? { requestId } : {}) };
  return c.newResponse(JSON.stringify(body), content.status as 400, {
    'Content-Type': 'application/problem+json; charset=UTF-8',
  });
}
