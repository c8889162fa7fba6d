/** Pieces of a bundle over streams that tell whether they were opened and closed. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { piece } from '../../../rules/reports/bundle.test-support.ts';
import type { BundlePiece } from '../../../rules/reports/bundle.ts';

export interface WatchedPiece extends BundlePiece<Readable> {
  readonly seen: { opened: number; closed: number; read: number };
}

export function watchedPiece(key: string, bytes: Uint8Array, given: Partial<BundlePiece> = {}): WatchedPiece {
  const seen = { opened: 0, closed: 0, read: 0 };
  async function* chunks() {
    for (let from = 0; from < bytes.length; from += 65_536) {
      const chunk = bytes.subarray(from, from + 65_536);
      seen.read += chunk.length;
      yield chunk;
    }
  }
  return {
    ...piece({ key, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), ...given }),
    openClean: undefined,
    seen,
    open: async () => {
      seen.opened++;
      const stream = Readable.from(chunks(), { objectMode: false });
      stream.once('close', () => seen.closed++);
      return stream;
    },
  };
}
