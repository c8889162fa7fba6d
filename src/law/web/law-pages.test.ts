import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { createApp } from '../../platform/http/app.ts';
import type { WebRoutes } from '../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { Visitor } from '../../platform/testing/visitor.ts';
import { SHIPPED_PARAMETERS } from '../data/parameters.ts';
import { lawRoutes } from './routes.tsx';

const ID = '0190c000-0000-7000-8000-00000000000';
function officer(...capabilities: 'law.manage'[]): Actor {
  const position = {
    positionId: `${ID}2`,
    kind: 'system-admin',
    agencyId: `${ID}3`,
    governmentId: `${ID}3`,
    agencyPath: [`${ID}3`],
    regionCode: null,
  };
  return { kind: 'officer', personId: `${ID}1`, name: 'Contoh Pengelola', positions: [{ ...position, capabilities }] };
}

const national = [
  '01-01',
  '02-08',
  '03-09',
  '03-10',
  '03-26',
  '05-01',
  '05-06',
  '05-17',
  '05-20',
  '06-01',
  '06-07',
  '08-17',
  '12-25',
];
const TABLE = `date,kind,what\n${national.map((day) => `2027-${day},libur_nasional,Hari <contoh>`).join('\n')}\n`;
const SKB = '900/2026, 3/2026, 6/2026';

let t: TestDatabase;
let actor: Actor = { kind: 'visitor' };
let app: WebRoutes;
let browser: Visitor;
beforeAll(async () => {
  t = await testDatabase();
  app = createApp(t.tools, {
    actorOf: async () => actor,
    mount: (routes) => void routes.route('/', lawRoutes),
    pages: {
      fault: (c, requestId) => c.text(`fault ${requestId}`, 500),
      notFound: (c) => c.text('not found', 404),
      refused: (c, kind, text) => c.text(`${kind}: ${text}`),
    },
  });
  browser = new Visitor(app);
});
afterAll(() => t.close());

async function read(answer: Response | Promise<Response>): Promise<{ status: number; html: string }> {
  const { status } = await answer;
  return { status, html: await (await answer).text() };
}

describe('what everybody may read', () => {
  test.each([
    ['/law', ['14 hari kerja', '60 hari kerja', 'PermenPANRB 62/2018 Bab VI', 'Belum dipastikan', 'SP4N 5/2025', '2 kali']],
    [
      '/law/holidays?year=2026',
      [
        'Kamis, 19 Maret 2026',
        'Hari Suci Nyepi 1948 Saka',
        '1497/2025, 2/2025, 5/2025',
        'Kalender versi 1',
        'Tidak ada libur daerah',
      ],
    ],
    ['/law/holidays?year=2027', ['belum ditetapkan', 'libur bertanggal tetap']],
    ['/law/holidays?year=2024', ['pemungutan suara Pemilihan Umum', 'Belum dipastikan']],
    ['/law/regulations', ['UU 25/2009', 'diganti PermenPANRB 5/2025', 'tanggal belum dipastikan']],
    [
      '/law/examples',
      ['jatuh tempo Selasa, 31 Maret 2026 pukul 23.59 WITA', 'sebelum hari itu ditetapkan', 'tanggal ini sementara'],
    ],
    ['/law/changes', ['Bawaan Tuntas', 'Hari libur nasional tahun 2026', '25 hari ditambahkan']],
  ])('%s', async (path, texts) => {
    const { status, html } = await read(browser.get(path));
    expect(status).toBe(200);
    for (const text of texts) expect(html).toContain(text);
  });

  test('in English too', async () => {
    const english = new Visitor(app, { 'Accept-Language': 'en' });
    expect((await read(english.get('/law'))).html).toContain('14 working days');
    expect((await read(english.get('/law/changes'))).html).toContain('Shipped with Tuntas');
  });

  test.each(['/law/holidays?year=abc', '/law/holidays?year=99999', '/law/changes?before=x', '/law/changes?before=-1'])(
    '%s is answered calmly',
    async (path) => {
      expect((await browser.get(path)).status).toBe(200);
    },
  );

  test('the log is paged to its end', async () => {
    const seen: string[] = [];
    for (let path: string | undefined = '/law/changes'; path; ) {
      const { html } = await read(browser.get(path));
      seen.push(...[...html.matchAll(/moj-timeline__item/g)].map(String));
      path = /href="(\/law\/changes\?before=\d+)"/.exec(html)?.[1];
    }
    expect(seen.length).toBe(SHIPPED_PARAMETERS.length + 3);
  });
});

