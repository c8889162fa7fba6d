import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { Visitor } from '../../../platform/testing/visitor.ts';
import { bestAnswer, makeRound, publishOne, publishRound, type TestRound } from '../../actions/published.test-support.ts';
import { verifyRoundFile } from '../../actions/verify-round-file.ts';
import type { AssessmentTables } from '../../store/tables.ts';
import { mountResults } from './routes.ts';

let t: TestDatabase;
let visitor: Visitor;
let english: Visitor;
let round: TestRound;

const UNITS = (code: string) => [`${code}.dinkes`, `${code}.disdik`];

beforeAll(async () => {
  t = await testDatabase();
  const app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountResults,
    actorOf: async () => ({ kind: 'visitor' }),
  });
  visitor = new Visitor(app, { 'Accept-Language': 'id' });
  english = new Visitor(app, { 'Accept-Language': 'en' });
  // Klungkung is short of fees, Badung of everything, Denpasar of nothing.
  round = await makeRound(t, {
    code: 'uji-2024',
    agencies: { '51.05': UNITS('51.05'), '51.03': UNITS('51.03'), '51.71': UNITS('51.71') },
    answer: ({ agency, indicator }) => {
      if (indicator.code === 'biaya' && agency === '51.05') return '1';
      if (agency === '51.03' && indicator.answer.kind === 'interval') return '1';
      return bestAnswer(indicator);
    },
  });
  await publishRound(t, round);
  const earlier = await makeRound(t, {
    ...{ code: 'uji-2023', year: 2023, instrument: 'penilaian-2023', agencies: { '51.05': UNITS('51.05') } },
    answer: ({ indicator }) => (indicator.answer.kind === 'interval' ? '2' : bestAnswer(indicator)),
  });
  await publishRound(t, earlier);
});
afterAll(() => t.close());

async function text(path: string, who = visitor): Promise<string> {
  const answer = await who.get(path);
  expect(answer.status, path).toBe(200);
  return (await answer.text()).replace(/\s+/g, ' ');
}

