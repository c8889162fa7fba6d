import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { UPLOAD_LIMITS } from '../files/limits.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { type Notes, testApp } from '../testing/note-app.tsx';
import { Visitor } from '../testing/visitor.ts';
import { comesFromElsewhere, isCsrfToken, makeCsrfToken } from './csrf.ts';
import type { WebRoutes } from './env.ts';
import { shownName } from './multipart.ts';

let t: TestDatabase;
let app: WebRoutes;
let visitor: Visitor;
const notes: Notes = { texts: [] };
beforeAll(async () => {
  t = await testDatabase();
  app = testApp(t.tools, notes);
});
beforeEach(() => {
  notes.texts.length = 0;
  visitor = new Visitor(app);
});
afterAll(() => t.close());

describe('the token of a form', () => {
  test('is accepted from the visit it was made for and from no other', async () => {
    const fields = await visitor.hiddenFields('/notes');
    expect((await visitor.send('/notes', { ...fields, text: 'mine' })).status).toBe(303);
    const stranger = new Visitor(app);
    await stranger.get('/notes');
    expect((await stranger.send('/notes', { ...fields, text: 'stolen' })).status).toBe(403);
    expect((await new Visitor(app).send('/notes', { ...fields, text: 'no visit' })).status).toBe(403);
    expect(notes.texts).toEqual(['mine']);
  });

  test('looks different on every page, so that its bytes cannot be guessed from compressed lengths', async () => {
    const [first, second] = [await visitor.hiddenFields('/notes'), await visitor.hiddenFields('/notes')];
    expect(first._csrf).not.toBe(second._csrf);
    const { keys } = t.tools;
    const token = makeCsrfToken(keys, 'a visit', new Uint8Array(32).fill(7));
    expect(isCsrfToken(keys, 'a visit', token)).toBe(true);
    expect(isCsrfToken(keys, 'another', token)).toBe(false);
    expect(isCsrfToken(keys, 'a visit', `${token}AA`)).toBe(false);
  });

  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 303],
    [{ 'Sec-Fetch-Site': 'none' }, 303],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'http://localhost:3000.evil.example' }, 403],
    [{ Origin: 'http://localhost:3000' }, 303],
  ])('does not help a request whose browser says %j', async (headers, status) => {
    const fields = await visitor.hiddenFields('/notes');
    expect((await visitor.send('/notes', { ...fields, text: 'a' }, headers)).status).toBe(status);
  });

  test('decides alone when the browser says nothing; an opaque origin that nobody vouches for is refused', () => {
    const base = { secFetchSite: undefined, origin: undefined, host: 'a.example', baseUrl: 'https://a.example' };
    expect(comesFromElsewhere(base)).toBe(false);
    expect(comesFromElsewhere({ ...base, origin: 'null' })).toBe(true);
    expect(comesFromElsewhere({ ...base, origin: 'null', secFetchSite: 'same-origin' })).toBe(false);
    expect(comesFromElsewhere({ ...base, origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).toBe(false);
    expect(comesFromElsewhere({ ...base, origin: 'not an origin' })).toBe(true);
  });
});

