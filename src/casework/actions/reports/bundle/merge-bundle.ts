/** A small bundle as one PDF: the index, then every piece as pages. */

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { PDF as LibraryPdf } from '@libpdf/core';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { BundleFile } from '../../../rules/reports/bundle.ts';
import type { PackedFile } from './zip-bundle.ts';

/**
 * Merging needs all of it in memory, several times over: beyond this the ZIP is offered, which streams. A house setting, in bytes.
 */
export const MOST_MERGED_BYTES = 20 * 1024 * 1024;

export interface MergeOrder {
  readonly files: readonly BundleFile<Readable>[];
  index(packed: readonly PackedFile[]): Promise<Uint8Array>;
  /** A page or more of words in the place of a piece that is text, or that has no pages of its own. */
  pagesFor(file: BundleFile<Readable>): Promise<Uint8Array>;
}

/** A4 in points, and the white around a picture. */
const PAGE = { width: 595.28, height: 841.89, margin: 42 };

/** @returns the PDF, or the refusal that it would be too large */
export async function mergeBundle(order: MergeOrder): Promise<Result<Uint8Array, 'case.bundle-too-large'>> {
  if (isTooLarge(order.files)) return refuse('case.bundle-too-large');
  const { PDF } = await import('@libpdf/core');
  const merged = PDF.create();
  const packed: PackedFile[] = [];
  for (const file of order.files) {
    const bytes = await buffer(await file.piece.open());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (file.piece.sha256 !== null && file.piece.sha256 !== sha256)
      throw new Error('a file of a case is not the one that was recorded');
    const pages = await append(merged, file, bytes, order);
    packed.push({ file, sha256, bytes: bytes.length, pages });
  }
  const index = await PDF.load(await order.index(packed));
  await merged.copyPagesFrom(index, indices(index), { insertAt: 0 });
  return ok(await merged.save());
}

export function isTooLarge(files: readonly { readonly piece: { readonly bytes: number } }[]): boolean {
  return files.reduce((total, { piece }) => total + piece.bytes, 0) > MOST_MERGED_BYTES;
}

/** @returns how many pages it has become; `null` where a page of words stands in its place */
async function append(merged: LibraryPdf, file: BundleFile<Readable>, bytes: Buffer, order: MergeOrder): Promise<number | null> {
  const pages = file.piece.mediaType === 'application/pdf' ? await appendPdf(merged, bytes) : null;
  if (pages !== null) return pages;
  if (file.piece.mediaType.startsWith('image/') && (await appendPicture(merged, bytes))) return 1;
  await appendPdf(merged, await order.pagesFor(file));
  return null;
}

async function appendPdf(merged: LibraryPdf, bytes: Uint8Array): Promise<number | null> {
  const { PDF } = await import('@libpdf/core');
  try {
    const source = await PDF.load(bytes);
    await merged.copyPagesFrom(source, indices(source));
    return source.getPageCount();
  } catch {
    return null; // damaged, or locked by a password
  }
}

async function appendPicture(merged: LibraryPdf, bytes: Uint8Array): Promise<boolean> {
  const { asJpeg } = await import('../../../../platform/files/images.ts');
  try {
    const picture = merged.embedJpeg(await asJpeg(bytes));
    const room = { width: PAGE.width - 2 * PAGE.margin, height: PAGE.height - 2 * PAGE.margin };
    const scale = Math.min(room.width / picture.width, room.height / picture.height, 1);
    const [width, height] = [picture.width * scale, picture.height * scale];
    const page = merged.addPage({ width: PAGE.width, height: PAGE.height });
    page.drawImage(picture, { x: (PAGE.width - width) / 2, y: PAGE.height - PAGE.margin - height, width, height });
    return true;
  } catch {
    return false;
  }
}

const indices = (pdf: LibraryPdf) => Array.from({ length: pdf.getPageCount() }, (_page, index) => index);
