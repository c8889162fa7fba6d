import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { PDF } from '@libpdf/core';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../../../kernel/time.ts';
import { composePdf } from '../../../../platform/documents/index.ts';
import { filed } from '../../../rules/reports/bundle.ts';
import { type WatchedPiece, watchedPiece } from './bundle.test-support.ts';
import { MOST_MERGED_BYTES, mergeBundle } from './merge-bundle.ts';
import { type PackedFile, zipBundle } from './zip-bundle.ts';

const at = Temporal.Instant.from('2026-03-17T02:00:00Z');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const text = (words: string) => Buffer.from(words);

function pdf(title: string, pages = 1): Promise<Uint8Array> {
  return composePdf({
    ...{ title, lang: 'id', author: 'Tuntas (contoh)', at: new Date(0) },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...Array.from({ length: pages - 1 }, () => ({ kind: 'new-page' }) as const),
      { kind: 'paragraph', text: title },
    ],
  });
}

function zipOf(
  pieces: readonly WatchedPiece[],
  index: (packed: readonly PackedFile[]) => Promise<Uint8Array> = async () => text('indeks'),
) {
  return zipBundle({ files: filed(pieces), at, zone: 'Asia/Makassar', index });
}

describe('a bundle as a ZIP', () => {
  it('holds every piece, an index told what was packed, and sums that fit', async () => {
    const letter = await pdf('Undangan klarifikasi', 2);
    const told: PackedFile[] = [];
    const zip = zipOf(
      [
        watchedPiece('document:1', letter, { title: 'Undangan' }),
        watchedPiece('evidence:1', text('bukan PDF'), { kind: 'evidence', title: 'Rusak' }),
        watchedPiece('entry:1', text('Catatan.'), {
          kind: 'entry',
          title: 'Catatan',
          mediaType: 'text/plain',
          extension: '.txt',
        }),
      ],
      async (packed) => {
        told.push(...packed);
        return text('indeks');
      },
    );
    const files = unzipSync(await buffer(zip as never));
    expect(Object.keys(files)).toEqual([
      '1-surat-dan-dokumen/0001-undangan.pdf',
      '2-bukti/0002-rusak.pdf',
      '3-catatan/0003-catatan.txt',
      '00-indeks.pdf',
      'SHA256SUMS',
    ]);
    expect(told.map(({ pages }) => pages)).toEqual([2, null, null]);
    expect(Buffer.from(files['1-surat-dan-dokumen/0001-undangan.pdf'] ?? []).equals(Buffer.from(letter))).toBe(true);
    const sums = Buffer.from(files.SHA256SUMS ?? [])
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  ') as [string, string]);
    expect(sums).toHaveLength(4);
    for (const [sum, path] of sums) expect(sha256(files[path] ?? text('absent'))).toBe(sum);
  });

  it('is the same bytes for the same pieces', async () => {
    const make = async () =>
      sha256(await buffer(zipOf([watchedPiece('document:1', text('a')), watchedPiece('document:2', text('b'))]) as never));
    expect(await make()).toBe(await make());
  });

  it('opens a file only when its turn comes, and reads no faster than its reader', async () => {
    const pieces = [watchedPiece('document:1', randomBytes(4_000_000)), watchedPiece('document:2', randomBytes(1000))];
    const reader = zipOf(pieces).getReader();
    await reader.read();
    await reader.read();
    await reader.read();
    await sleep(50);
    expect(pieces[0]?.seen.read).toBeLessThan(600_000);
    expect(pieces[1]?.seen.opened).toBe(0);
    await reader.cancel();
  });

  it('closes what it has open when its reader goes away, and opens nothing more', async () => {
    const pieces = [watchedPiece('document:1', randomBytes(4_000_000)), watchedPiece('document:2', randomBytes(1000))];
    let isIndexed = false;
    const reader = zipOf(pieces, async () => {
      isIndexed = true;
      return text('indeks');
    }).getReader();
    for (let chunk = 0; chunk < 5; chunk++) await reader.read();
    await reader.cancel();
    await sleep(20);
    expect(pieces.map(({ seen }) => [seen.opened, seen.closed])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(isIndexed).toBe(false);
  });

  it('breaks off when a stored file is not the one that was recorded', async () => {
    const piece = watchedPiece('document:1', text('a'), { sha256: sha256(text('b')) });
    await expect(buffer(zipOf([piece]) as never)).rejects.toThrow('not the one that was recorded');
  });
});

describe('a bundle as one PDF', () => {
  const pagesFor = () => pdf('Berkas lain');

  it('begins with the index and shows letters, pictures and words as pages', async () => {
    const photo = await sharp({ create: { width: 3000, height: 500, channels: 4, background: '#0a06' } })
      .webp()
      .toBuffer();
    const packed: PackedFile[] = [];
    const made = await mergeBundle({
      files: filed([
        watchedPiece('document:1', await pdf('Surat', 2)),
        watchedPiece('document:2', text('bukan PDF')),
        watchedPiece('evidence:1', photo, { kind: 'evidence', mediaType: 'image/webp', extension: '.webp' }),
      ]),
      index: async (given) => {
        packed.push(...given);
        return pdf('Indeks');
      },
      pagesFor,
    });
    if (!made.ok) throw new Error(made.refusal);
    const document = await PDF.load(made.value);
    expect(packed.map(({ pages }) => pages)).toEqual([2, null, 1]);
    expect(document.extractText().map(({ text: words }) => words.trim().split(/\s+/)[0] ?? '')).toEqual([
      'Indeks',
      'Surat',
      'Surat',
      'Berkas',
      '',
    ]);
  });

  it('is refused above 20 MB without opening a file', async () => {
    const piece = watchedPiece('document:1', text('a'), { bytes: MOST_MERGED_BYTES + 1 });
    expect(await mergeBundle({ files: filed([piece]), index: pagesFor, pagesFor })).toEqual({
      ok: false,
      refusal: 'case.bundle-too-large',
    });
    expect(piece.seen.opened).toBe(0);
  });
});
