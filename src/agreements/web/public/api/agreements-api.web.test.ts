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
  const add = (position: string, asked: string | null, signed: string | null) =>
    sql`INSERT INTO agreements.signatories (agreement_id, id, party_id, ordinal, capacity, position, asked_at, method, signed_at)
      VALUES (${plan.id}, ${t.tools.random.id()}, ${plan.parties[1]?.id}, 90, 'signs', ${position}, ${asked}, ${signed && 'paper'}, ${signed})`.execute(
      t.ownerDb,
    );
  // Days on the clocks of the agreement: 17.00 UTC is the next day in Bali.
  await add('Bupati (contoh)', '2026-01-02T01:00:00Z', '2026-01-04T17:00:00Z');
  await add('Wakil Bupati (contoh)', null, null);
  const { signatories } = (await get(`/api/v1/agreements/${plan.code}`)).body;
  expect(signatories).toContainEqual(
    expect.objectContaining({ position: 'Bupati (contoh)', signed: true, askedOn: '2026-01-02', signedOn: '2026-01-05' }),
  );
  expect(signatories).toContainEqual(
    expect.objectContaining({ position: 'Wakil Bupati (contoh)', signed: false, askedOn: null, signedOn: null }),
  );
  await sql`DELETE FROM agreements.signatories WHERE agreement_id = ${plan.id} AND ordinal = 90`.execute(t.ownerDb);
  expect((await get(`/api/v1/agreements/${draft.code}`)).status).toBe(404);
  expect((await get('/api/v1/agreements/nonsense')).status).toBe(422);
});

test('who can be asked, what is due next, and what was made under it', async () => {
  await sql`INSERT INTO agreements.focal_points (agreement_id, id, party_id, position, agency_id, office_mail, since)
    VALUES (${plan.id}, ${t.tools.random.id()}, ${plan.parties[1]?.id}, 'Bagian Organisasi (contoh)', ${plan.parties[1]?.agencyId}, 'kantor@klungkung.example', '2026-01-05')`.execute(
    t.ownerDb,
  );
  const { body } = await get(`/api/v1/agreements/${plan.code}`);
  expect(body).toMatchObject({
    focalPoints: [{ agency: '51.05', position: 'Bagian Organisasi (contoh)', officeMail: 'kantor@klungkung.example' }],
    nextDue: [
      { agreement: plan.code, number: 1, dueOn: '2026-12-15' },
      { agreement: plan.code, number: 2 },
    ],
    progressUnderIt: [],
  });
  expect(JSON.stringify(body)).not.toContain('declined');
  await sql`UPDATE agreements.agreements SET parent_id = ${draft.id}::uuid WHERE id = ${plan.id}::uuid`.execute(t.ownerDb);
  await sql`UPDATE agreements.agreements SET state = 'signed', signed_on = '2026-01-01', in_force_from = '2026-01-01',
    in_force_until = '2030-12-31', evidence = 'record' WHERE id = ${draft.id}::uuid`.execute(t.ownerDb);
  expect((await get(`/api/v1/agreements/${draft.code}`)).body).toMatchObject({
    ...{
      madeUnderIt: [plan.code],
      progress: [],
      progressUnderIt: [{ programme: 'prevention', lines: 2, share: 0.25, withEvidence: 1 }],
    },
    nextDue: [{ agreement: plan.code }, { agreement: plan.code }],
  });
  expect((await get('/api/v1/agreements/governments/51.05')).body).toMatchObject({
    ...{ progress: [{ programme: 'prevention', lines: 2, share: 0.25 }], nextDue: [{ number: 1 }, { number: 2 }] },
    coveredToday: true,
  });
  expect((await get('/api/v1/agreements/coverage?province=51')).body).toMatchObject({ provinces: [{ code: '51' }] });
  await sql`UPDATE agreements.agreements SET state = 'draft', signed_on = NULL, in_force_from = NULL, evidence = NULL
    WHERE id = ${draft.id}::uuid`.execute(t.ownerDb);
});

test('evidence that is open, by agreement and by government, paged by key', async () => {
  const { rows } = await sql<{
    id: string;
  }>`SELECT id FROM agreements.lines WHERE agreement_id = ${plan.id}::uuid AND ordinal = 1`.execute(t.ownerDb);
  for (const [title, isPublic] of [
    ['Satu (contoh)', true],
    ['Dua (contoh)', true],
    ['Tertutup (contoh)', false],
  ] as const)
    await sql`INSERT INTO agreements.files (agreement_id, id, kind, part_id, title, file_key, media_type, extension, size, sha256, is_public, added_by, added_at)
      VALUES (${plan.id}, ${t.tools.random.id()}, 'evidence', ${rows[0]?.id}, ${title}, 'k', 'application/pdf', '.pdf', 10, 'x', ${isPublic}, ${plan.id}, now())`.execute(
      t.ownerDb,
    );
  for (const of of [plan.code, 'governments/51.05.dinkes']) {
    const first = await get(`/api/v1/agreements/${of}/evidence?limit=1`);
    expect(first.body).toMatchObject({ items: [{ title: 'Dua (contoh)', agreement: plan.code, number: 1 }] });
    expect(first.link).toContain('rel="next"');
    const second = await get(`/api/v1/agreements/${of}/evidence?limit=1&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ title: 'Satu (contoh)' }], next: null });
  }
  expect((await get(`/api/v1/agreements/${draft.code}/evidence`)).status).toBe(404);
  expect((await get('/api/v1/agreements/governments/51.03/evidence')).body).toEqual({ items: [], next: null });
});

test('coverage of the country and of a province, results of action plans, reviews', async () => {
  const { body } = await get('/api/v1/agreements/coverage?province=51');
  expect(body).toMatchObject({ provinces: [{ code: '51', regencies: 9 }] });
  expect((await get('/api/v1/agreements/coverage')).status).toBe(200);
  expect((await get('/api/v1/agreements/coverage?province=99')).status).toBe(404);
  expect((await get('/api/v1/agreements/coverage?province=51.05')).status).toBe(422);
  expect((await get('/api/v1/agreements/rad/results/2026')).body).toMatchObject({ items: [], next: null });
  expect((await get('/api/v1/agreements/rad/results/abc')).status).toBe(422);
  expect((await get(`/api/v1/agreements/${plan.code}/reviews`)).body).toEqual({
    nextMeeting: null,
    reviews: [],
    evaluations: [],
  });
  expect((await get(`/api/v1/agreements/${draft.code}/reviews`)).status).toBe(404);
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
  for (const path of [
    '',
    '/{code}',
    '/{code}/lines',
    '/{code}/evidence',
    '/{code}/reviews',
    '/coverage',
    '/rad/results/{year}',
    '/governments/{agency}/evidence',
    '/governments/{agency}',
    '/grants',
    '/grants/covers',
  ])
    expect(Object.keys(body.paths as object)).toContain(`/api/v1/agreements${path}`);
});
