import { createHash } from 'node:crypto';
import { PDF } from '@libpdf/core';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEvents } from '../../../../platform/audit/index.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { composePdf } from '../../../../platform/documents/index.ts';
import { putSealed } from '../../../../platform/files/seal.ts';
import { openedCase } from '../../../cast.test-support.ts';
import { insertCaseFiles } from '../../../store/intake/files.ts';
import { type ReportsTest, reportsTest, textOf } from '../reports.test-support.ts';

let r: ReportsTest;
let caseId: string;
let letter: Uint8Array;
/** The reporter, as a text may name them. */
const NAME = 'Ni Wayan Contoh';
const OPINION = 'Menurut saya kepala dinas berbohong.';

beforeAll(async () => {
  r = await reportsTest();
  const { t } = r;
  const common = { partId: null, agencyId: null } as const;
  const file = await openedCase(t, {
    secret: true,
    entries: [
      {
        ...common,
        kind: 'account',
        audience: 'reporter',
        text: `Saya ${NAME}, telepon 081234567890, datang tiga kali.\n${NAME} tidak dilayani.`,
      },
      { ...common, kind: 'opinion', audience: 'internal', text: OPINION },
      { ...common, kind: 'note', audience: 'parties', text: 'Klarifikasi dijadwalkan hari Senin.' },
    ],
  });
  caseId = file.id;
  letter = await composePdf({
    ...{ title: 'Surat', lang: 'id', author: 'contoh', at: new Date(0) },
    blocks: [
      { kind: 'heading', level: 1, text: 'Surat keterangan' },
      { kind: 'paragraph', text: `Menerangkan bahwa ${NAME} adalah pasien kami, NIK 5105014107900001.` },
    ],
  });
  await putSealed(t.tools, 'uploads/letter', letter);
  await inTransaction(t.tools, (tx) =>
    insertCaseFiles(tx, caseId, [
      {
        ...{ id: t.tools.random.id(), entryId: null, audience: 'reporter', at: t.tools.clock.now(), author: 'complainant' },
        ...{ mediaType: 'application/pdf', isImage: false, bytes: letter.length, storeKey: 'uploads/letter', thumbnailKey: null },
        ...{ sha256: createHash('sha256').update(letter).digest(), width: null, height: null },
      },
    ]),
  );
});
afterAll(() => r.t.close());

const path = (part = '') => `/desk/cases/${caseId}/bundle${part}`;

async function unzipped(answer: Response) {
  expect(answer.status).toBe(200);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const index = await PDF.load(files['00-indeks.pdf'] ?? new Uint8Array());
  const words = index
    .extractText()
    .map(({ text }) => text)
    .join(' ');
  return { files, paths: Object.keys(files), index: words.replaceAll(/\s+/g, ' ') };
}

const contents = (files: Record<string, Uint8Array>) =>
  Object.values(files)
    .map((bytes) => Buffer.from(bytes).toString('utf8'))
    .join('\n');

describe('the whole file of a case', () => {
  it('is for its team and those who lead it, not for every colleague, and not there for others', async () => {
    for (const name of ['head', 'verifier', 'resolver'] as const) expect((await r.as(name).get(path())).status).toBe(200);
    for (const name of ['examiner', 'preventer', 'counter', 'liaison', 'leader'] as const) {
      for (const part of ['', '.zip', '.pdf']) expect((await r.as(name).get(path(part))).status).toBe(404);
    }
  });

  it('comes as a ZIP with everything, an index and sums, and the download is an event of the case', async () => {
    const { files, paths, index } = await unzipped(await r.as('head').get(path('.zip')));
    expect(paths.map((each) => each.replace(/\/\d+-/, '/')).sort()).toEqual([
      '00-indeks.pdf',
      '3-catatan/catatan.txt',
      '3-catatan/pendapat-internal.txt',
      '3-catatan/uraian-pelapor.txt',
      '4-pengaduan/lampiran.pdf',
      'SHA256SUMS',
    ]);
    expect(contents(files)).toContain(OPINION);
    expect(index).toContain('tidak untuk dikirim ke luar');
    expect(index.replaceAll(' ', '')).toContain(createHash('sha256').update(letter).digest('hex'));
    const events = await readEvents(r.t.db, caseId);
    expect(events.at(-1)).toMatchObject({
      type: 'bundle-taken',
      content: { payload: { form: 'zip', pieces: 4, variant: null } },
    });
    expect(textOf(await (await r.as('head').get(path())).text())).toContain('Berkas lengkap ZIP');
  });

  it('comes as one PDF of index and pages', async () => {
    const answer = await r.as('verifier').get(path('.pdf'));
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    const pdf = await PDF.load(new Uint8Array(await answer.arrayBuffer()));
    const text = pdf
      .extractText()
      .map((page) => page.text)
      .join(' ');
    expect(text).toContain('Indeks berkas');
    expect(text).toContain('Klarifikasi dijadwalkan');
    expect(text).toContain('Surat keterangan');
  });

  it('is refused as one PDF above 20 MB, with the way to the ZIP', async () => {
    await r.t.pool.query('UPDATE casework.files SET bytes = 25000000 WHERE case_id = $1', [caseId]);
    const answer = await r.as('head').get(path('.pdf'));
    const text = textOf(await answer.text());
    await r.t.pool.query('UPDATE casework.files SET bytes = $2 WHERE case_id = $1', [caseId, letter.length]);
    expect(answer.status).toBe(409);
    expect(text).toContain('unduh ZIP-nya');
    expect(text).toContain('Unduh ZIP dengan indeks');
  });
});

