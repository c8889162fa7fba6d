import type { Readable } from 'node:stream';

/** Where uploaded bytes lie: a folder below `TUNTAS_DATA` by default, an S3-compatible store by setting. Keys are opaque. */
export interface FileStore {
  /** Stores the whole stream under a key, durably, before it resolves. Overwrites. */
  put(key: string, body: Uint8Array | Readable): Promise<void>;
  /** Throws when there is no such key. */
  get(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
}
