import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composePdf } from '../../../platform/documents/index.ts';
import { agencyIdOf, type CastName, draftedAgreement } from '../../cast.test-support.ts';
import { loadAgreementByCode } from '../../store/agreements.ts';
import { type RegisterTest, registerTest } from './register.test-support.ts';

let r: RegisterTest;
let pdf: File;

beforeAll(async () => {
  r = await registerTest();
  const bytes = await composePdf({
    ...{ title: 'Pindaian (contoh)', lang: 'id', author: 'Tuntas', at: new Date('2026-03-17T02:00:00Z') },
    blocks: [{ kind: 'heading', level: 1, text: 'Naskah (contoh)' }],
  });
  pdf = new File([new Uint8Array(bytes)], 'naskah.pdf', { type: 'application/pdf' });
});
afterAll(() => r.t.close());

const NEW = '/desk/agreements/new';
const codeIn = (location: string | null) => /[A-Z]{2,3}-\d{4}-\d{4}/.exec(location ?? '')?.[0] as string;
const days = { 'signedOn-day': '15', 'signedOn-month': '9', 'signedOn-year': '2025' };
const force = { 'inForceFrom-day': '15', 'inForceFrom-month': '9', 'inForceFrom-year': '2025' };
const end = { 'inForceUntil-day': '14', 'inForceUntil-month': '9', 'inForceUntil-year': '2030' };

/** Enters a memorandum between the office and Klungkung through the form. */
async function entered(title: string): Promise<string> {
  const head = r.at('head');
  const klungkung = await agencyIdOf(r.t, '51.05');
  const withParty = await head.send(NEW, NEW, {
    ...{ kind: 'nota-kesepakatan', title, programmes: ['prevention', 'competence'], near: klungkung, addNear: 'yes' },
  });
  expect(withParty.status).toBe(200);
  const made = await head.sendFrom(withParty.html, NEW, { isSigned: 'no' });
  expect(made.status, made.text).toBe(303);
  return codeIn(made.location);
}