describe('published results', () => {
  it('a year shows each region as a tile in words, and the same in the table', async () => {
    const html = await text('/assessments/years/2024?region=51');
    expect(html).toMatch(/tuntas-region--dark-green" href="\/assessments\/uji-2024\/51\.05"/);
    const tile = /href="\/assessments\/uji-2024\/51\.05"[^>]*>(.*?)<\/a>/.exec(html)?.[1] ?? '';
    expect(tile.replace(/<[^>]+>/g, ' ')).toMatch(/Klungkung\s+9\d,\d\d\s+hijau pekat · A/);
    expect(html).toMatch(/<table[^>]*id="results".*Pemerintah Kabupaten Klungkung.*<\/table>/);
    expect(html).toContain('tidak dinilai');
    const country = await text('/assessments');
    expect(country).toContain('/assessments/years/2024?region=51');
    expect(country).toContain('3 kab/kota');
    expect(country).toContain('href="/instruments/penilaian-2024/1"');
    expect((country.match(/class="tuntas-region /g) ?? []).length).toBe(38);
  });

  it('filters by kind and zone, and says so when nothing fits', async () => {
    expect(await text('/assessments/years/2024?kind=city-government')).not.toMatch(/id="results".*Klungkung/);
    expect(await text('/assessments/years/2024?zone=merah')).toMatch(/id="results".*Badung/);
    expect(await text('/assessments/years/2024?kind=ministry')).toContain('Tidak ada instansi yang cocok');
    expect((await visitor.get('/assessments/years/1999')).status).toBe(404);
  });

  it('the report card names what falls short, why, what is asked and by when', async () => {
    const html = await text('/assessments/uji-2024/51.05');
    expect(html).toContain('2 indikator belum terpenuhi');
    expect(html).toMatch(
      /Biaya atau tarif.*33,33.*di bawah 100.*Layanan 1: 1 · Sebagian kecil.*Lengkapi biaya atau tarif dan pampang.*tenggat Jumat, 26 Juni 2026/,
    );
    expect(html).toMatch(/Naik \d+,\d\d dari 2023\./);
    expect(html).toContain('Peringkat 1 dari 2 pemerintah kabupaten pada putaran ini');
    expect(html).toContain('Kelompok ini kecil');
    expect(html).toContain('UU 25/2009');
    const inEnglish = await text('/assessments/uji-2024/51.05', english);
    expect(inEnglish).toMatch(/Fee or tariff.*33\.33.*due Friday, 26 June 2026/);
  });

  it('an agency in green gets a report card too', async () => {
    const html = await text('/assessments/uji-2024/51.71');
    expect(html).toContain('Semua indikator terpenuhi. Pertahankan.');
    expect(html).toContain('100,00');
  });

  it('the report card is there as tagged PDF and as JSON with the same numbers', async () => {
    const json = JSON.parse(await text('/assessments/uji-2024/51.05.json')) as {
      score: string;
      units: { shortfalls: { indicator: string; score: string; item: { dueOn: string } }[] }[];
    };
    expect(json.units[0]?.shortfalls).toMatchObject([{ indicator: 'biaya', score: '33.33', item: { dueOn: '2026-06-26' } }]);
    const answer = await visitor.get('/assessments/uji-2024/51.05.pdf');
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    expect(pdf.startsWith('%PDF-1.')).toBe(true);
    expect(pdf).toContain('/MarkInfo');
  });

  it('raw data has the hash that the card shows, and gives the published scores', async () => {
    const raw = await (await visitor.get('/assessments/uji-2024/51.05/raw.json')).text();
    expect(await text('/assessments/uji-2024/51.05')).toContain(createHash('sha256').update(raw).digest('hex'));
    const plain = await (await visitor.get('/assessments/uji-2024/raw.ndjson')).text();
    const packed = Buffer.from(await (await visitor.get('/assessments/uji-2024/raw.ndjson.gz')).arrayBuffer());
    expect(gunzipSync(packed).toString()).toBe(plain);
    expect(await verifyRoundFile(Readable.from([Buffer.from(plain)]))).toMatchObject({ ok: true, assessments: 3 });
  });

  it('tables are there as CSV and JSON', async () => {
    const csv = await (await visitor.get('/assessments/years/2024.csv')).text();
    expect(csv.split('\r\n')[0]).toContain('tahun;kode;instansi');
    expect(csv).toMatch(/2024;51\.05;Pemerintah Kabupaten Klungkung;regency-government;51\.05;9\d\.\d\d;hijau;A/);
    expect((await (await visitor.get('/assessments/results.csv')).text()).split('\r\n').length).toBe(1 + 4 + 1);
    const json = JSON.parse(await text('/assessments/years/2024.json?kind=city-government')) as { results: unknown[] };
    expect(json.results).toHaveLength(1);
  });

  it('nothing is shown of what is not published, nor of rounds that do not exist', async () => {
    const hidden = await makeRound(t, { code: 'uji-tertutup', agencies: { '51.05': UNITS('51.05') } });
    for (const path of ['', '/51.05', '/51.05.json', '/51.05.pdf', '/51.05/raw.json', '/raw.ndjson']) {
      expect((await visitor.get(`/assessments/${hidden.code}${path}`)).status, path).toBe(404);
      expect((await visitor.get(`/assessments/tak-ada${path}`)).status, path).toBe(404);
    }
    expect((await visitor.get('/assessments/uji-2024/51.99')).status).toBe(404);
  });

  it('a correction is on the card with its reason, and the version before it in its history', async () => {
    const id = round.assessments.find(({ agencyCode }) => agencyCode === '51.03')?.id ?? '';
    await t.db
      .withTables<AssessmentTables>()
      .updateTable('assessments.answers')
      .set({ value: '3' })
      .where('assessment_id', '=', id)
      .where('indicator', '=', 'moto')
      .execute();
    await publishOne(t, id, 'Papan moto ternyata ada');
    const html = await text('/assessments/uji-2024/51.03');
    expect(html).toMatch(/Koreksi ke-1.*Papan moto ternyata ada.*Diterbitkan/);
  });

  it('the history of an agency keeps methods apart and shows sources that differ', async () => {
    const { random } = t.tools;
    const agency = (
      await t.db
        .withTables<{ 'directory.agencies': { id: string; code: string } }>()
        .selectFrom('directory.agencies')
        .select('id')
        .where('code', '=', '51.05')
        .executeTakeFirstOrThrow()
    ).id;
    for (const [year, source, score] of [
      [2021, 'Sumber A https://contoh.example/a', '88.10'],
      [2021, 'Sumber B', '87.20'],
      [2020, 'Sumber C', '81.00'],
    ] as const) {
      await t.db
        .withTables<AssessmentTables>()
        .insertInto('assessments.historical')
        .values({
          id: random.id(),
          agency_id: agency,
          year,
          score,
          zone: 'hijau',
          category: null,
          source,
          note: null,
          doubts: [],
          imported_by: random.id(),
          imported_at: '2026-01-01T00:00:00Z',
        })
        .execute();
    }
    const html = await text('/assessments/agencies/51.05');
    expect((html.match(/<table/g) ?? []).length).toBe(3);
    expect(html).toMatch(/88,10.*Sumber berbeda.*87,20/);
    expect(html).toContain('href="https://contoh.example/a"');
    const card = await text('/assessments/uji-2024/51.05');
    expect(card).toMatch(/Cara menilai lain.*2021.*tidak dapat diperbandingkan/);
    // The rules of 2020 are not known: the zone is told as the source told it.
    expect(card.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toMatch(/2020 81,00 Zona hijau Sumber C/);
    const json = JSON.parse(await text('/assessments/uji-2024/51.05.json')) as { otherYears: { year: number; zone: string }[] };
    expect(json.otherYears.find(({ year }) => year === 2020)?.zone).toBe('hijau');
  });
});
