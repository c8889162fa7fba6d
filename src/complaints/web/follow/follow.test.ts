import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waysToReachComplainant } from '../../../identity/index.ts';
import { letTimePass, release, STAGES } from '../../../life.test-support.ts';
import { assembleWeb } from '../../../main.ts';
import { Visitor } from '../../../platform/testing/visitor.ts';
import type { Filed } from '../../actions/file-complaint.ts';
import { statusOf } from '../../rules/status.ts';
import { trackingNumber } from '../../rules/tracking-number.ts';
import { loadComplaint } from '../../store/complaints.ts';
import { filesOf } from '../../store/files.ts';
import { receiptOf } from '../../store/receipts.ts';
import { entriesOf } from '../../store/timeline.ts';
import { alike, type FollowTest, followTest, headersOf } from './testing.ts';

let house: FollowTest;
beforeAll(async () => {
  house = await followTest();
});
afterAll(() => house.t.close());

const at = (filed: Filed, step = '') => `/follow/${filed.trackingNumber}${step && `/${step}`}`;
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const otherNumber = () => trackingNumber(house.t.tools.random.bytes(8));
const wrong = (code: string) => code.replace(/^./, (digit) => String((Number(digit) + 1) % 10));

async function staged(stage: string, change = {}): Promise<{ filed: Filed; visitor: Visitor }> {
  await backTo('2026-04-06T09:00:00+08:00');
  const filed = await house.file(change);
  await STAGES[stage]?.(house.t, filed.complaintId, 'Kata pelapor.');
  return { filed, visitor: await house.follow(filed) };
}

/** Allowances are counted forward: a clock set back would find them used up. */
async function backTo(moment: string): Promise<void> {
  house.t.setNow(moment);
  await sql`delete from platform.rate_limits`.execute(house.t.ownerDb);
}

async function stateOf(filed: Filed) {
  const complaint = await loadComplaint(house.t.db, filed.complaintId);
  if (!complaint) throw new Error('gone');
  return {
    status: statusOf(complaint),
    outcome: complaint.outcome,
    objections: complaint.objections,
    reopenings: complaint.reopenings,
  };
}

/** A form sent as a browser sends one with files. */
async function sendFiles(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>, files: readonly Blob[]) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...(await visitor.hiddenFields(path)), ...fields })) body.append(name, value);
  for (const [index, file] of files.entries()) body.append('files', file, `wayan-contoh-${index}.jpg`);
  return visitor.fetch(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } });
}

const photo = async () =>
  new Blob([
    new Uint8Array(
      await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
        .jpeg()
        .toBuffer(),
    ),
  ]);

