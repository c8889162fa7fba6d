import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../directory/index.ts';
import { readQr } from '../../platform/documents/testing/read-qr.ts';
import { serviceErrands } from '../errands/errands.ts';
import { latestOf } from '../store/office-lists.ts';
import { type ServicesTest, servicesTest } from './services.test-support.ts';

let house: ServicesTest;
beforeAll(async () => {
  house = await servicesTest();
});
afterAll(() => house.close());

async function numberOf(office: string, name: string): Promise<string> {
  const agency = await agencyByCode(house.t.db, office);
  const found = (await latestOf(house.t.db, agency?.id ?? '')).find((one) => one.name.startsWith(name));
  if (!found) throw new Error(`no service ${name}`);
  return found.number;
}

const family = () => numberOf('51.05.dukcapil', 'Penerbitan Kartu Keluarga');
const child = () => numberOf('51.05.dukcapil', 'Penerbitan Kartu Identitas Anak');

describe('what everyone reads', () => {
  test('services are found by words, place, field and channel; drafts are not', async () => {
    const citizen = house.as();
    const all = await citizen.open('/services');
    expect(all.status).toBe(200);
    expect(all.text).toContain('Penerbitan Kartu Keluarga');
    expect(all.text).not.toContain('Kartu Identitas Anak');
    expect((await citizen.open('/services?q=akta+kelahi')).text).toContain('Pencatatan Akta Kelahiran');
    const batam = (await citizen.open('/services?region=21')).text;
    expect(batam).toContain('KTP Elektronik');
    expect(batam).not.toContain('Kartu Keluarga');
    expect((await citizen.open('/services?field=education&channel=online')).text).toContain('Tidak ada layanan yang cocok');
    expect((await citizen.open('/services?agency=51.03&after=garbage&field=nonsense')).text).toContain('Persetujuan Bangunan');
  });

  test('a page shows the six components, never the eight, and tells free of charge from not stated', async () => {
    const citizen = house.as();
    const page = await citizen.open(`/services/${await family()}`);
    expect(page.text).toContain('Tidak dipungut biaya');
    expect(page.text).toContain('1 hari kerja');
    expect(page.text).toContain('Waktu penyelesaian dipersingkat');
    expect(page.text).toContain('6 dari 6');
    for (const internal of ['Pengawasan internal', 'inspektorat setiap tahun', 'Jumlah pelaksana'])
      expect(page.text).not.toContain(internal);
    const gaps = await citizen.open(`/services/${await numberOf('51.05.disdik', 'Mutasi')}`);
    expect(gaps.text).toContain('Belum dinyatakan');
    expect(gaps.text).not.toContain('Tidak dipungut biaya');
    expect((await citizen.open(`/services/${await child()}`)).status).toBe(404);
    expect((await citizen.open('/services/9999999')).status).toBe(404);
  });

  test('the counter has a sheet and a code that leads to the page', async () => {
    const number = await family();
    const sheet = await house.as().open(`/services/${number}/counter`);
    expect(sheet.text).toContain(`/services/${number}/qr.svg`);
    const svg = await house.as().get(`/services/${number}/qr.svg`);
    expect(svg.headers.get('Content-Type')).toContain('image/svg+xml');
    const png = await house.as().get(`/services/${number}/qr.png`);
    expect(await readQr(Buffer.from(await png.arrayBuffer()))).toBe(`http://localhost:3000/services/${number}`);
    expect(await svg.text()).toContain('<svg');
    expect((await house.as().open(`/services/${await child()}/qr.svg`)).status).toBe(404);
  });

  test('an agency shows its sums, its digital share and its maklumat', async () => {
    const page = await house.as().open('/agencies/51.05/services');
    expect(page.text).toContain('3 dari 7 layanan');
    const office = await house.as().open('/agencies/51.05.dukcapil/services');
    expect(office.text).toContain('Sari Kepala Dinas (contoh)');
    expect(office.text).toContain('Kami sanggup melayani');
    expect((await house.as().open('/agencies/nowhere/services')).status).toBe(404);
  });

  test('the public table has no internal column', async () => {
    const table = await house.as().open('/services.csv?agency=51.05');
    expect(table.status).toBe(200);
    expect(table.text).not.toContain('pengawasan_internal');
    expect(table.text.split('\r\n')).toHaveLength(9);
  });
});

