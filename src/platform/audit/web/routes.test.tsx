import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../kernel/language.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { WebEnv } from '../../http/env.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { appendEvents } from '../append.ts';
import { makeRoot } from '../log/make-root.ts';
import type { SignedRoot } from '../log/signed-root.ts';
import { mountAudit } from './routes.tsx';

let t: TestDatabase;
let roots: SignedRoot[];

beforeAll(async () => {
  t = await testDatabase({ settings: { auditWitnesses: ['nama.orang@saksi.example.go.id'] } });
  roots = [];
  for (const day of ['2026-03-17', '2026-03-18', '2026-03-18']) {
    t.setNow(`${day}T10:00:00+07:00`);
    const event = { type: 'filed', at: t.tools.clock.now(), actor: 'visitor', payload: {} };
    const file = { kind: 'complaint', id: t.tools.random.id() };
    await inTransaction(t.tools, (tx) => appendEvents(t.tools, tx, file, [event]));
    roots.unshift(await makeRoot(t.tools));
  }
});
afterAll(() => t.close());

async function get(path: string, language: Language = 'id'): Promise<Response> {
  const app = new Hono<WebEnv>();
  app.use(async (c, next) => {
    c.set('tools', t.tools);
    c.set('language', language);
    await next();
  });
  mountAudit(app, async (c, { title }, body) => c.html(`<title>${title}</title>${body}`));
  return app.request(path);
}

describe('/audit', () => {
  it.each([
    ['id', 'Di antara dua akar yang disaksikan tidak ada yang dijamin'],
    ['en', 'Between two witnessed roots nothing is claimed'],
  ] as const)('says in %s what is not proved, and shows the roots', async (language, sentence) => {
    const html = await (await get('/audit', language)).text();
    expect(html).toContain(sentence);
    for (const root of roots) expect(html).toContain(root.rootHash);
    expect(html).toContain('saksi.example.go.id');
    expect(html).not.toContain('nama.orang');
  });
});

describe('the roots for machines', () => {
  it('come newest first, with the key', async () => {
    const answer = await get('/audit/roots.json');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await answer.json()).toEqual({ publicKey: roots[0]?.publicKey, roots, next: null });
    expect(await (await get('/audit/roots.json?before=2')).json()).toMatchObject({ roots: [roots[2]] });
  });

  it('come by day, the last of the day', async () => {
    expect(await (await get('/audit/roots/2026-03-17.json')).json()).toEqual(roots[2]);
    expect(await (await get('/audit/roots/2026-03-18.json')).json()).toEqual(roots[0]);
  });

  it('come with the proof that one continues another', async () => {
    expect(await (await get('/audit/consistency/1/3.json')).json()).toMatchObject({ earlier: roots[2], later: roots[0] });
  });

  it.each([
    '/audit/roots/2026-03-16.json',
    '/audit/roots/2026-02-31.json',
    '/audit/roots/today.json',
    '/audit/consistency/3/1.json',
    '/audit/consistency/0/1.json',
    '/audit/consistency/1/99999999999999.json',
  ])('are not found at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});
