import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/**
 * Where the bytes of an upload wait while its request is being answered: one folder a request, readable by us alone,
 * removed when the answer is ready. A killed process leaves its folders behind; `sweepSpool` removes them later.
 */
export class Spool {
  readonly #folder: string;
  #made = false;
  #count = 0;

  constructor(dataFolder: string, requestId: string) {
    this.#folder = join(spoolFolder(dataFolder), requestId);
  }

  /**
   * Writes a stream down. What exceeds the limit is read to its end and thrown away, so that the sender still gets to see the page
   * that says so; the answer is then `undefined`.
   */
  async keep(body: Readable, limitBytes: number): Promise<SpooledFile | undefined> {
    if (!this.#made) await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    this.#made = true;
    const path = join(this.#folder, String(this.#count++));
    const file = await open(path, 'wx', 0o600);
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of body as AsyncIterable<Uint8Array>) {
        size += chunk.length;
        if (size > limitBytes) continue;
        hash.update(chunk);
        await file.writeFile(chunk);
      }
    } finally {
      await file.close();
    }
    if (size > limitBytes) {
      await rm(path, { force: true });
      return undefined;
    }
    return {
      size,
      sha256: hash.digest('hex'),
      bytes: () => readFile(path),
      stream: () => createReadStream(path),
    };
  }

  async clear(): Promise<void> {
    if (this.#made) await rm(this.#folder, { recursive: true, force: true });
  }
}

export interface SpooledFile {
  readonly size: number;
  readonly sha256: string;
  bytes(): Promise<Uint8Array>;
  stream(): Readable;
}

/** Removes what requests of killed processes have left behind. A request does not live for six hours. */
export async function sweepSpool(dataFolder: string, nowMilliseconds: number): Promise<void> {
  const folder = spoolFolder(dataFolder);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && nowMilliseconds - found.mtimeMs > 6 * 60 * 60 * 1000)
      await rm(path, { recursive: true, force: true });
  }
}

function spoolFolder(dataFolder: string): string {
  return join(dataFolder, 'spool');
}
