import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testApp } from '../testing/note-app.tsx';
import { Visitor } from '../testing/visitor.ts';
import type { WebRoutes } from './env.ts';

let t: TestDatabase;
let app: WebRoutes;
beforeAll(async () => {
  t = await testDatabase();
  app = testApp(t.tools);
});
afterAll(() => t.close());

describe('every answer', () => {
  test.each(['/notes', '/raw', '/nowhere', '/fault', '/api/fault', '/health'])(
    'of %s carries the security headers and its number',
    async (path) => {
      const answer = await new Visitor(app).get(path);
      expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
      expect(answer.headers.get('Content-Security-Policy')).not.toContain('unsafe');
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(answer.headers.get('Referrer-Policy')).toBe('same-origin');
      expect(answer.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.headers.get('Strict-Transport-Security')).toBeNull();
    },
  );

  test('that a shared cache may keep carries no visit, for everybody would share it', async () => {
    const shared = await new Visitor(app).get('/shared');
    expect(shared.headers.get('Cache-Control')).toContain('public');
    expect(shared.headers.getSetCookie()).toEqual([]);
    expect((await new Visitor(app).get('/notes')).headers.getSetCookie()).toHaveLength(1);
  });

  test('on https asks browsers to stay there, and its cookies cannot be set by others', async () => {
    const secure = testApp({ ...t.tools, settings: { ...t.tools.settings, secureCookies: true } });
    const answer = await new Visitor(secure).get('/notes');
    expect(answer.headers.get('Strict-Transport-Security')).toContain('max-age=');
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-visit=[\w-]{32}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe('what went wrong', () => {
  test('a fault shows an apology with its number and not a word of the error', async () => {
    const answer = await new Visitor(app).get('/fault');
    const page = await answer.text();
    expect(answer.status).toBe(500);
    expect(page).toContain(answer.headers.get('X-Request-Id'));
    expect(page).not.toContain('Wayan');
  });

  test('below /api it is a problem document', async () => {
    const answer = await new Visitor(app).get('/api/fault');
    expect(answer.status).toBe(500);
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 500, requestId: answer.headers.get('X-Request-Id') });
  });

  test('an apology that is itself broken becomes plain text', async () => {
    const broken = testApp(t.tools, undefined, {
      pages: {
        fault: () => {
          throw new Error('broken too');
        },
        notFound: (c) => c.text('nothing'),
        refused: (c) => c.text('no'),
      },
    });
    const answer = await new Visitor(broken).get('/fault');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain(answer.headers.get('X-Request-Id'));
  });

  test('a failure to find out who is asking is a fault like any other', async () => {
    const broken = testApp(t.tools, undefined, {
      actorOf: async () => {
        throw new Error('no sessions today');
      },
    });
    expect((await new Visitor(broken).get('/notes')).status).toBe(500);
  });

  test('an unknown address answers 404, as a page or as a problem', async () => {
    expect((await new Visitor(app).get('/nowhere')).status).toBe(404);
    const api = await new Visitor(app).get('/api/nowhere');
    expect(api.status).toBe(404);
    expect(api.headers.get('Content-Type')).toContain('problem+json');
  });
});

describe('the language', () => {
  const languageOf = async (visitor: Visitor, header?: string) => {
    const answer = await visitor.fetch('/notes', {
      method: 'POST',
      ...(header === undefined ? {} : { headers: { 'Accept-Language': header } }),
    });
    return (await answer.text()).includes('cookie diizinkan') ? 'id' : 'en';
  };

  test.each([
    [undefined, 'id'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.3, id;q=0.8', 'id'],
    ['fr', 'id'],
    ['en;q=0', 'id'],
    [';;;,,q=,en;q=x', 'id'],
  ])('of a browser that prefers %s is %s', async (header, expected) => {
    expect(await languageOf(new Visitor(app), header)).toBe(expected);
  });

  test('stays what the reader chose', async () => {
    const visitor = new Visitor(app);
    const answer = await visitor.get('/language?to=en&return=/notes?a=1');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/notes?a=1');
    expect(await languageOf(visitor, 'id')).toBe('en');
    expect((await visitor.get('/language?to=xx&return=/notes')).status).toBe(303);
    expect(await languageOf(visitor, 'id')).toBe('en');
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '',
  ])('switch never leads away: %j', async (target) => {
    const answer = await new Visitor(app).get(`/language?to=en&return=${encodeURIComponent(target)}`);
    const location = answer.headers.get('Location') ?? '';
    expect(new URL(location, 'http://localhost:3000').host).toBe('localhost:3000');
    expect(location).toMatch(/^\/(?![/\\])/);
  });
});

describe('compression', () => {
  test('takes brotli before gzip, and none from those who accept none', async () => {
    const visitor = new Visitor(app);
    const plain = await (await visitor.get('/long')).text();
    const brotli = await visitor.get('/long', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(brotli.headers.get('Content-Encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(plain);
    const zipped = await visitor.get('/long', { 'Accept-Encoding': 'gzip, br;q=0' });
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(plain);
    expect((await visitor.get('/long')).headers.get('Content-Encoding')).toBeNull();
  });

  test('leaves pages with a secret alone', async () => {
    const answer = await new Visitor(app).get('/secret', { 'Accept-Encoding': 'br' });
    expect(answer.headers.get('Content-Encoding')).toBeNull();
  });

  test('works on what comes in pieces', async () => {
    const answer = await new Visitor(app).get('/stream', { 'Accept-Encoding': 'br' });
    expect(answer.headers.get('Content-Encoding')).toBe('br');
    const text = brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString();
    expect(text.split('\n')).toHaveLength(501);
  });

  test('leaves short answers as they are', async () => {
    const answer = await new Visitor(app).get('/echo?q=a', { 'Accept-Encoding': 'br' });
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    expect(await answer.json()).toEqual({ q: 'a' });
  });
});
