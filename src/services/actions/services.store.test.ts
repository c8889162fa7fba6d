import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorFor, agencyByCode, examplePersonId, loadExamplePeople } from '../../directory/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import { dayOf, Temporal } from '../../kernel/time.ts';
import { readEvents, verifyAudit } from '../../platform/audit/index.ts';
import type { Upload } from '../../platform/http/form.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { serviceErrands } from '../errands/errands.ts';
import type { ServiceContent } from '../rules/service.ts';
import { WHOLE_STANDARD } from '../rules/standard.test-support.ts';
import { importById } from '../store/imports.ts';
import { publishedOf, publishedServices } from '../store/lists.ts';
import { serviceNames, versionsOf } from '../store/services.ts';
import { serviceStandard } from '../store/standard-on.ts';
import { missingUnder, sumsByOffice, sumsUnder } from '../store/sums.ts';
import { beginVersion, createService, discardDraft, editDraft } from './describe-service.ts';
import { exportTable } from './export-table.ts';
import { confirmImport } from './import-table.ts';
import { tryTable } from './judge-table.ts';
import { keepCharter, publishCharter } from './keep-charter.ts';
import { keepProcedure } from './keep-procedure.ts';
import { publishService, withdrawService } from './publish-service.ts';

let t: TestDatabase;
let coordinator: Officer;
let dinkes: Officer;
let assessor: Officer;
let dukcapil: string;
const today = Temporal.PlainDate.from('2026-03-17');

async function officer(email: string): Promise<Officer> {
  const found = await actorFor(t.db, examplePersonId(email), dayOf(t.tools.clock.now(), 'Asia/Jakarta'));
  if (!found) throw new Error(`no example person ${email}`);
  return found;
}

beforeAll(async () => {
  t = await testDatabase();
  await loadExamplePeople(t.tools);
  coordinator = await officer('koordinator@klungkung.example');
  dinkes = await officer('dinkes@klungkung.example');
  assessor = await officer('penilai@ombudsman-bali.example');
  dukcapil = (await agencyByCode(t.db, '51.05.dukcapil'))?.id ?? '';
});
afterAll(() => t.close());

const content = (change: Partial<ServiceContent> = {}): ServiceContent => ({
  name: 'Kartu Identitas Anak',
  field: 'civil-registry',
  channel: 'counter',
  onlineAddress: '',
  decreeNumber: '',
  decreeOn: null,
  ownerPosition: '',
  standard: WHOLE_STANDARD,
  ...change,
});

const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const code = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code);