describe('the office', () => {
  const DUKCAPIL = 'dukcapil@klungkung.example';

  test('describes, publishes and changes a service without a script', async () => {
    const officer = house.as(DUKCAPIL);
    const base = '/desk/services/offices/51.05.dukcapil/new';
    const wrong = await officer.fill(base, base, { name: '', channel: 'online', onlineAddress: 'http://tidak.aman' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Pilih bidang layanan');
    expect(wrong.text).toContain('http://tidak.aman');
    const made = await officer.fill(base, base, { name: 'Legalisasi Dokumen', field: 'civil-registry', channel: 'counter' });
    expect(made.status).toBe(303);
    const path = made.location;
    const twice = await officer.fill(base, base, { name: 'LEGALISASI dokumen', field: 'other', channel: 'counter' });
    expect(twice.text).toContain('sudah mempunyai layanan dengan nama itu');

    const edit = (section: string, fields: Record<string, string>) =>
      officer.fill(`${path}/edit/${section}`, `${path}/edit/${section}`, fields);
    expect((await edit('fee', { kind: 'amounts', 'rupiah-0': 'sepuluh', 'what-0': 'cap' })).status).toBe(422);
    const more = await edit('fee', { kind: 'amounts', 'rupiah-0': '10.000', 'what-0': 'cap', add: 'row' });
    expect(more.status).toBe(200);
    expect(more.text).toContain('value="10.000"');
    expect(more.text).toContain('name="rupiah-2"');
    expect((await edit('fee', { kind: 'amounts', 'rupiah-0': '10.000', 'what-0': 'cap' })).status).toBe(303);
    expect((await edit('procedure', { lines: 'Datang\n\n Terima ' })).status).toBe(303);
    expect((await edit('requirements', { kind: 'list', lines: '' })).text).toContain('sekurang-kurangnya satu persyaratan');
    expect((await edit('duration', { kind: 'stated', value: '1', unit: 'day' })).status).toBe(303);
    const handling = { 'kind-0': 'phone', 'value-0': '123', officerPosition: 'Kasubag', days: '5' };
    expect((await edit('complaintHandling', handling)).status).toBe(303);
    expect((await edit('nonsense', {}).catch(() => 'no form')).toString()).toBe('no form');

    expect((await officer.open(`${path}/publish`)).text).toContain('Rp10.000: cap');
    const past = { 'validFrom-day': '1', 'validFrom-month': '1', 'validFrom-year': '2026' };
    expect((await officer.fill(`${path}/publish`, `${path}/publish`, past)).text).toContain('tidak berlaku surut');
    const today = { 'validFrom-day': '17', 'validFrom-month': '3', 'validFrom-year': '2026' };
    expect((await officer.fill(`${path}/publish`, `${path}/publish`, today)).status).toBe(303);
    const number = path.split('/').at(-1);
    expect((await house.as().open(`/services/${number}`)).text).toContain('Rp10.000: cap');

    expect((await officer.fill(path, `${path}/begin`, { note: '' })).status).toBe(422);
    expect((await officer.fill(path, `${path}/begin`, { note: 'Digratiskan' })).status).toBe(303);
    expect((await edit('fee', { kind: 'free' })).status).toBe(303);
    const version = await officer.open(`${path}/versions/2`);
    expect(version.text).toContain('<del>Rp10.000: cap</del>');
    expect(version.text).toContain('<ins>Tidak dipungut biaya</ins>');
    expect((await house.as().open(`/services/${number}`)).text).toContain('Rp10.000: cap');
    expect((await officer.fill(path, `${path}/withdraw`, { reason: 'Digabung' })).status).toBe(303);
    expect((await house.as().open(`/services/${number}`)).status).toBe(410);
    expect((await house.as().open('/services')).text).not.toContain('Legalisasi Dokumen');
  });

  test('keeps its drafts from others: only those above it and assessors read them', async () => {
    const draft = `/desk/services/${await child()}`;
    expect((await house.as().open(draft)).location).toContain('/sign-in');
    expect((await house.as('dinkes@klungkung.example').open(draft)).status).toBe(404);
    expect((await house.as('koordinator@badung.example').open(draft)).status).toBe(404);
    expect((await house.as('koordinator@klungkung.example').open(draft)).status).toBe(200);
    const assessor = house.as('penilai@ombudsman-bali.example');
    expect((await assessor.open(draft)).text).toContain('tidak mengubahnya');
    expect((await assessor.open(`${draft}/edit/fee`)).status).toBe(404);
    expect((await assessor.open(`${draft}/publish`)).status).toBe(404);
    expect((await house.as('pimpinan@klungkung.example').open(draft)).status).toBe(200);
    expect((await house.as('pimpinan@klungkung.example').open(`${draft}/edit/fee`)).status).toBe(404);
    expect((await house.as('pojok@ombudsman-bali.example').open('/desk/services')).status).toBe(403);
  });

  test('two who edit at once do not overwrite each other', async () => {
    const path = `/desk/services/${await child()}/edit/product`;
    const officer = house.as(DUKCAPIL);
    await officer.open(path);
    const stale = await officer.hiddenFields(path);
    expect((await officer.fill(path, path, { text: 'Kartu' })).status).toBe(303);
    const hidden = (await officer.open(path)).text.match(/name="_once" value="([^"]*)"/)?.[1] ?? '';
    const second = await officer.send(path, { ...stale, _once: hidden, text: 'Lain' });
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('Lain');
  });

  test('a maklumat goes out with its scan, which strangers cannot read before', async () => {
    const officer = house.as('dinkes@klungkung.example');
    const path = '/desk/services/offices/51.05.dinkes/charter';
    const fields = {
      body: 'Kami sanggup.',
      signatoryName: 'Contoh',
      signatoryPosition: 'Kepala Dinas',
      'signedOn-day': '10',
      'signedOn-month': '3',
      'signedOn-year': '2026',
      'validFrom-day': '11',
      'validFrom-month': '3',
      'validFrom-year': '2026',
    };
    const bad = await officer.fill(path, path, fields, { name: 'x.exe', bytes: Buffer.from('MZ\u0000\u0001') });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Kami sanggup.');
    const picture = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#eee' } })
      .jpeg()
      .toBuffer();
    expect((await officer.fill(path, path, fields, { name: 'pindai.jpg', bytes: picture })).status).toBe(303);
    const { rows } = await sql<{ id: string }>`SELECT id FROM services.charters WHERE state = 'draft'`.execute(house.t.db);
    const scan = `/services/charters/${rows[0]?.id}/file`;
    expect((await house.as().open(scan)).status).toBe(404);
    expect((await officer.get(`${path}/file`)).headers.get('Content-Type')).toBe('image/jpeg');
    expect((await officer.fill(path, path, { ...fields, finish: 'publish' })).status).toBe(303);
    expect((await house.as().get(scan)).headers.get('Content-Type')).toBe('image/jpeg');
    expect((await house.as().open('/agencies/51.05.dinkes/services')).text).toContain('Kami sanggup.');
  });

  test('the register marks reviews that are overdue', async () => {
    const officer = house.as(DUKCAPIL);
    const path = '/desk/services/offices/51.05.dukcapil/procedures';
    const list = await officer.open(path);
    expect(list.text.match(/Lewat waktu tinjau/g)).toHaveLength(1);
    const wrong = await officer.fill(`${path}/new`, `${path}/new`, { number: 'A', title: 'B', ownerPosition: 'C', version: '1' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Tuliskan tanggal tinjau ulang');
    const days = {
      'effectiveOn-day': '1',
      'effectiveOn-month': '1',
      'effectiveOn-year': '2025',
      'reviewOn-day': '1',
      'reviewOn-month': '1',
      'reviewOn-year': '2026',
    };
    const fine = { number: 'A', title: 'B', ownerPosition: 'C', version: '1', ...days };
    expect((await officer.fill(`${path}/new`, `${path}/new`, fine)).status).toBe(303);
    expect((await officer.open(path)).text.match(/Lewat waktu tinjau/g)).toHaveLength(2);
    expect((await house.as('dishub@klungkung.example').open(path)).status).toBe(404);
  });

  test('tables come back in: checked first, then run with the same file', async () => {
    const officer = house.as('koordinator@klungkung.example');
    const path = '/desk/services/table';
    const mine = await officer.open('/desk/services/layanan.csv');
    const bytes = Buffer.from(mine.text);
    const same = await officer.fill(path, `${path}/check`, {}, { name: 'a.csv', bytes });
    expect(same.text).toContain('Tidak ada yang berubah');
    const unknown = await officer.fill(path, `${path}/check`, {}, { name: 'a.csv', bytes: Buffer.from('nama;harga\nx;y') });
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('Kolom &quot;harga&quot; tidak dikenal');
    const table = Buffer.from(
      'kode_instansi;nama_layanan;bidang;kanal;biaya\n51.05.dishub;Izin Parkir;Perhubungan;Loket/tatap muka;gratis\n',
    );
    const checked = await officer.fill(path, `${path}/check`, {}, { name: 'a.csv', bytes: table });
    expect(checked.status).toBe(200);
    const hidden = Object.fromEntries(
      [...checked.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    expect(hidden.sha256).toMatch(/^[0-9a-f]{64}$/);
    const run = async (file: Buffer) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(hidden)) body.append(name, value);
      body.append('file', new Blob([new Uint8Array(file)]), 'a.csv');
      return officer.fetch(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } });
    };
    const other = await run(Buffer.concat([table, Buffer.from('\n')]));
    expect(other.status).toBe(409);
    const done = await run(table);
    expect(done.status).toBe(303);
    const progress = done.headers.get('Location') ?? '';
    expect((await officer.open(progress)).text).toContain('Menunggu giliran');
    await serviceErrands['services.import']?.(house.t.tools, { importId: progress.split('/').at(-1) });
    expect((await officer.open(progress)).text).toContain('Selesai');
    expect((await house.as('koordinator@badung.example').open(progress)).status).toBe(404);
    expect((await officer.open('/desk/services/offices/51.05.dishub')).text).toContain('Izin Parkir');
    expect((await house.as().open('/services?q=parkir')).text).not.toContain('Izin Parkir');
  });
});
