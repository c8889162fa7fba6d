import { readdirSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AtDesk, PNG } from '../../../assessments/web/rounds/rounds.test-support.ts';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor, agencyByCode } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { Visitor } from '../../../platform/testing/visitor.ts';
import { caseNow, examinedCase } from '../../actions/examination/examination.test-support.ts';
import { type CastName, castOf, openedCase } from '../../cast.test-support.ts';
import { allegationsOf } from '../../store/examination/allegations.ts';
import { custodyOf, evidenceOf } from '../../store/examination/evidence.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { insertCaseFiles } from '../../store/intake/files.ts';
import { sectionHistory } from '../../store/sections/sections.ts';
import { mountCasework } from '../routes.ts';
import { en } from './words.en.ts';
import { id } from './words.id.ts';

let t: TestDatabase;
let app: WebRoutes;
let officer: Awaited<ReturnType<typeof castOf>>;

beforeAll(async () => {
  t = await testDatabase({ settings: { rateLimitFactor: 1000 } });
  t.setNow('2026-03-30T09:00:00+08:00');
  officer = await castOf(t);
  app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount: mountCasework,
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      const today = dayOf(t.tools.clock.now(), 'Asia/Jakarta');
      return (personId && (await actorFor(t.db, personId, today))) || { kind: 'visitor' };
    },
  });
});
beforeEach(() => t.setNow('2026-03-30T09:00:00+08:00'));
afterAll(() => t.close());

const at = async (name: CastName, language: 'id' | 'en' = 'id') =>
  new AtDesk({ t, app }, (await officer(name)).personId, language);
const pathOf = (file: { readonly id: string }) => `/desk/cases/${file.id}`;

const PAGES = [
  'examination',
  'evidence',
  'allegations',
  'respondents',
  'tasks',
  'notes',
  'examination/steps/new',
  'evidence/new',
  'allegations/new',
];

describe('who sees the pages', () => {
  test('the team sees and writes; others of the office read; the respondent and the counter see nothing', async () => {
    const file = await examinedCase(t, officer, { registeredByPersonId: (await officer('counter')).personId });
    for (const page of PAGES) {
      const path = `${pathOf(file)}/${page}`;
      expect((await (await at('examiner')).get(path)).status, page).toBe(200);
      const reads = page.endsWith('new') ? 404 : 200;
      expect((await (await at('resolver')).get(path)).status, page).toBe(reads);
      for (const name of ['liaison', 'coordinator', 'counter'] as const) {
        expect((await (await at(name)).get(path)).status, `${name} ${page}`).toBe(404);
      }
    }
  });

  test('both languages say the same things: no word is missing, none is left in the other language', () => {
    const same: string[] = [];
    const walk = (one: unknown, other: unknown, where: string) => {
      expect(typeof other, where).toBe(typeof one);
      if (one && typeof one === 'object') {
        expect(Object.keys(other as object).sort(), where).toEqual(Object.keys(one).sort());
        for (const key of Object.keys(one))
          walk((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], `${where}.${key}`);
      } else if (one === other) same.push(where);
    };
    walk(id, en, 'words');
    expect(same).toEqual(['words.steps.no', 'words.evidence.reporter']);
  });
});

