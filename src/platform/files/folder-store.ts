import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from './file-store.ts';

/** Keys are made by us, but a key that climbs out of the folder must never become a path. */
const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/**
 * Files in a local folder. A file is written beside its place, flushed, and renamed, so that a reader sees all of it or none
 * and a power cut after `put` cannot take it away.
 */
export function folderStore(folder: string): FileStore {
  const pathOf = (key: string) => {
    if (!KEY.test(key)) throw new Error('This is not a file key.');
    return join(folder, ...key.split('/'));
  };
  return {
    async put(key, body) {
      const path = pathOf(key);
      const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        const source = body instanceof Readable ? body : Readable.from([body]);
        await pipeline(source, createWriteStream(draft, { mode: 0o600, flush: true }));
        await rename(draft, path);
        await flushFolder(dirname(path));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async get(key) {
      const file = await open(pathOf(key));
      return createReadStream('', { fd: file });
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}

/** The new name is durable only when the folder is. Windows cannot open folders and needs no flush. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
