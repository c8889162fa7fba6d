import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../database/connect.ts';
import { platformErrands } from '../errands.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testApp } from '../testing/note-app.tsx';
import { Visitor } from '../testing/visitor.ts';
import { loadAssets } from './assets.ts';
import { clientAddress } from './client-address.ts';
import { listen, type RunningServer } from './server.ts';

let t: TestDatabase;
let server: RunningServer;
let folder: string;
const lines: string[] = [];
beforeAll(async () => {
  t = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'tuntas-assets-'));
  writeFileSync(join(folder, 'main.3f9c1b2a.css'), 'body { color: red }\n'.repeat(200));
  writeFileSync(join(folder, 'favicon.ico'), 'icon');
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  server = await listen(testApp({ ...t.tools, log }, undefined, { pool: t.pool, assets: await loadAssets(folder) }), {
    host: '127.0.0.1',
    port: 0,
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
  await t.close();
});
const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;

describe('those who run an installation', () => {
  test('learn that the process lives and can work', async () => {
    expect(await (await fetch(at('/health'))).json()).toEqual({ status: 'ok' });
    const ready = await fetch(at('/ready'));
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready', parts: { database: 'ok', queue: 'ok', disk: 'ok' } });
  });

  test('learn which part is missing, and neither address nor path with it', async () => {
    const away = connect('postgres://user:kata-sandi@127.0.0.1:1/none');
    const app = testApp({ ...t.tools, db: away.db, settings: { ...t.tools.settings, dataFolder: '/nowhere/at/all' } });
    const answer = await new Visitor(app).get('/ready');
    const text = await answer.text();
    expect(answer.status).toBe(503);
    expect(JSON.parse(text)).toEqual({
      status: 'not ready',
      parts: { database: 'ECONNREFUSED', queue: 'ECONNREFUSED', disk: 'ENOENT' },
    });
    expect((await new Visitor(app).get('/health')).status).toBe(200);
    await away.close();
  });

  test('read metrics by route pattern, without an address anyone asked for', async () => {
    await fetch(at('/echo?q=rahasia'));
    await fetch(at('/alamat-tidak-dikenal'));
    const metrics = await (await fetch(at('/metrics'))).text();
    expect(metrics).toContain('tuntas_http_request_seconds_count{method="GET",route="/echo",status="2xx"}');
    expect(metrics).toContain('route="unmatched",status="4xx"');
    expect(metrics).toContain('tuntas_database_connections{state="idle"}');
    expect(metrics).toContain('# TYPE tuntas_queue_waiting gauge');
    expect(metrics).not.toMatch(/rahasia|alamat/);
    // Prometheus refuses a whole page for one malformed line.
    for (const line of metrics.split('\n')) expect(line).toMatch(/^(#.*|[a-z_][a-z_0-9]*(\{.*\})? [-+\d.eE]+(NaN|Inf)?|)$/);
  });

  test('read them from the same machine, or anywhere with the token; nobody else does', async () => {
    expect((await fetch(at('/metrics'), { headers: { 'X-Forwarded-For': '203.0.113.7' } })).status).toBe(404);
    expect((await new Visitor(testApp(t.tools)).get('/metrics')).status).toBe(404);
    const guarded = testApp({ ...t.tools, settings: { ...t.tools.settings, metricsToken: 'kunci' } });
    expect((await new Visitor(guarded).get('/metrics')).status).toBe(404);
    expect((await new Visitor(guarded).get('/metrics', { Authorization: 'Bearer salah' })).status).toBe(404);
    expect((await new Visitor(guarded).get('/metrics', { Authorization: 'Bearer kunci' })).status).toBe(200);
  });

  test('find in the log what was asked and how it went, but not by whom or with what', async () => {
    lines.length = 0;
    await fetch(at('/echo?q=rahasia'), { headers: { 'User-Agent': 'TelefonContoh', Cookie: 'a=kuki' } });
    const line = JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
    expect(line).toMatchObject({ method: 'GET', route: '/echo', status: 200, msg: 'request' });
    expect(lines.join('')).not.toMatch(/rahasia|TelefonContoh|kuki|127\.0\.0\.1/);
  });
});

describe('the server', () => {
  test('serves assets for ever under hashed names, compressed, and nothing beside them', async () => {
    const css = await fetch(at('/assets/main.3f9c1b2a.css'), { headers: { 'Accept-Encoding': 'br' } });
    expect(css.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(css.headers.get('Content-Encoding')).toBe('br');
    expect(css.headers.get('Content-Type')).toBe('text/css; charset=UTF-8');
    expect(css.headers.getSetCookie()).toEqual([]);
    expect(await css.text()).toContain('color: red');
    expect((await fetch(at('/assets/favicon.ico'))).headers.get('Cache-Control')).toBe('public, max-age=300');
    for (const path of ['/assets/', '/assets/none.css', '/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/package.json']) {
      expect((await fetch(at(path))).status).toBe(404);
    }
  });

  test('outlives a sender who breaks off in the middle of an upload, and keeps nothing of it', async () => {
    const page = await fetch(at('/notes'));
    const token = /name="_csrf" value="([^"]*)"/.exec(await page.text())?.[1];
    const cookie = page.headers.getSetCookie()[0]?.split(';')[0];
    const socket = connectSocket(server.port, '127.0.0.1');
    const head = `POST /files HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n`;
    const part = (name: string, more = '') => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
    socket.write(`${head}${part('_csrf')}${token}\r\n${part('f', '; filename="a.bin"')}${'x'.repeat(500_000)}`);
    const spool = join(t.tools.settings.dataFolder, 'spool');
    const folders = () => readdir(spool).catch(() => []);
    await expect.poll(folders, { timeout: 5000 }).toHaveLength(1);
    socket.destroy();
    await expect.poll(folders, { timeout: 5000 }).toHaveLength(0);
    expect((await fetch(at('/health'))).status).toBe(200);
  });

  test.each([
    [10, 201],
    [2_000_000, 413],
  ])('counts a body that does not announce its length (%i bytes: %i)', async (size, status) => {
    const pieces = ['"', 'x'.repeat(size), '"'].map((piece) => new TextEncoder().encode(piece));
    const body = new ReadableStream({
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
    });
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' };
    expect((await fetch(at('/api/things'), init as RequestInit)).status).toBe(status);
  });

  test('stops while a connection is kept open', async () => {
    const other = await listen(testApp(t.tools), { host: '127.0.0.1', port: 0 });
    await (await fetch(`http://127.0.0.1:${other.port}/health`)).text();
    const began = performance.now();
    await other.close();
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test('says when its port is taken', async () => {
    await expect(listen(testApp(t.tools), { host: '127.0.0.1', port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

describe('the address of a client', () => {
  const seen = async (trustedProxies: number, headers: Record<string, string>) => {
    let address = '';
    const app = testApp({ ...t.tools, settings: { ...t.tools.settings, trustedProxies } }, undefined, {
      actorOf: async (c) => {
        address = clientAddress(c);
        return { kind: 'visitor' };
      },
    });
    await app.request(
      '/notes',
      { headers },
      { incoming: { socket: { remoteAddress: '::ffff:198.51.100.9', remotePort: 1, remoteFamily: 'IPv4' } } },
    );
    return address;
  };

  test.each([
    [0, { 'X-Forwarded-For': '203.0.113.7' }, '198.51.100.9'],
    [1, { 'X-Forwarded-For': '203.0.113.7' }, '203.0.113.7'],
    [1, { 'X-Forwarded-For': '10.9.9.9, 203.0.113.7' }, '203.0.113.7'],
    [2, { 'X-Forwarded-For': '10.9.9.9, 203.0.113.7, 192.0.2.1' }, '203.0.113.7'],
    [1, {}, '198.51.100.9'],
    [1, { 'X-Forwarded-For': 'not an address' }, '198.51.100.9'],
    [1, { 'X-Forwarded-For': '2001:db8:1:2:3:4:5:6' }, '2001:db8:1:2::/64'],
    [1, { 'X-Forwarded-For': '2001:DB8::1' }, '2001:db8:0:0::/64'],
  ])('behind %i proxies with %j is %s', async (proxies, headers, address) => {
    expect(await seen(proxies, headers as Record<string, string>)).toBe(address);
  });
});

test('what killed requests left in the spool is swept after six hours', async () => {
  const { dataFolder } = t.tools.settings;
  const [old, fresh] = ['old', 'fresh'].map((name) => join(dataFolder, 'spool', name));
  for (const path of [old, fresh]) mkdirSync(path ?? '', { recursive: true });
  const now = t.tools.clock.now().epochMilliseconds / 1000;
  utimesSync(old ?? '', now - 7 * 3600, now - 7 * 3600);
  utimesSync(fresh ?? '', now - 3600, now - 3600);
  await platformErrands['platform.sweep']?.(t.tools, {});
  expect(await readdir(join(dataFolder, 'spool'))).toEqual(['fresh']);
});
