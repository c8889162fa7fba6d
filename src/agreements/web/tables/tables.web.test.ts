import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import { addLine, addLines } from '../../actions/lines/add-line.ts';
import { editLine } from '../../actions/lines/edit-line.ts';
import { recordSigned } from '../../actions/record-signed.ts';
import { acceptTable } from '../../actions/tables/accept-table.ts';
import { discardForgottenTables, REMOVE_TABLE } from '../../actions/tables/finish-table.ts';
import { agencyIdOf, draftedAgreement } from '../../cast.test-support.ts';
import { tablesErrands } from '../../errands/tables.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import type { LineOrder } from '../../rules/lines/line-order.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { linesOf } from '../../store/lines.ts';
import { openImports } from '../../store/tables/imports.ts';
import { type Browser, type RegisterTest, registerTest } from '../register/register.test-support.ts';

/** The whole way round: download, fill in with another program, upload, look, accept; through the real app. */

let r: RegisterTest;
let order: LineOrder;

beforeAll(async () => {
  r = await registerTest();
  order = {
    ...{ year: 2026, programme: 'prevention', activity: 'Melengkapi standar pelayanan (contoh)', unit: 'layanan' },
    ...{ baseline: '0', targets: ['2', '4', '6', '8'], budgetAmount: '25000000' },
    ...{ startsOn: Temporal.PlainDate.from('2026-01-10'), dueOn: Temporal.PlainDate.from('2026-12-15') },
    owner: { agencyId: await agencyIdOf(r.t, '51.05.dinkes'), position: 'Kepala Dinas' },
  };
});
afterAll(() => r.t.close());

async function plan(lines = 2): Promise<{ agreement: Agreement; base: string }> {
  const head = await r.who('head');
  const agreement = await draftedAgreement(r.t, head, { kind: 'rencana-kerja', title: 'Rencana kerja (contoh)', yearFrom: 2026 });
  for (let line = 1; line <= lines; line++) {
    const added = await addLine(
      r.t.tools,
      head,
      { agreementId: agreement.id, version: null },
      { ...order, activity: `Kegiatan ${line} (contoh)` },
    );
    expect(added.ok).toBe(true);
  }
  return { agreement, base: `/desk/agreements/${agreement.code}/lines/tables` };
}

type Row = Record<string, string | number | Date | null>;

/** Downloads the workbook, hands its rows over to be changed, and saves it with another program's eyes: cells alone, no formats. */
async function filledIn(browser: Browser, base: string, change: (rows: Row[]) => void, query = ''): Promise<File> {
  const response = await browser.raw(`${base}/plan.xlsx${query}`);
  expect(response.status).toBe(200);
  const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
  // Below the lines stand empty rows for new ones.
  const [heads = [], ...cells] = (sheets[0]?.rows ?? []).filter((row) => row.some((cell) => cell !== null));
  const titles = heads.map(String);
  const rows = cells.map(
    (row): Row => Object.fromEntries(titles.map((title, index) => [title, (row[index] ?? null) as Row[string]])),
  );
  change(rows);
  const written = rows.map((row) => titles.map((title) => row[title] ?? null));
  const bytes = await writeXlsx({ sheets: [{ name: 'Rencana kerja', rows: [titles, ...written] }] });
  return new File([new Uint8Array(bytes)], 'rencana.xlsx');
}

async function upload(browser: Browser, base: string, file: File) {
  const sent = await browser.send(base, base, {}, { file });
  return { ...sent, page: sent.location ?? '' };
}

const lineNow = async (agreement: Agreement, ordinal: number): Promise<Line> => {
  const line = (await linesOf(r.t.db, agreement.id)).find((each) => each.ordinal === ordinal);
  if (!line) throw new Error(`no line ${ordinal}`);
  return line;
};
const eventTypes = async ({ id }: Agreement) => (await readEvents(r.t.db, id)).map(({ type }) => type);

