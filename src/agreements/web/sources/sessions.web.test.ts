import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtDesk } from '../../../assessments/web/rounds/rounds.test-support.ts';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { page, statusPages } from '../../../design/index.ts';
import { actorFor } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { makePost } from '../../../messages/index.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { draftedPlan, plannedLine, signedPlan } from '../../actions/lines/plan.test-support.ts';
import { planSession } from '../../actions/sources/sessions.ts';
import { setMeasure } from '../../actions/sources/set-measure.ts';
import { agencyIdOf, type Cast, type CastName, castOf } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { SESSION_STATES } from '../../rules/sources/session.ts';
import { changedAfterSigning, changesOf } from '../../store/lines/changes.ts';
import { linesOf, loadLine } from '../../store/lines.ts';
import { sessionsOf } from '../../store/sources/sessions.ts';
import { mountLines } from '../lines/routes.ts';
import { publicLineParts } from './public-line.tsx';
import { mountSources } from './routes.ts';

/** Trainings and focus groups from the plan of a session to what the public reads, and the live measure of a line. */

let t: TestDatabase;
let app: WebRoutes;
let who: Cast;
let plan: Agreement;

beforeAll(async () => {
  t = await testDatabase({
    settings: { rateLimitFactor: 1000 },
    post: async (tx, message) => makePost(t.tools)(tx, message),
  });
  t.setNow('2026-05-04T09:00:00+08:00');
  who = await castOf(t);
  app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount(routes) {
      mountLines(routes);
      mountSources(routes);
      // As the public page of an agreement shows a line.
      routes.get('/test/lines/:ordinal', async (c) => {
        const line = (await linesOf(t.db, plan.id)).find(({ ordinal }) => String(ordinal) === c.req.param('ordinal'));
        return page(c, { title: 'x' }, line ? await publicLineParts(c, t.tools, line, c.get('language')) : null);
      });
    },
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      return (personId && (await actorFor(t.db, personId, dayOf(t.tools.clock.now(), 'Asia/Jakarta')))) || { kind: 'visitor' };
    },
  });
  plan = await signedPlan(t, who);
}, 400_000);
afterAll(() => t.close());

const at = async (name: CastName, language: 'id' | 'en' = 'id') => new AtDesk({ t, app }, (await who(name)).personId, language);

/** A page without its frame and markup. */
const said = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z0-9#]+;/g, ' ')
    .replace(/\s+/g, ' ');

const on = (name: string, day: string, month: string, year = '2026') => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

/** Everything a form has in it, as a browser sends it: hidden fields, inputs, texts, what is chosen. */
function filled(html: string, action: string): Record<string, string> {
  const form = [...html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => text.includes(`action="${action}"`));
  const fields: Record<string, string> = {};
  for (const [input] of (form ?? '').matchAll(/<input[^>]*>/g)) {
    const [name, type] = [/name="([^"]*)"/.exec(input)?.[1], /type="([^"]*)"/.exec(input)?.[1]];
    if (!name || ((type === 'radio' || type === 'checkbox') && !/\schecked[=\s/>]/.test(input))) continue;
    fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? '';
  }
  for (const [, name, text] of (form ?? '').matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    fields[name as string] = text as string;
  for (const [, name, options] of (form ?? '').matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name as string] = /<option value="([^"]*)" selected/.exec(options as string)?.[1] ?? '';
  return fields;
}

/** Fills in a form on top of what stands in it, and sends it. */
async function send(desk: AtDesk, path: string, fields: Record<string, string>, from = path) {
  const { html } = await desk.get(from);
  return desk.submitFiles(path, { ...filled(html, path), ...fields }, [], { html });
}

test('the states of sessions are those of the database', async () => {
  const { rows } = await sql<{ text: string }>`SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint
    WHERE conrelid = 'agreements.sessions'::regclass AND conname = 'sessions_state_check'`.execute(t.ownerDb);
  const known = [...(rows[0]?.text ?? '').matchAll(/'([a-z-]+)'::text/g)].map(([, state]) => state);
  expect(known.toSorted()).toEqual([...SESSION_STATES].toSorted());
});

