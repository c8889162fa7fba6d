import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ASSETS_FOLDER } from '../../../../design/assets.ts';
import { statusPages } from '../../../../design/index.ts';
import { mountApi } from '../../../../platform/http/api.ts';
import { createApp } from '../../../../platform/http/app.ts';
import { loadAssets } from '../../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts';
import { plannedLine, signedPlan } from '../../../actions/lines/plan.test-support.ts';
import { castOf, draftedAgreement } from '../../../cast.test-support.ts';
import type { Agreement } from '../../../rules/agreement.ts';
import { agreementsApi } from './agreements-api.ts';

let t: TestDatabase;
let app: WebRoutes;
let plan: Agreement;
let draft: Agreement;

beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-06-16T10:00:00+08:00');
  const who = await castOf(t);
  draft = await draftedAgreement(t, await who('head'), { title: 'Konsep rahasia (contoh)' });
  plan = await signedPlan(t, who);
  await plannedLine(t, who, plan);
  await plannedLine(t, who, plan, { activity: 'Kedua (contoh)' });
  await sql`UPDATE agreements.lines SET confirmed = 4, confirmed_on = '2026-06-01', reported = 4, reported_on = '2026-06-01', evidence_count = 1
    WHERE ordinal = 1 AND agreement_id = ${plan.id}::uuid`.execute(t.ownerDb);
  app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    actorOf: async () => ({ kind: 'visitor' }),
    mount: (routes) => mountApi(routes, [agreementsApi], 'http://localhost:3000'),
  });
});
afterAll(() => t.close());

type Body = { [name: string]: Body } & { [index: number]: Body };
async function get(path: string): Promise<{ status: number; body: Body; link: string | null }> {
  const answer = await app.request(`http://localhost:3000${path}`, { headers: { Host: 'localhost:3000' } });
  return { status: answer.status, body: (await answer.json()) as Body, link: answer.headers.get('Link') };
}

test('the register tells what is signed, pages by key, and knows no draft', async () => {
  const { status, body } = await get('/api/v1/agreements');
  expect(status).toBe(200);
  expect(body.items).toMatchObject([{ code: plan.code, standing: 'in-force', kind: 'rencana-kerja' }]);
  expect(JSON.stringify(body)).not.toContain(draft.code);
  expect((await get('/api/v1/agreements?standing=lapsed')).body.items).toEqual([]);
  for (const wrong of ['kind=x', 'limit=0', 'year=1', 'standing=draft', 'unknown=1'])
    expect([wrong, (await get(`/api/v1/agreements?${wrong}`)).status]).toEqual([wrong, 422]);
  expect((await get('/api/v1/agreements?agency=99.99')).body.items).toEqual([]);
});

test('one agreement with its parties and how far it is; a draft is absent', async () => {
  const { body } = await get(`/api/v1/agreements/${plan.code}`);
  expect(body).toMatchObject({
    partiesInOrder: [{ agency: 'ori.bali' }, { agency: '51.05' }],
    progress: [{ programme: 'prevention', lines: 2, share: 0.25 }],
  });
  expect((await get(`/api/v1/agreements/${draft.code}`)).status).toBe(404);
  expect((await get('/api/v1/agreements/nonsense')).status).toBe(422);
});

test('lines with their light, cut where asked', async () => {
  const { body } = await get(`/api/v1/agreements/${plan.code}/lines?limit=1`);
  expect(body).toMatchObject({
    items: [{ number: 1, light: 'green', lightCause: 'on-track', owner: { agency: '51.05.dinkes' } }],
    next: 1,
  });
  expect((await get(`/api/v1/agreements/${plan.code}/lines?after=1`)).body).toMatchObject({ items: [{ number: 2 }], next: null });
  expect((await get(`/api/v1/agreements/${plan.code}/lines?light=red`)).body.items).toHaveLength(1);
});

test('a government, grants, and whether one covers an ask', async () => {
  expect((await get('/api/v1/agreements/governments/51.05')).body).toMatchObject({
    coveredToday: false,
    uncovered: [],
    promises: { total: 2, by: { running: 2 } },
  });
  expect((await get('/api/v1/agreements/governments/ori.bali')).status).toBe(404);
  expect((await get('/api/v1/agreements/grants')).body).toEqual({ items: [], next: null });
  const ask = 'set=complaints&fields=class&giver=51.05&recipient=ori.bali&purpose=assess-services';
  expect((await get(`/api/v1/agreements/grants/covers?${ask}`)).body).toEqual({
    covered: false,
    reason: 'no-grant',
    missingFields: [],
    grant: null,
  });
  expect((await get(`/api/v1/agreements/grants/covers?${ask}&day=2026-02-30`)).status).toBe(422);
  expect((await get(`/api/v1/agreements/grants/covers?${ask.replace('51.05', '99.99')}`)).status).toBe(404);
});

test('the document describes every call', async () => {
  const { body } = await get('/api/openapi.json');
  for (const path of ['', '/{code}', '/{code}/lines', '/governments/{agency}', '/grants', '/grants/covers'])
    expect(Object.keys(body.paths as object)).toContain(`/api/v1/agreements${path}`);
});
