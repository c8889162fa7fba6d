import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { composePdf } from '../../../platform/documents/index.ts';
import { agreementList } from '../../store/register/lists.ts';
import { type RegisterTest, registerTest } from './register.test-support.ts';

let r: RegisterTest;
let pdf: Uint8Array;

beforeAll(async () => {
  r = await registerTest();
  pdf = await composePdf({
    ...{ title: 'Pindaian (contoh)', lang: 'id', author: 'Tuntas', at: new Date('2026-03-17T02:00:00Z') },
    blocks: [{ kind: 'heading', level: 1, text: 'Naskah (contoh)' }],
  });
});
afterAll(() => r.t.close());

const TABLE = '/desk/agreements/table';
const HEAD = 'jenis;judul;kode_pihak;ruang_lingkup;tanggal_tanda_tangan;mulai_berlaku;berlaku_sampai;sumber;berkas_pindaian';
const row = (code: string, day = '2025-09-15', title = `Sinergi pengawasan ${code} (contoh)`) =>
  `Nota kesepakatan;${title};ori.bali|${code};prevention;${day};${day};2030-09-14;Arsip kantor (contoh);${code}.pdf`;
const file = (...rows: readonly string[]) => new File([[HEAD, ...rows].join('\n')], 'kerja-sama.csv', { type: 'text/csv' });
const check = (csv: File, who: 'head' | 'preventer' = 'head') => r.at(who).send(TABLE, `${TABLE}/check`, {}, { file: csv });
const sha = async (csv: File) =>
  createHash('sha256')
    .update(new Uint8Array(await csv.arrayBuffer()))
    .digest('hex');
/** Confirms with a file, as the report's form would be sent by this browser. */
async function confirm(csv: File, checked: File = csv, who: 'head' | 'preventer' = 'head') {
  const browser = r.at(who);
  const report = await browser.send(TABLE, `${TABLE}/check`, {}, { file: checked });
  if (!report.html.includes(`action="${TABLE}"`)) return report;
  return browser.sendFrom(report.html, TABLE, {}, { file: csv });
}
const count = async () => {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM agreements.agreements`.execute(r.t.db);
  return rows[0]?.count as number;
};

describe('a table of agreements', () => {
  let before: number;
  beforeEach(async () => {
    before = await count();
  });

  test('is tried without a trace, then recorded with the same file, and a second time changes nothing', async () => {
    const csv = file(row('51.03'), row('51.04'));
    const tried = await check(csv);
    expect(tried.status, tried.text).toBe(200);
    expect(tried.text).toContain('Akan dicatat 2');
    expect(tried.text).toContain('Pemerintah Kabupaten Badung');
    expect(await count()).toBe(before);
    const done = await confirm(csv);
    expect(done.status, done.text).toBe(303);
    expect(await count()).toBe(before + 2);
    const again = await check(csv);
    expect(again.text).toContain('Sudah tercatat, dilewati 2');
    expect(again.text).toContain('semuanya sudah tercatat');
    const listed = await r.at('head').get('/desk/agreements/all?q=badung');
    expect(listed.text).toContain('Sinergi pengawasan 51.03 (contoh)');
    expect(listed.text).toContain('Tanpa narahubung');
    expect(listed.text).not.toContain('Sinergi pengawasan 51.04');
  });

  test('another file than the one that was checked is refused', async () => {
    const other = file(row('51.06', '2024-01-02'));
    const refused = await confirm(other, file(row('51.06', '2024-01-03')));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('bukan berkas yang tadi diperiksa');
    expect(await count()).toBe(before);
  });

  test('with a row that is wrong nothing is kept, and each wrong cell is named', async () => {
    const csv = file(
      row('51.07', '2023-05-05'),
      row('99.99'),
      'Nota kesepakatan;Terbalik (contoh);ori.bali|51.08;prevention;2025-09-15;2024-01-01;2030-09-14;Arsip;',
      'Nota kesepakatan;Besok (contoh);ori.bali|51.08;prevention;2027-09-15;2027-09-15;;Arsip;',
      'Nota kesepakatan;Tanpa sumber (contoh);ori.bali|51.08;prevention;2025-09-15;2025-09-15;;;',
      'Nota kesepakatan;Satu pihak (contoh);ori.bali;prevention;2025-09-15;2025-09-15;;Arsip;',
      'Nota kesepakatan;Miring (contoh);ori.bali|51.08',
      row('51.07', '2023-05-05'),
    );
    const tried = await check(csv);
    expect(tried.status).toBe(422);
    for (const said of [
      'Instansi ini tidak ada dalam direktori',
      'Urutan tanggal tidak benar',
      'Tanggal tanda tangan belum tiba',
      'Sebutkan dari mana data ini berasal',
      'Sebutkan sedikitnya satu pihak dari setiap sisi',
      'Jumlah sel baris ini tidak sama',
      'sudah disebut di baris lain',
    ])
      expect(tried.text).toContain(said);
    expect(tried.html).not.toContain(`action="${TABLE}"`);
    const forced = await r.at('head').send(TABLE, `${TABLE}/check`, {}, { file: file(row('51.07', '2023-05-05')) });
    expect(forced.status).toBe(200);
    expect(await count()).toBe(before);
  });

  test('that cannot be read says why', async () => {
    const says = async (content: BlobPart) => (await check(new File([content], 'x.csv'))).text;
    expect(await says('')).toContain('Pilih berkasnya dulu');
    expect(await says(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toContain('bukan UTF-8');
    expect(await says('judul;warna\nx;y')).toMatch(/Kolom warna tidak dikenal[\s\S]*Kolom jenis tidak ada/);
    expect(await says(`${HEAD}\n"tidak ditutup;x`)).toContain('tidak dapat dibaca sebagai CSV');
    expect(await says([HEAD, ...Array.from({ length: 1001 }, () => row('51.03'))].join('\n'))).toContain(
      'Lebih dari 1.000 baris',
    );
  });

  test('two people who import the same one at once record it once', async () => {
    const csv = file(row('51.02', '2022-02-02'), row('51.01', '2022-02-02'), row('51.08', '2022-02-03'));
    const browsers = [r.at('head'), r.at('preventer')];
    const reports = await Promise.all(browsers.map((browser) => browser.send(TABLE, `${TABLE}/check`, {}, { file: csv })));
    const answers = await Promise.all(
      browsers.map((browser, index) => browser.sendFrom(reports[index]?.html as string, TABLE, {}, { file: csv })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)?.text).toContain('semuanya sudah tercatat');
    expect(await count()).toBe(before + 3);
  });

  test('an unchanged export changes nothing; a changed one is refused cell by cell', async () => {
    const answer = await r.at('head').raw('/desk/agreements/all.csv');
    expect(answer.headers.get('Content-Type')).toContain('text/csv');
    const text = await answer.text();
    expect(text.split('\r\n').length).toBeGreaterThan(5);
    const again = await check(new File([text], 'kerja-sama.csv'));
    expect(again.status, again.text).toBe(200);
    expect(again.text).toContain('Akan dicatat 0');
    expect(again.text).toContain('semuanya sudah tercatat');
    const changed = await check(new File([text.replace('2030-09-14', '2031-09-14')], 'kerja-sama.csv'));
    expect(changed.status).toBe(422);
    expect(changed.text).toMatch(/berlaku_sampai\s*: Isi baris ini berbeda dari catatan/);
    expect(await count()).toBe(before);
  });

  test('the sample table is accepted as it is, and only officers who prepare agreements come here', async () => {
    const sample = await (await r.at('head').raw(`${TABLE}/contoh.csv`)).text();
    const tried = await check(new File([sample], 'contoh.csv'));
    expect(tried.status, tried.text).toBe(200);
    expect(tried.text).toContain('Akan dicatat 1');
    expect((await r.at('liaison').get(TABLE)).status).toBe(404);
    // For a government other than one's own nobody records anything.
    const foreign = await r
      .at('coordinator')
      .send(
        TABLE,
        `${TABLE}/check`,
        {},
        { file: new File([`kode_penyimpan;${HEAD}\nori.bali;${row('51.03', '2021-01-01')}`], 'x.csv') },
      );
    expect(foreign.text).toContain('bukan wewenang jabatan Anda');
  });
});

