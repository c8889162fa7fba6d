import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeWebStream } from 'node:stream/web';
import Busboy from '@fastify/busboy';
import { UPLOAD_LIMITS } from '../files/limits.ts';
import { fieldText } from './field-text.ts';
import type { RefusedUpload, Upload } from './form.ts';
import { FORM_LIMITS } from './form-limits.ts';
import { RefusedRequest } from './refused-request.ts';
import type { Spool } from './spool.ts';

export interface MultipartForm {
  readonly values: Map<string, string[]>;
  readonly uploads: Upload[];
  readonly refusedUploads: RefusedUpload[];
}

/**
 * Reads `multipart/form-data` as it streams in; files go to the spool, fields to memory, both within limits.
 *
 * @param beforeFirstFile is asked once, with the fields that came before the first file, whether files may be taken at all: it throws
 *   when they may not. This keeps the disk from those who cannot show a token of ours, which every form carries first.
 * @throws RefusedRequest malformed or too-large
 */
export async function parseMultipart(
  contentType: string,
  body: ReadableStream<Uint8Array>,
  spool: Spool,
  beforeFirstFile: (fields: ReadonlyMap<string, readonly string[]>) => void,
): Promise<MultipartForm> {
  const form: MultipartForm = { values: new Map(), uploads: [], refusedUploads: [] };
  const parser = makeParser(contentType);
  let fields = 0;
  let files = 0;
  let allowed = false;
  // Parts come one after the other, but a part's last bytes may still be on their way when the next is announced.
  let previous: Promise<void> = Promise.resolve();
  let failure: unknown;
  const open = new Set<Readable>();
  const stop = new AbortController();

  async function takeField(name: string, stream: Readable): Promise<void> {
    if (++fields > FORM_LIMITS.fields) throw new RefusedRequest('too-large');
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > FORM_LIMITS.fieldBytes) throw new RefusedRequest('too-large');
      chunks.push(chunk);
    }
    const value = fieldText(Buffer.concat(chunks));
    const before = form.values.get(name);
    if (before === undefined) form.values.set(name, [value]);
    else before.push(value);
  }

  async function takeFile(field: string, stream: Readable, rawName: string): Promise<void> {
    const name = shownName(rawName);
    if (name === '') {
      // A file input left empty is sent as a part without a name and without bytes.
      for await (const _ of stream) throw new RefusedRequest('malformed');
      return;
    }
    if (!allowed) beforeFirstFile(form.values);
    allowed = true;
    if (++files > UPLOAD_LIMITS.files.value) {
      stream.resume();
      form.refusedUploads.push({ field, name, reason: 'too-many' });
      return;
    }
    const kept = await spool.keep(stream, UPLOAD_LIMITS.fileBytes.value);
    if (kept === undefined) form.refusedUploads.push({ field, name, reason: 'too-large' });
    else if (kept.size === 0) form.refusedUploads.push({ field, name, reason: 'empty' });
    else form.uploads.push({ field, name, ...kept });
  }

  parser.on('file', (name: string | undefined, stream: Readable, fileName: string | undefined) => {
    open.add(stream);
    stream.on('error', () => {});
    stream.on('close', () => open.delete(stream));
    previous = previous
      .then(() => {
        if (failure !== undefined) return;
        if (name === undefined || name === '' || name.length > FORM_LIMITS.nameBytes || /[\0�]/.test(name))
          throw new RefusedRequest('malformed');
        return fileName === undefined ? takeField(name, stream) : takeFile(name, stream, fileName);
      })
      .catch((error: unknown) => {
        failure ??= error;
        stop.abort();
      });
  });

  const source = Readable.fromWeb(limited(body, FORM_LIMITS.multipartBytes) as unknown as NodeWebStream);
  try {
    await pipeline(source, parser, { signal: stop.signal });
  } catch (error) {
    failure ??= error instanceof RefusedRequest ? error : new RefusedRequest('malformed');
    // The parser leaves a half-read part open for ever, and whoever reads it waiting.
    for (const stream of open) stream.destroy(new RefusedRequest('malformed'));
  }
  await previous;
  if (failure !== undefined) throw failure;
  return form;
}

function makeParser(contentType: string) {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      // Every part as a stream of bytes: the decoding of fields is ours, because the library mends broken UTF-8 in silence.
      isPartAFile: () => true,
      limits: { parts: FORM_LIMITS.fields + 100, headerPairs: 20, headerSize: 8 * 1024 },
    });
  } catch {
    throw new RefusedRequest('malformed');
  }
}

/** The same stream, failing once it has delivered more than it may. */
function limited(body: ReadableStream<Uint8Array>, limitBytes: number): ReadableStream<Uint8Array> {
  let size = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.length;
        if (size > limitBytes) controller.error(new RefusedRequest('too-large'));
        else controller.enqueue(chunk);
      },
    }),
  );
}

/** A file's name fit to be shown: no folders, no control or direction-changing characters, not too long. */
export function shownName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}�]/gu, '').trim();
  if (clean.length <= 120) return clean;
  const extension = /\.\w{1,8}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, 120 - extension.length)}${extension}`;
}