describe('a service', () => {
  test('lives from draft to withdrawal, each step on record', async () => {
    const service = value(await createService(t.tools, coordinator, dukcapil, content()));
    expect(service.number).toMatch(/^[1-9]\d{6}$/);
    expect(await publishedOf(t.db, dukcapil, today)).toEqual([]);
    expect(code(await createService(t.tools, coordinator, dukcapil, content({ name: ' kartu  identitas ANAK ' })))).toBe(
      'service.name-taken',
    );
    expect(
      code(await publishService(t.tools, coordinator, service.id, { validFrom: today.subtract({ days: 1 }), revision: null })),
    ).toBe('service.valid-from-past');
    value(await publishService(t.tools, coordinator, service.id, { validFrom: today, revision: 1 }));
    expect((await publishedOf(t.db, dukcapil, today)).map(({ name, stated }) => [name, stated])).toEqual([
      ['Kartu Identitas Anak', 14],
    ]);

    expect(code(await beginVersion(t.tools, coordinator, service.id, ' '))).toBe('service.note-missing');
    value(await beginVersion(t.tools, coordinator, service.id, 'Waktu dipersingkat'));
    const faster = { ...WHOLE_STANDARD, duration: { kind: 'stated' as const, value: 1, unit: 'working-day' as const, note: '' } };
    value(await editDraft(t.tools, coordinator, service.id, { revision: 1, change: (now) => ({ ...now, standard: faster }) }));
    expect(code(await editDraft(t.tools, coordinator, service.id, { revision: 1, change: (now) => now }))).toBe(
      'service.moved-on',
    );
    const later = today.add({ days: 10 });
    value(await publishService(t.tools, coordinator, service.id, { validFrom: later, revision: null }));
    expect((await serviceStandard(t.db, service.id, today))?.standard.duration).toEqual(WHOLE_STANDARD.duration);
    expect((await serviceStandard(t.db, service.id, later))?.standard.duration).toEqual(faster.duration);
    expect((await publishedOf(t.db, dukcapil, later))[0]?.version).toBe(2);

    value(await withdrawService(t.tools, coordinator, service.id, 'Digabung dengan layanan lain'));
    expect(await publishedOf(t.db, dukcapil, later)).toEqual([]);
    expect(await serviceStandard(t.db, service.id, today)).toBeUndefined();
    expect((await serviceNames(t.db, [service.id])).get(service.id)?.name).toBe('Kartu Identitas Anak');
    const events = await readEvents(t.db, service.id);
    expect(events.map(({ type }) => type)).toEqual([
      'service-described',
      'published',
      'version-begun',
      'draft-edited',
      'published',
      'withdrawn',
    ]);
    expect(JSON.stringify(events)).not.toContain('Fotokopi');
  });

  test('what was published is frozen, by the database too', async () => {
    const service = value(await createService(t.tools, coordinator, dukcapil, content({ name: 'Akta Kelahiran' })));
    value(await publishService(t.tools, coordinator, service.id, { validFrom: today, revision: null }));
    const change = sql`UPDATE services.versions SET name = 'x' WHERE service_id = ${service.id}`.execute(t.db);
    await expect(change).rejects.toThrow('frozen');
    await expect(sql`DELETE FROM services.versions WHERE service_id = ${service.id}`.execute(t.db)).rejects.toThrow('frozen');
    value(await beginVersion(t.tools, coordinator, service.id, 'Coba'));
    value(
      await editDraft(t.tools, coordinator, service.id, { revision: null, change: (now) => ({ ...now, name: 'Akta Lahir' }) }),
    );
    value(await discardDraft(t.tools, coordinator, service.id));
    expect((await versionsOf(t.db, service.id)).map(({ name, state }) => [name, state])).toEqual([
      ['Akta Kelahiran', 'published'],
    ]);
    expect(code(await createService(t.tools, coordinator, dukcapil, content({ name: 'Akta Lahir' })))).toBe('ok');
  });

  test('is written by its office and those above alone', async () => {
    const service = value(await createService(t.tools, coordinator, dukcapil, content({ name: 'Akta Kematian' })));
    const publish = (actor: Officer) => publishService(t.tools, actor, service.id, { validFrom: today, revision: null });
    expect(code(await publish(dinkes))).toBe('service.absent');
    expect(code(await publish(assessor))).toBe('service.not-yours');
    expect(code(await createService(t.tools, dinkes, dukcapil, content({ name: 'Lain' })))).toBe('service.office-unknown');
    expect(code(await publish(await officer('koordinator@badung.example')))).toBe('service.absent');
  });

  test('sums over offices are what the rules count', async () => {
    const klungkung = (await agencyByCode(t.db, '51.05'))?.id ?? '';
    const half = { ...WHOLE_STANDARD, product: '', evaluation: '', fee: { kind: 'not-stated' as const } };
    const mine = (await agencyByCode(t.db, '51.05.dinkes'))?.id ?? '';
    const online = { channel: 'both' as const, onlineAddress: 'https://layanan.example' };
    const service = value(
      await createService(
        t.tools,
        dinkes,
        mine,
        content({ name: 'Izin Praktik', standard: half, ownerPosition: 'Kepala Bidang', ...online }),
      ),
    );
    value(await publishService(t.tools, dinkes, service.id, { validFrom: today, revision: null }));
    expect(await sumsUnder(t.db, klungkung, today)).toEqual({
      services: 2,
      all: { stated: 25, of: 28 },
      delivery: { stated: 10, of: 12 },
      whole: 1,
      online: 1,
    });
    expect(new Set((await sumsByOffice(t.db, [klungkung], today)).map(({ agencyId }) => agencyId))).toEqual(
      new Set([dukcapil, mine]),
    );
    expect(await missingUnder(t.db, klungkung, today, 10)).toEqual([
      expect.objectContaining({ agencyId: mine, ownerPosition: 'Kepala Bidang', missing: ['fee', 'product', 'evaluation'] }),
    ]);
    const found = (filter: Parameters<typeof publishedServices>[1]) =>
      publishedServices(t.db, filter, today, { limit: 10 }).then(({ lines }) => lines.map(({ name }) => name));
    expect(await found({ words: 'izin prak' })).toEqual(['Izin Praktik']);
    // In the name first, then in the requirements of the other.
    expect(await found({ words: 'izin OR ktp' })).toEqual(['Izin Praktik', 'Akta Kelahiran']);
    const byWords = { words: 'izin OR ktp' };
    const one = await publishedServices(t.db, byWords, today, { limit: 1 });
    const other = await publishedServices(t.db, byWords, today, { limit: 1, after: one.next ?? '' });
    expect([...one.lines, ...other.lines].map(({ name }) => name)).toEqual(['Izin Praktik', 'Akta Kelahiran']);
    expect(await found({ regionCode: '51' })).toEqual(['Akta Kelahiran', 'Izin Praktik']);
    expect(await found({ channel: 'online' })).toEqual(['Izin Praktik']);
    expect(await found({ fields: ['health'] })).toEqual([]);
    const first = await publishedServices(t.db, {}, today, { limit: 1 });
    const second = await publishedServices(t.db, {}, today, { limit: 1, after: first.next ?? '' });
    expect([...first.lines, ...second.lines].map(({ name }) => name)).toEqual(['Akta Kelahiran', 'Izin Praktik']);
    expect(second.next).toBeNull();
  });
});

