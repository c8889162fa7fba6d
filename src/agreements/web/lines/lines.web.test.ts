import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtDesk, PNG } from '../../../assessments/web/rounds/rounds.test-support.ts';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { UPLOAD_LIMITS } from '../../../platform/files/limits.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { addLines } from '../../actions/lines/add-line.ts';
import { anOrder, draftedPlan, plannedLine, signedPlan } from '../../actions/lines/plan.test-support.ts';
import { agencyIdOf, type Cast, type CastName, castOf } from '../../cast.test-support.ts';
import { linesOf, loadLine } from '../../store/lines.ts';
import { mountLines } from './routes.ts';

let t: TestDatabase;
let app: WebRoutes;
let who: Cast;

beforeAll(async () => {
  t = await testDatabase({ settings: { rateLimitFactor: 1000 } });
  t.setNow('2026-05-04T09:00:00+08:00');
  who = await castOf(t);
  app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountLines,
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      return (personId && (await actorFor(t.db, personId, dayOf(t.tools.clock.now(), 'Asia/Jakarta')))) || { kind: 'visitor' };
    },
  });
});
afterAll(() => t.close());

const at = async (name: CastName, language: 'id' | 'en' = 'id') => new AtDesk({ t, app }, (await who(name)).personId, language);

const FORM = {
  ...{
    programme: 'prevention',
    activity: 'Sosialisasi standar pelayanan (contoh)',
    form: 'outreach',
    output: '',
    direction: 'up',
  },
  ...{ indicator: 'Kegiatan', unit: 'kegiatan', baseline: '', target1: '1', target2: '2', target3: '', target4: '4' },
  ...{ 'startsOn-day': '1', 'startsOn-month': '2', 'startsOn-year': '2026' },
  ...{ 'dueOn-day': '30', 'dueOn-month': '11', 'dueOn-year': '2026' },
  ...{ budgetSource: 'APBD', budgetAmount: 'Rp 25.000.000', place: '', evidenceAsked: 'Daftar hadir', ownerPosition: '' },
};