describe('a training', () => {
  test('is planned, recorded with numbers alone, corrected with a reason; its shares carry their denominators', async () => {
    const line = await plannedLine(t, who, plan, { form: 'training', activity: 'Pelatihan petugas pengaduan (contoh)' });
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
    const liaison = await at('liaison');
    expect(said((await liaison.get(here)).html)).toContain('Belum ada sesi yang dicatat.');
    const wrong = await send(liaison, `${here}/sessions/new`, { topic: '', ...on('starts', '31', '2'), invited: 'dua puluh' });
    expect(wrong.status).toBe(422);
    for (const text of ['Tuliskan apa yang dibahas', 'Tanggal tidak dikenali', 'Isi dengan bilangan bulat'])
      expect(wrong.html).toContain(text);
    expect(wrong.html).toContain('value="dua puluh"');
    const planned = await send(liaison, `${here}/sessions/new`, {
      ...{ topic: 'Menjawab pengaduan (contoh)', place: 'Semarapura', invited: '40' },
      ...on('starts', '6', '5'),
      ...on('ends', '7', '5'),
    });
    expect([planned.status, planned.location]).toEqual([303, `${here}/sessions/1`]);
    const session = `${here}/sessions/1`;
    const early = await send(liaison, `${session}/record`, { 'total-frontline': '30' });
    expect([early.status, said(early.html).includes('belum berlangsung')]).toEqual([422, true]);

    t.setNow('2026-05-08T09:00:00+08:00');
    const bad = await send(liaison, `${session}/record`, {
      ...{
        'total-frontline': '30',
        'women-frontline': '31',
        preCount: '40',
        preMean: '101',
        postCount: '',
        postMean: '80',
        passed: '3',
      },
    });
    expect(bad.status).toBe(422);
    for (const text of [
      'tidak boleh lebih besar dari jumlah yang hadir',
      'tidak boleh lebih banyak daripada yang hadir',
      'nilai dari 0 sampai 100',
    ])
      expect(bad.html).toContain(text);
    expect(bad.html).toContain('value="31"');
    const numbers = {
      ...{ 'total-frontline': '30', 'women-frontline': '18', 'total-village': '10', preCount: '38', preMean: '54,5' },
      ...{ postCount: '36', postMean: '71,25', passMark: '70', passed: '27' },
    };
    expect((await send(liaison, `${session}/record`, numbers)).status).toBe(303);
    const shown = said((await liaison.get(session)).html);
    expect(shown).toContain('40 orang');
    expect(shown).toContain('27 dari 36 peserta tes akhir (75,0%)');
    // Women were counted in one group: the other one stands in neither number.
    expect(shown).toContain('18 dari 30 (60,0%)');
    expect(shown).toContain('+16,8');
    const silent = await send(liaison, `${session}/record`, { ...numbers, passed: '28', reason: '' });
    expect([silent.status, silent.html.includes('Tuliskan alasannya')]).toEqual([422, true]);
    expect((await send(liaison, `${session}/record`, { passed: '28', reason: 'Satu lembar terlewat' })).status).toBe(303);
    const [kept] = await sessionsOf(t.db, line);
    expect([kept?.state, kept?.tests.passed, kept?.version, kept?.stateNote]).toEqual(['held', 28, 3, 'Satu lembar terlewat']);

    const open = said((await (await at('outsider')).get(`/test/lines/${line.ordinal}`)).html);
    expect(open).toContain('28 dari 36 peserta tes akhir (77,7%)');
    const events = (await readEvents(t.db, plan.id)).map(({ type }) => type).filter((type) => type.startsWith('sources-'));
    expect(events).toEqual(['sources-session-planned', 'sources-session-recorded', 'sources-session-corrected']);
    expect((await (await at('outsider')).get(session)).status).toBe(404);
    // The other side reads, and writes nothing down.
    const head = await at('leader');
    expect((await head.get(session)).status).toBe(200);
    expect((await head.get(session)).html).not.toContain(`${session}/record`);
    t.setNow('2026-05-04T09:00:00+08:00');
  });

  test('tests of few are not given to the public', async () => {
    const line = await plannedLine(t, who, plan, { form: 'training', activity: 'Bimbingan kecil (contoh)' });
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
    const liaison = await at('liaison');
    await send(liaison, `${here}/sessions/new`, { topic: 'Bimbingan', ...on('starts', '1', '4') });
    const few = {
      'total-frontline': '3',
      'disabled-frontline': '1',
      postCount: '3',
      postMean: '40',
      passMark: '70',
      passed: '0',
    };
    expect((await send(liaison, `${here}/sessions/1/record`, few)).status).toBe(303);
    expect(said((await liaison.get(here)).html)).toContain('0 dari 3 peserta tes akhir');
    const open = said((await (await at('outsider')).get(`/test/lines/${line.ordinal}`)).html);
    expect(open).toContain('kurang dari 10');
    expect(open).toContain('Kurang dari 10 orang');
    expect(open).not.toContain('1 dari 3');
    expect(open).not.toContain('peserta tes akhir');
  });

  test('of a plan that is not signed is planned and not recorded; two that write at once are told', async () => {
    const draft = await draftedPlan(t, who);
    const line = await plannedLine(t, who, draft, { form: 'outreach' });
    const here = `/desk/agreements/${draft.code}/lines/${line.ordinal}`;
    const desk = await at('preventer');
    expect((await send(desk, `${here}/sessions/new`, { topic: 'Sosialisasi', ...on('starts', '1', '4') })).status).toBe(303);
    const before = (await desk.get(`${here}/sessions/1/change`)).html;
    expect((await send(desk, `${here}/sessions/1/change`, { topic: 'Sosialisasi desa' })).status).toBe(303);
    const form = filled(before, `${here}/sessions/1/change`);
    const late = await desk.submitFiles(`${here}/sessions/1/change`, { ...form, topic: 'Lain lagi' }, [], { html: before });
    expect([late.status, late.html.includes('Lain lagi')]).toEqual([409, true]);
    const early = await send(desk, `${here}/sessions/1/record`, { 'total-residents': '20' });
    expect(early.status).toBe(409);
    const cancelled = await send(
      desk,
      `${here}/sessions/1/cancel`,
      { cancelReason: 'Bertepatan dengan hari raya' },
      `${here}/sessions/1`,
    );
    expect(cancelled.status).toBe(303);
    expect(said((await desk.get(`${here}/sessions/1`)).html)).toContain('Bertepatan dengan hari raya');
    // An activity has no sessions.
    const plain = await plannedLine(t, who, draft, {});
    expect((await desk.get(`/desk/agreements/${draft.code}/lines/${plain.ordinal}/sessions/new`)).status).toBe(404);
    const refused = await planSession(t.tools, await who('preventer'), plain.id, {
      ...{ topic: 'x', startsOn: plain.startsOn, endsOn: plain.startsOn, place: '', invited: null, reviewers: [] },
    });
    expect(refused).toEqual({ ok: false, refusal: [{ field: 'topic', code: 'agreement.not-now' }] });
  });
});

