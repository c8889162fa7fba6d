/** The JSON API as one: the rooms' parts below /api/v1, the document that describes them all, and what holds for every call. */
import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Label } from '../../kernel/language.ts';
import { answers } from './api-parts.ts';
import type { WebEnv, WebRoutes } from './env.ts';
import { problem } from './problem.ts';

export type ApiPart = OpenAPIHono<WebEnv>;

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Tuntas',
    version: '1',
    description:
      'Public services, watched over and seen through to the end. Open without a key. Complaints can be filed and followed; what a verifier has released can be read by anyone. Errors are problem documents (RFC 9457) in the language of Accept-Language (id, en). Browsers may read from any site (CORS); filing from a browser works from pages of the installation alone.',
    license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
  },
  tags: [
    { name: 'complaints', description: 'File, read what is released, follow one’s own' },
    { name: 'agencies', description: 'Who is responsible' },
    { name: 'regions', description: 'Provinces to villages' },
    { name: 'categories', description: 'What complaints are about' },
    { name: 'assessments', description: 'Instruments, what a score means, and published results' },
    { name: 'agreements', description: 'Signed agreements, what was promised and what became of it, data-sharing grants' },
    { name: 'law', description: 'The numbers of the law and what they come to' },
  ],
};

const NO_SUCH_CALL: Label = { id: 'Tidak ada panggilan API pada alamat ini', en: 'There is no API call at this address' };
const NO_SUCH_METHOD: Label = {
  id: 'Alamat ini tidak menerima metode itu; lihat header Allow',
  en: 'This address does not take that method; see the Allow header',
};

/** @param baseUrl the public address of the installation */
export function mountApi(app: WebRoutes, parts: readonly ApiPart[], baseUrl: string): void {
  const api = new OpenAPIHono<WebEnv>();
  api.use('/api/*', readableFromAnywhere);
  for (const part of parts) api.route('/api/v1', part);
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This document',
    responses: { 200: answers(z.looseObject({ openapi: z.string() }), 'OpenAPI 3.1') },
  });
  // Made now, so that a description that cannot be told is noticed at the start.
  const document = api.getOpenAPI31Document({ ...DOCUMENT, servers: [{ url: baseUrl }], security: [] });
  api.get('/api/openapi.json', (c) => c.json(document, 200, { 'Cache-Control': 'public, max-age=300' }));
  for (const [path, methods] of methodsByPath(api)) {
    api.all(path, (c) => {
      const answer = problem(c, { status: 405, title: NO_SUCH_METHOD[c.get('language')] });
      answer.headers.set('Allow', methods.join(', '));
      return answer;
    });
  }
  for (const path of ['/api', '/api/*']) {
    api.all(path, (c) => problem(c, { status: 404, title: NO_SUCH_CALL[c.get('language')] }));
  }
  app.route('/', api);
}

function methodsByPath(api: ApiPart): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { method, path } of api.routes) {
    if (method === 'ALL') continue;
    const known = methods.get(path) ?? [];
    const also = method === 'GET' ? ['GET', 'HEAD', 'OPTIONS'] : [method];
    methods.set(path, [...new Set([...known, ...also])]);
  }
  return methods;
}

/**
 * Any site's script may read: nothing here depends on a cookie, so a reader's browser gives away nothing its owner has. Filing is not
 * opened: another site could file through its visitors' browsers and addresses.
 */
const readableFromAnywhere: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    return c.body(null, 204, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'Accept-Language, Receipt-Code',
      'Access-Control-Max-Age': '86400',
    });
  }
  await next();
  c.res.headers.append('Vary', 'Accept-Language');
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return;
  c.res.headers.set('Access-Control-Allow-Origin', '*');
  c.res.headers.set('Access-Control-Expose-Headers', 'Link, Retry-After, X-Request-Id');
};
