import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSealed } from '../../../platform/files/seal.ts';
import { loadByTrackingNumber } from '../../store/complaints.ts';
import { filesOf } from '../../store/files.ts';
import { answerAll, COMPLAINT, errorsOn, type FilingTest, fileIt, filingTest, hiddenFields, Walker } from './testing.ts';

let house: FilingTest;
beforeAll(async () => {
  house = await filingTest();
});
afterAll(() => house.t.close());

const FILES = '/complaints/new/files';
const TRACE = 'Kamera Milik Wayan Rekaan';

/** A photo that carries who took it and where. */
async function photo(): Promise<Buffer> {
  return sharp({ create: { width: 300, height: 200, channels: 3, background: '#336' } })
    .withExif({ IFD0: { Artist: TRACE, Make: TRACE }, IFD3: { GPSLatitude: '8/1 32/1 7/1', GPSLatitudeRef: 'S' } })
    .jpeg()
    .toBuffer();
}

const pdf = () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

async function atFiles(): Promise<Walker> {
  const visitor = new Walker(house.app);
  await answerAll(visitor, COMPLAINT.slice(0, 7));
  return visitor;
}

async function rest(visitor: Walker) {
  for (const [step, fields] of COMPLAINT.slice(7)) await visitor.answer(`/complaints/new/${step}`, fields);
  return fileIt(visitor);
}

async function send(
  visitor: Walker,
  files: readonly (readonly [string, Uint8Array])[],
  fields: Readonly<Record<string, string>> = { upload: 'yes' },
) {
  const hidden = await visitor.hidden(FILES, FILES);
  return visitor.upload(
    FILES,
    { ...hidden, ...fields },
    files.map(([name, bytes]) => ['files', name, bytes] as const),
  );
}

async function sendByScript(visitor: Walker, name: string, bytes: Uint8Array) {
  const { _csrf = '' } = await visitor.hidden(FILES, FILES);
  return visitor.upload(`${FILES}/upload`, { _csrf }, [['file', name, bytes]], { Accept: 'application/json' });
}

async function storedFilesOf(number: string) {
  const complaint = await loadByTrackingNumber(house.t.db, number);
  return filesOf(house.t.db, complaint?.id ?? '');
}

describe('a photo', () => {
  test('is made anew: what is stored tells neither place nor owner', async () => {
    const bytes = await photo();
    expect(bytes.includes(TRACE)).toBe(true);
    const visitor = await atFiles();
    expect((await send(visitor, [['IMG_2041.jpg', bytes]])).location).toBe(FILES);
    const page = (await visitor.get(FILES)).text;
    expect(page).toContain('IMG_2041.jpg');
    const { number } = await rest(visitor);
    const [file] = await storedFilesOf(number);
    const stored = await readSealed(house.t.tools, file?.storeKey ?? '');
    const small = await readSealed(house.t.tools, file?.thumbnailKey ?? '');
    for (const each of [stored, small]) {
      expect(each.includes(TRACE)).toBe(false);
      expect((await sharp(each).metadata()).exif).toBeUndefined();
    }
    expect(file).toMatchObject({ isImage: true, author: 'complainant', width: 300, height: 200 });
  });

  test('is seen in small by its sender alone', async () => {
    const visitor = await atFiles();
    await send(visitor, [['foto.jpg', await photo()]]);
    for (const [step, fields] of COMPLAINT.slice(7)) await visitor.answer(`/complaints/new/${step}`, fields);
    const address = /src="(\/complaints\/new\/files\/[0-9a-f-]{36})"/.exec(
      (await visitor.get('/complaints/new/check')).text,
    )?.[1];
    const mine = await visitor.browser.get(address ?? '');
    expect(mine.headers.get('Content-Type')).toBe('image/jpeg');
    expect((await sharp(Buffer.from(await mine.arrayBuffer())).metadata()).width).toBe(300);
    expect((await new Walker(house.app).get(address ?? '')).location).toBe('/complaints/new');
    const another = await atFiles();
    expect((await another.get(address ?? '')).status).toBe(404);
  });
});

describe('other files', () => {
  test('stay as they came, under no name', async () => {
    const visitor = await atFiles();
    await send(visitor, [['surat dari Wayan.pdf', pdf()]]);
    const { number } = await rest(visitor);
    const [file] = await storedFilesOf(number);
    expect(await readSealed(house.t.tools, file?.storeKey ?? '')).toEqual(pdf());
    const { rows } = await sql<{ row: string }>`select f::text as row from complaints.files f`.execute(house.t.db);
    expect(rows.map((each) => each.row).join()).not.toContain('Wayan');
  });
});

