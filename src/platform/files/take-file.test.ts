import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { keysFrom } from '../keys.ts';
import { systemRandom } from '../random.ts';
import type { Settings } from '../settings.ts';
import { folderStore } from './folder-store.ts';
import { UPLOAD_LIMITS } from './limits.ts';
import { scan } from './scan.ts';
import { readSealed } from './seal.ts';
import { removeFile, takeFile } from './take-file.ts';

let folder: string;
const toolsWith = (clamdUrl: string | null) => ({
  files: folderStore(folder),
  keys: keysFrom('a secret for tests that is long enough'),
  random: systemRandom({ now: () => Temporal.Now.instant() }),
  settings: { clamdUrl } as Settings,
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuntas-take-'));
});
afterAll(() => rm(folder, { recursive: true }));

const stored = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;
const zipEntry = (name: string, content: string) => {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name + content)]);
};
const OFFICE = (part: string, type: string) =>
  Buffer.concat([
    zipEntry('[Content_Types].xml', `<Types><Override PartName="${part}" ContentType="${type}"/></Types>`),
    zipEntry(part.slice(1), '<x/>'),
  ]);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const ODT = 'application/vnd.oasis.opendocument.text';

const ZIP = (name: string) =>
  Buffer.concat([
    Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, name.length, 0, 0, 0]),
    Buffer.from(name),
  ]);

