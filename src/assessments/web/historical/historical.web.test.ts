import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personWith } from '../../actions/field.test-support.ts';
import type { AssessmentTables } from '../../store/tables.ts';
import { type Answer, AtDesk, type RoundsTest, roundsTest } from '../rounds/rounds.test-support.ts';

const PAGE = '/desk/historical-results';
const HISTORY = '/assessments/agencies/51.05';
const HEAD = 'instansi;tahun;nilai;zona;kategori;sumber;catatan\n';
const TWO_SOURCES = `${HEAD}51.05;2021;88,10;hijau;;Siaran pers contoh;\n51.05;2021;87.20;kuning;;Situs daerah contoh;\n`;

let test_: RoundsTest;
let manager: AtDesk;

beforeAll(async () => {
  test_ = await roundsTest();
  manager = new AtDesk(test_, (await personWith(test_.t, 'assessment-manager', 'ori')).personId);
});
afterAll(() => test_.t.close());

const csv = (text: string) => [new File([text], 'hasil.csv', { type: 'text/csv' })];
const check = (text: string) => manager.submitFiles(`${PAGE}/check`, {}, csv(text), { page: PAGE, name: 'file' });
const confirm = (text: string, { html }: Answer) => manager.submitFiles(PAGE, {}, csv(text), { html, name: 'file' });

async function kept(): Promise<number> {
  const rows = await test_.t.db.withTables<AssessmentTables>().selectFrom('assessments.historical').select('id').execute();
  return rows.length;
}

const said = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('results of past years at the desk', () => {
  test('are there for whoever plans or publishes rounds, and for nobody else', async () => {
    expect((await manager.get('/desk/assessments')).html).toContain(`href="${PAGE}"`);
    const head = new AtDesk(test_, (await personWith(test_.t, 'ombudsman-head', 'ori')).personId);
    expect((await head.get(PAGE)).status).toBe(200);
    for (const [kind, code] of [
      ['assessor', 'ori.bali'],
      ['assessment-checker', 'ori.bali'],
      ['agency-coordinator', '51.05'],
    ] as const) {
      const other = new AtDesk(test_, (await personWith(test_.t, kind, code)).personId);
      expect((await other.get(PAGE)).status, kind).toBe(404);
      expect((await other.get('/desk/assessments')).html, kind).not.toContain(PAGE);
      const html = (await other.get('/assessments')).html.replace('action="/sign-out"', `action="${PAGE}/check"`);
      const sent = await other.submitFiles(`${PAGE}/check`, {}, csv(TWO_SOURCES), { html, name: 'file' });
      expect(sent.status, kind).toBe(404);
    }
  });

  test.each([
    ['tahun;nilai\n2021;85\n', 'Kolom ini tidak ada: instansi, sumber.'],
    ['instansi;tahun;sumber;warna\n51.05;2021;Contoh;biru\n', 'Kolom ini tidak dikenal: warna.'],
    ['instansi;tahun;sumber;nilai;score\n', 'Kolom ini ada dua kali: nilai.'],
  ])('a file with wrong columns is named by them: %s', async (text, message) => {
    const answer = await check(text);
    expect(answer.status).toBe(422);
    expect(said(answer.html)).toContain(message);
    expect(answer.html).toContain('href="#file"');
  });

  test('no file, and a row that cannot be right, are said before anything is written', async () => {
    const none = await manager.submitFiles(`${PAGE}/check`, {}, [], { page: PAGE, name: 'file' });
    expect(none.status).toBe(422);
    const answer = await check(
      `${HEAD}51.05;2020;80;hijau;;Contoh;\n99.99;2021;80;hijau;;Contoh;\n51.05;2021;85,5;merah;;Contoh;\n`,
    );
    expect(answer.status).toBe(200);
    const text = said(answer.html);
    expect(text).toContain('Masih ada baris yang salah.');
    expect(text).toMatch(/Harus diperbaiki.*Baris 3: Kode instansi tidak ada di direktori\./);
    expect(text).toMatch(/Baris 2: Tidak ditemukan penilaian nasional pada tahun ini\./);
    expect(text).toMatch(/Baris 4: Zona menurut sumber tidak sesuai/);
    expect(text).toMatch(/Baris 4: Nilai ditulis dengan koma desimal\./);
    expect(answer.html).not.toContain('name="checked"');
    expect(await kept()).toBe(0);
  });

  test('checking writes nothing; confirming writes what was checked, and only that', async () => {
    const checked = await check(TWO_SOURCES);
    expect(said(checked.html)).toMatch(/Baris 2 Baru 2 .*Sumber berbeda 1 Salah 0/);
    expect(await kept()).toBe(0);
    const other = await confirm(TWO_SOURCES.replace('87.20', '99.99'), checked);
    expect(other.status).toBe(422);
    expect(said(other.html)).toContain('Berkas ini bukan yang tadi diperiksa.');
    expect(await kept()).toBe(0);
    const done = await confirm(TWO_SOURCES, checked);
    expect([done.status, done.location]).toEqual([303, '/assessments']);
    expect(await kept()).toBe(2);
    const again = await check(TWO_SOURCES);
    expect(said(again.html)).toContain('Tidak ada yang baru atau berubah.');
  });

  test('the history of the agency shows both sources and says that they differ', async () => {
    const text = said((await manager.get(HISTORY)).html);
    expect(text).toMatch(/2021 88,10 .*Siaran pers contoh.*Sumber berbeda 2 sumber berbeda; semuanya ditampilkan/);
    expect(text).toMatch(/2021 87,20 .*Situs daerah contoh.*Sumber berbeda/);
    expect(text).toContain('Nilai ditulis dengan koma desimal.');
    // Of a year whose rules are not known, the zone is still what the source said.
    const early = `${HEAD}51.03;2020;81;hijau;;Koran contoh;\n`;
    expect((await confirm(early, await check(early))).status).toBe(303);
    expect(said((await manager.get('/assessments/agencies/51.03')).html)).toMatch(/2020 81,00 Zona hijau Koran contoh/);
    const english = new AtDesk(test_, (await personWith(test_.t, 'assessment-manager', 'ori')).personId, 'en');
    expect(said((await english.get(HISTORY)).html)).toMatch(/88\.10 .*Sources differ/);
  });
});