describe('a plan', () => {
  test('is entered line by line; what is wrong comes back with everything typed', async () => {
    const plan = await draftedPlan(t, who);
    const desk = await at('preventer');
    const owner = await agencyIdOf(t, '51.05.dinkes');
    const path = `/desk/agreements/${plan.code}/lines`;
    const refused = await desk.submit(`${path}/new`, {
      ...FORM,
      ...{ owner, target2: 'dua', target4: '1.250', 'dueOn-day': '1', 'dueOn-month': '1' },
    });
    expect(refused.status).toBe(422);
    const { html } = refused;
    expect(html).toContain('Isi dengan angka, misalnya 12 atau 12,5');
    expect(html).toContain('dapat berarti dua hal');
    expect(html).toContain('Tenggat tidak boleh sebelum hari mulai');
    expect(html).toContain('value="dua"');
    expect(html).toContain('Sosialisasi standar pelayanan (contoh)');
    expect(await linesOf(t.db, plan.id)).toEqual([]);

    const added = await desk.submit(`${path}/new`, { ...FORM, owner });
    expect(added.status).toBe(303);
    const [line] = await linesOf(t.db, plan.id);
    expect(line).toMatchObject({ ordinal: 1, targets: ['1', '2', null, '4'], budgetAmount: '25000000', form: 'outreach' });
    const page = (await desk.get(path)).html;
    expect(page).toContain('Sosialisasi standar pelayanan (contoh)');
    expect((await (await at('coordinator')).get(`${path}/new`)).status).toBe(404);
    expect((await (await at('outsider')).get(path)).status).toBe(404);
  });

  test('begins from the example lines of its programmes, and is put into another order', async () => {
    const plan = await draftedPlan(t, who);
    const desk = await at('preventer');
    const path = `/desk/agreements/${plan.code}/lines`;
    const page = await desk.get(`${path}/templates`);
    expect(page.status).toBe(200);
    const chosen = { 'lines-prevention': ['standards', 'outreach', 'maklumat'], 'lines-competence': ['complaint-training'] };
    const parties = { government: await agencyIdOf(t, '51.05'), ombudsman: await agencyIdOf(t, 'ori.bali') };
    expect((await desk.submit(`${path}/templates`, { ...parties, year: '2031', ...chosen })).status).toBe(422);
    expect((await desk.submit(`${path}/templates`, { ...parties, year: '2026', ...chosen })).status).toBe(303);
    const lines = await linesOf(t.db, plan.id);
    expect(lines).toHaveLength(4);
    const own = lines.filter(({ programme }) => programme === 'prevention');
    const places = Object.fromEntries(own.map(({ ordinal }, index) => [`place-${ordinal}`, String(9 - index)]));
    expect((await desk.submit(`${path}/order`, { programme: 'prevention', ...places })).status).toBe(303);
    const after = (await linesOf(t.db, plan.id)).filter(({ programme }) => programme === 'prevention');
    expect(after.map(({ id }) => id)).toEqual(own.map(({ id }) => id).toReversed());
    expect((await desk.submit(`${path}/order`, { programme: 'prevention', [`place-${own[0]?.ordinal}`]: 'atas' })).status).toBe(
      422,
    );
  });

  test('of 500 lines opens whole and is filtered', async () => {
    const plan = await signedPlan(t, who);
    const order = await anOrder(t);
    const orders = Array.from({ length: 500 }, (_, index) => ({
      ...order,
      ...{ activity: `Kegiatan ${index + 1} (contoh)`, isPriority: index % 10 === 0 },
      programme: ['faster-settlement', 'prevention', 'data-exchange', 'competence'][index % 4] as string,
    }));
    const added = await addLines(t.tools, await who('preventer'), { agreementId: plan.id, version: null }, orders);
    expect(added.ok).toBe(true);
    const desk = await at('liaison');
    const path = `/desk/agreements/${plan.code}/lines`;
    const all = (await desk.get(path)).html;
    expect(all).toContain('500 baris');
    expect(all).toContain('Kegiatan 500 (contoh)');
    const some = (await desk.get(`${path}?programme=data-exchange&priority=yes`)).html;
    expect(some).toContain('dari 500 baris');
    expect(some).not.toContain('Kegiatan 1 (contoh)');
    expect(some).toContain('Kegiatan 11 (contoh)');
    expect((await desk.get(`${path}?light=green`)).html).toContain('Tidak ada baris yang cocok');
  });
});

