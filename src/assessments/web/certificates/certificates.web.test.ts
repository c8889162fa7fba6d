import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor, agencyByCode } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { Visitor } from '../../../platform/testing/visitor.ts';
import { publishedRound, UNITS } from '../../actions/certificates/certificates.test-support.ts';
import { ISSUE_ERRAND, issueBatch } from '../../actions/certificates/issue-certificates.ts';
import { publishOne, type TestRound } from '../../actions/published.test-support.ts';
import { certificatesOf } from '../../store/certificates/certificates.ts';
import { lastBatch } from '../../store/certificates/round.ts';
import { mountVerify } from '../verify/routes.ts';
import { mountCertificates } from './routes.ts';

let t: TestDatabase;
let app: WebRoutes;
let head: Visitor;
let stranger: Visitor;
let round: TestRound;

beforeAll(async () => {
  t = await testDatabase();
  app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount(routes) {
      mountCertificates(routes);
      // What a room to the right knows of: numbers that begin with EV, files that hold one word.
      mountVerify(routes, {
        others: () => ({ text: 'Dokumen lain', href: '/elsewhere' }),
        addressOf: (typed) => (typed.startsWith('EV') ? `/elsewhere/${typed}` : undefined),
        answerFile: async (c, bytes) => (Buffer.from(bytes).equals(Buffer.from('%PDF-theirs')) ? c.text('theirs') : undefined),
      });
    },
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
  head = new Visitor(app, { 'X-Test-Person': await appoint('ombudsman-head', 'ori') });
  stranger = new Visitor(app);
  round = await publishedRound(t, { agencies: { '51.05': UNITS, '51.03': UNITS, '51.71': UNITS }, code: 'uji-web' });
});
afterAll(() => t.close());

async function appoint(kind: string, code: string): Promise<string> {
  const agency = await agencyByCode(t.db, code);
  const [personId, positionId] = [t.tools.random.id(), t.tools.random.id()];
  const { ownerDb } = t;
  const tables = ownerDb.withTables<{
    'directory.people': Record<string, unknown>;
    'directory.positions': Record<string, unknown>;
  }>();
  const created = '2025-01-01T00:00:00Z';
  const person = { id: personId, name: `${kind} (contoh)`, email: `${personId}@contoh.example`, created_at: created };
  await tables.insertInto('directory.people').values(person).execute();
  await tables
    .insertInto('directory.positions')
    .values({
      id: positionId,
      person_id: personId,
      kind,
      agency_id: agency?.id,
      decree_number: 'SK 1',
      decree_on: '2025-01-01',
      starts_on: '2025-01-02',
      created_at: created,
    })
    .execute();
  return personId;
}

const desk = () => `/desk/assessments/rounds/${round.roundId}/certificates`;

async function post(visitor: Visitor, page: string, path: string, fields: Record<string, string> = {}): Promise<Response> {
  return visitor.send(path, { ...(await visitor.hiddenFields(page)), ...fields });
}

async function upload(visitor: Visitor, file: Uint8Array): Promise<string> {
  const { _csrf } = await visitor.hiddenFields('/verify');
  const body = new FormData();
  body.append('_csrf', _csrf ?? '');
  body.append('file', new Blob([Buffer.from(file)], { type: 'application/pdf' }), 'sertifikat.pdf');
  const answer = await visitor.fetch('/verify/file', { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } });
  expect(answer.status).toBe(200);
  return answer.text();
}

const first = async () => {
  const [one] = await certificatesOf(t.db, round.assessments[0]?.id ?? '');
  if (!one) throw new Error('nothing was issued');
  return one;
};