describe('a new agreement', () => {
  test('is entered by form: parties from the directory, in order, each with its number', async () => {
    const head = r.at('head');
    const found = await head.send(NEW, NEW, {
      kind: 'komitmen',
      title: 'Komitmen bersama (contoh)',
      q: 'dinas kesehatan klungkung',
      find: 'yes',
    });
    expect(found.text).toContain('Dinas Kesehatan');
    const health = await agencyIdOf(r.t, '51.05.dinkes');
    const klungkung = await agencyIdOf(r.t, '51.05');
    const added = await head.sendFrom(found.html, NEW, { found: [health], addFound: 'yes' });
    expect(added.html).toContain(`value="${health}"`);
    const both = await head.sendFrom(added.html, NEW, { near: klungkung, addNear: 'yes' });
    const ordered = await head.sendFrom(both.html, NEW, {
      'place-2': '1',
      'place-0': '2',
      'place-1': '3',
      'number-2': '180/12/KLK',
      isSigned: 'no',
    });
    expect(ordered.status, ordered.text).toBe(303);
    const agreement = await loadAgreementByCode(r.t.db, codeIn(ordered.location));
    expect(agreement?.parties.map(({ agencyId }) => agencyId)).toEqual([klungkung, await agencyIdOf(r.t, 'ori.bali'), health]);
    expect(agreement?.parties[0]?.ownNumber).toBe('180/12/KLK');
  });

  test('with parties that do not exist, days out of order and no kind is refused with everything typed kept', async () => {
    const head = r.at('head');
    const page = await head.get(NEW);
    const wrong = await head.sendFrom(page.html, NEW, {
      ...{
        kind: 'nota-kesepakatan',
        title: 'Sinergi <pengawasan> (contoh)',
        party: ['0190a000-0000-7000-8000-000000000000'],
        'number-0': '7',
      },
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Instansi ini tidak ada dalam direktori');
    expect(wrong.html).toContain('Sinergi &lt;pengawasan&gt; (contoh)');
    const unordered = await head.sendFrom(page.html, NEW, {
      ...{ kind: 'nota-kesepakatan', title: 'Sinergi (contoh)', ...days, ...force },
      ...{ 'inForceFrom-year': '2024', 'inForceUntil-day': '31', 'inForceUntil-month': '2', 'inForceUntil-year': '2026' },
    });
    expect(unordered.status).toBe(422);
    expect(unordered.text).toContain('Tanggal tidak dikenali');
    const later = await head.sendFrom(page.html, NEW, {
      kind: 'nota-kesepakatan',
      title: 'Sinergi (contoh)',
      ...days,
      ...force,
      'inForceFrom-year': '2024',
    });
    expect(later.text).toContain('Urutan tanggal tidak benar');
    expect((await head.sendFrom(page.html, NEW, { kind: 'sumpah', title: 'x' })).text).toContain('Pilih jenis dokumennya');
  });

  test('is not for officers who prepare nothing', async () => {
    for (const name of ['liaison', 'leader'] as const) expect((await r.at(name).get(NEW)).status).toBe(404);
    expect((await r.at('nobody').get(NEW)).location).toContain('/sign-in');
  });
});

describe('the life of a record', () => {
  test('from a draft to signed with its scan, which a second person compares, and nobody else', async () => {
    const code = await entered('Sinergi pengawasan (contoh)');
    const path = `/desk/agreements/${code}`;
    const head = r.at('head');
    const without = await head.send(`${path}/record`, `${path}/record`, { ...days, ...force, ...end });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Sebutkan dari mana data ini berasal');
    const noPdf = await head.send(
      `${path}/record`,
      `${path}/record`,
      { ...days, ...force, ...end },
      { scan: new File(['bukan pdf'], 'naskah.pdf') },
    );
    expect(noPdf.status).toBe(422);
    expect(noPdf.text).toContain('bukan PDF yang dapat dibuka');
    expect(noPdf.html).toContain('value="2030"');
    expect((await loadAgreementByCode(r.t.db, code))?.state).toBe('draft');
    const recorded = await head.send(
      `${path}/record`,
      `${path}/record`,
      { ...days, ...force, ...end, place: 'Semarapura' },
      { scan: pdf },
    );
    expect(recorded.status, recorded.text).toBe(303);
    const overview = await head.get(path);
    expect(overview.text).toContain('Pindaian menunggu diperiksa orang kedua');
    expect(overview.text).toContain('Senin, 15 September 2025 sampai Sabtu, 14 September 2030');
    const colleague = r.at('preventer');
    expect((await colleague.get('/desk/agreements?kind=scan')).text).toContain('Sinergi pengawasan (contoh)');
    expect((await head.get('/desk/agreements?kind=scan')).text).not.toContain('Sinergi pengawasan (contoh)');
    const files = await colleague.get(`${path}/files`);
    const action = /action="([^"]*\/compared)"/.exec(files.html)?.[1] as string;
    expect((await colleague.sendFrom(files.html, action, { compare: 'yes' })).status).toBe(303);
    expect((await head.get(`${path}/files`)).text).toContain('Sesuai naskah');
    expect((await colleague.get('/desk/agreements?kind=scan')).text).not.toContain('Sinergi pengawasan (contoh)');
    const history = await head.get(`${path}/history`);
    for (const said of ['Dokumen dibuat', 'Dicatat sebagai sudah ditandatangani']) expect(history.text).toContain(said);
    expect(history.text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  test('a scan that does not fit the paper gives way to a better one, which waits to be compared anew', async () => {
    const code = await entered('Pindaian buram (contoh)');
    const path = `/desk/agreements/${code}`;
    const head = r.at('head');
    await head.send(`${path}/record`, `${path}/record`, { ...days, ...force, 'signedOn-day': '8' }, { scan: pdf });
    const missing = await head.send(`${path}/files`, `${path}/files`, { kind: 'scan' });
    expect(missing.status).toBe(422);
    expect((await head.send(`${path}/files`, `${path}/files`, { kind: 'scan', replaces: 'yes' }, { file: pdf })).status).toBe(
      303,
    );
    const files = await r.at('preventer').get(`${path}/files`);
    expect(files.text.match(/Diganti/g)).toHaveLength(1);
    expect(files.html.match(/action="[^"]*\/compared"/g)).toHaveLength(1);
    expect((await r.at('preventer').get(`${path}/history`)).text).toContain('Pindaian diganti dengan yang lebih baik');
  });

  test('a scan is for everybody once it is compared, and until its keeper takes it back; the other side opens nothing', async () => {
    const code = await entered('Pindaian terbuka (contoh)');
    const path = `/desk/agreements/${code}`;
    const head = r.at('head');
    await head.send(`${path}/record`, `${path}/record`, { ...days, ...force, 'signedOn-day': '9' }, { scan: pdf });
    const visitor = r.at('nobody');
    const file = async () => {
      const [, id] = /\/files\/([0-9a-f-]{36})"/.exec((await head.get(`${path}/files`)).html) ?? [];
      return (await visitor.get(`/agreements/${code}/files/${id}`)).status;
    };
    const isListed = async () => (await visitor.get(`/agreements/${code}`)).html.includes(`/agreements/${code}/files/`);
    expect((await head.get(`${path}/files`)).text).toContain('umum setelah dicocokkan');
    expect([await file(), await isListed()]).toEqual([404, false]);
    const step = async (name: CastName, what: 'compared' | 'opened' | 'closed') => {
      const browser = r.at(name);
      const page = (await browser.get(`${path}/files`)).html;
      const action = new RegExp(`action="([^"]*/${what})"`).exec(page)?.[1];
      if (action === undefined) return undefined;
      const why = `reason-${/\/files\/([^/]+)\//.exec(action)?.[1]}`;
      if (what === 'closed') {
        const again = await browser.sendFrom(page, action, { [why]: 'NIK 5105014107900001' });
        expect([again.status, again.html.includes('value="NIK 5105014107900001"')]).toEqual([422, true]);
      }
      return (await browser.sendFrom(page, action, { [why]: 'Salah berkas (contoh)' })).status;
    };
    expect(await step('preventer', 'compared')).toBe(303);
    expect([await file(), await isListed()]).toEqual([200, true]);
    expect(await step('coordinator', 'closed')).toBeUndefined();
    expect(await step('preventer', 'closed')).toBe(303);
    expect([await file(), await isListed()]).toEqual([404, false]);
    expect(await step('preventer', 'opened')).toBe(303);
    expect(await file()).toBe(200);
    expect((await r.at('coordinator').get(`${path}/files`)).html).not.toContain('name="isPublic"');
    expect((await head.get(`${path}/files`)).html).toMatch(/name="isPublic"(?![^>]* checked)/);
  });

  test('the same paper twice is refused, and one with another number is another paper', async () => {
    const [first, second] = [await entered('Kembar satu (contoh)'), await entered('Kembar dua (contoh)')];
    const record = (code: string) => {
      const path = `/desk/agreements/${code}/record`;
      const day = {
        'signedOn-day': '3',
        'signedOn-month': '2',
        'signedOn-year': '2024',
        'inForceFrom-day': '3',
        'inForceFrom-month': '2',
        'inForceFrom-year': '2024',
      };
      return r.at('head').send(path, path, { ...day, source: 'Arsip kantor (contoh)' });
    };
    expect((await record(first)).status).toBe(303);
    const twin = await record(second);
    expect(twin.status).toBe(409);
    expect(twin.text).toContain('sudah tercatat');
    for (const [code, number] of [
      [first, '1/NK'],
      [second, '2/NK'],
    ] as const) {
      const edit = `/desk/agreements/${code}/edit`;
      const saved = await r.at('head').send(edit, edit, { 'number-0': number, reason: 'nomor belum ada' });
      expect(saved.status, saved.text).toBe(303);
    }
    expect((await record(second)).status).toBe(303);
  });

  test('two people who record the same paper at once record it once', async () => {
    const codes = [await entered('Serentak satu (contoh)'), await entered('Serentak dua (contoh)')];
    const day = {
      'signedOn-day': '4',
      'signedOn-month': '2',
      'signedOn-year': '2024',
      'inForceFrom-day': '4',
      'inForceFrom-month': '2',
      'inForceFrom-year': '2024',
    };
    const answers = await Promise.all(
      codes.map((code, index) => {
        const path = `/desk/agreements/${code}/record`;
        return r.at(index === 0 ? 'head' : 'preventer').send(path, path, { ...day, source: 'Arsip kantor (contoh)' });
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });

  test('a record is set right with a reason, and the history says what', async () => {
    const code = await entered('Salah ketik (contoh)');
    const path = `/desk/agreements/${code}`;
    await r
      .at('head')
      .send(`${path}/record`, `${path}/record`, { ...days, ...force, 'signedOn-day': '10', source: 'Arsip (contoh)' });
    const without = await r.at('head').send(`${path}/edit`, `${path}/edit`, { 'inForceFrom-day': '20' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Tuliskan alasannya');
    const done = await r.at('head').send(`${path}/edit`, `${path}/edit`, { 'inForceFrom-day': '20', reason: 'Salah ketik hari' });
    expect(done.status, done.text).toBe(303);
    const history = await r.at('head').get(`${path}/history`);
    expect(history.text).toContain('Berubah: mulai berlaku.');
    expect(history.text).toContain('Salah ketik hari');
    expect((await r.at('coordinator').get(`${path}/edit`)).status).toBe(404);
  });
});

describe('steps on the overview', () => {
  test('a draft goes round, comes back, is dropped with a reason; who is not the keeper is offered nothing', async () => {
    const agreement = await draftedAgreement(r.t, await r.who('head'), { title: 'Berkeliling (contoh)' });
    const path = `/desk/agreements/${agreement.code}`;
    expect((await r.at('coordinator').get(path)).text).not.toContain('Kirim untuk dibahas');
    expect((await r.at('outsider').get(path)).status).toBe(404);
    expect((await r.at('coordinator').get(`${path}/steps/circulate`)).status).toBe(404);
    expect((await r.at('head').send(`${path}/steps/circulate`, `${path}/steps/circulate`, {})).status).toBe(303);
    expect((await r.at('coordinator').get('/desk/agreements?kind=comment')).text).toContain('Berkeliling (contoh)');
    const dropped = await r.at('head').send(`${path}/steps/drop`, `${path}/steps/drop`, { reason: ' ' });
    expect(dropped.status).toBe(422);
    expect(dropped.text).toContain('Tuliskan alasannya');
    expect(
      (await r.at('head').send(`${path}/steps/drop`, `${path}/steps/drop`, { reason: 'Naskah lain yang dipakai' })).status,
    ).toBe(303);
    expect((await loadAgreementByCode(r.t.db, agreement.code))?.state).toBe('dropped');
  });

  test('an agreement ends within its term, and from a form made before somebody else changed it nothing is done', async () => {
    const code = await entered('Diakhiri (contoh)');
    const path = `/desk/agreements/${code}`;
    await r
      .at('head')
      .send(`${path}/record`, `${path}/record`, { ...days, ...force, ...end, 'signedOn-day': '1', source: 'Arsip (contoh)' });
    const slow = r.at('head');
    const stale = await slow.get(`${path}/steps/end`);
    const point = {
      position: 'Kepala Bagian Organisasi (contoh)',
      officeMail: 'organisasi@klungkung.example',
      partyId: (await loadAgreementByCode(r.t.db, code))?.parties[1]?.id ?? '',
    };
    const focal = `${path}/focal-points`;
    const named = await r.at('head').send(focal, focal, point);
    expect(named.status, named.text).toBe(303);
    const late = await slow.sendFrom(stale.html, `${path}/steps/end`, { reason: 'Sudah diganti' });
    expect(late.status).toBe(409);
    const before = { 'endedOn-day': '1', 'endedOn-month': '1', 'endedOn-year': '2020', reason: 'Sudah diganti' };
    expect((await r.at('head').send(`${path}/steps/end`, `${path}/steps/end`, before)).text).toContain('di dalam masa berlaku');
    expect((await r.at('head').send(`${path}/steps/end`, `${path}/steps/end`, { reason: 'Sudah diganti' })).status).toBe(303);
    expect((await r.at('coordinator').get(path)).text).toContain('Diakhiri');
  });
});

test('programmes are added by offices of the Ombudsman alone, and closed again', async () => {
  const path = '/desk/agreements/programmes';
  expect((await r.at('coordinator').get(path)).status).toBe(404);
  const add = { labelId: 'Pengawasan penyelenggaraan pelayanan publik', labelEn: 'Oversight of public services' };
  expect((await r.at('head').send(path, path, add)).status).toBe(303);
  expect((await r.at('head').send(path, path, add)).status).toBe(409);
  expect((await r.at('head').get(NEW)).text).toContain('Pengawasan penyelenggaraan pelayanan publik');
  expect((await r.at('head').send(path, path, { labelId: '', labelEn: '', close: 'oversight-of-public-services' })).status).toBe(
    303,
  );
  expect((await r.at('head').get(NEW)).text).not.toContain('Pengawasan penyelenggaraan pelayanan publik');
});
