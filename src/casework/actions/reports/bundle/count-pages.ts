import type { BundlePiece } from '../../../rules/reports/bundle.ts';

/** A larger PDF is packed without its pages being counted: counting needs the whole of it in memory. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Counts the pages of a PDF that passes by. What passes is copied, not kept: chunks that are held on to grow old, and the memory of old ones comes
 * back late. The copy is given back at once.
 */
export class PageCounter {
  #copy: Uint8Array<ArrayBuffer> | undefined;
  #length = 0;

  constructor(piece: Pick<BundlePiece, 'mediaType' | 'bytes'>) {
    if (piece.mediaType === 'application/pdf' && piece.bytes <= MOST_BYTES) this.#copy = new Uint8Array(piece.bytes);
  }

  take(chunk: Uint8Array): void {
    if (this.#copy === undefined) return;
    // Not what was recorded: whoever packs it will say so; here it is only not counted.
    if (this.#length + chunk.length > this.#copy.length) this.#copy = undefined;
    else this.#copy.set(chunk, this.#length);
    this.#length += chunk.length;
  }

  /** `null` when it is no PDF, is too large or cannot be read. */
  async count(): Promise<number | null> {
    const copy = this.#copy;
    this.#copy = undefined;
    if (copy === undefined || this.#length !== copy.length) return null;
    try {
      return await pagesOf(copy);
    } finally {
      copy.buffer.transfer(0);
    }
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
