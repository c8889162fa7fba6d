import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AtDesk, PNG } from '../../../assessments/web/rounds/rounds.test-support.ts';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { statusPages } from '../../../design/index.ts';
import { actorFor } from '../../../directory/index.ts';
import type { Actor, Officer } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { makePost } from '../../../messages/index.ts';
import { knownCertificates, verifySeal } from '../../../platform/documents/index.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { Visitor } from '../../../platform/testing/visitor.ts';
import type { Post } from '../../../platform/tools.ts';
import { caseInExamination, openedReview, SECRET } from '../../actions/documents/documents.test-support.ts';
import { castOf } from '../../cast.test-support.ts';
import { answerInMaking, documentsOf } from '../../store/documents/documents.ts';
import { filesOfDocument } from '../../store/documents/files.ts';
import { mountCasework } from '../routes.ts';

let t: TestDatabase;
let app: WebRoutes;
let who: Awaited<ReturnType<typeof castOf>>;
let examiner: Officer;
beforeAll(async () => {
  const given: { post?: Post } = {};
  t = await testDatabase({
    post: (tx, message) => given.post?.(tx, message) ?? Promise.resolve(),
    settings: { rateLimitFactor: 1000 },
  });
  given.post = makePost(t.tools);
  who = await castOf(t);
  examiner = await who('examiner');
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
afterAll(() => t.close());

const at = async (name: Parameters<typeof who>[0], language: 'id' | 'en' = 'id') =>
  new AtDesk({ t, app }, (await who(name)).personId, language);

const LETTER = {
  ground: 'Surat rujukan tidak diberikan tanpa alasan tertulis.',
  asked: 'Prosedur rujukan yang berlaku\nAlasan surat rujukan tidak diberikan',
  more: '',
  otherCopies: 'Dewan Pengawas Contoh',
};

describe('a letter from the draft to the answer, page by page', () => {
  let path = '';
  let own = '';
  let letterId = '';
  let respondent = '';

  test('the draft: wrong first, everything typed kept, then right with a preview', async () => {
    const file = await caseInExamination(t, examiner, { secret: true });
    path = `/desk/cases/${file.id}/documents`;
    respondent = file.respondents[0]?.id ?? '';
    const drafter = await at('examiner');
    expect((await drafter.get(path)).html).toContain('Permintaan penjelasan tertulis');
    const page = `${path}/new?kind=clarification-request`;
    const shown = await drafter.get(page);
    expect(shown.html).toContain('Identitas Pelapor dirahasiakan');
    expect(shown.html).toContain('Kepala Dinas Kesehatan, Dinas Kesehatan Kabupaten Klungkung');
    const wrong = await drafter.submit(`${path}/new`, { ...LETTER, to: `respondent:${t.tools.random.id()}` }, page);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Prosedur rujukan yang berlaku');
    expect(wrong.html).toContain('Dewan Pengawas Contoh');
    const right = await drafter.submit(`${path}/new`, { ...LETTER, to: `respondent:${respondent}` }, page);
    expect(right.status).toBe(303);
    own = right.location ?? '';
    const preview = await drafter.get(own);
    for (const words of [
      'Konsep',
      'Kepala Dinas Kesehatan',
      'Prosedur rujukan yang berlaku',
      '(empat belas) hari sejak surat ini diterima',
      'Dewan Pengawas Contoh',
      'Segel percobaan',
    ]) {
      expect(preview.html, words).toContain(words);
    }
    expect(preview.html).not.toContain(`action="${own}/seal"`);
    expect(preview.html).not.toContain(`action="${own}/review"`);
    letterId = own.split('/').at(-1) ?? '';
  });

  test('two who change it at once: the second is told, and nothing of what they wrote is lost', async () => {
    const [one, other] = [await at('examiner'), await at('examiner')];
    const edit = `${own}/edit`;
    const stale = await other.get(edit);
    const addressed = { ...LETTER, to: `respondent:${respondent}` };
    expect((await one.submit(edit, { ...addressed, more: 'Versi pertama.' })).status).toBe(303);
    const revision = /name="revision" value="(\d+)"/.exec(stale.html)?.[1] ?? '';
    const late = await other.submit(edit, { ...addressed, more: 'Versi kedua.', revision });
    expect(late.status).toBe(409);
    expect(late.html).toContain('Versi kedua.');
    expect((await one.get(own)).html).toContain('Versi pertama.');
  });

  test('review by a colleague, and a passage that points to the reporter is named and not sealed', async () => {
    const drafter = await at('examiner');
    const addressed = { ...LETTER, to: `respondent:${respondent}` };
    await drafter.submit(`${own}/edit`, { ...addressed, ground: `Menurut ${SECRET.name}, rujukan tidak diberikan.` });
    expect((await (await at('secondExaminer')).submit(`${own}/review`, {}, own)).status).toBe(303);
    const refused = await (await at('head')).submit(`${own}/seal`, {}, own);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('menunjuk Pelapor yang identitasnya dirahasiakan');
    expect(refused.html).toContain('Pada Pertimbangan');
    expect((await (await at('head')).get(`${own}/seal`)).location).toBe(own);
    await drafter.submit(`${own}/edit`, { ...addressed, ground: 'Hubungi kantor di 0361-222333.' });
    await (await at('secondExaminer')).submit(`${own}/review`, {}, own);
    const look = await (await at('head')).submit(`${own}/seal`, {}, own);
    expect([look.status, look.html.includes('name="looked"')]).toEqual([422, true]);
    await drafter.submit(`${own}/edit`, addressed);
    await (await at('secondExaminer')).submit(`${own}/review`, {}, own);
    expect((await (await at('head')).submit(`${own}/seal`, {}, own)).status).toBe(303);
    const sealed = await (await at('head')).get(own);
    expect(sealed.html).toMatch(/\d{4}\/PPT\/III\/2026\/DPS/);
    expect(sealed.html).toContain('Unduh PDF bersegel');
  });

  test('its file is what was sealed', async () => {
    const answer = await new Visitor(app, { 'X-Test-Person': examiner.personId }).get(`${own}/file`);
    const pdf = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="\d{4}-PPT-III-2026-DPS.pdf"/);
    expect((await verifySeal(pdf, await knownCertificates(t.tools))).state).toBe('intact');
    expect((await (await at('head')).get(own)).html).toContain(createHash('sha256').update(pdf).digest('hex'));
  });

  test('sent, it lies with the agency, closed until somebody opens it', async () => {
    expect((await (await at('coordinator')).get('/desk/letters')).html).not.toContain(letterId);
    const sent = await (await at('head')).submit(`${own}/send`, { 'way-1': 'system', 'way-2': '' }, own);
    expect(sent.status).toBe(303);
    const liaison = await at('liaison');
    expect((await liaison.get('/desk/letters')).html).toContain('Belum dibuka');
    const letter = `/desk/letters/${letterId}`;
    const cover = await liaison.get(letter);
    expect(cover.html).toContain('Buka surat dan catat penerimaan');
    expect(cover.html).not.toContain('Prosedur rujukan yang berlaku');
    expect((await liaison.get(`${letter}/file`)).location).toBe(letter);
    expect((await (await at('head')).get(own)).html).toContain('Dikirim, belum diterima');
    expect((await liaison.submit(`${letter}/open`, {}, letter)).status).toBe(303);
    const opened = await liaison.get(letter);
    expect(opened.html).toContain('Prosedur rujukan yang berlaku');
    expect(opened.html).toContain('Jawab surat ini');
    for (const trace of [SECRET.name, SECRET.nik, SECRET.email, 'Canari']) expect(opened.html).not.toContain(trace);
    const proof = await (await at('head')).get(own);
    expect(proof.html).toContain((await who('liaison')).name);
    expect(proof.html).toContain('Dibuka di sistem oleh');
    for (const name of ['leader', 'counter'] as const) expect((await (await at(name)).get(letter)).status, name).toBe(404);
    expect((await (await at('coordinator')).get(path)).status).toBe(404);
  });

  test('answered in two steps: wrong date told, the text kept, files hashed, sent with a register number', async () => {
    const liaison = await at('liaison');
    const answer = `/desk/letters/${letterId}/answer`;
    const typed = {
      text: 'Rujukan diberikan hari ini.',
      senderNumber: '440/12/Dinkes',
      'datedOn-day': '31',
      'datedOn-month': '2',
      'datedOn-year': '2026',
    };
    const wrong = await liaison.submit(answer, typed);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Rujukan diberikan hari ini.');
    expect(wrong.html).toContain('value="31"');
    expect((await liaison.submit(answer, { ...typed, 'datedOn-day': '17', 'datedOn-month': '3' })).location).toBe(
      `${answer}/files`,
    );
    const files = `${answer}/files`;
    expect((await liaison.submitFiles(files, { upload: 'yes' }, [new File([PNG], 'foto.png')])).status).toBe(303);
    const bad = await liaison.submitFiles(files, { upload: 'yes' }, [new File(['MZ'], 'program.exe')]);
    expect([bad.status, bad.html.includes('Rujukan diberikan hari ini.')]).toEqual([422, true]);
    const sent = await liaison.submit(`${answer}/send`, {}, files);
    expect([sent.status, sent.location]).toEqual([303, `/desk/letters/${letterId}`]);
    const register = await (await at('examiner')).get(path);
    expect(register.html).toMatch(/\d{4}\/SM\/III\/2026\/DPS/);
    expect(register.html).toContain('440/12/Dinkes');
    const id = (await documentsOf(t.db, path.split('/')[3] ?? '')).find(({ direction }) => direction === 'in')?.id ?? '';
    const shown = await (await at('examiner')).get(`${path}/${id}`);
    expect(shown.html).toContain('Rujukan diberikan hari ini.');
    expect(shown.html).toContain((await filesOfDocument(t.db, id))[0]?.sha256.slice(0, 16) ?? 'no file');
    expect((await (await at('coordinator')).get(`/desk/letters/${letterId}`)).html).toContain('440/12/Dinkes');
  });

  test('in English too, with no code or Indonesian word of the page left', async () => {
    const english = await at('examiner', 'en');
    const page = await english.get(own);
    for (const words of ['Recipients and proof of receipt', 'Download the sealed PDF', 'History'])
      expect(page.html, words).toContain(words);
    expect((await (await at('liaison', 'en')).get('/desk/letters')).html).toContain('Letters of the Ombudsman');
  });
});

test('a review has its documents too, for those who read it and for nobody else', async () => {
  const review = `/desk/reviews/files/${await openedReview(t, examiner)}`;
  const preventer = await at('preventer');
  expect((await preventer.get(review)).html).toContain(`href="${review}/documents"`);
  const list = await preventer.get(`${review}/documents`);
  expect(list.html).toContain('Laporan Hasil Analisis dan saran');
  const form = `${review}/documents/new?kind=document-request`;
  const offered = (await preventer.get(form)).html;
  const to = /value="(respondent:[0-9a-f-]+)"/.exec(offered)?.[1] ?? 'nobody';
  const made = await preventer.submit(`${review}/documents/new`, { ...LETTER, to }, form);
  expect(made.status).toBe(303);
  expect((await preventer.get(made.location ?? '')).html).toContain('Kajian Nomor 0001/KAJIAN/III/2026/DPS');
  for (const name of ['coordinator', 'counter'] as const)
    expect((await (await at(name)).get(`${review}/documents`)).status).toBe(404);
});

describe('an upload that is cut off in the middle', () => {
  const SIZE = 2_100_000;

  test('loses nothing that was typed and leaves no half file', async () => {
    const file = await caseInExamination(t, examiner);
    const path = `/desk/cases/${file.id}/documents`;
    const drafter = await at('examiner');
    const fields = { ...LETTER, to: `respondent:${file.respondents[0]?.id}` };
    const own = (await drafter.submit(`${path}/new`, fields, `${path}/new?kind=document-request`)).location ?? '';
    await (await at('secondExaminer')).submit(`${own}/review`, {}, own);
    await (await at('head')).submit(`${own}/seal`, {}, own);
    await (await at('head')).submit(`${own}/send`, { 'way-1': 'system', 'way-2': '' }, own);
    const letterId = own.split('/').at(-1) ?? '';
    const letter = `/desk/letters/${letterId}`;
    const coordinator = await who('coordinator');
    const desk = await at('coordinator');
    await desk.submit(`${letter}/open`, {}, letter);
    await desk.submit(`${letter}/answer`, { text: 'Jawaban panjang yang tidak boleh hilang.', senderNumber: '' });

    const before = stored();
    await overTheLine(`${letter}/answer/files`, coordinator.personId, 'cut off');
    expect(stored()).toEqual(before);
    const kept = await answerInMaking(t.db, letterId, coordinator.personId);
    expect(kept?.fields.text).toBe('Jawaban panjang yang tidak boleh hilang.');
    expect(await filesOfDocument(t.db, kept?.id ?? '')).toEqual([]);
    expect((await desk.get(`${letter}/answer/files`)).html).toContain('Jawaban panjang yang tidak boleh hilang.');
    // The same over the same line, to its end: so the line is one that files come through.
    await overTheLine(`${letter}/answer/files`, coordinator.personId, 'whole');
    expect(await filesOfDocument(t.db, kept?.id ?? '')).toHaveLength(1);
    expect(stored().length).toBe(before.length + 1);
  });

  const stored = (): readonly string[] =>
    (readdirSync(join(t.tools.settings.dataFolder, 'files'), { recursive: true }) as string[])
      .filter((name) => name.includes('uploads/'))
      .toSorted();

  /** Announces a file of two megabytes; hangs up after a third of it, or sends it all. */
  async function overTheLine(path: string, personId: string, how: 'cut off' | 'whole'): Promise<void> {
    const server = createServer(getRequestListener(app.fetch));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const visitor = new Visitor(app, { 'X-Test-Person': personId });
      const hidden = await visitor.hiddenFields(path);
      const boundary = 'garis-batas';
      const field = (name: string, value: string) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
      const head = [
        ...Object.entries({ ...hidden, upload: 'yes' }).map(([name, value]) => field(name, value)),
        `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="besar.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n`,
      ].join('');
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
            'Content-Length': String(head.length + SIZE + tail.length),
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