describe('scans of what came in by a table', () => {
  test('come as a ZIP, each to its agreement by the announced name or the code; what is no PDF is said', async () => {
    const csv = file(row('51.71', '2021-03-03'), row('51.05', '2021-03-03'));
    expect((await confirm(csv)).status).toBe(303);
    const head = await r.who('head');
    const asked = { now: r.t.tools.clock.now(), warnDays: { long: 180, yearly: 90 } };
    const { lines } = await agreementList(r.t.db, head, { words: 'Sinergi pengawasan 51.05' }, asked, { limit: 5 });
    const code = lines.find(({ signedOn }) => signedOn?.toString() === '2021-03-03')?.code as string;
    const zip = zipSync({
      'pindaian/51.71.pdf': new Uint8Array(pdf),
      [`${code}.pdf`]: new TextEncoder().encode('bukan pdf'),
      'lain.pdf': new Uint8Array(pdf),
      '__MACOSX/._51.71.pdf': new Uint8Array(1),
    });
    const send = (name: string, content: Uint8Array) =>
      r.at('head').send(TABLE, `${TABLE}/scans`, {}, { scans: new File([new Uint8Array(content)], name) });
    const sent = await send('pindaian.zip', zip);
    expect(sent.text).toMatch(/51\.71\.pdf\s+Tersimpan, menunggu dicocokkan/);
    expect(sent.text).toMatch(/\.pdf\s+Bukan PDF yang dapat dibuka/);
    expect(sent.text).toMatch(/lain\.pdf\s+Tidak ada dokumen dengan nama ini/);
    expect(sent.text).not.toContain('_51.71');
    expect((await send(`${code}.pdf`, pdf)).text).toContain('Tersimpan, menunggu dicocokkan');
    expect((await send(`${code}.pdf`, pdf)).text).toContain('Sudah mempunyai pindaian');
    expect((await send('rusak.zip', pdf.subarray(0, 400))).text).toContain('Berkas ZIP tidak dapat dibuka');
    expect((await r.at('preventer').get('/desk/agreements?kind=scan')).text).toContain('Sinergi pengawasan 51.71 (contoh)');
  });
});

test('the digest of the dry run is that of the file', async () => {
  const csv = file(row('51.03', '2020-06-06'));
  expect((await check(csv)).html).toContain(`value="${await sha(csv)}"`);
});