describe('a form with files', () => {
  const boundary = '----tuntas';
  async function sendFiles(parts: readonly { name: string; value: string | Uint8Array; file?: string }[]) {
    const { _csrf = '' } = await visitor.hiddenFields('/notes');
    const pieces: Uint8Array[] = [];
    for (const { name, value, file } of [{ name: '_csrf', value: _csrf }, ...parts] as typeof parts) {
      pieces.push(
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n\r\n`,
        ),
        typeof value === 'string' ? Buffer.from(value) : value,
        Buffer.from('\r\n'),
      );
    }
    pieces.push(Buffer.from(`--${boundary}--\r\n`));
    const answer = await visitor.fetch('/files', {
      method: 'POST',
      headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}`, 'Sec-Fetch-Site': 'same-origin' },
      body: Buffer.concat(pieces),
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as {
      typed: Record<string, unknown>;
      uploads: { field: string; name: string; size: number; sha256: string }[];
      refused: { field: string; name: string; reason: string }[];
    };
  }

  test('keeps what was typed beside files that were not taken', async () => {
    const big = new Uint8Array(UPLOAD_LIMITS.fileBytes.value + 1);
    const answer = await sendFiles([
      { name: 'text', value: 'baris satu\r\nbaris dua' },
      { name: 'photo', value: 'abc', file: 'foto saya.jpg' },
      { name: 'photo', value: big, file: 'film.mp4' },
      { name: 'photo', value: '', file: 'kosong.txt' },
      { name: 'other', value: '', file: '' },
      { name: 'place', value: 'Klungkung' },
    ]);
    expect(answer.typed).toEqual({ text: 'baris satu\nbaris dua', place: 'Klungkung' });
    expect(answer.uploads).toEqual([
      {
        field: 'photo',
        name: 'foto saya.jpg',
        size: 3,
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      },
    ]);
    expect(answer.refused).toEqual([
      { field: 'photo', name: 'film.mp4', reason: 'too-large' },
      { field: 'photo', name: 'kosong.txt', reason: 'empty' },
    ]);
  });

  test('takes ten files and names the others', async () => {
    const files = Array.from({ length: 12 }, (_, i) => ({ name: 'f', value: `isi ${i}`, file: `${i}.txt` }));
    const answer = await sendFiles(files);
    expect(answer.uploads).toHaveLength(10);
    expect(answer.refused.map(({ name, reason }) => [name, reason])).toEqual([
      ['10.txt', 'too-many'],
      ['11.txt', 'too-many'],
    ]);
  });

  test('leaves nothing in the spool', async () => {
    await sendFiles([{ name: 'f', value: 'isi', file: 'a.txt' }]);
    expect(await readdir(join(t.tools.settings.dataFolder, 'spool'))).toEqual([]);
  });

  test('shows names without folders and without characters that turn text around', () => {
    expect(shownName('C:\\Users\\a\\surat.pdf')).toBe('surat.pdf');
    expect(shownName('../../etc/passwd')).toBe('passwd');
    expect(shownName('foto\u202egpj.exe')).toBe('fotogpj.exe');
    expect(shownName(`${'n'.repeat(300)}.docx`)).toMatch(/^n{115}\.docx$/);
  });
});

describe('a form that is sent twice', () => {
  test('acts once and answers twice with the same redirect and cookies', async () => {
    const fields = { ...(await visitor.hiddenFields('/notes')), text: 'sekali' };
    const [first, second] = await Promise.all([visitor.send('/notes', fields), visitor.send('/notes', fields)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.get('Location')).toBe('/notes/1');
    expect(second.headers.get('Location')).toBe('/notes/1');
    expect(second.headers.getSetCookie()).toContain('last=1; Path=/');
    expect(second.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
    expect(notes.texts).toEqual(['sekali']);
  });

  test('waits for the first to finish', async () => {
    const fields = { ...(await visitor.hiddenFields('/notes')), text: 'lambat' };
    let release = () => {};
    notes.hold = new Promise((resolve) => {
      release = resolve;
    });
    const first = visitor.send('/notes', fields);
    const second = visitor.send('/notes', fields);
    await new Promise((resolve) => setTimeout(resolve, 300));
    release();
    delete notes.hold;
    expect((await first).headers.get('Location')).toBe('/notes/1');
    expect((await second).headers.get('Location')).toBe('/notes/1');
    expect(notes.texts).toEqual(['lambat']);
  });

  test('with other words is another submission, and going back to the first words is one more', async () => {
    const fields = await visitor.hiddenFields('/notes');
    for (const text of ['satu', 'dua', 'satu']) await visitor.send('/notes', { ...fields, text });
    expect(notes.texts).toEqual(['satu', 'dua', 'satu']);
  });

  test.each([
    ['', 422],
    ['fault', 500],
  ])('may be sent again after an answer that recorded nothing (%j: %i)', async (text, status) => {
    const fields = await visitor.hiddenFields('/notes');
    expect((await visitor.send('/notes', { ...fields, text })).status).toBe(status);
    expect((await visitor.send('/notes', { ...fields, text })).status).toBe(status);
    expect((await visitor.send('/notes', { ...fields, text: 'benar' })).status).toBe(303);
    expect(notes.texts).toEqual(['benar']);
  });

  test('by someone else, with the same token, tells them nothing', async () => {
    const { _once } = await visitor.hiddenFields('/notes');
    await visitor.submit('/notes', { text: 'a', _once: _once ?? '' });
    const stranger = new Visitor(app);
    const answer = await stranger.submit('/notes', { text: 'a', _once: _once ?? '' });
    expect(answer.headers.get('Location')).toBe('/notes/2');
  });

  test('is taken up again a minute after the process that had it was killed', async () => {
    const fields = { ...(await visitor.hiddenFields('/notes')), text: 'terputus' };
    await visitor.send('/notes', fields);
    // As a killed process leaves it: begun, not answered.
    await t.ownerDb
      .withTables<{ 'platform.submissions': { answer: null } }>()
      .updateTable('platform.submissions')
      .set({ answer: null })
      .execute();
    t.setNow('2026-03-17T10:02:00+08:00');
    expect((await visitor.send('/notes', fields)).headers.get('Location')).toBe('/notes/2');
  });
});
