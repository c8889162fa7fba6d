import { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import type { WebEnv } from './env.ts';

const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/(json|problem\+json|xml|manifest\+json|geo\+json)|image\/svg\+xml)/;
const SMALLEST_BYTES = 1024;

/** Quality 4 is about as fast as gzip and smaller; the default of 11 takes a hundred times as long. */
const BROTLI: BrotliOptions = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};
const GZIP = { level: 6 };

const brotliWhole = promisify(brotliCompress);
const gzipWhole = promisify(gzip);

/**
 * Compresses texts. An answer marked `Cache-Control: no-store` is left as it is: such pages show a secret (a receipt code, backup
 * codes) beside text that others can influence, and the length of a compressed page would tell about it.
 */
export const compress: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  const { headers, status } = c.res;
  if (!COMPRESSIBLE.test(headers.get('Content-Type') ?? '') || headers.has('Content-Encoding')) return;
  if (/no-store|no-transform/.test(headers.get('Cache-Control') ?? '')) return;
  headers.append('Vary', 'Accept-Encoding');
  const encoding = preferredEncoding(c.req.header('Accept-Encoding'));
  if (encoding === undefined || c.req.method === 'HEAD' || status === 206 || status === 304) return;
  if (Number(headers.get('Content-Length') ?? Infinity) < SMALLEST_BYTES) return;
  const source = c.res.body;
  if (source === null) return;

  // A page comes in one piece, an export in many: the first is compressed in one go, the second as it flows.
  const reader = source.getReader();
  const first = await reader.read();
  const second = first.done ? first : await reader.read();
  const whole = first.done ? new Uint8Array() : second.done ? first.value : undefined;
  const init = { status, headers };
  if (whole !== undefined && whole.length < SMALLEST_BYTES) {
    replace(c, new Response(whole as Uint8Array<ArrayBuffer>, init));
    return;
  }
  headers.delete('Content-Length');
  headers.set('Content-Encoding', encoding);
  if (whole !== undefined) {
    const small = await (encoding === 'br' ? brotliWhole(whole, BROTLI) : gzipWhole(whole, GZIP));
    replace(c, new Response(small as Uint8Array<ArrayBuffer>, init));
    return;
  }
  const rest = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of [first, second]) if (piece.value !== undefined) controller.enqueue(piece.value);
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const compressor = Duplex.toWeb(encoding === 'br' ? createBrotliCompress(BROTLI) : createGzip(GZIP));
  replace(
    c,
    new Response(rest.pipeThrough(compressor as unknown as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array>), init),
  );
};

/** Hono would merge the headers of the old answer into the new one and copy the body once more. */
function replace(c: Context<WebEnv>, answer: Response): void {
  c.res = undefined;
  c.res = answer;
}

/** Brotli before gzip among the encodings a client accepts; `q=0` means it does not. */
export function preferredEncoding(header: string | undefined): 'br' | 'gzip' | undefined {
  const accepted = new Map<string, boolean>();
  for (const entry of (header ?? '').slice(0, 300).toLowerCase().split(',')) {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim());
    accepted.set(name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));
  }
  if (accepted.get('br')) return 'br';
  if (accepted.get('gzip') ?? accepted.get('*')) return 'gzip';
  return undefined;
}