describe('the desk of certificates', () => {
  test('is not there for who does not publish, and asks visitors to sign in', async () => {
    const checker = new Visitor(app, { 'X-Test-Person': await appoint('assessment-checker', 'ori') });
    expect((await checker.get(desk())).status).toBe(404);
    const answer = await stranger.get(desk());
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/sign-in?return=${encodeURIComponent(desk())}`]);
  });

  test('shows nothing of agencies that another office publishes', async () => {
    const elsewhere = new Visitor(app, { 'X-Test-Person': await appoint('ombudsman-head', 'ori.bali') });
    const answer = await elsewhere.get(desk());
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Belum ada hasil yang terbit');
  });

  test('issues all that is wanting through an errand, and shows how far it is', async () => {
    expect(await (await head.get(desk())).text()).toContain('Terbitkan 3 sertifikat');
    const answer = await post(head, desk(), `${desk()}/issue`);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, desk()]);
    expect(await (await head.get(desk())).text()).toContain('Sedang diterbitkan: 0 dari 3');
    const { rows } = await t.pool.query("SELECT task_identifier FROM graphile_worker.jobs WHERE key LIKE 'certificates %'");
    expect(rows).toEqual([{ task_identifier: ISSUE_ERRAND }]);
    await issueBatch(t.tools, (await lastBatch(t.db, round.roundId))?.id ?? '');
    const html = await (await head.get(desk())).text();
    expect(html).toContain('Penerbitan terakhir selesai: 3 sertifikat');
    expect(html.match(/SPP-2024-000[123]/g)?.length).toBeGreaterThanOrEqual(3);
    expect(html).toContain('Semua hasil yang terbit sudah bersertifikat');
  });

  test('hands out all of a round in one archive, each file as it was issued', async () => {
    const answer = await head.get(`${desk()}.zip`);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files).filter((name) => name.endsWith('.pdf'))).toHaveLength(3);
    expect(Object.keys(files).filter((name) => name.endsWith('.jwt'))).toHaveLength(3);
    expect(await upload(stranger, files['SPP-2024-0001.pdf'] as Uint8Array)).toContain('Sertifikat ini berlaku');
  });

  test('wants a reason, keeps what was typed, and then replaces and revokes', async () => {
    const one = await first();
    const page = `/desk/assessments/certificates/${one.id}`;
    const refused = await post(head, page, `${page}/revoke`, { 'revoke-reason': ' ' });
    expect(refused.status).toBe(422);
    const long = 'alasan '.repeat(100);
    const again = await post(head, page, `${page}/revoke`, { 'revoke-reason': long });
    expect(await again.text()).toContain(long.trim());

    await publishOne(t, one.assessmentId, 'Jawaban diperbaiki');
    expect(await (await head.get(page)).text()).toContain('Ganti sertifikatnya');
    const replaced = await post(head, page, `${page}/replace`, { 'replace-reason': 'Hasil dikoreksi' });
    expect(replaced.status).toBe(303);
    const next = await first();
    expect(replaced.headers.get('Location')).toBe(`/desk/assessments/certificates/${next.id}`);
    const revoked = await post(
      head,
      `/desk/assessments/certificates/${next.id}`,
      `/desk/assessments/certificates/${next.id}/revoke`,
      {
        'revoke-reason': 'Salah orang',
      },
    );
    expect(revoked.status).toBe(303);
    expect(await (await head.get(`/desk/assessments/certificates/${next.id}`)).text()).toContain('Salah orang');
  });

  test("another publisher's certificate is absent, to read and to end", async () => {
    const one = await first();
    const elsewhere = new Visitor(app, { 'X-Test-Person': await appoint('ombudsman-head', 'ori.bali') });
    const page = `/desk/assessments/certificates/${one.id}`;
    for (const path of [page, `${page}/certificate.pdf`, `${page}/certificate.jwt`])
      expect((await elsewhere.get(path)).status).toBe(404);
    expect((await post(elsewhere, '/verify', `${page}/revoke`, { 'revoke-reason': 'x' })).status).toBe(404);
  });
});

describe('the wording of certificates', () => {
  const path = '/desk/assessments/certificate-templates';

  test('is not for publishers, and tells authors everything that is wrong, with what they typed', async () => {
    expect((await head.get(path)).status).toBe(404);
    const author = new Visitor(app, { 'X-Test-Person': await appoint('assessment-manager', 'ori') });
    const answer = await post(author, path, path, { year: '24', titleId: 'Piagam <b>', category: '' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('empat angka');
    expect(html).toContain('Piagam &lt;b&gt;');
  });

  test('once published is what the next certificate of its year and category bears', async () => {
    const author = new Visitor(app, { 'X-Test-Person': await appoint('assessment-manager', 'ori') });
    const texts = {
      titleId: 'Piagam Predikat',
      titleEn: 'Charter',
      givenId: 'Bagi',
      givenEn: 'For',
      forId: 'atas {year}',
      forEn: 'for {year}',
    };
    const fields = { ...texts, place: 'Denpasar', signatoryId: 'Ketua', signatoryEn: 'Chair', decidedBy: 'SK 7/2026 (contoh)' };
    for (const version of [1, 2]) {
      const answer = await post(author, path, path, { ...fields, year: '2023', category: 'A' });
      expect(answer.status, String(version)).toBe(303);
    }
    expect(await (await author.get(path)).text()).toContain('versi 2');
    const other = await publishedRound(t, { year: 2023, instrument: 'penilaian-2023' });
    await post(head, '/verify', `/desk/assessments/${other.assessments[0]?.id}/certificate`);
    const [one] = await certificatesOf(t.db, other.assessments[0]?.id ?? '');
    expect(one?.content).toMatchObject({
      title: { id: 'Piagam Predikat' },
      for: { id: 'atas 2023' },
      place: 'Denpasar',
      template: { year: 2023, category: 'A', version: 2, isConfirmed: true },
    });
  });
});

describe('/verify', () => {
  test('leads on to where other documents are known, by number and by file, and keeps its own', async () => {
    expect(await (await stranger.get('/verify')).text()).toContain('href="/elsewhere"');
    const theirs = await post(stranger, '/verify', '/verify/number', { number: 'EV-2025' });
    expect(theirs.headers.get('Location')).toBe('/elsewhere/EV-2025');
    const wrong = await post(stranger, '/verify', '/verify/number', { number: 'XY' });
    expect([wrong.status, (await wrong.text()).includes('href="/elsewhere"')]).toEqual([422, true]);
    const upload = async (content: string) => {
      const { _csrf } = await stranger.hiddenFields('/verify');
      const body = new FormData();
      body.append('_csrf', String(_csrf));
      body.append('file', new File([content], 'a.pdf', { type: 'application/pdf' }));
      const headers = { 'Sec-Fetch-Site': 'same-origin' };
      return (await stranger.fetch('/verify/file', { method: 'POST', body, headers })).text();
    };
    expect(await upload('%PDF-theirs')).toBe('theirs');
    expect(await upload('%PDF-nobody')).toContain('tidak kami kenal');
  });

  const other = async () => {
    const [one] = await certificatesOf(t.db, round.assessments[1]?.id ?? '');
    if (!one) throw new Error('nothing was issued');
    return one;
  };

  test('leads from a number typed anyhow to what the register says, and what that does not prove', async () => {
    const one = await other();
    const answer = await post(stranger, '/verify', '/verify/number', {
      number: ` ${one.number.toLowerCase().replaceAll('-', '/')} `,
    });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/verify/${one.number}`]);
    const html = await (await stranger.get(`/verify/${one.number}`)).text();
    expect(html).toContain('Ada sertifikat yang berlaku dengan nomor ini');
    expect(html).toContain(one.content.agency.name);
    expect(html).toContain('Yang tidak dibuktikan pemeriksaan ini');
    expect(await (await stranger.get(`/verify/${one.number}?k=${one.checkCode}`)).text()).toContain('Sertifikat ini berlaku');
    expect(await (await stranger.get(`/verify/${one.number}?k=${'x'.repeat(22)}`)).text()).toContain(
      'Sertifikat ini tidak kami kenal',
    );
  });

  test('hands out the sealed PDF and the twin, which verify again', async () => {
    const one = await other();
    const pdf = new Uint8Array(await (await stranger.get(`/verify/${one.number}/certificate.pdf`)).arrayBuffer());
    expect(await upload(stranger, pdf)).toContain('sama persis');
    const twin = await (await stranger.get(`/verify/${one.number}/certificate.jwt`)).text();
    const answer = await post(stranger, '/verify', '/verify/twin', { twin });
    expect(await answer.text()).toContain('Sertifikat ini berlaku');
  });

  test('unmasks a file with one byte changed, and shows the true one beside it', async () => {
    const one = await other();
    const pdf = new Uint8Array(await (await stranger.get(`/verify/${one.number}/certificate.pdf`)).arrayBuffer());
    pdf[Math.floor(pdf.length / 2)] = (pdf[Math.floor(pdf.length / 2)] as number) ^ 4;
    const html = await upload(stranger, pdf);
    expect(html).toContain('Ini bukan sertifikat yang kami terbitkan');
    expect(html).toContain('Isi berkas berubah sesudah disegel');
    expect(html).toContain(one.content.agency.name);
  });

  test('tells of a revoked and of a replaced certificate why, and hands out neither', async () => {
    const all = await certificatesOf(t.db, round.assessments[0]?.id ?? '');
    const [revoked, replaced] = all;
    const revokedPage = await (await stranger.get(`/verify/${revoked?.number}`)).text();
    expect(revokedPage).toContain('Sertifikat ini sudah dicabut');
    expect(revokedPage).toContain('Salah orang');
    const replacedPage = await (await stranger.get(`/verify/${replaced?.number}`)).text();
    expect(replacedPage).toContain('Sertifikat ini sudah diganti');
    expect(replacedPage).toContain(`/verify/${revoked?.number}`);
    for (const one of [revoked, replaced])
      expect((await stranger.get(`/verify/${one?.number}/certificate.pdf`)).status).toBe(404);
  });

  test.each([
    ['/verify/number', { number: '' }, 'Tulis nomor sertifikatnya'],
    ['/verify/number', { number: '<b>12</b>' }, 'Nomor sertifikat berbentuk'],
    ['/verify/twin', { twin: ' ' }, 'Tempelkan isi'],
    ['/verify/file', {}, 'Pilih berkas PDF'],
  ])('%s with %j says what is missing', async (path, fields, message) => {
    const answer = await post(stranger, '/verify', path, fields as Record<string, string>);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(message);
    expect(html).not.toContain('<b>12</b>');
  });

  test('says of anything else that it is not known', async () => {
    expect(await upload(stranger, Buffer.from('bukan pdf sama sekali'))).toContain('Sertifikat ini tidak kami kenal');
    expect(await (await stranger.get('/verify/SPP-1999-0001')).text()).not.toContain('berlaku');
    expect(await (await post(stranger, '/verify', '/verify/twin', { twin: 'a.b.c' })).text()).toContain('tidak kami kenal');
  });

  test('in English too', async () => {
    const one = await other();
    const answer = await stranger.get(`/verify/${one.number}`, { 'Accept-Language': 'en' });
    expect(await answer.text()).toContain('There is a valid certificate with this number');
  });

  test('refuses who tries too often', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 130; n += 1) statuses.add((await stranger.get('/verify/SPP-2024-9999')).status);
    expect([...statuses]).toEqual([200, 429]);
  });
});