describe('a line', () => {
  test('is reported with evidence, sent back, reported again, confirmed: each side sees its own steps', async () => {
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan);
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
    const [owner, other] = [await at('liaison'), await at('head')];
    const opened = (await owner.get(here)).html;
    expect(opened).toContain('Laporkan kemajuan');
    expect(opened).not.toContain('Periksa laporan kemajuan');
    expect(opened).toContain('Merah: tertinggal');
    expect(opened).toContain('Jatuh tempo 25%, dilaporkan 0%, dikonfirmasi 0%.');
    const report = (given: Record<string, string>, file?: Uint8Array, version?: string) =>
      sendReport(owner, here, { achieved: '2', text: 'Dua layanan lengkap (contoh).', ...given }, file, version);
    const empty = await report({ achieved: 'banyak', text: '' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('value="banyak"');
    const wrongType = await report({}, Buffer.from('MZ bukan bukti'));
    expect(wrongType.status).toBe(422);
    expect(wrongType.html).toContain('Jenis berkas ini tidak dapat diterima');
    expect((await loadLine(t.db, line.id))?.reported).toBeNull();

    expect((await report({}, PNG)).status).toBe(303);
    expect(await loadLine(t.db, line.id)).toMatchObject({ state: 'running', evidenceCount: 1, reported: { amount: '2' } });
    expect((await report({}, PNG, '1')).status).toBe(409);
    const toJudge = (await other.get(here)).html;
    expect(toJudge).toContain('Periksa laporan kemajuan');
    expect(toJudge).not.toContain('Laporkan kemajuan</h2>');
    const note = await other.submit(`${here}/judge`, { verdict: 'return', text: '' }, here);
    expect(note.status).toBe(422);
    const back = { verdict: 'return', text: 'Lampirkan keputusannya (contoh).' };
    expect((await other.submit(`${here}/judge`, back, here)).status).toBe(303);
    expect(await loadLine(t.db, line.id)).toMatchObject({ reported: null, evidenceCount: 0 });
    expect((await report({ achieved: '2,5' }, PNG)).status).toBe(303);
    const yes = { verdict: 'confirm', text: '' };
    expect((await other.submit(`${here}/judge`, yes, here)).status).toBe(303);
    const done = (await owner.get(here)).html;
    expect(done).toContain('Hijau: sesuai rencana');
    expect(done).toContain('Lampirkan keputusannya (contoh).');
    expect(done).toContain('2,5 dari 8 layanan');
  });

  test('refuses evidence that is too large, keeping what was typed', async () => {
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan);
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
    const large = Buffer.alloc(UPLOAD_LIMITS.fileBytes.value + 1, 65);
    const refused = await sendReport(await at('liaison'), here, { achieved: '2', text: 'Dua layanan (contoh).' }, large);
    expect(refused.status).toBe(422);
    expect(refused.html.includes('Berkas terlalu besar')).toBe(true);
    expect(refused.html.includes('Dua layanan (contoh).')).toBe(true);
    expect((await loadLine(t.db, line.id))?.reported).toBeNull();
  });

  test('is given to an officer by name, who alone is reminded; nobody from elsewhere can be named', async () => {
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan);
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
    const owner = await at('liaison');
    const { personId } = await who('liaison');
    const name = async (person: string) => owner.submit(`${here}/officer`, { side: 'owner', person }, here);
    expect((await name((await who('outsider')).personId)).status).toBe(422);
    expect((await name(personId)).status).toBe(303);
    expect((await loadLine(t.db, line.id))?.owner.personId).toBe(personId);
    expect((await (await at('head')).get(here)).html.includes('Petugas yang melapor')).toBe(true);
    expect((await name('')).status).toBe(303);
    expect((await loadLine(t.db, line.id))?.owner.personId).toBeNull();
  });

  test('is moved with a reason; the first day stays visible', async () => {
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan, { dueOn: (await anOrder(t)).dueOn?.with({ month: 6 }) ?? null });
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
    const owner = await at('liaison');
    const move = async (given: Record<string, string>) =>
      owner.submit(`${here}/shift`, { 'to-day': '30', 'to-month': '9', 'to-year': '2026', ...given }, here);
    expect((await move({ text: '' })).status).toBe(422);
    expect((await move({ text: 'Anggaran', 'to-month': '5' })).status).toBe(422);
    expect((await move({ text: 'Anggaran', 'to-year': '2027' })).status).toBe(422);
    expect((await move({ text: 'Anggaran perubahan baru turun (contoh)' })).status).toBe(303);
    const page = (await owner.get(here)).html;
    expect(page).toContain('tenggat semula');
    expect(page).toContain('Anggaran perubahan baru turun (contoh)');
    expect((await owner.get(`/desk/agreements/${plan.code}/lines`)).html).toContain('semula');
  });

  test('that two people edit keeps what the second one typed and shows what the first one wrote', async () => {
    const plan = await draftedPlan(t, who);
    const line = await plannedLine(t, who, plan);
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
    const [one, two] = [await at('preventer'), await at('head')];
    const fields = { ...FORM, owner: line.owner.agencyId, version: '1' };
    expect((await one.submit(`${here}/edit`, { ...fields, place: 'Semarapura' })).status).toBe(303);
    const refused = await two.submit(`${here}/edit`, { ...fields, place: 'Dawan' });
    expect(refused.status).toBe(409);
    const { html } = refused;
    expect(html).toContain('value="Dawan"');
    expect(html).toContain('Semarapura');
    expect(html).toContain('name="version" value="2"');
    expect((await two.submit(`${here}/edit`, { ...fields, place: 'Dawan', version: '2' })).status).toBe(303);
    const page = (await one.get(here)).html;
    expect(page).toContain('Semarapura');
    expect(page).toContain('Dawan');
  });

  test('of a signed plan is changed with a reason alone', async () => {
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan);
    const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
    const desk = await at('preventer');
    const fields = { ...FORM, owner: line.owner.agencyId, version: '1' };
    const refused = await desk.submit(`${here}/edit`, fields);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Tuliskan alasannya');
    expect((await desk.submit(`${here}/edit`, { ...fields, reason: 'Disepakati dalam tinjauan (contoh)' })).status).toBe(303);
    expect((await desk.get(here)).html).toContain('Disepakati dalam tinjauan (contoh)');
  });
});

