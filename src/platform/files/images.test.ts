import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPicture } from './images.ts';

/** A red picture with a blue left edge, so that turning can be seen. */
function drawing(width = 300, height = 200) {
  const edge = { input: { create: { width: 20, height, channels: 3 as const, background: 'blue' } }, left: 0, top: 0 };
  return sharp({ create: { width, height, channels: 3, background: 'red' } }).composite([edge]);
}

async function cleaned(bytes: Uint8Array) {
  const result = await cleanPicture(bytes);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}

describe('a picture', () => {
  test('loses place, time, device and profile', async () => {
    const original = await drawing()
      .withExif({
        IFD0: { Make: 'TelefonContoh', Model: 'X-9', ImageDescription: 'rumah pelapor' },
        IFD2: { DateTimeOriginal: '2026:03:17 10:00:00' },
        IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '8/1 32/1 10/1', GPSLongitudeRef: 'E', GPSLongitude: '115/1 24/1 5/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>rumah pelapor</note></x:xmpmeta>')
      .jpeg()
      .toBuffer();
    // The test would prove nothing if the original carried none.
    expect((await sharp(original).metadata()).exif).toBeDefined();
    expect(original.includes('TelefonContoh')).toBe(true);

    const { picture, thumbnail } = await cleaned(original);
    for (const { bytes } of [picture, thumbnail]) {
      const metadata = await sharp(bytes).metadata();
      expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.icc, metadata.orientation]).toEqual(Array(5).fill(undefined));
      for (const trace of ['TelefonContoh', 'rumah pelapor', '2026:03:17', 'Exif']) expect(bytes.includes(trace)).toBe(false);
    }
  });

  test('loses what was hidden behind its end', async () => {
    const original = Buffer.concat([await drawing().jpeg().toBuffer(), Buffer.from('PK\u0003\u0004 rahasia')]);
    expect((await cleaned(original)).picture.bytes.includes('rahasia')).toBe(false);
  });

  test('is turned the right way up', async () => {
    const original = await drawing().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { picture } = await cleaned(original);
    expect([picture.width, picture.height]).toEqual([200, 300]);
    const { data } = await sharp(picture.bytes)
      .extract({ left: 100, top: 5, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[2]).toBeGreaterThan(200);
  });

  test('is made no larger than is useful, and gets a small one beside it', async () => {
    const { picture, thumbnail } = await cleaned(await drawing(5000, 1000).removeAlpha().png().toBuffer());
    expect([picture.width, picture.height]).toEqual([4096, 819]);
    expect(thumbnail.width).toBe(400);
    expect(picture.mediaType).toBe('image/jpeg');
  });

  test('with transparency keeps it', async () => {
    const png = await sharp({ create: { width: 10, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    const { picture } = await cleaned(png);
    expect(picture.mediaType).toBe('image/webp');
    expect((await sharp(picture.bytes).metadata()).hasAlpha).toBe(true);
  });

  test('that moves keeps its first frame', async () => {
    const frames = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { picture } = await cleaned(gif);
    expect([picture.width, picture.height]).toEqual([20, 20]);
    const { data } = await sharp(picture.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(200);
    expect(data[2]).toBeLessThan(60);
  });
});

describe('a hostile picture', () => {
  test.each([
    ['of 30000 x 30000 pixels in a few kilobytes', pngOf(30_000, 30_000)],
    ['of 65535 x 65535 pixels that it does not even hold', pngOf(65_535, 65_535)],
  ])('%s is refused before it is decoded', async (_what, bytes) => {
    expect(bytes.length).toBeLessThan(2_000_000);
    const before = process.memoryUsage().rss;
    expect(await cleanPicture(bytes)).toEqual({ ok: false, refusal: 'picture-too-many-pixels' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test('that breaks off is refused', async () => {
    const whole = await drawing(800, 600).jpeg().toBuffer();
    expect(await cleanPicture(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, refusal: 'picture-unreadable' });
  });

  test.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['nothing', Buffer.from('GIF89a')],
    ['TIFF', Buffer.from('II*\0\u0008\0\0\0\0\0', 'latin1')],
  ])('that is really %s is refused', async (_what, bytes) => {
    expect(await cleanPicture(bytes)).toEqual({ ok: false, refusal: 'picture-unreadable' });
  });

  test('in a crowd waits for its turn', async () => {
    const photo = await drawing(1000, 1000).jpeg().toBuffer();
    const results = await Promise.all(Array.from({ length: 7 }, () => cleanPicture(photo)));
    expect(results.every((result) => result.ok)).toBe(true);
  });
});

/** A PNG of one colour; its pixels are announced, but only the first rows are there. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Math.min(height, 2000);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
