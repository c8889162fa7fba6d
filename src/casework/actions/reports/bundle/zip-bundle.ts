/** A bundle as a ZIP, made while it is read: one piece of one file is in memory at a time. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { makeZip } from 'client-zip';
import type { Moment, Zone } from '../../../../kernel/time.ts';
import { type BundleFile, INDEX_PATH, SUMS_PATH } from '../../../rules/reports/bundle.ts';
import { PageCounter } from './count-pages.ts';
import { Sweeper } from './sweep.ts';

/** What was really packed of a file. */
export interface PackedFile {
  readonly file: BundleFile<Readable>;
  readonly sha256: string;
  readonly bytes: number;
  /** `null`: not a PDF, or one whose pages could not be counted. */
  readonly pages: number | null;
}

export interface BundleOrder {
  readonly files: readonly BundleFile<Readable>[];
  /** The moment and the zone of the office, for the times in the archive. */
  readonly at: Moment;
  readonly zone: Zone;
  /** Writes the index, once all hashes are known. */
  index(packed: readonly PackedFile[]): Promise<Uint8Array>;
}

/**
 * The ZIP as a stream: the files in their order, then the index (PDF), then `SHA256SUMS` over all of them (`sha256sum -c` reads it).
 *
 * Nothing is compressed: letters, pictures and films are so already, and the rest is small. A file is opened when its turn comes and the
 * reader wants more, read as fast as the reader reads, and closed when it is over or the reader goes away. A stored file that is not
 * the one that was recorded breaks the stream off: a bundle that is whole is a bundle that is right.
 */
export function zipBundle(order: BundleOrder): ReadableStream<Uint8Array> {
  const open: { current?: Readable | undefined } = {};
  const sweeper = new Sweeper();
  const reader = makeZip(entries(order, open)).getReader();
  // The library does not close the file it is reading when its reader goes away; and its own way of ending is by an error.
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          sweeper.pass(value?.length ?? 0);
          if (done) {
            sweeper.end();
            controller.close();
          } else controller.enqueue(value);
        } catch (error) {
          sweeper.end();
          throw error;
        }
      },
      async cancel(reason) {
        sweeper.end();
        open.current?.destroy();
        await reader.cancel(reason).catch(() => {});
      },
    },
    { highWaterMark: 0 },
  );
}

interface ZipEntry {
  readonly name: string;
  readonly lastModified: Date;
  readonly input: AsyncIterable<Uint8Array> | Uint8Array;
}

async function* entries(order: BundleOrder, open: { current?: Readable | undefined }): AsyncGenerator<ZipEntry> {
  const packed: PackedFile[] = [];
  try {
    for (const file of order.files) {
      open.current = await file.piece.open();
      yield {
        name: file.path,
        lastModified: inZone(file.piece.at, order.zone),
        input: watched(file, open.current, (result) => packed.push(result)),
      };
    }
    open.current = undefined;
    const lastModified = inZone(order.at, order.zone);
    const index = await order.index(packed);
    yield { name: INDEX_PATH, lastModified, input: index };
    const sums = [
      { sha256: createHash('sha256').update(index).digest('hex'), path: INDEX_PATH },
      ...packed.map(({ sha256, file: { path } }) => ({ sha256, path })),
    ];
    yield {
      name: SUMS_PATH,
      lastModified,
      input: Buffer.from(sums.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')),
    };
  } finally {
    open.current?.destroy();
  }
}

async function* watched(
  file: BundleFile<Readable>,
  source: Readable,
  done: (packed: PackedFile) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const pages = new PageCounter(file.piece);
  let bytes = 0;
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    pages.take(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  const sha256 = hash.digest('hex');
  if (file.piece.sha256 !== null && file.piece.sha256 !== sha256)
    throw new Error('a file of a case is not the one that was recorded');
  done({ file, sha256, bytes, pages: await pages.count() });
}

/** A ZIP knows times without a zone; programs show them as they are, so they are those of the office. */
function inZone(at: Moment, zone: Zone): Date {
  const { year, month, day, hour, minute, second } = at.toZonedDateTimeISO(zone);
  return new Date(year, month - 1, day, hour, minute, second);
}