describe('a redacted version for outside', () => {
  let variant: string;
  const keys: Record<string, string> = {};

  async function decide(key: string, fields: Record<string, string>) {
    const head = r.as('head');
    const page = `${variant}/pieces/${encodeURIComponent(key)}`;
    return head.submit(page, { choice: '', reason: '', basis: '', passages: '', ...fields });
  }

  beforeAll(async () => {
    const head = r.as('head');
    const begun = await head.submit(path('/variants'), { title: 'Untuk pengadilan (contoh)', audience: 'outside' }, path());
    expect(begun.status).toBe(303);
    variant = begun.headers.get('Location') ?? '';
    const html = await (await head.get(variant)).text();
    for (const [, key = ''] of html.matchAll(/pieces\/([^"]+)"/g)) {
      const page = textOf(await (await head.get(`${variant}/pieces/${key}`)).text());
      const name = page.includes('Senin') ? 'note' : page.includes('Surat keterangan') ? 'letter' : 'account';
      keys[name] = decodeURIComponent(key);
    }
    expect(Object.keys(keys).sort()).toEqual(['account', 'letter', 'note']);
    expect(textOf(html)).toContain('Internal, tidak pernah keluar');
  });

  it('holds nothing before anything is decided, and tells of the internal only that there is something', async () => {
    const { paths, index } = await unzipped(await r.as('head').get(`${variant}/bundle.zip`));
    expect(paths).toEqual(['00-indeks.pdf', 'SHA256SUMS']);
    expect(index).toContain('tidak pernah menjadi bagian dari berkas untuk pihak luar');
    expect(index).not.toContain('Pendapat internal');
  });

  it('does not include what may tell a secret identity, nor know an address for internal pieces', async () => {
    const refused = await decide(keys.account ?? '', { choice: 'included' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('identitasnya dirahasiakan');
    const { rows } = await r.t.pool.query("SELECT id FROM casework.entries WHERE case_id = $1 AND audience = 'internal'", [
      caseId,
    ]);
    expect((await r.as('head').get(`${variant}/pieces/entry:${rows[0].id}`)).status).toBe(404);
  });

  it('keeps everything typed when a passage is not found, and saves nothing', async () => {
    const refused = await decide(keys.account ?? '', {
      ...{ choice: 'replaced', reason: 'Nama Pelapor.', basis: 'secret-identity', passages: `${NAME}\nNi Luh` },
    });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(textOf(html)).toContain('tidak ditemukan dalam tulisan');
    expect(html).toContain(`${NAME}\nNi Luh`);
    expect(html).toContain('Nama Pelapor.');
    expect(textOf(await (await r.as('head').get(variant)).text())).toContain('3 bagian belum diputuskan');
  });

  it('goes out with redacted texts and re-made PDFs, without a name, a number or an opinion anywhere, and the original stays', async () => {
    const replaced = { choice: 'replaced', reason: 'Identitas dirahasiakan.', basis: 'secret-identity', passages: NAME };
    for (const key of [keys.account, keys.letter]) expect((await decide(key ?? '', replaced)).status).toBe(303);
    expect((await r.as('head').submit(`${variant}/include`, {}, variant)).status).toBe(303);
    const { files, paths, index } = await unzipped(await r.as('head').get(`${variant}/bundle.zip`));
    expect(paths).toHaveLength(5);
    const attachment = await PDF.load(files[paths.find((each) => each.startsWith('4-')) ?? ''] ?? new Uint8Array());
    const letterWords = attachment
      .extractText()
      .map(({ text }) => text)
      .join(' ');
    const everything = `${contents(files)}\n${letterWords}\n${index}`;
    expect(letterWords).toContain('[disamarkan] adalah pasien kami');
    expect(everything).toContain('[disamarkan] tidak dilayani');
    expect(everything).toContain('Senin');
    for (const secret of [NAME, 'Wayan', '081234567890', '5105014107900001', OPINION, 'berbohong'])
      expect(everything).not.toContain(secret);
    expect(index).toContain('versi yang disamarkan');
    expect(index).not.toContain('Surat rujukan tidak diberikan');

    const whole = await unzipped(await r.as('head').get(path('.zip')));
    const original = whole.files[whole.paths.find((each) => each.startsWith('4-')) ?? ''];
    expect(Buffer.from(original ?? []).equals(Buffer.from(letter))).toBe(true);
    const events = (await readEvents(r.t.db, caseId)).filter(({ type }) => type === 'variant-piece-decided');
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain('Wayan');
  });

  it('lets the officer look at a redacted version, and leaves out a piece that changed after it was decided', async () => {
    const version = await r.as('head').get(`${variant}/pieces/${encodeURIComponent(keys.account ?? '')}/version`);
    expect(await version.text()).toContain('Saya [disamarkan], telepon [disamarkan]');
    await r.t.ownerDb
      .withTables<{ 'casework.variant_choices': { piece_key: string; original_sha256: Buffer } }>()
      .updateTable('casework.variant_choices')
      .set({ original_sha256: Buffer.alloc(32) })
      .where('piece_key', '=', keys.letter ?? '')
      .execute();
    const { paths } = await unzipped(await r.as('head').get(`${variant}/bundle.zip`));
    expect(paths.some((each) => each.startsWith('4-'))).toBe(false);
    expect(textOf(await (await r.as('head').get(variant)).text())).toContain('berubah sejak diputuskan');
  });
});