describe('a file that fails', () => {
  test('is named with the reason; the others and everything typed stay', async () => {
    const visitor = await atFiles();
    const answer = await send(visitor, [
      ['baik.jpg', await photo()],
      ['halaman.html', Buffer.from('<!doctype html><script>alert(1)</script>')],
      ['rusak.jpg', Buffer.concat([(await photo()).subarray(0, 400), Buffer.alloc(10)])],
      ['kosong.txt', Buffer.alloc(0)],
    ]);
    expect(answer.status).toBe(422);
    const errors = errorsOn(answer.text).join('\n');
    for (const name of ['halaman.html', 'rusak.jpg', 'kosong.txt']) expect(errors).toContain(name);
    expect(errors).not.toContain('baik.jpg');
    expect(answer.text).toContain('baik.jpg');
    expect((await visitor.get('/complaints/new/place')).text).toContain('Depan Pasar Galiran');
    const { number } = await rest(visitor);
    expect(await storedFilesOf(number)).toHaveLength(1);
  });

  test('comes with “continue”: one stays on the page, and may go on without it', async () => {
    const visitor = await atFiles();
    expect((await send(visitor, [['x.exe', Buffer.from('MZ\u0090\u0000')]], {})).status).toBe(422);
    expect((await visitor.answer(FILES, {})).location).toBe('/complaints/new/privacy');
  });
});

describe('without JavaScript', () => {
  test('files chosen and not uploaded go with “continue”', async () => {
    const visitor = await atFiles();
    expect((await send(visitor, [['surat.pdf', pdf()]], {})).location).toBe('/complaints/new/privacy');
    expect((await visitor.get(FILES)).text).toContain('surat.pdf');
  });

  test('a file is removed again, and its bytes with it', async () => {
    const visitor = await atFiles();
    await send(visitor, [['surat.pdf', pdf()]]);
    const page = (await visitor.get(FILES)).text;
    const remove = /name="remove" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
    expect((await send(visitor, [], { remove })).location).toBe(FILES);
    expect((await visitor.get(FILES)).text).not.toContain('surat.pdf');
    // Once more, as after a reload; and something that is no file at all.
    expect((await send(visitor, [], { remove })).location).toBe(FILES);
    expect((await send(visitor, [], { remove: "'; drop table" })).location).toBe(FILES);
  });

  test('an eleventh file is refused, the ten stay', async () => {
    const visitor = await atFiles();
    const many = Array.from({ length: 12 }, (_, index) => [`catatan-${index + 1}.txt`, Buffer.from(`isi ${index}`)] as const);
    const answer = await send(visitor, many);
    expect(answer.status).toBe(422);
    expect(errorsOn(answer.text)).toHaveLength(2);
    expect(errorsOn(answer.text)[0]).toContain('10 berkas');
    expect((await visitor.get(FILES)).text.match(/name="remove"/g)).toHaveLength(10);
    expect(errorsOn((await send(visitor, [['lagi.txt', Buffer.from('lagi')]])).text)[0]).toContain('10 berkas');
  });
});

describe('with JavaScript', () => {
  test('each file is answered by itself', async () => {
    const visitor = await atFiles();
    const good = await sendByScript(visitor, 'foto.jpg', await photo());
    expect(good.status).toBe(201);
    expect(JSON.parse(good.text)).toMatchObject({ name: 'foto.jpg', about: expect.stringContaining('foto') });
    const bad = await sendByScript(visitor, 'x.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    expect(bad.status).toBe(422);
    expect(bad.headers.get('Content-Type')).toContain('application/problem+json');
    expect(JSON.parse(bad.text).title).toContain('tidak dapat diterima');
    expect((await visitor.get(FILES)).text).toContain('foto.jpg');
  });

  test('sent together they all stay', async () => {
    const visitor = await atFiles();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((number) => sendByScript(visitor, `catatan-${number}.txt`, Buffer.from(`isi ${number}`))),
    );
    expect(answers.map((each) => each.status)).toEqual([201, 201, 201, 201]);
    expect((await visitor.get(FILES)).text.match(/name="remove"/g)).toHaveLength(4);
  });

  test('a file for a draft that is gone is refused', async () => {
    const visitor = await atFiles();
    const { _csrf = '' } = hiddenFields((await visitor.get(FILES)).text, FILES);
    await visitor.answer('/complaints/new/start-over', {});
    const late = await visitor.upload(`${FILES}/upload`, { _csrf }, [['file', 'foto.jpg', await photo()]], {
      Accept: 'application/json',
    });
    expect(late.status).toBe(409);
  });
});
