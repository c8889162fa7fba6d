import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorFor, examplePersonId } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import { createAgreement } from '../../actions/create-agreement.ts';
import { addLine } from '../../actions/lines/add-line.ts';
import { recordSigned } from '../../actions/record-signed.ts';
import { agencyIdOf } from '../../cast.test-support.ts';
import { type RegisterTest, registerTest } from './register.test-support.ts';

/** The facts of the Riau Islands: the province and six governments are on record; the seventh, Bintan, is not. */
const TABLE = '/desk/agreements/table';
const HEAD = 'jenis;judul;kode_pihak;ruang_lingkup;tanggal_tanda_tangan;mulai_berlaku;berlaku_sampai;sumber';
const memorandum = (code: string, until = '2030-09-14') =>
  `Nota kesepakatan;Sinergi pengawasan pelayanan publik;ori.kepulauan-riau|${code};faster-settlement|prevention|data-exchange;2025-09-15;2025-09-15;${until};Berita penandatanganan`;
const SIX = ['21.71', '21.03', '21.05', '21.04', '21.72', '21.02'];
const OFFICER = 'pencegahan@ombudsman-kepri.example';

let r: RegisterTest;
let officer: Officer;

async function entered(...rows: readonly string[]): Promise<void> {
  const browser = r.at(OFFICER);
  const csv = new File([[HEAD, ...rows].join('\n')], 'kepri.csv');
  const report = await browser.send(TABLE, `${TABLE}/check`, {}, { file: csv });
  const done = await browser.sendFrom(report.html, TABLE, {}, { file: csv });
  expect(done.status, done.text).toBe(303);
}

beforeAll(async () => {
  r = await registerTest();
  officer = (await actorFor(r.t.db, examplePersonId(OFFICER), Temporal.PlainDate.from('2026-03-16'))) as Officer;
});
afterAll(() => r.t.close());

const kepri = async () =>
  (await (await r.at('nobody').raw('/agreements/coverage/21.json')).json()) as { provinces: readonly Record<string, unknown>[] };

const governments = async () =>
  (await kepri()).provinces.flatMap(
    (province) => province.governments as readonly { code: string; programmes: readonly { code: string; standing: string }[] }[],
  );

/** How prevention stands in Batam. */
async function programme(): Promise<string | undefined> {
  const batam = (await governments()).find(({ code }) => code === '21.71');
  return batam?.programmes.find(({ code }) => code === 'prevention')?.standing;
}

