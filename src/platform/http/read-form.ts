import type { Context } from 'hono';
import { readBody } from './body.ts';
import type { WebEnv } from './env.ts';
import { Form } from './form.ts';
import { FORM_LIMITS } from './form-limits.ts';
import { parseMultipart } from './multipart.ts';
import { RefusedRequest } from './refused-request.ts';
import type { Spool } from './spool.ts';
import { parseUrlencoded } from './urlencoded.ts';

const forms = new WeakMap<Request, Form>();

/**
 * The form of this request. It has already been read, its token checked and its files counted by the time a room's route runs.
 *
 * @throws Error when the request carries none (a GET, or a route below /api): a bug of the route
 */
export function readForm(c: Context<WebEnv>): Form {
  const form = forms.get(c.req.raw);
  if (form === undefined) throw new Error('this request carries no form');
  return form;
}

/**
 * Reads a form from the wire and keeps it for `readForm`.
 *
 * @param mayTakeFiles throws when this request may not bring files; asked before the first byte of one is written
 * @throws RefusedRequest
 */
export async function receiveForm(
  c: Context<WebEnv>,
  spool: Spool,
  mayTakeFiles: (fields: ReadonlyMap<string, readonly string[]>) => void,
): Promise<Form> {
  const form = await parse(c, spool, mayTakeFiles);
  forms.set(c.req.raw, form);
  return form;
}

async function parse(
  c: Context<WebEnv>,
  spool: Spool,
  mayTakeFiles: (fields: ReadonlyMap<string, readonly string[]>) => void,
): Promise<Form> {
  const contentType = c.req.header('Content-Type') ?? '';
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType === 'application/x-www-form-urlencoded' || mediaType === '') {
    return new Form(parseUrlencoded(await readBody(c.req.raw, FORM_LIMITS.bodyBytes)));
  }
  if (mediaType === 'multipart/form-data') {
    if (Number(c.req.header('Content-Length') ?? 0) > FORM_LIMITS.multipartBytes) throw new RefusedRequest('too-large');
    const body = c.req.raw.body;
    if (body === null) throw new RefusedRequest('malformed');
    const { values, uploads, refusedUploads } = await parseMultipart(contentType, body, spool, mayTakeFiles);
    return new Form(values, uploads, refusedUploads);
  }
  throw new RefusedRequest('unsupported-type');
}