describe('the plan', () => {
  test('two who save a section at once: the second sees both texts, merges, and every text stays to be looked at', async () => {
    const file = await examinedCase(t, officer);
    const section = `${pathOf(file)}/sections/plan/issue`;
    const [one, two] = [await at('examiner'), await at('secondExaminer')];
    const [mine, theirs] = [
      'Apakah surat rujukan wajib diberikan kepada peserta?',
      'Apakah surat rujukan boleh ditolak oleh petugas?',
    ];
    const opened = await two.get(section);
    expect(opened.status).toBe(200);
    expect((await one.submit(section, { text: theirs })).status).toBe(303);
    // The second one's form was made before: revision 0.
    const beside = await two.submit(section, { text: mine, revision: '0' });
    expect(beside.status).toBe(409);
    expect(beside.html).toContain('Orang lain menyimpan bagian ini lebih dulu');
    expect(beside.html).toContain('<mark title="hanya di tulisan Anda">');
    for (const word of ['wajib', 'ditolak']) expect(beside.html).toContain(word);
    const waiting = await two.get(section);
    expect(waiting.html).toContain('Satu tulisan belum digabung');
    const merge = await two.get(`${section}?merge=2`);
    expect(merge.html).toContain('Gabungan yang akan berlaku');
    const merged = await two.submit(section, { text: `${theirs}\n${mine}`, revision: '1' });
    expect([merged.status, merged.location]).toEqual([303, `${pathOf(file)}/examination`]);
    expect((await sectionHistory(t.db, file.id, { document: 'plan', section: 'issue' })).map((each) => each.isAside)).toEqual([
      false,
      true,
      false,
    ]);
    const history = await two.get(`${section}/history`);
    for (const text of ['Tulisan ke-3', 'Tulisan ke-2', 'Tulisan ke-1', 'Disisihkan, sudah digabung', 'Berlaku sekarang'])
      expect(history.html, text).toContain(text);
    expect((await one.get(`${pathOf(file)}/sections/plan/nothing`)).status).toBe(404);
    expect((await one.get(`${pathOf(file)}/sections/other/issue`)).status).toBe(404);
  });

  test('whoever only reads gets the text without a form', async () => {
    const file = await examinedCase(t, officer);
    const section = `${pathOf(file)}/sections/plan/issue`;
    const one = await at('examiner');
    await one.submit(section, { text: 'Pokok persoalan (contoh)' });
    const read = await (await at('resolver')).get(section);
    expect(read.html).toContain('Pokok persoalan (contoh)');
    expect(read.html).not.toContain('<textarea');
    expect((await one.get(section)).html).toContain('<textarea');
  });
});

describe('steps', () => {
  test('a clarification from the plan to its letter, in the forms', async () => {
    const file = await examinedCase(t, officer);
    const desk = await at('examiner');
    const path = `${pathOf(file)}/examination/steps`;
    expect((await desk.get(`${path}/new`)).html).toContain('Permintaan penjelasan tertulis');
    const form = `${path}/new?kind=clarification`;
    const empty = await desk.submit(`${path}/new`, { about: '', to: file.respondents[0]?.id ?? '' }, form);
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Isi tulisannya dulu.');
    const planned = await desk.submit(
      `${path}/new`,
      { about: 'Alasan penolakan (contoh)', to: file.respondents[0]?.id ?? '', owner: (await officer('examiner')).personId },
      form,
    );
    expect(planned.status).toBe(303);
    const [step] = await stepsOf(t.db, file.id);
    expect(planned.location).toBe(`${path}/${step?.id}`);
    const shown = await desk.get(`${path}/${step?.id}`);
    for (const text of [
      'Langkah 1: Permintaan penjelasan tertulis',
      'Kepala Dinas Kesehatan',
      'Buat surat',
      'Catat surat dikirim',
    ])
      expect(shown.html, text).toContain(text);
    const made = await desk.submit(`${path}/${step?.id}/letter`, {}, `${path}/${step?.id}`);
    expect(made.status).toBe(303);
    const draft = await desk.get(made.location ?? '');
    expect(draft.status).toBe(200);
    expect(draft.html).toContain('Alasan penolakan (contoh)');
    expect((await desk.get(`${path}/${step?.id}`)).html).not.toContain('Catat surat dikirim');
  });

  test('a missed clarification: the page says what is possible, and when', async () => {
    const file = await examinedCase(t, officer);
    const desk = await at('examiner');
    const base = `${pathOf(file)}/examination`;
    const to = file.respondents[0]?.id ?? '';
    const owner = (await officer('examiner')).personId;
    await desk.submit(`${base}/steps/new`, { about: 'Alasan (contoh)', to, owner }, `${base}/steps/new?kind=clarification`);
    const step = `${base}/steps/${(await stepsOf(t.db, file.id))[0]?.id}`;
    expect((await desk.submit(`${step}/send`, { way: '' })).status).toBe(422);
    expect((await desk.submit(`${step}/send`, { way: 'kurir' })).status).toBe(303);
    expect((await desk.submit(`${step}/receive`, { way: 'tanda terima bagian umum' })).status).toBe(303);
    expect((await desk.get(base)).html).toContain('baru dapat dikirim mulai');
    expect((await desk.submit(`${step}/miss`, {})).status).toBe(409);
    t.setNow('2026-04-20T09:00:00+08:00');
    expect((await desk.get(base)).html).toContain('Catat apa yang terjadi');
    expect((await desk.submit(`${step}/miss`, {})).status).toBe(303);
    expect((await desk.get(step)).html).toContain('Tercatat tidak dipenuhi');
    const page = await desk.get(base);
    expect(page.html).toContain('Permintaan penjelasan tertulis kedua dapat direncanakan');
    const second = /href="([^"]*kind=clarification-second[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const filled = await desk.get(second);
    expect(filled.html).toContain('Alasan (contoh)');
  });
});