describe('the coverage of the Riau Islands', () => {
  test('is the province and six of seven, and Bintan is named, until it is recorded: then all are covered', async () => {
    await entered(memorandum('21'), ...SIX.map((code) => memorandum(code)));
    const page = await r.at('nobody', 'en').get('/agreements/coverage/21');
    expect(page.status).toBe(200);
    expect(page.text).toContain(
      'The province and 6 of 7 regencies/cities of Kepulauan Riau covered, no record for Kabupaten Bintan.',
    );
    expect(page.text).not.toContain('All covered');
    expect((await r.at('nobody').get('/agreements/coverage/21')).text).toContain(
      'Provinsi dan 6 dari 7 kabupaten/kota di Kepulauan Riau tercakup, belum ada catatan untuk Kabupaten Bintan.',
    );
    expect((await kepri()).provinces[0]).toMatchObject({ code: '21', provinceCovered: true, regenciesCovered: 6, regencies: 7 });
    const country = await r.at('nobody').get('/agreements/coverage');
    expect(country.text).toMatch(/Kepri 6 dari 7 provinsi: ya/);
    expect(country.text).toMatch(/7 pemerintah daerah tercakup dari 5\d\d/);
    await entered(memorandum('21.01', '2026-06-01'));
    const all = await r.at('nobody', 'en').get('/agreements/coverage/21');
    expect(all.text).toContain('All covered: the province and all 7 regencies/cities of Kepulauan Riau.');
    expect(all.text).not.toContain('no record');
  });

  test('what lapses within the warnings is listed with its days, the nearer one marked', async () => {
    const page = await r.at('nobody').get('/agreements/coverage/21');
    expect(page.text).toMatch(
      /Pemerintah Kabupaten Bintan NK-2025-\d{4}: Sinergi pengawasan pelayanan publik 1 Jun 2026 \(76 hari lagi\) Tercakup, hampir berakhir/,
    );
    expect(page.text).not.toMatch(/Pemerintah Kota Batam NK-2025-\d{4}: Sinergi/);
    r.t.setNow('2026-06-02T10:00:00+07:00');
    const later = await r.at('nobody').get('/agreements/coverage/21');
    expect(later.text).toContain(
      'Provinsi dan 6 dari 7 kabupaten/kota di Kepulauan Riau tercakup, sudah berakhir untuk Kabupaten Bintan.',
    );
    r.t.setNow('2026-03-17T10:00:00+08:00');
  });

  test('which promised programme has no activity is told until a plan has lines with evidence', async () => {
    expect(await programme()).toBe('no-lines');
    const office = await agencyIdOf(r.t, 'ori.kepulauan-riau');
    const batam = await agencyIdOf(r.t, '21.71');
    const day = Temporal.PlainDate.from('2026-01-05');
    const plan = await createAgreement(r.t.tools, officer, {
      ...{
        kind: 'rencana-kerja',
        title: 'Rencana kerja 2026 (contoh)',
        programmes: ['prevention'],
        yearFrom: 2026,
        keeperId: office,
      },
      parties: [office, batam].map((agencyId) => ({ agencyId, name: '', ownNumber: '' })),
    });
    if (!plan.ok) throw new Error(JSON.stringify(plan.refusal));
    const target = { agreementId: plan.value.id, version: null };
    const line = await addLine(r.t.tools, officer, target, {
      ...{
        year: 2026,
        programme: 'prevention',
        activity: 'Melengkapi standar pelayanan (contoh)',
        owner: { agencyId: batam, position: 'Wali Kota' },
      },
      ...{ startsOn: day, dueOn: Temporal.PlainDate.from('2026-12-01') },
    });
    if (!line.ok) throw new Error(JSON.stringify(line.refusal));
    // A draft is nothing the public counts.
    expect(await programme()).toBe('no-lines');
    const signed = await recordSigned(r.t.tools, officer, target, {
      ...{
        signedOn: day,
        inForceFrom: day,
        inForceUntil: Temporal.PlainDate.from('2026-12-31'),
        place: 'Batam',
        source: 'Arsip (contoh)',
      },
      hasScan: false,
    });
    if (!signed.ok) throw new Error(JSON.stringify(signed.refusal));
    expect(await programme()).toBe('no-activity');
    // The owner reports with a file; until the other side has confirmed it, it proves nothing.
    const written = (set: ReturnType<typeof sql>) =>
      sql`UPDATE agreements.lines SET version = version + 1, ${set} WHERE id = ${line.value.id}`.execute(r.t.ownerDb);
    await written(sql`state = 'running', reported = 3, reported_on = '2026-03-01', evidence_count = 1`);
    expect(await programme()).toBe('no-evidence');
    await written(sql`confirmed = 3, confirmed_on = '2026-03-01'`);
    expect(await programme()).toBe('evidenced');
    expect((await r.at('nobody').get('/agreements/coverage/21')).text).toContain(
      'Pencegahan maladministrasi (1 dari 1 baris berbukti)',
    );
  });

  test('nothing of drafts is told, and what is no province is not there', async () => {
    await createAgreement(r.t.tools, officer, {
      ...{
        kind: 'nota-kesepakatan',
        title: 'Rahasia konsep (contoh)',
        programmes: ['competence'],
        keeperId: await agencyIdOf(r.t, 'ori.kepulauan-riau'),
      },
      parties: [{ agencyId: await agencyIdOf(r.t, '21.71'), name: '', ownNumber: '' }],
    });
    for (const path of [
      '/agreements/coverage',
      '/agreements/coverage/21',
      '/agreements/coverage.json',
      '/agreements/coverage/21.csv',
    ])
      expect((await r.at('nobody').get(path)).text, path).not.toContain('Rahasia konsep');
    for (const path of [
      '/agreements/coverage/99',
      '/agreements/coverage/2',
      '/agreements/coverage/99.json',
      '/agreements/coverage/21.xml',
    ])
      expect((await r.at('nobody').get(path)).status, path).toBe(404);
    const csv = await (await r.at('nobody').raw('/agreements/coverage/21.csv')).text();
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(9);
    expect(csv).toContain('21.01;Pemerintah Kabupaten Bintan');
  });

  test('days that nothing covers are in the JSON and in the CSV; what was reported of long ago lies still', async () => {
    r.t.setNow('2026-06-02T10:00:00+07:00');
    const bintan = (await governments()).find(({ code }) => code === '21.01');
    expect(bintan).toMatchObject({ covered: false, uncovered: [{ from: '2026-06-02', until: null, days: 1, foreseen: false }] });
    const csv = await (await r.at('nobody').raw('/agreements/coverage/21.csv')).text();
    expect(csv).toMatch(/21\.01;Pemerintah Kabupaten Bintan;Sudah berakhir;NK-2025-\d{4};2026-06-01;;2026-06-02\/ \(1\);/);
    r.t.setNow('2026-06-15T10:00:00+08:00');
    expect(await programme()).toBe('stale');
  });

  test('in the east the last day of a memorandum is over first', async () => {
    await entered(memorandum('51.05', '2026-07-01'));
    const covered = async () => {
      const file = await (await r.at('nobody').raw('/agreements/coverage/51.json')).json();
      const { provinces } = file as { provinces: readonly { governments: readonly { code: string; covered: boolean }[] }[] };
      return provinces[0]?.governments.find(({ code }) => code === '51.05')?.covered;
    };
    // Half past eleven in the evening in Jakarta, half past midnight in Klungkung.
    r.t.setNow('2026-07-01T22:30:00+07:00');
    expect(await covered()).toBe(true);
    r.t.setNow('2026-07-01T23:30:00+07:00');
    expect(await covered()).toBe(false);
  });
});
