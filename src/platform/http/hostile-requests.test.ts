import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { type Notes, testApp } from '../testing/note-app.tsx';
import { Visitor } from '../testing/visitor.ts';
import type { WebRoutes } from './env.ts';
import { FORM_LIMITS } from './form-limits.ts';

let t: TestDatabase;
let app: WebRoutes;
const notes: Notes = { texts: [] };
beforeAll(async () => {
  t = await testDatabase();
  app = testApp(t.tools, notes);
});
afterAll(() => t.close());

const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
const multipart = { 'Content-Type': 'multipart/form-data; boundary=b', 'Sec-Fetch-Site': 'same-origin' };
const part = (name: string, value: string, file?: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n\r\n${value}\r\n`;

/** What is sent, as bytes or as a text of which `TOKEN` stands for a valid token; and what it is answered with. */
const HOSTILE: readonly [string, { path?: string; headers?: Record<string, string>; body: string | Uint8Array }, number][] = [
  ['a NUL character', { headers: urlencoded, body: '_csrf=TOKEN&text=a%00b' }, 400],
  ['broken UTF-8', { headers: urlencoded, body: '_csrf=TOKEN&text=%C3%28' }, 400],
  ['raw bytes that are no UTF-8', { headers: urlencoded, body: new Uint8Array([0x74, 0x3d, 0xff, 0xfe]) }, 400],
  ['a broken escape', { headers: urlencoded, body: '_csrf=TOKEN&text=%zz' }, 400],
  ['an escape that is cut off', { headers: urlencoded, body: '_csrf=TOKEN&text=%4' }, 400],
  ['a field that comes twice', { headers: urlencoded, body: '_csrf=TOKEN&text=a&text=b' }, 400],
  ['a token that comes twice', { headers: urlencoded, body: '_csrf=TOKEN&_csrf=TOKEN&text=a' }, 400],
  ['too many fields', { headers: urlencoded, body: `_csrf=TOKEN&${'a=1&'.repeat(FORM_LIMITS.fields)}` }, 413],
  ['a name that is too long', { headers: urlencoded, body: `_csrf=TOKEN&${'n'.repeat(300)}=1` }, 413],
  ['a value that is too long', { headers: urlencoded, body: `_csrf=TOKEN&text=${'x'.repeat(FORM_LIMITS.fieldBytes + 1)}` }, 413],
  ['a body that is too long', { headers: urlencoded, body: 'x'.repeat(FORM_LIMITS.bodyBytes + 1) }, 413],
  ['a length that lies', { headers: { ...urlencoded, 'Content-Length': '99999999999' }, body: 'text=a' }, 413],
  ['no token', { headers: urlencoded, body: 'text=a' }, 403],
  ['an empty body', { headers: urlencoded, body: '' }, 403],
  ['a wrong token', { headers: urlencoded, body: '_csrf=AAAA&text=a' }, 403],
  ['a JSON body', { headers: { ...urlencoded, 'Content-Type': 'application/json' }, body: '{"text":"a"}' }, 415],
  ['a text body', { headers: { ...urlencoded, 'Content-Type': 'text/plain' }, body: '_csrf=TOKEN&text=a' }, 415],
  ['a token for one-time use that is absurd', { headers: urlencoded, body: `_csrf=TOKEN&text=a&_once=${'o'.repeat(500)}` }, 400],
  [
    'multipart without a boundary',
    { headers: { ...multipart, 'Content-Type': 'multipart/form-data' }, body: part('_csrf', 'TOKEN') },
    400,
  ],
  ['multipart that breaks off', { headers: multipart, body: part('_csrf', 'TOKEN') + part('text', 'half').slice(0, -4) }, 400],
  [
    'multipart that breaks off in a file',
    { path: '/files', headers: multipart, body: part('_csrf', 'TOKEN') + part('f', 'half', 'a.txt').slice(0, -4) },
    400,
  ],
  ['multipart of nothing', { headers: multipart, body: '' }, 400],
  [
    'a part without a name',
    { headers: multipart, body: `${part('_csrf', 'TOKEN')}--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n` },
    400,
  ],
  ['a multipart NUL', { headers: multipart, body: `${part('_csrf', 'TOKEN')}${part('text', 'a\0b')}--b--\r\n` }, 400],
  [
    'a part that is too long',
    { headers: multipart, body: `${part('_csrf', 'TOKEN')}${part('text', 'x'.repeat(FORM_LIMITS.fieldBytes + 1))}--b--\r\n` },
    413,
  ],
  ['a multipart token that is wrong', { headers: multipart, body: `${part('_csrf', 'AAAA')}${part('text', 'a')}--b--\r\n` }, 403],
  [
    'a file for a form without files',
    { headers: multipart, body: `${part('_csrf', 'TOKEN')}${part('text', 'x', 'a.txt')}--b--\r\n` },
    400,
  ],
  [
    'a file before the token',
    { path: '/files', headers: multipart, body: `${part('f', 'x', 'a.txt')}${part('_csrf', 'TOKEN')}--b--\r\n` },
    403,
  ],
  ['an unknown address', { path: '/nowhere', headers: urlencoded, body: '_csrf=TOKEN' }, 404],
];

describe('a hostile form', () => {
  test.each(HOSTILE)('with %s gets a clear answer', async (_what, { path = '/notes', headers, body }, status) => {
    const visitor = new Visitor(app);
    const { _csrf: token = '' } = await visitor.hiddenFields('/notes');
    const sent = typeof body === 'string' ? body.replaceAll('TOKEN', token) : body;
    const before = notes.texts.length;
    const answer = await visitor.fetch(path, { method: 'POST', headers: headers ?? {}, body: sent as BodyInit });
    expect(answer.status).toBe(status);
    expect((await answer.text()).length).toBeGreaterThan(10);
    expect(notes.texts).toHaveLength(before);
  });

  test('in broken UTF-8 within multipart is refused too', async () => {
    const visitor = new Visitor(app);
    const { _csrf: token = '' } = await visitor.hiddenFields('/notes');
    const body = Buffer.concat([
      Buffer.from(part('_csrf', token) + part('text', '').slice(0, -2)),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('\r\n--b--\r\n'),
    ]);
    expect((await visitor.fetch('/notes', { method: 'POST', headers: multipart, body })).status).toBe(400);
  });

  test('by a method nobody uses is guarded like any other', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      expect((await new Visitor(app).fetch('/notes', { method })).status).toBe(403);
    }
  });
});

describe('a hostile address', () => {
  test.each(['/echo?q=a%00b', '/not%00es', '/echo?q=%00'])('%s is refused', async (path) => {
    expect((await new Visitor(app).get(path)).status).toBe(400);
  });

  test.each(['/echo?q=%ff%fe', '/echo?q=%', '/%ff', '/echo?q=a&q=b', `/echo?q=${'x'.repeat(5000)}`])(
    '%s is no fault',
    async (path) => {
      expect((await new Visitor(app).get(path)).status).toBeLessThan(500);
    },
  );
});

describe('a hostile API call', () => {
  const json = { 'Content-Type': 'application/json' };
  test.each<[string, string | Uint8Array, number]>([
    ['what is no JSON', '{', 400],
    ['a NUL character', '{"a":"x\\u0000y"}', 400],
    ['a NUL character in a name', '{"a\\u0000":1}', 400],
    ['a raw NUL', '{"a":"\0"}', 400],
    ['half a surrogate pair', '{"a":"\\ud800"}', 400],
    ['broken UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400],
    ['an escaped backslash before u0000', '{"a":"\\\\u0000"}', 201],
    ['a whole surrogate pair', '{"a":"\\ud83d\\ude00"}', 201],
    ['a body that is too long', `"${'x'.repeat(FORM_LIMITS.bodyBytes)}"`, 413],
    ['endless depth', `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`, 400],
  ])('with %s gets a clear answer', async (_what, body, status) => {
    const answer = await new Visitor(app).fetch('/api/things', { method: 'POST', headers: json, body: body as BodyInit });
    expect(answer.status).toBe(status);
    if (status !== 201) expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
  });

  test('sets no cookie and needs no token', async () => {
    const answer = await new Visitor(app).fetch('/api/things', { method: 'POST', headers: json, body: '{"a":1}' });
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});
