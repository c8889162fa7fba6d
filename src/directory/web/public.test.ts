import { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../platform/http/app.ts';
import type { WebEnv, WebRoutes } from '../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { directoryApi } from './api/directory-api.ts';
import { mountDirectory } from './routes.ts';

let t: TestDatabase;
let app: WebRoutes;
beforeAll(async () => {
  t = await testDatabase();
  app = createApp(t.tools, {
    actorOf: async () => ({ kind: 'visitor' }),
    mount(routes) {
      mountDirectory(routes, { handOver: async () => ({ moved: 0 }) });
      routes.route('/api/v1', directoryApi);
    },
    pages: { fault: (c) => c.text('fault'), notFound: (c) => c.text('not found'), refused: (c, _kind, text) => c.text(text) },
  });
});
afterAll(() => t.close());

async function json(path: string) {
  const answer = await app.request(path);
  return { status: answer.status, body: await answer.json(), type: answer.headers.get('Content-Type') };
}

describe('the public list of agencies', () => {
  test('shows what fits best first, and leads through everything page by page without JavaScript', async () => {
    const best = await (await app.request('/agencies?q=puskesmas')).text();
    expect(best).toContain('order=name');
    const seen = new Set<string>();
    let path: string | undefined = '/agencies?q=puskesmas&order=name';
    for (let pages = 0; path !== undefined && pages < 20; pages++) {
      const html = await (await app.request(path)).text();
      const links = [...html.matchAll(/href="\/agencies\/([^"?]+)"/g)].map((match) => match[1] ?? '');
      for (const link of links) {
        expect(seen.has(link), link).toBe(false);
        seen.add(link);
      }
      path = /rel="next"/.test(html)
        ? /href="(\/agencies\?[^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
        : undefined;
    }
    expect([...seen].filter((code) => code.includes('puskesmas')).length).toBeGreaterThan(90);
  });

  test('hostile input is answered, not executed', async () => {
    for (const query of [
      'q=%27;DROP',
      'q=%3Cscript%3E',
      'region=51%27',
      'after=%%%',
      'after=WyJhIiwiYiJd',
      `q=${'a'.repeat(3000)}`,
      'order=name&after=x',
    ]) {
      const answer = await app.request(`/agencies?${query}`);
      expect([200, 400], query).toContain(answer.status);
      expect(await answer.text()).not.toContain('<script>');
    }
  });
});

describe('narrowing a place down', () => {
  test('provinces, then what lies in one, then what begins with the typed words', async () => {
    expect((await json('/regions/options')).body.options).toHaveLength(38);
    expect((await json('/regions/options?parent=51.05')).body.options).toContainEqual({
      code: '51.05.01',
      name: 'Nusa Penida',
      chain: 'Kec. Nusa Penida, Kabupaten Klungkung, Provinsi Bali',
      level: 'district',
    });
    expect((await json('/regions/options?q=gelgel')).body.options[0].chain).toBe(
      'Desa Gelgel, Kec. Klungkung, Kabupaten Klungkung, Provinsi Bali',
    );
    expect((await json('/regions/options?parent=bogus')).body.options).toEqual([]);
  });
});

describe('the API', () => {
  test('an agency says where it stands, in codes', async () => {
    expect((await json('/api/v1/agencies/51.05.dinkes.puskesmas-dawan-1')).body).toMatchObject({
      code: '51.05.dinkes.puskesmas-dawan-1',
      parent: '51.05.dinkes',
      government: '51.05',
      region: '51.05',
      kind: 'upt',
      kindLabel: { id: 'Unit pelaksana teknis (UPT)' },
    });
  });

  test('lists are paged by a cursor and filtered', async () => {
    const first = (await json('/api/v1/agencies?parent=51.05&limit=5')).body;
    expect(first.items).toHaveLength(5);
    const second = (await json(`/api/v1/agencies?parent=51.05&limit=5&cursor=${first.next}`)).body;
    const codes = [...first.items, ...second.items].map(({ code }: { code: string }) => code);
    expect(new Set(codes).size).toBe(10);
    expect((await json('/api/v1/agencies?parent=no-such')).body).toEqual({ items: [], next: null });
    expect((await json('/api/v1/agencies?q=dinkes&region=51.05')).body.items[0].code).toBe('51.05.dinkes');
  });

  test('regions come with the attribution their licence asks for', async () => {
    const { body } = await json('/api/v1/regions?parent=51&limit=200');
    expect(body.items).toHaveLength(9);
    expect(body.attribution).toMatchObject({ licence: expect.stringContaining('odbl') });
    expect((await json('/api/v1/regions/51.05.01.2001')).body).toMatchObject({
      timeZone: 'Asia/Makassar',
      chain: expect.stringContaining('Desa Sakti'),
    });
  });

  test('categories come as the tree of today', async () => {
    const { body } = await json('/api/v1/categories');
    expect(body.items[0]).toMatchObject({
      code: 'public-works',
      children: expect.arrayContaining([expect.objectContaining({ code: 'public-works.potholes' })]),
    });
    expect(JSON.stringify(body)).not.toContain('covid');
  });

  test('what is not as described is a problem document that names the parameter', async () => {
    for (const path of [
      '/api/v1/agencies?limit=0',
      '/api/v1/agencies?limit=1000',
      '/api/v1/agencies?region=x',
      '/api/v1/regions?level=moon',
      '/api/v1/regions/5',
      '/api/v1/agencies?kind=bogus',
    ]) {
      const { status, body, type } = await json(path);
      expect([status, type], path).toEqual([422, 'application/problem+json; charset=UTF-8']);
      expect(body.errors[0].parameter, path).toMatch(/^[a-z]+$/);
    }
    for (const path of ['/api/v1/agencies/no-such', '/api/v1/regions/99']) expect((await json(path)).status, path).toBe(404);
  });

  test('it describes itself in OpenAPI 3.1', () => {
    const whole = new OpenAPIHono<WebEnv>();
    whole.route('/api/v1', directoryApi);
    const document = whole.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'test', version: '1' } });
    expect(Object.keys(document.paths ?? {})).toEqual([
      '/api/v1/agencies',
      '/api/v1/agencies/{code}',
      '/api/v1/regions',
      '/api/v1/regions/{code}',
      '/api/v1/categories',
    ]);
  });
});