describe('maklumat and SOPs', () => {
  test('a maklumat is published only when it is signed, and then frozen', async () => {
    const written = {
      body: 'Kami sanggup.',
      signatoryName: 'Wayan Contoh',
      signatoryPosition: 'Kepala Dinas',
      signedOn: null,
      validFrom: today,
    };
    value(await keepCharter(t.tools, coordinator, dukcapil, { content: written, revision: 0 }));
    expect(code(await publishCharter(t.tools, coordinator, dukcapil, null))).toBe('charter.signed-on-missing');
    value(await keepCharter(t.tools, coordinator, dukcapil, { content: { ...written, signedOn: today }, revision: 1 }));
    expect(code(await keepCharter(t.tools, coordinator, dukcapil, { content: written, revision: 1 }))).toBe('service.moved-on');
    value(await publishCharter(t.tools, coordinator, dukcapil, null));
    await expect(sql`UPDATE services.charters SET body = 'x'`.execute(t.db)).rejects.toThrow('frozen');
    expect(code(await keepCharter(t.tools, dinkes, dukcapil, { content: written, revision: null }))).toBe(
      'service.office-unknown',
    );
  });

  test('an SOP goes on in versions', async () => {
    const sop = {
      number: 'SOP-01',
      title: 'Penerbitan KIA',
      version: 1,
      ownerPosition: 'Kepala Bidang',
      effectiveOn: today,
      reviewOn: today.add({ years: 1 }),
      serviceId: null,
    };
    const first = value(await keepProcedure(t.tools, coordinator, dukcapil, { id: undefined, revision: null, content: sop }));
    expect(code(await keepProcedure(t.tools, coordinator, dukcapil, { id: undefined, revision: null, content: sop }))).toBe(
      'procedure.number-taken',
    );
    const jump = await keepProcedure(t.tools, coordinator, dukcapil, {
      id: first.id,
      revision: 1,
      content: { ...sop, version: 3 },
    });
    expect(code(jump)).toBe('procedure.version-wrong');
    value(await keepProcedure(t.tools, coordinator, dukcapil, { id: first.id, revision: 1, content: { ...sop, version: 2 } }));
    const stale = await keepProcedure(t.tools, coordinator, dukcapil, {
      id: first.id,
      revision: 1,
      content: { ...sop, version: 2 },
    });
    expect(code(stale)).toBe('service.moved-on');
  });
});

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}

function uploadOf(text: string | Buffer): Upload {
  const bytes = Buffer.from(text);
  return {
    field: 'file',
    name: 'layanan.csv',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: async () => bytes,
    stream: () => Readable.from([bytes], { objectMode: false }),
  };
}

const HEADER = 'kode_instansi;nama_layanan;bidang;kanal;biaya;persyaratan';
const attempt = (text: string | Buffer, actor = coordinator) => tryTable(t.tools, actor, uploadOf(text).stream());
const rowsOnRecord = async () =>
  (await sql<{ n: number }>`SELECT count(*)::int AS n FROM services.versions`.execute(t.db)).rows[0]?.n;