describe('who may change the law', () => {
  test.each(['/admin/law/holidays', '/admin/law/parameters'])('%s asks a visitor to sign in', async (path) => {
    actor = { kind: 'visitor' };
    const answer = await browser.get(path);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/sign-in?return=${encodeURIComponent(path)}`]);
  });

  test('an officer without the capability is told whose page it is, and his form is refused', async () => {
    actor = officer();
    expect((await read(browser.get('/admin/law/parameters'))).status).toBe(403);
    actor = officer('law.manage');
    const fields = await browser.hiddenFields('/admin/law/parameters');
    actor = officer();
    expect((await browser.send('/admin/law/parameters', { ...fields, rule: 'complaint.verify' })).status).toBe(403);
  });
});

describe('importing holidays', () => {
  const check = (fields: Record<string, string>) => browser.submit('/admin/law/holidays/check', fields, '/admin/law/holidays');

  test('shows what would change, keeps it until confirmed, then logs it in public', async () => {
    actor = officer('law.manage');
    const compared = await read(check({ text: TABLE, skb: SKB }));
    expect(compared.status).toBe(200);
    expect(compared.html).toContain('libur nasional: Hari &lt;contoh&gt;');
    expect((await read(browser.get('/law/holidays?year=2027'))).html).toContain('belum ditetapkan');

    const edition = /name="edition" value="(\d+)"/.exec(compared.html)?.[1] ?? '';
    const confirm = async (fields: Record<string, string>) =>
      browser.send('/admin/law/holidays', {
        ...(await browser.hiddenFields('/admin/law/holidays')),
        text: TABLE,
        skb: SKB,
        edition,
        ...fields,
      });
    const unreasoned = await read(confirm({ reason: ' ' }));
    expect(unreasoned.status).toBe(422);
    expect(unreasoned.html).toContain('Tuliskan alasan perubahan');

    const done = await confirm({ reason: 'SKB 2027 <b>terbit</b>' });
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/law/holidays']);
    expect((await read(browser.get('/law/holidays?year=2027'))).html).toContain('900/2026, 3/2026, 6/2026');
    actor = { kind: 'visitor' };
    const log = (await read(browser.get('/law/changes'))).html;
    expect(log).toContain('SKB 2027 &lt;b&gt;terbit&lt;/b&gt;');
    expect(log).toContain('Pengelola aturan');
    expect(log).not.toContain('Contoh Pengelola');
    actor = officer('law.manage');

    const again = await read(confirm({ reason: 'sekali lagi' }));
    expect(again.status).toBe(409);
    expect(again.html).toContain('telah diubah orang lain');
  });

  test('goes back to the list with everything typed', async () => {
    const fields = await browser.hiddenFields('/admin/law/holidays');
    const { html } = await read(
      browser.send('/admin/law/holidays', { ...fields, text: TABLE, skb: SKB, edition: '1', reason: '', mend: 'yes' }),
    );
    expect(html).toContain('2027-02-08,libur_nasional');
    expect(html).toContain(SKB);
  });

  test('an uploaded file is read like a pasted one', async () => {
    const fields = await browser.hiddenFields('/admin/law/holidays');
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...fields, text: '', skb: '' })) body.set(name, value);
    const text =
      '{"years":[{"year":2026,"regional":[{"region":"51","date":"2026-06-17","basis":"SE Gubernur contoh","what":"Galungan"}]}]}';
    body.set('file', new File([text], 'libur.json', { type: 'application/json' }));
    const { status, html } = await read(
      browser.fetch('/admin/law/holidays/check', { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } }),
    );
    expect(status).toBe(200);
    expect(html).toContain('libur daerah: Galungan');
  });

  test.each([
    [{ text: '', skb: '' }, 'Tempelkan daftar hari libur'],
    [{ text: '{', skb: '' }, 'bukan JSON yang sah'],
    [{ text: TABLE, skb: '' }, 'tiga nomor SKB'],
    [{ text: TABLE.replace('2027-02-08', '2027-02-30'), skb: SKB }, 'baris 3: Bukan tanggal yang ada'],
    [{ text: 'x'.repeat(200_001), skb: '' }, 'terlalu besar'],
  ])('answers %j with what to mend', async (fields, message) => {
    const { status, html } = await read(check(fields));
    expect(status).toBe(422);
    expect(html).toContain(message);
  });
});

describe('changing a rule', () => {
  const form = {
    rule: 'complaint.verify',
    ruleSet: 'SP4N 5/2025',
    value: '2',
    unit: 'hk',
    'from-day': '1',
    'from-month': '6',
    'from-year': '2026',
    regulation: 'permenpanrb-5-2025',
    place: 'Pasal 9 (contoh)',
    confirmed: 'yes',
    reason: 'Teks pasal sudah diperiksa',
  };

  test('keeps what was typed when something is missing, and names the field', async () => {
    const { status, html } = await read(browser.submit('/admin/law/parameters', { ...form, value: 'dua', reason: '' }));
    expect(status).toBe(422);
    expect(html).toContain('href="#value"');
    expect(html).toContain('href="#reason"');
    expect(html).toContain('value="dua"');
    expect(html).toContain('Pasal 9 (contoh)');
  });

  test('saves a dated row that is announced beside the one in force', async () => {
    const done = await browser.submit('/admin/law/parameters', form);
    expect([done.status, done.headers.get('Location')]).toEqual([303, '/law/changes']);
    const { html } = await read(browser.get('/law'));
    expect(html).toContain('Akan berlaku');
    expect(html).toContain('PermenPANRB 5/2025 Pasal 9 (contoh)');
    expect((await read(browser.get('/law/changes'))).html).toMatch(/3 hari kerja \(.*\) menjadi 2 hari kerja \(/);
  });

  test('a second submission of the same form saves one row', async () => {
    const fields = { ...(await browser.hiddenFields('/admin/law/parameters')), ...form, value: '4', 'from-month': '7' };
    const count = async () => [...(await read(browser.get('/law/changes'))).html.matchAll(/4 hari kerja/g)].length;
    await browser.send('/admin/law/parameters', fields);
    const once = await count();
    expect((await browser.send('/admin/law/parameters', fields)).status).toBe(303);
    expect(await count()).toBe(once);
  });
});
