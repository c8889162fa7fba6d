import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemsOf } from '../../design/testing/markup-problems.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Temporal } from '../../kernel/time.ts';
import { createApp } from '../../platform/http/app.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { Visitor } from '../../platform/testing/visitor.ts';
import { examplePersonId, loadExamplePeople } from '../examples/load-example-people.ts';
import { agencyByCode, ombudsmanOfficeFor } from '../store/agencies.ts';
import { actorFor } from '../store/holders.ts';
import { mountDirectory } from './routes.ts';

const ADMIN = 'admin@tuntas.example';
const KLUNGKUNG = 'koordinator@klungkung.example';
const TODAY = Temporal.PlainDate.from('2026-03-17');

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  await loadExamplePeople(t.tools);
});
afterAll(() => t.close());

/** Reads pages whole, and sends what is typed with the hidden fields of the page last opened. */
class Browser {
  readonly #visitor: Visitor;
  #opened = '/';

  constructor(visitor: Visitor) {
    this.#visitor = visitor;
  }

  async get(path: string) {
    this.#opened = path;
    return read(await this.#visitor.get(path));
  }

  async post(path: string, fields: Readonly<Record<string, string>>) {
    return read(await this.#visitor.submit(path, fields, this.#opened));
  }
}

async function read(answer: Response) {
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('Location') };
}

async function visitor(email?: string, language = 'id'): Promise<Browser> {
  const actor: Actor = (email && (await actorFor(t.db, examplePersonId(email), TODAY))) || { kind: 'visitor' };
  const app = createApp(t.tools, {
    actorOf: async () => actor,
    mount: (routes) => mountDirectory(routes, { handOver: async () => ({ moved: 2 }) }),
    pages: {
      fault: (c, requestId) => c.text(`fault ${requestId}`),
      notFound: (c) => c.text('not found'),
      refused: (c, kind, text) => c.text(`${kind}: ${text}`),
    },
  });
  return new Browser(new Visitor(app, { 'Accept-Language': language }));
}

const INVITATION = {
  agency: '51.05.dlh',
  name: 'Rai Lingkungan (contoh)',
  email: 'dlh@klungkung.example',
  phone: '',
  kind: 'liaison-officer',
  decreeNumber: '800/12/2026',
  'decreeOn-day': '5',
  'decreeOn-month': '1',
  'decreeOn-year': '2026',
  'startsOn-day': '17',
  'startsOn-month': '3',
  'startsOn-year': '2026',
};

describe('who may', () => {
  test('a visitor is asked to sign in, an officer without the capability is told whose page this is', async () => {
    expect((await (await visitor()).get('/admin/people')).location).toBe('/sign-in?return=%2Fadmin%2Fpeople');
    const liaison = await visitor('dinkes@klungkung.example');
    for (const path of ['/admin/people', '/admin/people/new', '/admin/agencies', '/admin/agencies/51.05']) {
      expect((await liaison.get(path)).status, path).toBe(403);
    }
  });

  test('a coordinator sees the people and offices of the own government, and of no other', async () => {
    const browser = await visitor(KLUNGKUNG);
    const list = (await browser.get('/admin/people')).text;
    expect(list).toContain('Putu Kesehatan (contoh)');
    expect(list).not.toMatch(/Batam|Hasan|Ratna|Budi/);
    const other = examplePersonId('koordinator@denpasar.example');
    for (const path of [
      `/admin/people/${other}`,
      '/admin/agencies/51.71',
      '/admin/agencies/51',
      `/admin/people/${t.tools.random.id()}`,
    ]) {
      expect((await browser.get(path)).status, path).toBe(404);
    }
    expect((await browser.get('/admin/people?q=hasan')).text).not.toContain('Hasan');
  });

  test('a coordinator invites, but keeps no agencies', async () => {
    const browser = await visitor(KLUNGKUNG);
    const page = await browser.get('/admin/agencies/51.05.dinkes');
    expect(page.text).toContain('/admin/people/new?agency=51.05.dinkes');
    expect(page.text).not.toContain('/change');
    expect((await browser.get('/admin/agencies/51.05.dinkes/change')).status).toBe(404);
    await browser.get('/admin/people/new?agency=51.05.dinkes');
    expect((await browser.post('/admin/agencies/51.05.dinkes/change', { name: 'x', shortName: 'x', reason: 'x' })).status).toBe(
      404,
    );
    expect((await agencyByCode(t.db, '51.05.dinkes'))?.name).toBe('Dinas Kesehatan Kabupaten Klungkung');
  });
});

describe('inviting', () => {
  test('first the agency, then the person; only positions that exist there and may be given are offered', async () => {
    const browser = await visitor(KLUNGKUNG);
    expect((await browser.get('/admin/people/new')).text).toContain('/admin/people/new?agency=51.05.dinkes');
    const form = (await browser.get('/admin/people/new?agency=51.05.dlh')).text;
    expect([...form.matchAll(/name="kind"[^>]*value="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'liaison-officer',
      'counter-officer',
      'office-head',
    ]);
    // an agency out of reach leads back to the first question
    expect((await browser.get('/admin/people/new?agency=51.71.dlh')).text).not.toContain('name="kind"');
  });

  test('what is missing is said at its field, all at once, and everything typed is kept', async () => {
    const browser = await visitor(KLUNGKUNG);
    await browser.get('/admin/people/new?agency=51.05.dlh');
    const answer = await browser.post('/admin/people', {
      ...INVITATION,
      name: ' ',
      email: 'bukan alamat',
      decreeNumber: 'SK <b>"9"</b>',
      'startsOn-month': '13',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Isi nama orang yang diundang.');
    expect(answer.text).toContain('Isi alamat surel yang lengkap');
    expect(answer.text).toContain('Isi hari pertama jabatan');
    expect(answer.text).toContain('bukan alamat');
    expect(answer.text).toContain('SK &lt;b&gt;&quot;9&quot;&lt;/b&gt;');
    expect(answer.text).toMatch(/value="liaison-officer"[^>]* checked|checked[^>]* value="liaison-officer"/);
    expect(problemsOf(answer.text)).toEqual([]);
  });

  test('from the invitation to the handover: invite, end with a successor, read the history', async () => {
    const browser = await visitor(KLUNGKUNG);
    await browser.get('/admin/people/new?agency=51.05.dlh');
    const sent = await browser.post('/admin/people', INVITATION);
    expect(sent.status).toBe(303);
    const person = sent.location ?? '';
    await browser.get('/admin/people/new?agency=51.05.dlh');
    const successor = await browser.post('/admin/people', {
      ...INVITATION,
      name: 'Rai Pengganti (contoh)',
      email: 'dlh2@klungkung.example',
    });
    const shown = (await browser.get(person)).text;
    expect(shown).toContain('Undangan sudah dikirim.');
    expect(shown).toContain('800/12/2026');

    const end = /href="([^"]+\/end)"/.exec(shown)?.[1] ?? '';
    const form = (await browser.get(end)).text;
    expect(form).toContain('Rai Pengganti (contoh)');
    const heir = /name="successor"[^>]*value="([0-9a-f-]{36})"/.exec(form)?.[1] ?? '';
    const day = { 'endsOn-day': '17', 'endsOn-month': '3', 'endsOn-year': '2026' };
    const refused = await browser.post(end, { ...day, reason: '', successor: heir });
    expect([refused.status, refused.text.includes('Isi alasannya')]).toEqual([422, true]);
    expect((await browser.post(end, { ...day, reason: 'Mutasi', successor: heir })).location).toBe(person);
    const after = (await browser.get(person)).text;
    expect(after).toContain('Jabatan diakhiri. 2 laporan dialihkan.');
    expect(after).toContain('Wayan Koordinator (contoh)');
    expect(after).toContain('Mutasi');
    expect(successor.status).toBe(303);
  });

  test('someone who is already here is not invited again but pointed at', async () => {
    const browser = await visitor(KLUNGKUNG);
    await browser.get('/admin/people/new?agency=51.05.dlh');
    const answer = await browser.post('/admin/people', { ...INVITATION, email: 'DINKES@klungkung.example' });
    expect([answer.status, answer.text.includes('Sudah ada orang dengan surel ini')]).toEqual([409, true]);
  });

  test('a hidden choice that was not offered is refused', async () => {
    const browser = await visitor(KLUNGKUNG);
    await browser.get('/admin/people/new?agency=51.05.dlh');
    for (const [changes, status] of [
      [{ kind: 'system-admin' }, 403],
      [{ kind: 'agency-coordinator' }, 422],
      [{ kind: 'bogus' }, 422],
    ] as const) {
      expect((await browser.post('/admin/people', { ...INVITATION, email: 'x@uji.example', ...changes })).status).toBe(status);
    }
    const elsewhere = await browser.post('/admin/people', { ...INVITATION, email: 'x@uji.example', agency: '51.71.dlh' });
    expect(elsewhere.text).toContain('Di instansi mana orang ini menjabat?');
  });
});

describe('a new invitation', () => {
  test('is sent by whoever could give every position the person holds, and by nobody else', async () => {
    const target = `/admin/people/${examplePersonId('dinkes@klungkung.example')}`;
    const browser = await visitor(KLUNGKUNG);
    await browser.get(target);
    expect((await browser.post(`${target}/invitations`, {})).location).toBe(target);
    expect((await browser.get(target)).text).toContain('Undangan baru sudah dikirim.');

    // The liaison officer becomes a national verifier as well: now the coordinator could take over a stronger account.
    const admin = await visitor(ADMIN);
    await admin.get(`${target}/positions/new?agency=kemenpanrb`);
    const { name, email, phone, ...position } = INVITATION;
    expect(
      (await admin.post(`${target}/positions`, { ...position, agency: 'kemenpanrb', kind: 'national-verifier' })).status,
    ).toBe(303);
    await browser.get(target);
    await browser.post(`${target}/invitations`, {});
    expect((await browser.get(target)).text).toContain('Anda tidak mengelola');
  });
});

describe('keeping the directory', () => {
  test('an office is opened, found, renamed and closed; the history says why', async () => {
    const admin = await visitor(ADMIN);
    await admin.get('/admin/agencies/51.05/new');
    const office = {
      kind: 'opd',
      slug: 'dpmd',
      name: 'Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Klungkung',
      shortName: 'DPMD Klungkung',
      functions: 'dpmd',
      reason: 'Perda 3/2026',
    };
    const made = await admin.post('/admin/agencies/51.05/new', office);
    expect(made.location).toBe('/admin/agencies/51.05.dpmd');
    expect((await admin.get('/agencies?q=dpmd+klungkung')).text).toContain(
      'Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Klungkung',
    );
    await admin.get('/admin/agencies/51.05/new');
    expect((await admin.post('/admin/agencies/51.05/new', office)).status).toBe(409);

    await admin.get('/admin/agencies/51.05.dpmd/change');
    await admin.post('/admin/agencies/51.05.dpmd/change', { ...office, name: 'Dinas PMD', desk: 'yes', reason: 'Uji' });
    expect(await agencyByCode(t.db, '51.05.dpmd')).toMatchObject({ name: 'Dinas PMD', isCoordinatorDesk: true });
    expect(await agencyByCode(t.db, '51.05.kominfo')).toMatchObject({ isCoordinatorDesk: false });

    await admin.get('/admin/agencies/51.05/close');
    expect((await admin.post('/admin/agencies/51.05/close', { reason: 'Uji' })).status).toBe(409);
    await admin.get('/admin/agencies/51.05.dpmd/close');
    expect((await admin.post('/admin/agencies/51.05.dpmd/close', { reason: 'Dilebur' })).status).toBe(303);
    const page = (await admin.get('/admin/agencies/51.05.dpmd')).text;
    expect(page).toContain('Dilebur');
    expect(page).toContain('Budi Administrator (contoh)');
    expect(await ombudsmanOfficeFor(t.db, '51.05')).toMatchObject({ code: 'ori.bali' });
  });

  test('a code that is none and a kind that cannot stand there are refused with everything typed', async () => {
    const admin = await visitor(ADMIN);
    await admin.get('/admin/agencies/51.05/new');
    const answer = await admin.post('/admin/agencies/51.05/new', {
      kind: 'ministry',
      slug: 'Dinas Baru!',
      name: 'Nama',
      shortName: '',
      functions: '',
      reason: '',
    });
    expect(answer.status).toBe(422);
    for (const text of [
      'Kode unit terdiri atas',
      'Isi nama lengkap dan nama singkat',
      'Isi alasannya',
      'Jenis ini tidak dapat dibuat di sini',
      'Dinas Baru!',
    ]) {
      expect(answer.text).toContain(text);
    }
  });
});

describe('pages', () => {
  test.each(['id', 'en'])('in %s every page is well-formed and speaks no other language', async (language) => {
    const admin = await visitor(ADMIN, language);
    const person = examplePersonId('pupr@klungkung.example');
    const paths = [
      '/agencies',
      '/agencies?q=dinkes&region=51',
      '/agencies?q=zzzz',
      '/admin/people',
      '/admin/people/new',
      '/admin/people/new?q=klungkung',
      '/admin/people/new?agency=51.05',
      `/admin/people/${person}`,
      `/admin/people/${person}/positions/new?agency=51.05`,
      '/admin/agencies',
      '/admin/agencies?q=puskesmas',
      '/admin/agencies/51.05',
      '/admin/agencies/51.05.dinkes/change',
      '/admin/agencies/51.05.dinkes/close',
      '/admin/agencies/51.05.dinkes/new',
      '/admin/agencies/new',
    ];
    for (const path of paths) {
      const answer = await admin.get(path);
      expect(answer.status, path).toBe(200);
      expect(problemsOf(answer.text), path).toEqual([]);
      expect(answer.text.includes(`lang="${language}"`), path).toBe(true);
      expect(answer.text, path).not.toMatch(/undefined|\[object|null,/);
    }
  });
});