describe('a plan as a table', () => {
  test('goes out, is filled in, and comes back: what was changed and added is shown first, then accepted', async () => {
    const { agreement, base } = await plan();
    const head = r.at('head');
    const file = await filledIn(head, base, (rows) => {
      Object.assign(rows[0] as Row, { 'Target s.d. triwulan IV': 12, Satuan: 'loket' });
      rows.push({
        ...(rows[1] as Row),
        'Kunci baris': null,
        'No.': null,
        Kegiatan: 'Pelatihan petugas (contoh)',
        Bentuk: 'Pelatihan',
      });
    });
    const { status, page } = await upload(head, base, file);
    expect(status).toBe(303);
    const shown = await head.get(page);
    expect(shown.status).toBe(200);
    expect(shown.text).toMatch(/Satuan semula layanan → menjadi loket/);
    expect(shown.text).toContain('Baris baru: Pelatihan petugas (contoh)');
    expect(shown.text).toContain('1 baris di berkas sama dengan rencana sekarang');
    expect((await lineNow(agreement, 1)).unit).toBe('layanan');

    const accepted = await head.send(page, `${page}/accept`, { everything: 'yes' });
    expect(accepted.location).toBe(`/desk/agreements/${agreement.code}/lines`);
    expect(await lineNow(agreement, 1)).toMatchObject({ unit: 'loket', targets: ['2', '4', '6', '12'], version: 2 });
    expect(await lineNow(agreement, 2)).toMatchObject({ version: 1 });
    expect(await lineNow(agreement, 3)).toMatchObject({
      activity: 'Pelatihan petugas (contoh)',
      form: 'training',
      state: 'planned',
    });
    expect(await openImports(r.t.db, agreement.id)).toEqual([]);
    expect(await eventTypes(agreement)).toEqual(
      expect.arrayContaining(['tables-brought', 'line-changed', 'tables-accepted', 'tables-finished']),
    );
    expect((await head.get(page)).text).toContain('Unggahan ini sudah selesai');

    // The same file once more has nothing left to say: the new line is known by the file.
    const again = await upload(head, base, file);
    const nothing = await head.get(again.page);
    expect(nothing.text).toContain('Tidak ada perbedaan');
    expect(nothing.text).toContain('1 baris baru sudah ditambahkan');
    expect(await linesOf(r.t.db, agreement.id)).toHaveLength(3);
  });

  test('that comes back unchanged, in either language and form, changes nothing', async () => {
    const { base } = await plan();
    const head = r.at('head');
    for (const name of ['plan.xlsx', 'plan.csv', 'plan.xlsx?headings=en', 'plan.csv?headings=en']) {
      const bytes = await (await head.raw(`${base}/${name}`)).arrayBuffer();
      const { page } = await upload(head, base, new File([bytes], name));
      const shown = await head.get(page);
      expect(shown.text).toContain('Tidak ada perbedaan');
      expect((await head.send(page, `${page}/discard`, {})).location).toBe(base);
    }
  });

  test('is accepted cell by cell; what is not ticked waits until it is discarded', async () => {
    const { agreement, base } = await plan();
    const head = r.at('head');
    const file = await filledIn(head, base, (rows) => {
      Object.assign(rows[0] as Row, { Satuan: 'loket', Tempat: 'Semarapura' });
      Object.assign(rows[1] as Row, { Satuan: 'meja' });
    });
    const { page } = await upload(head, base, file);
    const empty = await head.send(page, `${page}/accept`, { cell: [] });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Centang sedikitnya satu perubahan');
    const some = await head.send(page, `${page}/accept`, { cell: ['2/unit'] });
    expect(some.location).toBe(page);
    expect(await lineNow(agreement, 1)).toMatchObject({ unit: 'loket', place: '' });
    expect(await lineNow(agreement, 2)).toMatchObject({ unit: 'layanan' });
    const left = await head.get(page);
    expect(left.text).toContain('menjadi Semarapura');
    expect(left.text).not.toContain('menjadi loket');
    const fileKey = (await openImports(r.t.db, agreement.id))[0]?.fileKey ?? '';
    await head.send(page, `${page}/discard`, {});
    expect(await lineNow(agreement, 1)).toMatchObject({ place: '' });
    // With it go its rows and, by the errand that was left, its file.
    const rows = await sql<{
      count: number;
    }>`SELECT count(*)::int AS count FROM agreements.plan_import_rows WHERE agreement_id = ${agreement.id}::uuid`.execute(r.t.db);
    expect(rows.rows[0]?.count).toBe(0);
    const superuser = new Client({ connectionString: r.t.superuserUrl });
    await superuser.connect();
    const jobs = await superuser.query(
      'SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = $1',
      [REMOVE_TABLE],
    );
    await superuser.end();
    expect(jobs.rows.map(({ payload }) => payload.fileKey)).toContain(fileKey);
    await openFile(r.t.tools, fileKey);
    await tablesErrands[REMOVE_TABLE]?.(r.t.tools, { fileKey });
    await tablesErrands[REMOVE_TABLE]?.(r.t.tools, { fileKey });
    await expect(openFile(r.t.tools, fileKey)).rejects.toThrow();
    expect(await eventTypes(agreement)).toContain('tables-discarded');
  });

  test('waits thirty days for whoever brought it, and is discarded then', async () => {
    const { agreement, base } = await plan();
    const head = r.at('head');
    await upload(head, base, await filledIn(head, base, (rows) => Object.assign(rows[0] as Row, { Satuan: 'loket' })));
    const [waiting] = await openImports(r.t.db, agreement.id);
    const { receivedAt } = waiting as NonNullable<typeof waiting>;
    const later = (days: number) => ({ ...r.t.tools, clock: { now: () => receivedAt.add({ hours: 24 * days, seconds: 1 }) } });
    await discardForgottenTables(later(29));
    expect(await openImports(r.t.db, agreement.id)).toHaveLength(1);
    await discardForgottenTables(later(30));
    await discardForgottenTables(later(30));
    expect(await openImports(r.t.db, agreement.id)).toEqual([]);
    expect((await eventTypes(agreement)).filter((type) => type === 'tables-discarded')).toHaveLength(1);
    expect(await lineNow(agreement, 1)).toMatchObject({ unit: 'layanan' });
  });

  test('of which somebody else changed a cell meanwhile shows both, and takes the one that is chosen', async () => {
    const { agreement, base } = await plan();
    const head = r.at('head');
    const file = await filledIn(head, base, (rows) => {
      for (const row of rows) Object.assign(row, { Satuan: 'loket' });
      Object.assign(rows[0] as Row, { Indikator: 'Loket' });
    });
    const [first, second] = [await lineNow(agreement, 1), await lineNow(agreement, 2)];
    for (const line of [first, second]) {
      const other = await editLine(
        r.t.tools,
        await r.who('preventer'),
        { lineId: line.id, version: null },
        { ...order, activity: line.activity, unit: 'meja', place: 'Nusa Penida' },
      );
      expect(other.ok).toBe(true);
    }
    const { page } = await upload(head, base, file);
    const shown = await head.get(page);
    expect(shown.text).toContain('Satuan: diubah orang lain juga');
    expect(shown.text).toMatch(/Saat diunduh: layanan.*Isi berkas: loket.*Isi sekarang: meja/);
    expect(shown.text).not.toContain('Nusa Penida');
    // Everything that is ready leaves conflicts alone.
    await head.send(page, `${page}/accept`, { everything: 'yes' });
    expect(await lineNow(agreement, 1)).toMatchObject({ unit: 'meja', indicator: 'Loket', place: 'Nusa Penida' });
    // Settled over a version that was overtaken, nothing happens; over the present one it does.
    const stale = await head.send(page, `${page}/accept`, { 'settle-2-unit': 'file/1', cell: [] });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('sudah diubah orang lain sejak Anda membukanya');
    const settled = await head.send(page, `${page}/accept`, { 'settle-2-unit': 'file/3', 'settle-3-unit': 'now/2', cell: [] });
    expect(settled.location).toBe(`/desk/agreements/${agreement.code}/lines`);
    expect((await lineNow(agreement, 1)).unit).toBe('loket');
    expect((await lineNow(agreement, 2)).unit).toBe('meja');
  });

  test('brought by two people at once: each sees their own, the second one sees what the first has done', async () => {
    const { agreement, base } = await plan();
    const [head, preventer] = [r.at('head'), r.at('preventer')];
    const fresh = (rows: Row[]) =>
      void rows.push({ ...(rows[1] as Row), 'Kunci baris': null, 'No.': null, Kegiatan: 'Pelatihan bersama (contoh)' });
    const mine = await filledIn(head, base, (rows) => {
      Object.assign(rows[0] as Row, { Satuan: 'loket' });
      fresh(rows);
    });
    const theirs = await filledIn(preventer, base, (rows) => {
      Object.assign(rows[0] as Row, { Satuan: 'meja' });
      fresh(rows);
    });
    const [a, b] = [await upload(head, base, mine), await upload(preventer, base, theirs)];
    expect((await head.get(base)).text).toContain('dari orang lain juga belum selesai');
    expect((await preventer.get(a.page)).status).toBe(404);
    const [ahead, behind] = await Promise.all([
      head.send(a.page, `${a.page}/accept`, { everything: 'yes' }),
      preventer.send(b.page, `${b.page}/accept`, { everything: 'yes' }),
    ]);
    expect([ahead.status, behind.status]).toEqual([303, 303]);
    const lines = await linesOf(r.t.db, agreement.id);
    expect(lines.filter(({ activity }) => activity === 'Pelatihan bersama (contoh)')).toHaveLength(1);
    const unit = (await lineNow(agreement, 1)).unit;
    const [loser, page] = unit === 'loket' ? [preventer, b.page] : [head, a.page];
    const shown = await loser.get(page);
    expect(shown.text).toContain('Satuan: diubah orang lain juga');
    expect(shown.text).toContain('Rencana sudah mempunyai baris seperti ini');
    // Ticked as new on a page from before, it is not doubled; asked for as a double, it is.
    const late = await loser.send(page, `${page}/accept`, { cell: [], row: '4' });
    expect([late.status, (await linesOf(r.t.db, agreement.id)).length]).toEqual([409, 3]);
    await loser.send(page, `${page}/accept`, { cell: [], twin: '4' });
    expect(await linesOf(r.t.db, agreement.id)).toHaveLength(4);
  });

  test('with cells that mean nothing says at each how to mend it, and hands them out marked', async () => {
    const { agreement, base } = await plan();
    const head = r.at('head');
    const file = await filledIn(head, base, (rows) => {
      Object.assign(rows[0] as Row, {
        'Target s.d. triwulan I': 'lima',
        Tenggat: 'akhir tahun',
        'Penanggung jawab': 'Dinas Entah',
        Tempat: 'Semarapura',
      });
      Object.assign(rows[1] as Row, { 'Kunci baris': 'RK-2020-0001/1/1' });
    });
    const { page } = await upload(head, base, file);
    const shown = await head.get(`${page}?show=wrong`);
    expect(shown.text).toMatch(/Target s.d. triwulan I \(di berkas: lima\): Isi dengan angka/);
    expect(shown.text).toMatch(/Tenggat \(di berkas: akhir tahun\): Tanggal tidak dikenali/);
    expect(shown.text).toMatch(/Penanggung jawab \(di berkas: Dinas Entah\): Instansi ini bukan pihak/);
    expect(shown.text).toContain('Kunci baris ini milik dokumen lain');
    const marked = await readXlsx(new Uint8Array(await (await head.raw(`${page}/marked.xlsx`)).arrayBuffer()), {
      readStyles: true,
    });
    const notes = [...(marked.sheets[0]?.cells?.values() ?? [])].flatMap(({ comment }) => comment?.text ?? []);
    expect(notes).toHaveLength(4);
    expect(notes.join()).toContain('Tanggal tidak dikenali');
    // What is right is accepted all the same; what is wrong waits.
    const accepted = await head.send(page, `${page}/accept`, { everything: 'yes' });
    expect(accepted.location).toBe(page);
    expect(await lineNow(agreement, 1)).toMatchObject({ place: 'Semarapura', dueOn: order.dueOn });
    const original = await head.raw(`${page}/original`);
    expect(Buffer.from(await original.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
  });

  test('of a signed plan takes a reason; the old due day stays', async () => {
    const { agreement, base } = await plan();
    const head = r.at('head');
    await signed(agreement);
    const file = await filledIn(head, base, (rows) => {
      Object.assign(rows[0] as Row, { Tenggat: new Date('2026-12-20T00:00:00Z') });
      Object.assign(rows[1] as Row, { Satuan: 'loket', 'Alasan perubahan': 'Satuan diperjelas (contoh)' });
    });
    const { page } = await upload(head, base, file);
    const without = await head.send(page, `${page}/accept`, { everything: 'yes' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Tuliskan alasannya');
    const naming = await head.send(page, `${page}/accept`, { everything: 'yes', reason: 'Tanya 0812-3456-7890 (contoh)' });
    expect([naming.status, naming.text.includes('Ada data pribadi')]).toEqual([422, true]);
    // What was typed stays.
    expect(naming.text).toContain('Tanya 0812-3456-7890 (contoh)');
    await head.send(page, `${page}/accept`, { everything: 'yes', reason: 'Menunggu anggaran perubahan (contoh)' });
    expect(await lineNow(agreement, 1)).toMatchObject({ version: 2 });
    const line = await lineNow(agreement, 1);
    expect([line.dueOn.toString(), line.firstDueOn.toString()]).toEqual(['2026-12-20', '2026-12-15']);
    expect((await lineNow(agreement, 2)).unit).toBe('loket');
  });

  test('of a signed plan tells the other parties in the transaction that changes it, each once however many lines there are', async () => {
    const { agreement, base } = await plan(1);
    const head = await r.who('head');
    const orders = Array.from({ length: 100 }, (_, index) => ({ ...order, activity: `Kegiatan lain ${index} (contoh)` }));
    expect((await addLines(r.t.tools, head, { agreementId: agreement.id, version: null }, orders)).ok).toBe(true);
    await signed(agreement);
    const now = (await loadAgreement(r.t.db, agreement.id)) as Agreement;
    const given = async (unit: string, rows: number) => {
      const file = await filledIn(r.at('head'), base, (all) => {
        for (const row of all.slice(0, rows)) Object.assign(row, { Satuan: unit, 'Alasan perubahan': 'Diperjelas (contoh)' });
      });
      return ((await upload(r.at('head'), base, file)).page.split('/').at(-1) ?? '').split('?')[0] ?? '';
    };
    const { personId } = await r.who('coordinator');
    const told = async () => {
      const { rows } = await sql<{ details: { count: number | null } }>`
        SELECT details FROM messages.ledger WHERE purpose = 'agreement.plan-changed' AND object_id = ${agreement.id}
          AND recipient_id = ${personId} ORDER BY id`.execute(r.t.ownerDb);
      return rows.map(({ details }) => details.count);
    };
    const few = await given('loket', 2);
    const cut = { ...r.t.tools, post: () => Promise.reject(new Error('cut off')) };
    await expect(acceptTable(cut, head as Officer, now, few, { everything: true, reason: '' })).rejects.toThrow('cut off');
    expect((await lineNow(agreement, 1)).unit).toBe('layanan');
    expect(await acceptTable(r.t.tools, head as Officer, now, few, { everything: true, reason: '' })).toMatchObject({ ok: true });
    expect(await told()).toEqual([2]);
    const many = await given('meja', 101);
    const done = await acceptTable(r.t.tools, head as Officer, now, many, { everything: true, reason: '' });
    expect(done).toMatchObject({ ok: true, value: { changed: 101 } });
    expect(await told()).toEqual([2, null]);
  });

  test('of a signed plan carries no change whose reason names somebody, and says so at its row', async () => {
    const { agreement, base } = await plan();
    const head = r.at('head');
    await signed(agreement);
    const file = await filledIn(head, base, (rows) => {
      Object.assign(rows[0] as Row, { Satuan: 'loket', 'Alasan perubahan': 'Tanya 0812-3456-7890 (contoh)' });
      Object.assign(rows[1] as Row, { Satuan: 'loket', 'Alasan perubahan': 'Satuan diperjelas (contoh)' });
    });
    const { page } = await upload(head, base, file);
    expect((await head.get(page)).text).toContain('Ada data pribadi');
    await head.send(page, `${page}/accept`, { everything: 'yes' });
    expect([(await lineNow(agreement, 1)).unit, (await lineNow(agreement, 2)).unit]).toEqual(['layanan', 'loket']);
  });

  test('takes reports of progress from whoever is responsible, and nothing else from them', async () => {
    const { agreement, base } = await plan();
    await signed(agreement);
    const liaison = r.at('liaison');
    const file = await filledIn(liaison, base, (rows) => {
      Object.assign(rows[0] as Row, {
        'LAPOR: capaian sampai kini': 2,
        'LAPOR: yang sudah dikerjakan': 'Dua layanan lengkap (contoh)',
      });
      Object.assign(rows[1] as Row, { Satuan: 'loket' });
    });
    const { page } = await upload(liaison, base, file);
    const shown = await liaison.get(page);
    expect(shown.text).toContain('2 layanan per Selasa, 17 Maret 2026');
    expect(shown.text).not.toContain('Alasan perubahan');
    expect(shown.text).toContain('Isi rencana hanya dapat diubah oleh penyusun dokumen');
    await liaison.send(page, `${page}/accept`, { everything: 'yes' });
    expect(await lineNow(agreement, 1)).toMatchObject({ state: 'running', reported: { amount: '2' } });
    expect((await lineNow(agreement, 2)).unit).toBe('layanan');
    const again = await liaison.get(page);
    expect(again.text).not.toContain('2 layanan per Selasa, 17 Maret 2026');
  });
});

/** Each on a day of its own: the same days again would be the same paper. */
let signings = 0;
async function signed(agreement: Agreement): Promise<void> {
  signings += 1;
  const day = (text: string) => Temporal.PlainDate.from(text);
  const days = {
    signedOn: day('2025-12-01').add({ days: signings }),
    inForceFrom: day('2026-01-05'),
    inForceUntil: day('2026-12-31'),
  };
  const done = await recordSigned(
    r.t.tools,
    await r.who('head'),
    { agreementId: agreement.id, version: null },
    { ...days, place: 'Semarapura', source: 'berkas (contoh)', hasScan: false },
  );
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
}

describe('a file that cannot be used', () => {
  test.each([
    ['nothing', undefined, 'Pilih berkas tabelnya dulu'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'Ini bukan berkas XLSX atau CSV'],
    [
      'an old XLS',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
      'berkas Excel lama',
    ],
    ['a table of another plan', Buffer.from('Kunci baris;Kegiatan\nRK-2019-0001/1/1;Lain'), 'milik dokumen lain'],
    ['too much', Buffer.alloc(6 * 1024 * 1024, 0x20), 'Berkas terlalu besar'],
  ] as const)('%s: says what to do and keeps nothing', async (_what, bytes, said) => {
    const { agreement, base } = await plan(1);
    const head = r.at('head');
    const files = bytes ? { file: new File([new Uint8Array(bytes)], 'rencana.xlsx') } : {};
    const sent = await head.send(base, base, {}, files);
    expect(sent.status).toBe(422);
    expect(sent.text).toContain(said);
    expect(await openImports(r.t.db, agreement.id)).toEqual([]);
  });

  test('that waits already is not kept a second time', async () => {
    const { agreement, base } = await plan(1);
    const head = r.at('head');
    const file = await filledIn(head, base, (rows) => Object.assign(rows[0] as Row, { Satuan: 'loket' }));
    const [first, second] = [await upload(head, base, file), await upload(head, base, file)];
    expect(second.page).toBe(first.page);
    expect(await openImports(r.t.db, agreement.id)).toHaveLength(1);
  });
});

describe('who may', () => {
  test('outsiders see no table; whoever only reads may download it', async () => {
    const { base } = await plan(1);
    expect((await r.at('outsider').get(base)).status).toBe(404);
    expect((await r.at('outsider').get(`${base}/plan.xlsx`)).status).toBe(404);
    const leader = await r.at('leader').get(base);
    expect(leader.status).toBe(200);
    expect(leader.text).toContain('tetapi tidak mengubah rencana');
    expect(leader.html).not.toContain('type="file"');
  });

  test('the public has the lines of a signed plan as CSV, of a draft nothing', async () => {
    const { agreement } = await plan();
    const nobody = r.at('nobody');
    expect((await nobody.get(`/agreements/${agreement.code}/lines.csv`)).status).toBe(404);
    await signed(agreement);
    const response = await nobody.raw(`/agreements/${agreement.code}/lines.csv`);
    expect(response.headers.get('Content-Type')).toContain('text/csv');
    const lines = (await response.text()).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`${agreement.code};1;2026;Pencegahan maladministrasi`);
    expect(lines[1]).toContain('2026-12-15');
  });
});