describe('a focus group', () => {
  test('names institutions and no people; an answer is public once somebody else has decided so', async () => {
    const line = await plannedLine(t, who, plan, { form: 'discussion', activity: 'Diskusi standar pelayanan (contoh)' });
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
    const session = `${here}/sessions/1`;
    const liaison = await at('liaison');
    const topic = { topic: 'Standar pelayanan puskesmas', ...on('starts', '20', '4') };
    const named = await send(liaison, `${here}/sessions/new`, {
      ...topic,
      'institution-1': 'hubungi 0812-3456-7890',
      'role-1': 'dosen',
    });
    expect([named.status, named.html.includes('data pribadi')]).toEqual([422, true]);
    const half = await send(liaison, `${here}/sessions/new`, {
      ...topic,
      'institution-1': 'Universitas (contoh)',
      'role-1': '',
    });
    expect([half.status, half.html.includes('Tuliskan perannya')]).toEqual([422, true]);
    const guests = { 'institution-1': 'Universitas (contoh)', 'role-1': 'Dosen hukum administrasi', 'came-1': 'yes' };
    expect((await send(liaison, `${here}/sessions/new`, { ...topic, ...guests })).status).toBe(303);
    expect((await send(liaison, `${session}/record`, { 'total-academics': '4', 'total-civil': '11' })).status).toBe(303);
    const [kept] = await sessionsOf(t.db, line);
    expect(kept?.reviewers).toMatchObject([{ institution: 'Universitas (contoh)', came: true }]);

    const reviewer = kept?.reviewers[0]?.id ?? '';
    expect((await send(liaison, `${session}/questions`, { question: ' ' }, session)).status).toBe(422);
    const question = 'Mengapa waktu tunggu belum dipasang? CANARYTANYA';
    expect((await send(liaison, `${session}/questions`, { question, reviewer }, session)).status).toBe(303);
    expect((await setMeasure(t.tools, await who('preventer'), { lineId: line.id, version: null }, null)).ok).toBe(true);
    const without = await send(liaison, `${session}/record`, { 'institution-1': '', 'role-1': '', reason: 'Keliru' });
    expect([without.status, without.html.includes('tidak dapat dihapus dari daftar')]).toEqual([409, true]);
    expect((await send(liaison, `${session}/answer`, { answer: 'Papan dipasang Juni. CANARYJAWAB' }, session)).status).toBe(303);
    // Whoever answered is offered no decision, and a forged one is refused.
    const own = await liaison.get(session);
    expect(own.html).not.toContain(`action="${session}/publication"`);
    const outside = async () => said((await (await at('outsider')).get(`/test/lines/${line.ordinal}`)).html);
    expect(await outside()).not.toContain('CANARY');
    const head = await at('head');
    const unchecked = await send(head, `${session}/publication`, { decision: 'publish' }, session);
    expect([unchecked.status, unchecked.html.includes('Centang bahwa Anda sudah memeriksa')]).toEqual([422, true]);
    const silent = await send(head, `${session}/publication`, { decision: 'withhold', reason: '' }, session);
    expect([silent.status, silent.html.includes('Tuliskan alasannya')]).toEqual([422, true]);
    expect((await send(head, `${session}/publication`, { decision: 'publish', checked: 'yes' }, session)).status).toBe(303);
    expect(await outside()).toContain('CANARYJAWAB');
    expect(await outside()).toContain('Dosen hukum administrasi, Universitas (contoh)');
    expect(said((await liaison.get(session)).html)).toMatch(/Diputuskan oleh [^.]*Ombudsman/);
    // Written anew it must be decided on again.
    expect((await send(liaison, `${session}/answer`, { answer: 'Hubungi 0812-3456-7890. CANARYBARU' }, session)).status).toBe(
      303,
    );
    expect(await outside()).not.toContain('CANARY');
    const personal = await send(head, `${session}/publication`, { decision: 'publish', checked: 'yes' }, session);
    expect([personal.status, personal.html.includes('Ada data pribadi')]).toEqual([422, true]);
    const withheld = await send(
      head,
      `${session}/publication`,
      { decision: 'withhold', reason: 'Memuat nomor pribadi' },
      session,
    );
    expect(withheld.status).toBe(303);
    expect(await outside()).not.toContain('CANARY');
    expect(said((await liaison.get(session)).html)).toContain('Memuat nomor pribadi');
    const events = JSON.stringify(await readEvents(t.db, plan.id));
    expect(events).toContain('sources-answer-published');
    expect(events).not.toContain('CANARY');
  });
});