describe('number and code', () => {
  test('open the complaint however they are typed', async () => {
    const filed = await house.file();
    const { trackingNumber: number, receiptCode: code } = filed;
    const arabic = [...number].map((digit) => String.fromCodePoint(0x0660 + Number(digit))).join('');
    const fullWidth = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    for (const typed of [
      { number, code },
      { number: ` ${number.slice(0, 3)}–${number.slice(3, 6)} - ${number.slice(6)}\u00a0`, code: code.replace(/(....)/g, '$1 ') },
      { number: `#${arabic}`, code: fullWidth },
    ]) {
      const visitor = new Visitor(house.app);
      const answer = await visitor.submit('/follow', typed);
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, at(filed)]);
      expect((await visitor.get(at(filed))).status).toBe(200);
    }
  });

  test('a wrong code, an unknown number and a confidential complaint are one answer', async () => {
    const open = await house.file();
    const hidden = await house.file({ confidential: true });
    const cases = [
      [open.trackingNumber, wrong(open.receiptCode)],
      [hidden.trackingNumber, wrong(hidden.receiptCode)],
      [otherNumber(), open.receiptCode],
    ] as const;
    const answers = await Promise.all(
      cases.map(async ([number, code]) => {
        const answer = await new Visitor(house.app).submit('/follow', { number, code });
        return { status: answer.status, headers: headersOf(answer), html: alike(await answer.text(), number), code };
      }),
    );
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 422, html: answers[0]?.html, headers: answers[0]?.headers });
      expect(answer.html).not.toContain(answer.code);
    }
  });

  test.each([
    ['nothing', '', '', /Tulis nomor pelacakan/],
    ['a mistyped number', '1234567895', '1234567890123456', /tampaknya salah ketik/],
    ['a code that is too short', '1234567894', '123', /16 angka/],
    ['letters', 'abc', 'abc', /tampaknya salah ketik/],
    ['a script', '<script>alert(1)</script>', '"><img src=x>', /tampaknya salah ketik/],
    ['very much', '1'.repeat(5000), '2'.repeat(5000), /tampaknya salah ketik/],
    ['SQL', "1' or '1'='1", "' or ''='", /tampaknya salah ketik/],
  ])('%s is told apart from a wrong pair, and shown again safely', async (_what, number, code, message) => {
    const answer = await new Visitor(house.app).submit('/follow', { number, code });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toMatch(message);
    expect(html).not.toContain('<script>alert');
  });

  test('too many tries are stopped for a while, whether the number exists or not', async () => {
    await backTo('2026-04-06T09:00:00+08:00');
    const { tools, pool } = house.t;
    const app = await assembleWeb({ ...tools, settings: { ...tools.settings, rateLimitFactor: 1 } }, { pool });
    const filed = await house.file();
    const tryOften = async (number: string) => {
      const visitor = new Visitor(app);
      const fields = await visitor.hiddenFields('/follow');
      for (let count = 1; ; count += 1) {
        const answer = await visitor.send('/follow', {
          ...fields,
          _once: `once ${count}`,
          number,
          code: wrong(filed.receiptCode),
        });
        const html = await answer.text();
        if (answer.status !== 422) return { count, answer, html };
      }
    };
    const known = await tryOften(filed.trackingNumber);
    expect([known.count, known.answer.status]).toEqual([11, 429]);
    expect(Number(known.answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(known.html).toMatch(/tunggu \d+ menit/);
    const unknown = await tryOften(otherNumber());
    expect([unknown.count, unknown.answer.status]).toEqual([11, 429]);
    // Also the right code has to wait, or its being right would show.
    const right = await new Visitor(app).submit('/follow', { number: filed.trackingNumber, code: filed.receiptCode });
    expect(right.status).toBe(429);
  });
});

