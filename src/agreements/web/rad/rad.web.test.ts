import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composePdf } from '../../../platform/documents/index.ts';
import { beginRad } from '../../actions/rad/begin-rad.ts';
import { makeEvaluationPdf } from '../../actions/rad/make-pdf.ts';
import { agencyIdOf } from '../../cast.test-support.ts';
import { linesOf } from '../../store/lines.ts';
import { evaluationsOf } from '../../store/rad/evaluations.ts';
import { plansOf } from '../../store/rad/rads.ts';
import { templates } from '../../store/rad/templates.ts';
import { type RegisterTest, registerTest } from '../register/register.test-support.ts';
import { COLLECTIONS, RAD_BEGIN, RAD_DESK, RAD_PUBLIC, TEMPLATES } from './addresses.ts';
import { en } from './words.en.ts';
import { id as words } from './words.id.ts';

let r: RegisterTest;
let pdf: File;
let klungkung: string;

beforeAll(async () => {
  r = await registerTest();
  r.t.setNow('2026-03-02T09:00:00+08:00');
  klungkung = await agencyIdOf(r.t, '51.05');
  const bytes = await composePdf({
    ...{ title: 'SK (contoh)', lang: 'id', author: 'Tuntas', at: new Date('2026-03-01T02:00:00Z') },
    blocks: [{ kind: 'heading', level: 1, text: 'Keputusan (contoh)' }],
  });
  pdf = new File([Buffer.from(bytes)], 'sk.pdf', { type: 'application/pdf' });
});
afterAll(() => r.t.close());

const sure = <T>(done: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const day = (name: string, text: string) => {
  const [year = '', month = '', date = ''] = text.split('-');
  return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: date };
};

async function collected(): Promise<string> {
  const governments = [klungkung, await agencyIdOf(r.t, '51.03')];
  const sent = await r.at('province').send(`${COLLECTIONS}/new`, COLLECTIONS, {
    ...{ title: 'RAD 2026 (contoh)', governmentIds: governments },
    ...day('dueOn', '2026-04-30'),
  });
  return sent.location ?? '';
}