describe('evidence', () => {
  const fields = {
    description: 'Foto papan pengumuman (contoh)',
    kind: 'picture',
    nature: 'material',
    source: 'Petugas loket',
    'received-day': '30',
    'received-month': '3',
    'received-year': '2026',
    how: 'difoto saat kunjungan',
    kept: 'berkas digital',
  };

  test('taken in with a file, checked, handed over, linked to an allegation and found', async () => {
    const file = await examinedCase(t, officer);
    const desk = await at('examiner');
    const path = pathOf(file);
    const wrong = await desk.submitFiles(`${path}/evidence/new`, { ...fields, nature: '' }, [], { name: 'file' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Foto papan pengumuman (contoh)');
    const bad = await desk.submitFiles(`${path}/evidence/new`, fields, [new File([Buffer.from([0, 1, 2])], 'x.bin')], {
      name: 'file',
    });
    expect(bad.status).toBe(422);
    const taken = await desk.submitFiles(`${path}/evidence/new`, fields, [new File([PNG], 'foto.png')], { name: 'file' });
    expect(taken.status).toBe(303);
    const [item] = await evidenceOf(t.db, file.id);
    const own = `${path}/evidence/${item?.id}`;
    const shown = await desk.get(own);
    for (const text of [item?.file?.sha256 ?? '-', 'Perjalanan bukti', 'Unduh berkas asli'])
      expect(shown.html, text).toContain(text);
    const original = await new Visitor(app, { 'X-Test-Person': (await officer('examiner')).personId }).get(`${own}/file`);
    expect(Buffer.from(await original.arrayBuffer()).equals(PNG)).toBe(true);
    expect(original.headers.get('Content-Disposition')).toContain('attachment');
    expect((await desk.get(`${own}/thumbnail`)).status).toBe(200);
    expect((await (await at('liaison')).get(`${own}/file`)).status).toBe(404);
    const other = await examinedCase(t, officer);
    expect((await desk.get(`${pathOf(other)}/evidence/${item?.id}/file`)).status).toBe(404);
    expect((await desk.submit(`${own}/check`, {}, own)).status).toBe(303);
    expect((await desk.get(own)).html).toContain('utuh');
    expect((await desk.submit(`${own}/custody`, { act: 'handed-over', party: '', reason: 'diperiksa ahli' })).status).toBe(422);
    expect(
      (
        await desk.submit(`${own}/custody`, {
          act: 'handed-over',
          party: 'Laboratorium',
          reason: 'diperiksa ahli',
          'on-day': '30',
          'on-month': '3',
          'on-year': '2026',
        })
      ).status,
    ).toBe(303);
    expect((await custodyOf(t.db, file.id, item?.id ?? '')).map((line) => line.act)).toEqual([
      'received',
      'checked',
      'handed-over',
    ]);

    const raised = await desk.submit(`${path}/allegations/new`, {
      form: 'b',
      respondent: file.respondents[0]?.id ?? '',
      description: 'Tidak dilayani (contoh)',
    });
    expect(raised.status).toBe(303);
    const one = raised.location ?? '';
    const early = await desk.submit(`${one}/finding`, { finding: 'found', reason: 'Terbukti (contoh).' });
    expect(early.status).toBe(409);
    expect(early.html).toContain('Terbukti (contoh).');
    expect((await desk.submit(`${one}/evidence`, { evidence: item?.id ?? '', stance: 'for', note: 'kiri bawah' })).status).toBe(
      303,
    );
    expect((await desk.submit(`${one}/finding`, { finding: 'found', reason: 'Terbukti (contoh).' })).status).toBe(303);
    const allegation = await desk.get(one);
    for (const text of ['Ditemukan', 'Bukti 1', 'Mendukung dugaan', 'Tulis analisis'])
      expect(allegation.html, text).toContain(text);
    const [known] = await allegationsOf(t.db, file.id);
    expect((await desk.submit(`${path}/sections/analysis/${known?.id}`, { text: 'Analisis (contoh)' })).location).toBe(one);
    const finished = await desk.submit(`${path}/examination/finish`, {}, `${path}/examination`);
    expect([finished.status, finished.location]).toEqual([303, `${path}/findings`]);
    expect((await caseNow(t, file.id)).stage).toBe('reporting');
  });

  test('what came with the case is taken in with one click, once', async () => {
    const file = await examinedCase(t, officer);
    const fileId = t.tools.random.id();
    await t.db.transaction().execute((tx) =>
      insertCaseFiles(tx, file.id, [
        {
          id: fileId,
          mediaType: 'application/pdf',
          isImage: false,
          bytes: 15,
          sha256: Buffer.alloc(32, 7),
          storeKey: 'uploads/contoh',
          thumbnailKey: null,
          width: null,
          height: null,
          entryId: null,
          audience: 'parties',
          at: t.tools.clock.now(),
          author: 'complainant',
        },
      ]),
    );
    const desk = await at('examiner');
    const path = `${pathOf(file)}/evidence`;
    expect((await desk.get(path)).html).toContain('Jadikan bukti');
    expect((await desk.submit(`${path}/offered/${fileId}`, {}, path)).status).toBe(303);
    expect((await evidenceOf(t.db, file.id)).map((item) => [item.no, item.caseFileId, item.file?.sha256])).toEqual([
      [1, fileId, '07'.repeat(32)],
    ]);
    expect((await desk.get(path)).html).not.toContain('Jadikan bukti');
  });

  test('an upload that is cut off in the middle leaves nothing half: no row, no file, no spool', async () => {
    const file = await examinedCase(t, officer);
    const path = `${pathOf(file)}/evidence/new`;
    const before = stored();
    await overTheLine(path, fields, 'cut off');
    expect(await evidenceOf(t.db, file.id)).toEqual([]);
    expect(stored()).toEqual(before);
    await overTheLine(path, fields, 'whole');
    expect(await evidenceOf(t.db, file.id)).toHaveLength(1);
    expect(stored().length).toBe(before.length + 1);
  });

  const SIZE = 2 * 1024 * 1024;
  const stored = () =>
    (
      readdirSync(t.tools.settings.dataFolder, { recursive: true, withFileTypes: true }) as {
        isFile(): boolean;
        name: string;
        parentPath: string;
      }[]
    )
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .toSorted();

  /** Announces a file of two megabytes; hangs up after a third of it, or sends it all. */
  async function overTheLine(path: string, typed: Readonly<Record<string, string>>, how: 'cut off' | 'whole'): Promise<void> {
    const server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const { personId } = await officer('examiner');
      const visitor = new Visitor(app, { 'X-Test-Person': personId });
      const hidden = await visitor.hiddenFields(path);
      const boundary = 'garis-batas';
      const parts = Object.entries({ ...hidden, ...typed, kind: 'document' }).map(
        ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      const head = `${parts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="besar.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n`;
      const tail = `\r\n--${boundary}--\r\n`;
      await new Promise<void>((resolve) => {
        const sending = httpRequest({
          port,
          path,
          method: 'POST',
          headers: {
            Host: 'localhost:3000',
            'X-Test-Person': personId,
            'Sec-Fetch-Site': 'same-origin',
            Cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            'Content-Type': `multipart/form-data; boundary=${boundary}`,
            'Content-Length': String(Buffer.byteLength(head) + SIZE + tail.length),
          },
        });
        sending.on('error', () => resolve());
        sending.on('close', () => resolve());
        sending.write(head);
        sending.on('response', (answer) => answer.resume());
        if (how === 'whole') {
          sending.write(Buffer.alloc(SIZE, 32));
          sending.end(tail);
        } else sending.write(Buffer.alloc(SIZE / 3, 32), () => setTimeout(() => sending.destroy(), 200));
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
});

describe('respondents, tasks, notes', () => {
  test('a respondent is looked up, added with a reason, and taken out again', async () => {
    const file = await examinedCase(t, officer);
    const desk = await at('examiner');
    const path = `${pathOf(file)}/respondents`;
    const works = await agencyByCode(t.db, '51.05.pupr');
    const found = await desk.submit(`${path}/new`, { q: 'Pekerjaan Umum', find: 'yes' });
    expect([found.status, found.html.includes(works?.id ?? '-')]).toEqual([200, true]);
    expect((await desk.submit(`${path}/new`, { q: '', agency: works?.id ?? '', reason: '' })).status).toBe(422);
    expect(
      (await desk.submit(`${path}/new`, { q: '', agency: works?.id ?? '', position: 'Kepala Dinas', reason: 'ikut menangani' }))
        .status,
    ).toBe(303);
    // Somebody else's version of the respondents is not overwritten.
    const stale = await desk.submit(`${path}/new`, {
      q: '',
      agency: works?.id ?? '',
      position: 'Sekretaris',
      reason: 'x',
      version: String(file.version),
    });
    expect(stale.status).toBe(409);
    const added = (await caseNow(t, file.id)).respondents[1];
    expect((await desk.submit(`${path}/${added?.id}/remove`, { reason: 'bukan kewenangannya' })).status).toBe(303);
    const page = await desk.get(path);
    for (const text of ['Pernah menjadi Terlapor', 'bukan kewenangannya', 'ikut menangani'])
      expect(page.html, text).toContain(text);
  });

  test('tasks: a checklist, a task of one\u2019s own, and all of mine on one page', async () => {
    const file = await examinedCase(t, officer);
    const desk = await at('examiner');
    const path = `${pathOf(file)}/tasks`;
    const { personId } = await officer('secondExaminer');
    expect((await desk.submit(path, { procedure: 'yes', owner: personId })).status).toBe(303);
    expect((await desk.submit(path, { title: '', owner: personId })).status).toBe(422);
    expect(
      (
        await desk.submit(path, {
          title: 'Telepon puskesmas (contoh)',
          owner: personId,
          'due-day': '1',
          'due-month': '4',
          'due-year': '2026',
        })
      ).status,
    ).toBe(303);
    const mine = await (await at('secondExaminer')).get('/desk/case-tasks');
    expect(mine.html).toContain('Telepon puskesmas (contoh)');
    // Rows of a checklist are read in the reader's language, whoever added them in whichever.
    expect(mine.html).toContain('Susun rencana pemeriksaan');
    const english = await (await at('secondExaminer', 'en')).get('/desk/case-tasks');
    expect(english.html).not.toContain('Susun rencana pemeriksaan');
    expect(english.html).toContain('Telepon puskesmas (contoh)');
    expect(mine.html).toContain(file.number);
    const link = /href="([^"]*\/tasks\/[^"]*)"[^>]*>Telepon/.exec(mine.html)?.[1] ?? '';
    expect((await (await at('secondExaminer')).submit(link, { state: 'done', owner: personId, note: 'sudah' })).status).toBe(303);
    expect((await (await at('secondExaminer')).get('/desk/case-tasks')).html).not.toContain('Telepon puskesmas');
  });

  test('a note is for the inside, and an empty one is refused', async () => {
    const file = await openedCase(t);
    const desk = await at('verifier');
    const path = `${pathOf(file)}/notes`;
    expect((await desk.submit(path, { text: ' ' })).status).toBe(422);
    expect((await desk.submit(path, { text: 'Menurut saya lemah (contoh).' })).status).toBe(303);
    expect((await desk.get(path)).html).toContain('Menurut saya lemah (contoh).');
  });
});