describe('tables', () => {
  test('what is exported comes back unchanged', async () => {
    const klungkung = (await agencyByCode(t.db, '51.05'))?.id ?? '';
    const text = await textOf(exportTable(t.db, { agencyIds: [klungkung], reader: 'officer', day: today }));
    expect(text.startsWith('\ufeffnomor;kode_instansi;')).toBe(true);
    const report = await attempt(text);
    expect(report).toMatchObject({ created: 0, changed: 0, wrong: 0 });
    expect(report.rows).toBeGreaterThanOrEqual(4);
    expect(report.unchanged).toBe(report.rows);
    const open = await textOf(exportTable(t.db, { agencyIds: null, reader: 'public', day: today }));
    expect(open).not.toContain('kompetensi');
    expect(open.split('\r\n')).toHaveLength(4);
  });

  test('a dry run says what is wrong, line by line, and writes nothing', async () => {
    const before = await rowsOnRecord();
    const report = await attempt(
      `\ufeff${HEADER}\r\n51.05.dukcapil;Pindah Datang;Kependudukan dan pencatatan sipil;Loket/tatap muka;gratis;"Fotokopi KTP\nSurat pindah"\r\n` +
        '51.05.dukcapil;Pindah Datang;civil-registry;counter;;\r\n' +
        '51.03.dukcapil;Akta;civil-registry;counter;;\r\n' +
        'tidak.ada;Akta;civil-registry;counter;;\r\n' +
        '51.05.dukcapil;Kurang;civil-registry\r\n' +
        '51.05.dukcapil;Mahal;civil-registry;counter;seribu;\r\n',
    );
    expect(report).toMatchObject({ rows: 6, created: 1, wrong: 5 });
    expect(report.wrongRows.map(({ line, problems }) => [line, problems.map(({ code: why }) => why)])).toEqual([
      [4, ['import.row-double']],
      [5, ['service.not-yours']],
      [6, ['service.office-unknown']],
      [7, ['service.channel-missing', 'import.row-ragged']],
      [8, ['service.amount-wrong']],
    ]);
    expect(await rowsOnRecord()).toBe(before);
  });

  test('columns and files that are wrong are named', async () => {
    const problemOf = (text: string | Buffer) =>
      attempt(text).then(
        () => 'read',
        (error) => error.problem,
      );
    expect(await problemOf('kode_instansi;nama;bidang;kanal\r\na;b;c;d')).toMatchObject({
      kind: 'header',
      problems: [
        { kind: 'unknown', column: 'nama' },
        { kind: 'missing', column: 'nama_layanan' },
      ],
    });
    expect(await problemOf('')).toEqual({ kind: 'empty' });
    expect(await problemOf(Buffer.from(`${HEADER}\n51;Caf\xe9;x;y;;`, 'latin1'))).toEqual({ kind: 'not-utf8' });
    expect(await problemOf(`${HEADER}\n51;"abc`)).toMatchObject({ kind: 'not-csv' });
    expect(await problemOf(Buffer.alloc(50_000, 'a'))).toMatchObject({ kind: 'not-csv' });
  });

  test('is confirmed with the same file only, and written by an errand that can be run again', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `51.05.dukcapil;Layanan uji ${i};civil-registry;counter;gratis;=KTP ${i}`);
    const upload = uploadOf([HEADER, ...rows].join('\r\n'));
    expect(code(await confirmImport(t.tools, coordinator, upload, '0'.repeat(64)))).toBe('import.file-differs');
    const { importId } = value(await confirmImport(t.tools, coordinator, upload, upload.sha256));
    expect(value(await confirmImport(t.tools, coordinator, upload, upload.sha256)).importId).toBe(importId);
    await serviceErrands['services.import']?.(t.tools, { importId });
    expect(await importById(t.db, importId)).toMatchObject({ state: 'done', done: 600, created: 600, changed: 0 });
    await serviceErrands['services.import']?.(t.tools, { importId });
    expect(code(await confirmImport(t.tools, coordinator, upload, upload.sha256))).toBe('import.nothing-to-do');
    const change = uploadOf(
      [HEADER, ...rows]
        .join('\r\n')
        .replace('Layanan uji 7;civil-registry;counter;gratis', 'Layanan uji 7;civil-registry;counter;Rp5.000: cetak'),
    );
    const second = value(await confirmImport(t.tools, coordinator, change, change.sha256));
    await serviceErrands['services.import']?.(t.tools, second);
    expect(await importById(t.db, second.importId)).toMatchObject({ state: 'done', created: 0, changed: 1, unchanged: 599 });
  });

  test('an import that was killed goes on where it stopped, and doubles nothing', async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `51.05.dishub;Layanan putus ${i};transport;counter;gratis;`);
    const upload = uploadOf([HEADER, ...rows].join('\r\n'));
    const { importId } = value(await confirmImport(t.tools, coordinator, upload, upload.sha256));
    let left = 400;
    const id = () => {
      if (left-- === 0) throw new Error('killed');
      return t.tools.random.id();
    };
    const dying = { ...t.tools, random: { ...t.tools.random, bytes: (n: number) => t.tools.random.bytes(n), id } };
    await expect(serviceErrands['services.import']?.(dying, { importId })).rejects.toThrow('killed');
    expect(await importById(t.db, importId)).toMatchObject({ state: 'running', done: 250, created: 250 });
    await serviceErrands['services.import']?.(t.tools, { importId });
    expect(await importById(t.db, importId)).toMatchObject({ state: 'done', done: 600, created: 600, unchanged: 0 });
    const { rows: found } = await sql<{
      n: number;
    }>`SELECT count(*)::int AS n FROM services.versions WHERE name LIKE 'Layanan putus%'`.execute(t.db);
    expect(found[0]?.n).toBe(600);
  });

  test('100,000 rows are judged in bounded memory while others are served', { timeout: 120_000 }, async () => {
    async function* lines() {
      yield `${HEADER}\r\n`;
      for (let i = 0; i < 100_000; i++)
        yield `51.05.dukcapil;Layanan besar ${i};civil-registry;counter;gratis;Fotokopi KTP ${i}\r\n`;
    }
    const before = await rowsOnRecord();
    let longest = 0;
    let last = performance.now();
    let most = 0;
    const beat = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last - 20);
      last = now;
      most = Math.max(most, process.memoryUsage().heapUsed);
    }, 20);
    const idle = process.memoryUsage().heapUsed;
    const report = await tryTable(
      t.tools,
      coordinator,
      Readable.from(lines()).map((text) => Buffer.from(text)),
    );
    clearInterval(beat);
    expect(report).toMatchObject({ rows: 100_000, created: 100_000, wrong: 0 });
    expect(report.examples.length).toBeLessThanOrEqual(200);
    expect(longest).toBeLessThan(1_000);
    expect(most - idle).toBeLessThan(250 * 1024 * 1024);
    expect(await rowsOnRecord()).toBe(before);
  });

  test('5,000 services go out in bounded memory', { timeout: 120_000 }, async () => {
    const office = await agencyByCode(t.db, '51.03.dinkes');
    await sql`INSERT INTO services.services (id, number, agency_id, agency_path, government_id, region_code, name_key, created_at)
      SELECT gen_random_uuid(), (5000000 + i)::text, ${office?.id}::uuid, ${[...(office?.path ?? [])]}::uuid[], ${office?.governmentId}::uuid,
        '51.03', 'banyak ' || i, now() FROM generate_series(1, 5000) AS i`.execute(t.ownerDb);
    await sql`INSERT INTO services.versions (service_id, version, state, name, field, channel, online_address, decree_number,
        owner_position, standard, stated, stated_delivery, missing, valid_from, note, published_at, revision, updated_at, search)
      SELECT id, 1, 'published', 'Banyak ' || number, 'health', 'counter', '', '', '', ${JSON.stringify(WHOLE_STANDARD)}::jsonb, 14, 6, '{}',
        '2026-01-01', '', now(), 1, now(), '' FROM services.services WHERE number >= '5000001'`.execute(t.ownerDb);
    // As the database does by itself a minute later.
    await sql`ANALYZE services.services, services.versions`.execute(t.ownerDb);
    const idle = process.memoryUsage().heapUsed;
    let [most, lines] = [0, 0];
    for await (const chunk of exportTable(t.db, { agencyIds: [office?.id ?? ''], reader: 'public', day: today })) {
      lines += String(chunk).match(/\r\n/g)?.length ?? 0;
      most = Math.max(most, process.memoryUsage().heapUsed);
    }
    expect(lines).toBe(5_001);
    expect(most - idle).toBeLessThan(120 * 1024 * 1024);
  });

  test('the record of all of it verifies', async () => {
    const findings = [];
    for await (const finding of verifyAudit(t.db)) findings.push(finding);
    expect(findings).toEqual([expect.objectContaining({ grade: 'checked', broken: 0 })]);
  });
});