describe('the pages of action plans', () => {
  test('are for officers with a part in agreements, and their reviews for those who take them', async () => {
    for (const name of ['province', 'coordinator', 'verifier', 'head', 'leader'] as const)
      expect([name, (await r.at(name).get(RAD_DESK)).status]).toEqual([name, 200]);
    expect((await r.at('nobody').get(RAD_DESK)).status).toBe(303);
    for (const name of ['coordinator', 'head', 'leader'] as const)
      expect([name, (await r.at(name).get(`${COLLECTIONS}/new`)).status]).toEqual([name, 404]);
    expect((await r.at('outsider').get(`${RAD_DESK}/governments/51.05`)).status).toBe(404);
    expect((await r.at('head').get(`${RAD_DESK}/governments/51.05`)).status).toBe(200);
    for (const bad of ['x', '51.05.01', '99.99', "51'"])
      expect((await r.at('verifier').get(`${RAD_DESK}/governments/${encodeURIComponent(bad)}`)).status).toBe(404);
    expect((await r.at('province').get(`${COLLECTIONS}/${klungkung}`)).status).toBe(404);
  });

  test('a collection is opened by form, everything wrong at once, nothing typed lost', async () => {
    const wrong = await r.at('province').send(`${COLLECTIONS}/new`, COLLECTIONS, {
      ...{ title: '', yearFrom: 'dua ribu', note: 'Mohon segera (contoh)', governmentIds: [] },
      ...day('dueOn', '2026-02-31'),
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Mohon segera (contoh)');
    expect(wrong.html).toContain('value="dua ribu"');
    for (const field of ['title', 'yearFrom', 'dueOn', 'governmentIds']) expect(wrong.html).toContain(`href="#${field}`);
    const path = await collected();
    expect(path).toMatch(/^\/desk\/agreements\/rad\/collections\/[0-9a-f-]{36}$/);
    const board = await r.at('province').get(path);
    expect(board.text).toContain(words.collection.missing(['Pemerintah Kabupaten Badung', 'Pemerintah Kabupaten Klungkung']));
    expect((await r.at('verifier').get(path)).status).toBe(404);
  });

  test('a government makes its plan, hands it in, is sent it back with a note on a line, and answers', async () => {
    const path = await collected();
    const coordinator = r.at('coordinator');
    expect((await coordinator.get(RAD_DESK)).text).toContain('RAD 2026 (contoh)');
    const begin = `${RAD_BEGIN}?government=${klungkung}&collection=${path.split('/').at(-1)}`;
    const made = await coordinator.send(begin, RAD_BEGIN, {});
    expect(made.location).toMatch(/^\/desk\/agreements\/RAD-2026-\d{4}\/rad$/);
    const plan = made.location ?? '';
    const twice = await coordinator.send(begin, RAD_BEGIN, {});
    expect([twice.status, twice.text.includes('sudah mempunyai RAD')]).toEqual([409, true]);
    expect((await coordinator.send(plan, `${plan}/hand-in`, {})).status).toBe(303);
    // Handing in again what is handed in already: told, not done.
    const old = await coordinator.get(plan);
    expect(old.html).not.toContain(`${plan}/hand-in"`);

    const province = r.at('province');
    expect((await province.get(RAD_DESK)).html).toContain(`href="${plan}"`);
    const [row] = await plansOf(r.t.db, [klungkung], 2026);
    const line = (await linesOf(r.t.db, row?.agreementId ?? ''))[0]?.id ?? '';
    const bare = await province.send(plan, `${plan}/return`, {});
    expect([bare.status, bare.text.includes('sedikitnya satu catatan')]).toEqual([422, true]);
    expect((await province.send(plan, `${plan}/return`, { [`note-${line}`]: 'Sebutkan nomor SK (contoh)' })).status).toBe(303);
    const back = await coordinator.get(plan);
    expect(back.text).toContain('Sebutkan nomor SK (contoh)');
    const mute = await coordinator.send(plan, `${plan}/hand-in`, {});
    expect([mute.status, mute.text.includes('belum dijawab')]).toEqual([409, true]);
    const answer = /name="(answer-[0-9a-f-]{36})"/.exec(back.html)?.[1] ?? '';
    expect((await coordinator.send(plan, `${plan}/hand-in`, { [answer]: 'Sudah disebut (contoh)' })).status).toBe(303);
    expect((await province.get(plan)).text).toContain('Sudah disebut (contoh)');

    // Two reviewers at once: the second is told that it has moved on, and what was written stays.
    const stale = (await province.get(plan)).html;
    const accept = stale.replace(`action="${plan}/return"`, `action="${plan}/accept"`);
    expect((await province.sendFrom(accept, `${plan}/accept`, {})).status).toBe(303);
    const late = await province.sendFrom(stale, `${plan}/return`, { 'note-all': 'Terlambat (contoh)' });
    expect(late.status).toBe(409);
    expect((await r.at('verifier').send(plan, `${plan}/return`, {})).status).toBe(422);
    // The form of the review goes to two addresses, so that what was written comes with either button.
    const verifier = r.at('verifier');
    const review = (await verifier.get(plan)).html;
    expect(review).toContain(`formaction="${plan}/accept"`);
    const form = review.replace(`action="${plan}/return"`, `action="${plan}/accept"`);
    expect((await verifier.sendFrom(form, `${plan}/accept`, { 'note-all': 'Baik, lanjutkan (contoh)' })).status).toBe(303);
    expect((await coordinator.get(plan)).text).toContain('Baik, lanjutkan (contoh)');

    const none = await coordinator.send(plan, `${plan}/adopt`, { number: '' });
    expect([none.status, none.html.includes('href="#decree"')]).toEqual([422, true]);
    const broken = new File(['bukan pdf'], 'sk.pdf', { type: 'application/pdf' });
    const fields = { number: '12/2026 (contoh)', ...day('decidedOn', '2026-03-01') };
    const refused = await coordinator.send(plan, `${plan}/adopt`, fields, { decree: broken });
    expect([refused.status, refused.html.includes('value="12/2026 (contoh)"')]).toEqual([422, true]);
    const adopted = await coordinator.send(plan, `${plan}/adopt`, fields, { decree: pdf });
    expect(adopted.status).toBe(303);
    const open = await r.at('nobody').get(`/agreements/${row?.code}`);
    expect(open.text).toContain(words.public.reviewed);
    expect(open.text).toContain('12/2026 (contoh)');
    // What reviewers said stays inside.
    expect(open.text).not.toContain('Sebutkan nomor SK');

    // Where its lines and facts would be changed stands why not, and the way to a new edition.
    const base = `/desk/agreements/${row?.code}`;
    for (const page of [base, `${base}/lines`, `${base}/lines/1`, `${base}/lines/tables`]) {
      const shown = await coordinator.get(page);
      expect([page, shown.status, shown.html.includes(`href="${plan}#edition"`)]).toEqual([page, 200, true]);
      expect(shown.html).not.toContain(`href="${base}/lines/new`);
      expect((await province.get(page)).html).not.toContain(`href="${plan}#edition"`);
    }
    for (const barred of ['edit', 'hands', 'lines/new', 'lines/order', 'lines/1/edit'])
      expect([barred, (await coordinator.get(`${base}/${barred}`)).status]).toEqual([barred, 404]);

    // Changing it takes a new edition with a reason; nothing is recorded around its review.
    expect((await coordinator.get(`/desk/agreements/${row?.code}/renew`)).location).toContain(RAD_BEGIN);
    const unsaid = await coordinator.send(plan, `${plan}/edition`, { reason: ' ' });
    expect([unsaid.status, unsaid.html.includes('href="#reason-edition"')]).toEqual([422, true]);
    expect((await province.get(plan)).html).not.toContain(`${plan}/edition`);
    const edition = await coordinator.send(plan, `${plan}/edition`, { reason: 'Anggaran berubah (contoh)' });
    expect(edition.location).toMatch(/^\/desk\/agreements\/RAD-2026-\d{4}\/rad$/);
    const drafted = edition.location ?? '';
    expect((await coordinator.get(drafted)).html).toContain(`href="${plan}"`);
    expect((await coordinator.get(plan)).html).toContain(`href="${drafted}"`);
    const record = drafted.replace(/\/rad$/, '/record');
    expect([
      (await coordinator.get(record)).location,
      (await coordinator.get(drafted.replace(/\/rad$/, ''))).html.includes(record),
    ]).toEqual([drafted, false]);
  });

  test('of several years say in which no line is carried out, to whoever hands them in and whoever reviews', async () => {
    const coordinator = r.at('coordinator');
    const [template] = await templates(r.t.db);
    const made = await coordinator.send(`${RAD_BEGIN}?government=${klungkung}`, RAD_BEGIN, {
      ...{ yearFrom: '2028', yearUntil: '2029', template: template?.id ?? '' },
    });
    const plan = made.location ?? '';
    expect(plan).toMatch(/\/rad$/);
    expect((await coordinator.get(plan)).text).toContain(words.plan.yearsWithoutLine([2029]));
    expect((await coordinator.send(plan, `${plan}/hand-in`, {})).status).toBe(303);
    expect((await coordinator.get(plan)).text).not.toContain(words.plan.yearsWithoutLine([2029]));
    expect((await r.at('province').get(plan)).text).toContain(words.plan.yearsWithoutLine([2029]));
  });

  test('in public nobody learns of drafts, and who is missing is named', async () => {
    const nobody = r.at('nobody');
    sure(
      await beginRad(r.t.tools, await r.who('outsider'), {
        ...{ governmentId: await agencyIdOf(r.t, '21'), yearFrom: 2026, yearUntil: 2026, templateId: null, collectionId: null },
      }),
    );
    const national = await nobody.get(`${RAD_PUBLIC}?year=2026`);
    expect(national.status).toBe(200);
    expect(national.text).toMatch(/Pemerintah Provinsi Kepulauan Riau Belum tercatat 0 dari 7/);
    const province = await nobody.get(`${RAD_PUBLIC}/51?year=2026`);
    expect(province.text).toContain(words.collection.handedInOf(1, 9));
    expect(province.text).toContain('Pemerintah Kabupaten Badung');
    for (const bad of ['x', '00', '51.99', '51.05.01']) expect((await nobody.get(`${RAD_PUBLIC}/${bad}`)).status).toBe(404);
    expect((await nobody.get(`${RAD_PUBLIC}/51.05/2026`)).status).toBe(404);
    expect((await nobody.get(`${RAD_PUBLIC}/results/2026`)).status).toBe(404);
  });

  test('an evaluation is answered at the desk, published with its file, and never a bare ranking', async () => {
    r.t.setNow('2026-11-02T09:00:00+08:00');
    const path = `${RAD_DESK}/governments/51.05/2026`;
    const [province, coordinator] = [r.at('province'), r.at('coordinator')];
    const wrong = await coordinator.send(path, `${path}/decrees`, { number: '', ...day('decidedOn', '2026-13-01') });
    expect(wrong.status).toBe(422);
    for (const field of ['number', 'decidedOn', 'decree']) expect(wrong.html).toContain(`href="#${field}"`);
    const decree = { number: '7/2026 (contoh)', ...day('decidedOn', '2026-02-02') };
    expect((await coordinator.send(path, `${path}/decrees`, decree, { decree: pdf })).status).toBe(303);
    const withDecree = await coordinator.get(path);
    const file = /href="([^"]*\/decrees\/[0-9a-f-]{36})"/.exec(withDecree.html)?.[1] ?? '';
    expect((await coordinator.raw(file)).headers.get('Content-Type')).toBe('application/pdf');
    expect((await r.at('outsider').get(file)).status).toBe(404);

    expect((await province.send(path, `${path}/take`, {})).status).toBe(303);
    expect((await coordinator.get(path)).text).toContain(words.government.yourAnswer);
    expect((await coordinator.send(path, `${path}/answer`, { answer: '   ' })).status).toBe(422);
    expect((await coordinator.send(path, `${path}/answer`, { answer: 'Petugas ditambah (contoh).' })).status).toBe(303);
    expect((await province.send(path, `${path}/publish`, {})).status).toBe(303);
    const [taken] = await evaluationsOf(r.t.db, klungkung);
    const open = `${RAD_PUBLIC}/51.05/2026`;
    expect((await r.at('nobody').get(open)).text).toContain(words.public.pdfSoon);
    await makeEvaluationPdf(r.t.tools, taken?.id ?? '');
    const shown = await r.at('nobody').get(open);
    expect(shown.text).toContain('Petugas ditambah (contoh).');
    expect(shown.text).toContain(words.caution);
    expect((await r.at('nobody').raw(`${open}.pdf`)).headers.get('Content-Type')).toBe('application/pdf');
    for (const [, href] of shown.html.matchAll(/href="([^"]*\/records\/[a-z-]+)"/g))
      expect([href, (await r.at('nobody').get(href as string)).status]).toEqual([href, 200]);
    for (const page of [`${RAD_PUBLIC}/results/2026`, `${RAD_PUBLIC}/51?year=2026`])
      expect((await r.at('nobody').get(page)).text).toContain(words.caution);
    const csv = await (await r.at('nobody').raw(`${RAD_PUBLIC}/results/2026.csv`)).text();
    const [head, line] = csv.split('\r\n').map((each) => each.split(';'));
    expect([head?.length, line?.slice(0, 3)]).toEqual([line?.length, ['51.05', 'Pemerintah Kabupaten Klungkung', '2026']]);
    expect(csv).toContain(words.caution);
    for (const bad of ['2025.csv', 'x.csv', '2026.csv.csv', '02026.csv'])
      expect((await r.at('nobody').get(`${RAD_PUBLIC}/results/${bad}`)).status).toBe(404);
    expect((await r.at('nobody', 'en').get(open)).text).toContain(en.caution);
  });

  test('the tables behind the numbers page through records, also for the desk', async () => {
    const path = `${RAD_DESK}/governments/51.05/2026`;
    for (const indicator of ['team-decree', 'account-active', 'followed-up', 'first-follow-up', 'answers', 'action-plan'])
      expect([indicator, (await r.at('coordinator').get(`${path}/records/${indicator}`)).status]).toEqual([indicator, 200]);
    expect((await r.at('coordinator').get(`${path}/records/x`)).status).toBe(404);
    expect((await r.at('coordinator').get(`${path}/records/answers?after=%FF`)).status).toBeLessThan(500);
  });

  test('templates are written by provinces and the ministry, and shown to all once in use', async () => {
    const [shipped] = await templates(r.t.db);
    expect((await r.at('coordinator').get(`${TEMPLATES}/${shipped?.id}`)).status).toBe(200);
    const made = await r
      .at('province')
      .send(TEMPLATES, TEMPLATES, { title: 'Templat Bali (contoh)', note: '', copyOf: shipped?.id ?? '' });
    const path = made.location ?? '';
    expect((await r.at('coordinator').get(path)).status).toBe(404);
    const wrong = await r.at('province').send(path, `${path}/lines`, { activity: '', target: 'banyak' });
    expect([wrong.status, wrong.html.includes('value="banyak"')]).toEqual([422, true]);
    expect((await r.at('province').send(path, `${path}/lines`, { activity: 'Tambahan (contoh)', target: '12,5' })).status).toBe(
      303,
    );
    expect((await r.at('province').get(path)).text).toContain('12,5');
    expect((await r.at('province').send(path, `${path}/publish`, {})).status).toBe(303);
    expect((await r.at('coordinator').get(path)).status).toBe(200);
  });

  test('evaluations of many governments are taken at once, those taken before left out', async () => {
    const path = `${RAD_DESK}/evaluations/2026`;
    const shown = await r.at('province').get(path);
    expect(shown.text).toContain(words.caution);
    const bali = await agencyIdOf(r.t, '51');
    const sent = await r.at('province').send(path, `${path}/take?of=${bali}`, { governments: ['51.01', '51.02'] });
    expect(sent.status).toBe(303);
    expect((await r.at('province').get(path)).text).toContain('Menunggu tanggapan pemerintah daerah');
    const none = await r.at('province').send(path, `${path}/take?of=${bali}`, { governments: [] });
    expect(none.status).toBe(422);
    expect((await r.at('coordinator').get(path)).status).toBe(404);
  });

  test('no address that nobody made is a fault', async () => {
    const someone = r.at('verifier');
    for (const path of [
      `${RAD_DESK}/evaluations/2999`,
      `${RAD_DESK}/evaluations/x`,
      `${RAD_DESK}/governments/51.05/1`,
      `${RAD_DESK}/governments/51.05/2999`,
      `${RAD_BEGIN}?government=x`,
      `${RAD_DESK}?waiting=x&collections=%FF`,
      `${TEMPLATES}/x`,
      `${COLLECTIONS}/x`,
      `${RAD_PUBLIC}?year=99999`,
      `${RAD_PUBLIC}/results/x`,
      `${RAD_PUBLIC}/51.05/x.pdf`,
      `${RAD_PUBLIC}/51.05/2026/records/x`,
      '/desk/agreements/RAD-2026-9999/rad',
    ])
      expect([path, (await someone.get(path)).status < 500]).toEqual([path, true]);
  });
});
