import { hash } from 'node:crypto';

/** 32 bytes of SHA-256. */
export type Digest = Buffer;

/** What stands before the first event of a file. */
export const NO_DIGEST: Digest = Buffer.alloc(32);

export function sha256(...parts: readonly Uint8Array[]): Digest {
  return hash('sha256', parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts), 'buffer');
}

/**
 * SHA-256 over a domain and some fields, each preceded by its length (4 bytes, big-endian), so that no two different lists of
 * fields are ever the same bytes ("ab","c" and "a","bc"), and a hash made for one purpose can never pass for another's.
 * Texts are UTF-8, whole numbers are 8 bytes big-endian.
 */
export function digestOf(domain: string, ...fields: readonly (string | number | Uint8Array)[]): Digest {
  const parts: Uint8Array[] = [];
  for (const field of [domain, ...fields]) {
    const bytes = typeof field === 'string' ? Buffer.from(field, 'utf8') : typeof field === 'number' ? wholeNumber(field) : field;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    parts.push(length, bytes);
  }
  return sha256(Buffer.concat(parts));
}

function wholeNumber(value: number): Buffer {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('only whole numbers from 0 are hashed');
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