test('my lines: what my office carries out, and what waits for it', async () => {
  const plan = await signedPlan(t, who);
  const dueOn = (await anOrder(t)).dueOn?.with({ month: 5 }) ?? null;
  const line = await plannedLine(t, who, plan, { activity: 'Baris saya (contoh)', dueOn });
  const here = `/desk/agreements/${plan.code}/lines/${line.ordinal}`;
  const [owner, other] = [await at('liaison'), await at('head')];
  expect((await owner.get('/desk/agreements/lines?view=own&light=red')).html).toContain('Baris saya (contoh)');
  expect((await other.get('/desk/agreements/lines?view=confirm')).html).not.toContain('Baris saya (contoh)');
  expect((await sendReport(owner, here, { achieved: '3', text: 'Tiga (contoh)' }, PNG)).status).toBe(303);
  expect((await other.get('/desk/agreements/lines?view=confirm')).html).toContain('Baris saya (contoh)');
  expect((await (await at('verifier')).get('/desk/agreements/lines')).status).toBe(404);
});

test('an office that is not among the first of its party is found by name, and what was typed stays', async () => {
  await sql`
    WITH made AS (SELECT n, gen_random_uuid() AS id FROM generate_series(1, 320) AS n)
    INSERT INTO directory.agencies (id, code, kind, name, short_name, parent_id, government_id, path, region_code, kept_by, search)
    SELECT made.id, '51.05.dinkes.pos-' || n, 'unit', 'Pos layanan ' || n || ' (contoh)', 'Pos ' || n, under.id, under.government_id,
      under.path || made.id, under.region_code, 'people', to_tsvector('simple', 'pos layanan ' || n)
    FROM made, directory.agencies under WHERE under.code = '51.05.dinkes'`.execute(t.ownerDb);
  const plan = await draftedPlan(t, who);
  const desk = await at('preventer');
  const path = `/desk/agreements/${plan.code}/lines`;
  const last = await agencyIdOf(t, '51.05.dinkes.pos-99');
  expect((await desk.get(`${path}/new`)).html).not.toContain(last);
  const found = await desk.submit(`${path}/new`, { ...FORM, target2: 'dua', q: 'pos layanan 99', find: 'yes' });
  expect(found.status).toBe(200);
  expect(found.html).toContain(`value="${last}"`);
  expect(found.html).toContain('1 kantor ditemukan');
  expect(found.html).toContain('value="dua"');
  expect(await linesOf(t.db, plan.id)).toEqual([]);
  expect((await desk.submit(`${path}/new`, { ...FORM, q: 'puskesmas antah', find: 'yes' })).html).toContain('Tidak ada kantor');
  expect((await desk.submit(`${path}/new`, { ...FORM, owner: last })).status).toBe(303);
  const [line] = await linesOf(t.db, plan.id);
  expect(line?.owner.agencyId).toBe(last);
  // Its own office is on the list when the line is changed.
  expect((await desk.get(`${path}/1/edit`)).html).toContain(`value="${last}" selected`);
});

function sendReport(desk: AtDesk, here: string, given: Record<string, string>, file?: Uint8Array, version?: string) {
  const fields = { 'asOf-day': '30', 'asOf-month': '4', 'asOf-year': '2026', ...given, ...(version ? { version } : {}) };
  const files = file ? [new File([file as BlobPart], 'bukti.png')] : [];
  return desk.submitFiles(`${here}/report`, fields, files, { page: here, name: 'evidence' });
}