describe('the live measure of a line', () => {
  test('is chosen by the keeper, for a government that is a party; its days are its own or those from its beginning to the end of its year', async () => {
    const line = await plannedLine(t, who, plan, {});
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
    const [keeper, liaison] = [await at('preventer'), await at('liaison')];
    expect(said((await keeper.get(here)).html)).toContain('Pasang ukuran langsung');
    expect(said((await liaison.get(here)).html)).not.toContain('Pasang ukuran langsung');
    const agency = await agencyIdOf(t, '51.05.pupr');
    const measure = { measure: 'finished-in-time', agency, reason: 'Disepakati dalam tinjauan (contoh)' };
    const elsewhere = await send(keeper, `${here}/measure`, { ...measure, agency: await agencyIdOf(t, '51.03') });
    expect([elsewhere.status, elsewhere.html.includes('yang menjadi pihak')]).toEqual([422, true]);
    const backwards = await send(keeper, `${here}/measure`, { ...measure, ...on('from', '1', '6'), ...on('until', '1', '5') });
    expect([backwards.status, backwards.html.includes('Isi kedua tanggal')]).toEqual([422, true]);
    const half = await send(keeper, `${here}/measure`, { ...measure, ...on('from', '1', '6') });
    expect(half.status).toBe(422);
    expect((await send(keeper, `${here}/measure`, { ...measure, measure: 'tidak-ada' })).status).toBe(422);
    expect((await send(keeper, `${here}/measure`, measure)).status).toBe(303);
    expect(await loadLine(t.db, line.id)).toMatchObject({ measure: 'finished-in-time', measureAgencyId: agency });
    const shown = said((await liaison.get(`${here}/measure`)).html);
    expect(shown).toContain('Bagian yang diselesaikan tepat waktu');
    expect(shown).toContain('Pembagi: semua tenggat yang sudah lewat.');
    expect(shown).toContain('bukan bukti');
    expect(shown).toContain('10 Jan 2026 sampai 4 Mei 2026');
    expect(shown).toContain('10 Jan 2025 sampai 4 Mei 2025');
    expect((await liaison.get(`${here}/measure`)).html).not.toContain('name="measure"');
    expect(
      (await send(keeper, `${here}/measure`, { ...measure, ...on('from', '1', '3'), ...on('until', '30', '6') })).status,
    ).toBe(303);
    expect(said((await liaison.get(here)).html)).toContain('1 Mar 2026 sampai 4 Mei 2026');
    expect((await send(keeper, `${here}/measure`, { measure: '', reason: 'contoh' })).status).toBe(303);
    expect((await loadLine(t.db, line.id))?.measure).toBeNull();
    expect((await (await at('outsider')).get(`${here}/measure`)).status).toBe(404);
  });

  test('of a signed plan changes with a reason that everybody reads, both sides are told, and what was measured stays to be read', async () => {
    const line = await plannedLine(t, who, plan, {});
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}/measure`;
    const keeper = await at('preventer');
    const order = { measure: 'finished-in-time', agency: await agencyIdOf(t, '51.05.pupr') };
    const without = await send(keeper, here, order);
    expect([without.status, without.html.includes('Tuliskan alasannya')]).toEqual([422, true]);
    const naming = await send(keeper, here, { ...order, reason: 'Tanya 0812-3456-7890 (contoh)' });
    expect([naming.status, naming.html.includes('Ada data pribadi')]).toEqual([422, true]);
    expect(naming.html).toContain('Tanya 0812-3456-7890 (contoh)');
    expect((await loadLine(t.db, line.id))?.measure).toBeNull();
    expect((await send(keeper, here, { ...order, reason: 'Disepakati (contoh)' })).status).toBe(303);
    const later = { ...on('from', '1', '3'), ...on('until', '30', '6') };
    expect((await send(keeper, here, { ...order, ...later, reason: 'Sejak pelatihan (contoh)' })).status).toBe(303);
    const changes = await changesOf(t.db, plan.id, line.id);
    expect(changes.map(({ reason, afterSigning }) => [reason, afterSigning])).toEqual([
      ['Disepakati (contoh)', true],
      ['Sejak pelatihan (contoh)', true],
    ]);
    expect([changes[1]?.before, changes[1]?.after]).toEqual([
      { measureDays: '2026-01-10/2026-12-31' },
      { measureDays: '2026-03-01/2026-06-30' },
    ]);
    const people = [(await who('liaison')).personId, (await who('head')).personId];
    const { rows } = await sql<{ recipient_id: string }>`
      SELECT recipient_id FROM messages.ledger WHERE purpose = 'agreement.line-changed' AND object_id = ${line.id}`.execute(
      t.ownerDb,
    );
    for (const person of people) expect(rows.filter(({ recipient_id }) => recipient_id === person)).toHaveLength(2);
    expect((await changedAfterSigning(t.db, plan.id)).has(line.id)).toBe(true);
    const read = said((await keeper.get(here.replace('/measure', ''))).html);
    for (const text of [
      'Sejak pelatihan (contoh)',
      'Bagian yang diselesaikan tepat waktu',
      '10 Jan 2026',
      '1 Mar 2026',
      '30 Jun 2026',
    ])
      expect(read).toContain(text);
    await sql`UPDATE agreements.lines SET state = 'done' WHERE id = ${line.id}`.execute(t.ownerDb);
    expect((await keeper.get(here)).html).not.toContain('name="measure"');
    const { version } = (await loadLine(t.db, line.id)) as Line;
    const settled = await setMeasure(t.tools, await who('preventer'), { lineId: line.id, version }, null, 'contoh');
    expect(settled).toMatchObject({ ok: false, refusal: 'agreement.line-settled' });
  });
});
