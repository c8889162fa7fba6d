import { Readable } from 'node:stream';
import type { WebContext } from './env.ts';

export interface FileAnswer {
  readonly stream: Readable;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Shown in the reader's download list. */
  readonly name: string;
  /** Only pictures of ours may be shown in place; everything else is downloaded. */
  readonly inline?: boolean;
}

const SHOWN_IN_PLACE = new Set(['image/jpeg', 'image/webp', 'image/png']);

/** Hands out a file such that a browser can neither run it nor take it for a page of ours, whatever is in it. */
export function answerFile(c: WebContext, file: FileAnswer): Response {
  const inline = file.inline === true && SHOWN_IN_PLACE.has(file.mediaType);
  const plainName = file.name.replaceAll(/[^\w .()-]/g, '_');
  const fullName = encodeURIComponent(file.name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return c.body(Readable.toWeb(file.stream) as unknown as ReadableStream, 200, {
    'Content-Type': file.mediaType === 'text/plain' ? 'text/plain; charset=UTF-8' : file.mediaType,
    'Content-Length': String(file.size),
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename="${plainName}"; filename*=UTF-8''${fullName}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-store',
  });
}