describe('a file from outside', () => {
  test('that is a picture is stored anew with a thumbnail, both sealed, and both go when it is removed', async () => {
    const tools = toolsWith(null);
    const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: 'green' } })
      .jpeg()
      .toBuffer();
    const taken = await takeFile(tools, photo);
    if (!taken.ok) throw new Error(taken.refusal);
    const { key, size, picture, ...rest } = taken.value;
    expect(rest).toMatchObject({ kind: 'picture', mediaType: 'image/jpeg', extension: '.jpg' });
    expect(picture).toMatchObject({ width: 600, height: 400 });
    expect((await readSealed(tools, key)).length).toBe(size);
    expect((await sharp(await readSealed(tools, picture?.thumbnailKey ?? '')).metadata()).width).toBe(400);
    expect(await stored()).toBe(2);
    await removeFile(tools, key);
    expect(await stored()).toBe(0);
  });

  test('that is a document is kept as it came', async () => {
    const tools = toolsWith(null);
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
    const taken = await takeFile(tools, pdf);
    if (!taken.ok) throw new Error(taken.refusal);
    expect(taken.value).toMatchObject({ kind: 'document', mediaType: 'application/pdf', extension: '.pdf', size: pdf.length });
    expect((await readSealed(tools, taken.value.key)).equals(pdf)).toBe(true);
    await removeFile(tools, taken.value.key);
  });

  test.each([
    ['plain text', Buffer.from('Nomor urut,Nama\n1,contoh\n'), 'text/plain'],
    ['Indonesian text with marks', Buffer.from('Jalan rusak — sejak Januari 2026 “parah”'), 'text/plain'],
    ['a Word document', OFFICE('/word/document.xml', `${WORD}.document.main+xml`), `${WORD}.document`],
    ['an Excel table', OFFICE('/xl/workbook.xml', `${EXCEL}.sheet.main+xml`), `${EXCEL}.sheet`],
    ['an OpenDocument text', Buffer.concat([zipEntry('mimetype', ODT), zipEntry('content.xml', '<x/>')]), ODT],
    [
      'a sound',
      Buffer.concat([Buffer.from('ID3\u0004\0\0\0\0\0\0'), Buffer.from([0xff, 0xfb, 0x90, 0x44]), Buffer.alloc(500)]),
      'audio/mpeg',
    ],
    [
      'a telephone film',
      Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from('ftypmp42\0\0\0\0mp42'), Buffer.alloc(100)]),
      'video/mp4',
    ],
    [
      'an old telephone film',
      Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from('ftyp3gp4\0\0\0\x003gp4'), Buffer.alloc(100)]),
      'video/3gpp',
    ],
    [
      'a telephone HEIC',
      Buffer.concat([Buffer.from([0, 0, 0, 20]), Buffer.from('ftypheic\0\0\0\0heic'), Buffer.alloc(100)]),
      'image/heic',
    ],
  ])('%s is taken', async (_what, bytes, mediaType) => {
    const tools = toolsWith(null);
    const taken = await takeFile(tools, bytes);
    expect(taken.ok ? taken.value.mediaType : taken.refusal).toBe(mediaType);
    if (taken.ok) await removeFile(tools, taken.value.key);
  });

  test.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a page behind blanks', Buffer.from('  \n\t<html>')],
    ['a drawing with a script', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a zip', ZIP('a.txt')],
    ['a Word document with macros', OFFICE('/word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml')],
    ['an Android program', ZIP('AndroidManifest.xml')],
    ['bytes of no kind', Buffer.from([1, 2, 3, 4, 5, 250, 251, 0])],
    ['text of another century', Buffer.from('caf\u00e9', 'latin1')],
    ['a TIFF', Buffer.concat([Buffer.from('II*\0'), Buffer.alloc(100)])],
  ])('%s is refused by what it is, and leaves nothing', async (_what, bytes) => {
    expect(await takeFile(toolsWith(null), bytes)).toEqual({ ok: false, refusal: 'file-type-not-accepted' });
    expect(await stored()).toBe(0);
  });

  test('that is empty or too large is refused', async () => {
    const tools = toolsWith(null);
    expect(await takeFile(tools, new Uint8Array())).toEqual({ ok: false, refusal: 'file-empty' });
    expect(await takeFile(tools, new Uint8Array(UPLOAD_LIMITS.fileBytes.value + 1))).toEqual({
      ok: false,
      refusal: 'file-too-large',
    });
    const jpeg = await sharp({ create: { width: 10, height: 10, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const heavy = Buffer.concat([jpeg, Buffer.alloc(UPLOAD_LIMITS.imageBytes.value)]);
    expect(await takeFile(tools, heavy)).toEqual({ ok: false, refusal: 'picture-too-large' });
    expect(await stored()).toBe(0);
  });
});

describe('the virus scanner', () => {
  /** Speaks the daemon's side of INSTREAM: gathers the chunks, then answers. */
  function daemon(answer: (bytes: Buffer) => string): Promise<Server> {
    const server = createServer((socket) => {
      let received = Buffer.alloc(0);
      socket.on('data', (chunk) => {
        received = Buffer.concat([received, chunk]);
        const command = Buffer.from('zINSTREAM\0');
        if (!received.subarray(0, command.length).equals(command.subarray(0, received.length))) return void socket.destroy();
        const parts: Buffer[] = [];
        for (let at = command.length; at + 4 <= received.length; ) {
          const length = received.readUInt32BE(at);
          if (length === 0) return void socket.end(`${answer(Buffer.concat(parts))}\0`);
          parts.push(received.subarray(at + 4, at + 4 + length));
          at += 4 + length;
        }
      });
    });
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
  }
  const urlOf = (server: Server) => `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;

  test('sees every byte, and what it objects to is not stored', async () => {
    const large = Buffer.alloc(200_000, 'a');
    const server = await daemon((bytes) => (bytes.length === large.length ? 'stream: OK' : 'stream: Eicar-Test-Signature FOUND'));
    expect(await scan(urlOf(server), large)).toBe('clean');
    expect(await takeFile(toolsWith(urlOf(server)), Buffer.from('teks biasa'))).toEqual({ ok: false, refusal: 'file-infected' });
    expect(await stored()).toBe(0);
    server.close();
  });

  test('that is away, or answers something else, lets nothing through', async () => {
    const server = await daemon(() => 'INSTREAM size limit exceeded. ERROR');
    const url = urlOf(server);
    expect(await takeFile(toolsWith(url), Buffer.from('teks biasa'))).toEqual({ ok: false, refusal: 'file-scan-unavailable' });
    await new Promise((resolve) => server.close(resolve));
    expect(await takeFile(toolsWith(url), Buffer.from('teks biasa'))).toEqual({ ok: false, refusal: 'file-scan-unavailable' });
    expect(await stored()).toBe(0);
  });
});
