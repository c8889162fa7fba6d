import type { BundlePiece } from '../../../rules/reports/bundle.ts';

/** A larger PDF is packed without its pages being counted: counting needs the whole of it in memory. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Counts the pages of a PDF that passes by. */
export class PageCounter {
  #chunks: Uint8Array[] | undefined;

  constructor(piece: Pick<BundlePiece, 'mediaType' | 'bytes'>) {
    if (piece.mediaType === 'application/pdf' && piece.bytes <= MOST_BYTES) this.#chunks = [];
  }

  take(chunk: Uint8Array): void {
    this.#chunks?.push(chunk);
  }

  /** `null` when it is no PDF, is too large or cannot be read. */
  async count(): Promise<number | null> {
    const chunks = this.#chunks;
    this.#chunks = undefined;
    return chunks === undefined ? null : pagesOf(Buffer.concat(chunks));
  }
}

export async function pagesOf(pdf: Uint8Array): Promise<number | null> {
  const { PDF } = await import('@libpdf/core');
  try {
    return (await PDF.load(pdf)).getPageCount();
  } catch {
    return null; // damaged, or locked by a password
  }
}