describe('the cookie', () => {
  test('opens that one complaint and no other; several may be open', async () => {
    const [mine, second, foreign] = [await house.file(), await house.file(), await house.file()];
    const visitor = await house.follow(mine);
    for (const filed of [foreign, { ...foreign, trackingNumber: otherNumber() }]) {
      for (const path of ['', 'object', 'contact', 'proof.json', `files/${house.t.tools.random.id()}`]) {
        const answer = await visitor.get(at(filed, path));
        expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/follow?number=${filed.trackingNumber}`]);
      }
    }
    await visitor.submit('/follow', { number: second.trackingNumber, code: second.receiptCode });
    expect((await visitor.get(at(mine))).status).toBe(200);
    expect((await visitor.get(at(second))).status).toBe(200);
    expect(await text(visitor.get('/follow'))).toContain(at(second));
  });

  test('cannot be made, changed, or used after an hour; leaving takes it away', async () => {
    await backTo('2026-04-06T09:00:00+08:00');
    const [mine, foreign] = [await house.file(), await house.file()];
    const visitor = await house.follow(mine);
    const cookie = visitor.cookies.get('follow') ?? '';
    const forged = [
      cookie.replace(mine.complaintId, foreign.complaintId),
      `${foreign.complaintId}.99999999999.`,
      `${foreign.complaintId}.99999999999.${'A'.repeat(43)}`,
      cookie.slice(0, -2),
      '.'.repeat(3000),
      '',
    ];
    for (const value of forged) {
      visitor.cookies.set('follow', value);
      expect([value.slice(0, 60), (await visitor.get(at(foreign))).status]).toEqual([value.slice(0, 60), 303]);
    }
    visitor.cookies.set('follow', cookie);
    house.t.setNow('2026-04-06T09:59:00+08:00');
    expect((await visitor.get(at(mine))).status).toBe(200);
    house.t.setNow('2026-04-06T10:58:00+08:00');
    expect((await visitor.get(at(mine))).status).toBe(200);
    house.t.setNow('2026-04-06T11:59:00+08:00');
    expect((await visitor.get(at(mine))).status).toBe(303);

    const again = await house.follow(mine);
    const left = await again.submit(at(mine, 'leave'), {}, at(mine));
    expect([left.status, left.headers.get('Location')]).toEqual([303, '/follow']);
    expect((await again.get(at(mine))).status).toBe(303);
  });

  test('its pages are kept by nobody and found by no search engine', async () => {
    const { filed, visitor } = await staged('awaiting-complainant');
    const answer = await visitor.get(at(filed));
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('X-Robots-Tag')).toContain('noindex');
    expect(await answer.text()).toContain('<meta name="robots" content="noindex"');
    const [set] = (await visitor.get(at(filed))).headers.getSetCookie().filter((each) => each.startsWith('follow='));
    expect(set).toMatch(/HttpOnly/);
    expect(set).not.toContain(filed.receiptCode);
  });
});

describe('what one can do', () => {
  test.each([
    ['on-hold', 'facts', 'Jumat 13 Maret pukul sembilan.', { status: 'received' }],
    ['awaiting-complainant', 'confirm', '', { status: 'closed', outcome: 'confirmed' }],
    ['awaiting-complainant', 'object', 'Masih antre empat jam.', { status: 'in-progress', objections: 1 }],
    ['confirmed', 'reopen', 'Antre lagi.', { status: 'in-progress', reopenings: 1 }],
    ['archived', 'contest', 'Ini jelas urusan puskesmas.', { status: 'received', objections: 1 }],
  ] as const)('%s: %s, by its form', async (stage, step, word, expected) => {
    const { filed, visitor } = await staged(stage);
    const page = await text(visitor.get(at(filed)));
    expect(page).toContain(`href="${at(filed, step)}"`);
    const sent = await visitor.submit(at(filed, step), { text: word });
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, at(filed)]);
    expect(await stateOf(filed)).toMatchObject(expected);
    if (word) expect(await text(visitor.get(at(filed)))).toContain(word);
    // The same once more is no longer possible, and says so with what was typed.
    const again = await visitor.submit(at(filed, step), { text: `${word} lagi` }, at(filed));
    expect(again.status).toBe(409);
    expect(await again.text()).toContain(`${word} lagi`);
    expect((await visitor.get(at(filed, step))).status).toBe(409);
  });

  test('silence closes, is not called solved, and may be undone at any time', async () => {
    const { filed } = await staged('awaiting-complainant', { contact: { email: 'warga@contoh.example' } });
    const before = await house.follow(filed);
    expect(await text(before.get(at(filed)))).toMatch(/10 hari kerja[\s\S]*tanpa tanggapan pelapor/);
    await letTimePass(house.t, ['2026-05-20T09:00:00+08:00']);
    expect(await stateOf(filed)).toMatchObject({ status: 'closed', outcome: 'silence' });
    house.t.setNow('2027-03-01T09:00:00+08:00');
    const visitor = await house.follow(filed);
    const page = await text(visitor.get(at(filed)));
    expect(page).toContain('Ditutup tanpa tanggapan pelapor');
    expect(page).toContain('belum berarti masalahnya selesai');
    expect((await visitor.submit(at(filed, 'reopen'), { text: 'Belum selesai.' })).status).toBe(303);
  });

  test('a complaint confirmed long ago is carried on by a new one', async () => {
    const { filed } = await staged('confirmed');
    house.t.setNow('2026-09-01T09:00:00+08:00');
    const visitor = await house.follow(filed);
    expect(await text(visitor.get(at(filed)))).toContain(`/complaints/new?continues=${filed.trackingNumber}`);
    const late = await visitor.submit(at(filed, 'reopen'), { text: 'Sekarang baru sempat.' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Sekarang baru sempat.');
  });

  test('a missed deadline is said, with who was told and what one may do', async () => {
    const { filed } = await staged('forwarded');
    await letTimePass(house.t, ['2026-04-20T09:00:00+08:00', '2026-05-20T09:00:00+08:00']);
    const visitor = await house.follow(filed);
    const page = await text(visitor.get(at(filed)));
    expect(page).toMatch(/Tenggat sudah lewat/);
    expect(page).toMatch(/Koordinator pengaduan diberi tahu/);
    expect(page).toMatch(/sudah mengetahui pengaduan ini dan ikut mengawasinya/);
    expect(page).toContain('UU 37/2008');
  });

  test('looking counts as having been told', async () => {
    const { filed, visitor } = await staged('received');
    await visitor.get(at(filed));
    expect((await receiptOf(house.t.db, filed.complaintId))?.lastSeenAt?.toString()).toBe('2026-04-06T01:00:00Z');
  });

  test('of an anonymous complainant later words are masked, too', async () => {
    const { filed, visitor } = await staged('on-hold', { anonymous: true, contact: { name: 'Wayan Rekaan Contoh' } });
    await visitor.submit(at(filed, 'facts'), { text: 'Saya Wayan Rekaan Contoh, telepon 0812 3456 7890, datang hari Jumat.' });
    const kept = JSON.stringify(await entriesOf(house.t.db, filed.complaintId));
    expect(kept).toContain('hari Jumat');
    expect(kept).not.toMatch(/Rekaan|3456/);
  });
});

describe('files', () => {
  test('stay when the text is missing, can be taken out, and become the complaint’s with the word', async () => {
    const { filed, visitor } = await staged('awaiting-complainant');
    const path = at(filed, 'object');
    const first = await sendFiles(visitor, path, { text: '' }, [await photo(), await photo()]);
    const html = await first.text();
    expect(first.status).toBe(422);
    expect(html).toMatch(/Berkas 2/);
    expect(html).not.toContain('wayan-contoh');
    const draft = /name="draft" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const [one = ''] = [...html.matchAll(/name="remove" value="([^"]+)"/g)].map((match) => match[1]);
    const removed = await sendFiles(visitor, path, { text: 'Setengah jadi', draft, remove: one }, []);
    expect(await removed.text()).toContain('Setengah jadi');
    const sent = await sendFiles(visitor, path, { text: 'Masih antre.', draft }, []);
    expect(sent.status).toBe(303);
    const files = await filesOf(house.t.db, filed.complaintId);
    expect(files).toHaveLength(1);
    const [file] = files;
    const bytes = await visitor.get(at(filed, `files/${file?.id}`));
    expect([bytes.status, bytes.headers.get('Content-Type')]).toEqual([200, 'image/jpeg']);
    expect((await bytes.arrayBuffer()).byteLength).toBe(file?.bytes);
    expect((await visitor.get(at(filed, `files/${file?.id}/thumbnail`))).status).toBe(200);
    expect((await visitor.get(at(filed, `files/${house.t.tools.random.id()}`))).status).toBe(404);
    expect((await visitor.get(at(filed, 'files/..%2f..%2fetc%2fpasswd'))).status).toBe(404);
  });

  test('a bad one loses neither the text nor the good ones, and another complaint’s draft is nobody’s', async () => {
    const { filed, visitor } = await staged('awaiting-complainant');
    const path = at(filed, 'object');
    const bad = await sendFiles(visitor, path, { text: 'Masih antre lama.' }, [
      await photo(),
      new Blob(['#!/bin/sh\nrm -rf /\n']),
    ]);
    const html = await bad.text();
    expect(bad.status).toBe(422);
    expect(html).toContain('Masih antre lama.');
    expect(html).toMatch(/Jenis berkas ini tidak dapat diterima/);
    const draft = /name="draft" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const other = await staged('awaiting-complainant');
    await sendFiles(other.visitor, at(other.filed, 'object'), { text: 'Dengan berkas orang lain.', draft }, []);
    expect(await filesOf(house.t.db, other.filed.complaintId)).toEqual([]);
  });
});

describe('the contact', () => {
  test('can be added by someone who left none', async () => {
    const { filed, visitor } = await staged('received');
    expect(await text(visitor.get(at(filed)))).toContain('Tambah kontak');
    const none = await visitor.submit(at(filed, 'contact'), { name: 'Warga Contoh', email: '', phone: '' });
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('Warga Contoh');
    const wrongMail = await visitor.submit(at(filed, 'contact'), { name: '', email: 'bukan-alamat', phone: '' });
    expect([wrongMail.status, await wrongMail.text()]).toEqual([422, expect.stringContaining('bukan-alamat')]);
    const saved = await visitor.submit(at(filed, 'contact'), { name: '', email: 'warga@contoh.example', phone: '' });
    expect(saved.status).toBe(303);
    expect(await waysToReachComplainant(house.t.db, filed.complaintId)).toEqual(['email']);
    const page = await text(visitor.get(at(filed)));
    expect(page).toContain('Ubah kontak');
    expect(page).not.toContain('warga@contoh.example');
  });

  test('a government’s address is warned of once, then taken', async () => {
    const { filed, visitor } = await staged('received');
    const path = at(filed, 'contact');
    const typed = { name: '', email: 'wayan.contoh@klungkungkab.go.id', phone: '' };
    const warned = await visitor.submit(path, typed);
    const html = await warned.text();
    expect([warned.status, html]).toEqual([422, expect.stringContaining('milik instansi pemerintah')]);
    const keptEmail = /name="keptEmail" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await visitor.submit(path, { ...typed, keptEmail })).status).toBe(303);
  });
});

/** A form with a file, written out: what a page without a chooser never sends. */
function fileIn(fields: Readonly<Record<string, string>>): RequestInit {
  const part = (head: string, body: string) => `--grens\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const own = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
  const body = `${own.join('')}${part('name="files"; filename="a.txt"', 'isi')}--grens--\r\n`;
  const headers = { 'Content-Type': 'multipart/form-data; boundary=grens', 'Sec-Fetch-Site': 'same-origin' };
  return { method: 'POST', body, headers };
}

describe('hostile words', () => {
  const HOSTILE: readonly (readonly [string, string, number])[] = [
    ['nothing', '', 422],
    ['only space', ' \n\t\u200b', 422],
    ['too much', 'a'.repeat(10_001), 422],
    ['markup', '<script>alert(1)</script><img src=x onerror=alert(2)>', 303],
    ['SQL', "'); DROP TABLE complaints.complaints; --", 303],
    ['turned direction', 'abc\u202Edef\u2066ghi', 303],
    ['lone surrogate by number', '\\ud800', 303],
    ['emoji and scripts', 'ᬅᬓ᭄ᬱᬭ 😀 العربية', 303],
  ];
  test.each(HOSTILE)('%s', async (_what, word, status) => {
    for (const [stage, step] of [
      ['on-hold', 'facts'],
      ['awaiting-complainant', 'object'],
      ['confirmed', 'reopen'],
      ['archived', 'contest'],
    ] as const) {
      const { filed, visitor } = await staged(stage);
      const answer = await visitor.submit(at(filed, step), { text: word });
      const html = await answer.text();
      expect([step, answer.status]).toEqual([step, status]);
      expect(status === 303 ? await text(visitor.get(at(filed))) : html).not.toMatch(/<script>alert|<img src=x|\u202E/);
    }
  });

  test('fields sent twice, NUL, broken UTF-8, no token, a file where none belongs', async () => {
    const { filed, visitor } = await staged('awaiting-complainant');
    const path = at(filed, 'confirm');
    const hidden = await visitor.hiddenFields(path);
    const statusOfSending = async (fields: Record<string, string | string[]>) =>
      (await visitor.send(path, { ...hidden, ...fields })).status;
    expect(await statusOfSending({ text: ['a', 'b'] })).toBe(400);
    expect(await statusOfSending({ text: 'a\0b' })).toBe(400);
    expect(await statusOfSending({ _csrf: 'x', text: 'a' })).toBe(403);
    expect((await visitor.fetch(path, fileIn(hidden))).status).toBe(400);
    expect((await visitor.fetch(path, { method: 'PUT' })).status).toBeGreaterThanOrEqual(400);
    expect(await stateOf(filed)).toMatchObject({ status: 'awaiting-complainant' });
  });

  test('a double click acts once', async () => {
    const { filed, visitor } = await staged('awaiting-complainant');
    const fields = { ...(await visitor.hiddenFields(at(filed, 'object'))), text: 'Belum selesai.' };
    const answers = await Promise.all([1, 2, 3].map(() => visitor.send(at(filed, 'object'), fields)));
    expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303]);
    expect(await stateOf(filed)).toMatchObject({ objections: 1 });
  });
});

test('a lost code leads to a linked new complaint, without saying whether the old one exists', async () => {
  const filed = await house.file();
  for (const number of [filed.trackingNumber, otherNumber()]) {
    const answer = await new Visitor(house.app).submit('/follow/lost', { number });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/complaints/new?continues=${number}`]);
  }
  expect((await new Visitor(house.app).submit('/follow/lost', { number: '12' })).status).toBe(422);
});

test('a released complaint links to its public page', async () => {
  const { filed, visitor } = await staged('in-progress');
  await release(house.t, filed.complaintId);
  expect(await text(visitor.get(at(filed)))).toContain(`/complaints/${filed.trackingNumber}`);
});
