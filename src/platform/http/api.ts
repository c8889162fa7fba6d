/** The JSON API as one: the rooms' parts below /api/v1 and the document that describes them all. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { WebEnv, WebRoutes } from './env.ts';

export type ApiPart = OpenAPIHono<WebEnv>;

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Tuntas',
    version: '1',
    description:
      'Public services, watched over and seen through to the end. Open without a key. Complaints can be filed and followed; what a verifier has released can be read by anyone. Errors are problem documents (RFC 9457) in the language of Accept-Language (id, en).',
    license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
  },
} as const;

/** @param baseUrl the public address of the installation */
export function mountApi(app: WebRoutes, parts: readonly ApiPart[], baseUrl: string): void {
  const api = new OpenAPIHono<WebEnv>();
  for (const part of parts) api.route('/api/v1', part);
  api.get('/api/openapi.json', (c) => {
    const document = api.getOpenAPI31Document({ ...DOCUMENT, servers: [{ url: baseUrl }], security: [] });
    return c.json(document, 200, { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' });
  });
  app.route('/', api);
}
