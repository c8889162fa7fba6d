/** Answers of the API that are not what was hoped for, as problem documents in the caller's language. */
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Label } from '../../../kernel/language.ts';
import type { WebContext, WebEnv } from '../../../platform/http/env.ts';
import { problem } from '../../../platform/http/problem.ts';
import type { FilingFault } from '../filing-schema.ts';

const TITLES = {
  invalid: { id: 'Ada isian yang perlu diperbaiki', en: 'Some fields must be mended' },
  parameter: { id: 'Ada parameter yang tidak sesuai', en: 'A parameter is not as described' },
  absent: {
    id: 'Tidak ada pengaduan yang dapat dibaca dengan nomor ini',
    en: 'There is no complaint with this number that may be read',
  },
  'too-often': { id: 'Terlalu sering; coba lagi nanti', en: 'Too often; try again later' },
  'not-json': { id: 'Kiriman bukan JSON yang benar', en: 'The body is not valid JSON' },
  'media-type': { id: 'Kirim sebagai application/json', en: 'Send application/json' },
} as const satisfies Record<string, Label>;

type AnyContext = Context<WebEnv>;
const say = (c: AnyContext, title: keyof typeof TITLES) => TITLES[title][c.get('language') ?? 'id'];

/** `location.lat` -> `#/location/lat`, a JSON pointer into the body. */
const pointer = (field: string) =>
  field === ''
    ? '#'
    : `#/${field
        .split('.')
        .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
        .join('/')}`;

export function invalidFiling(c: AnyContext, faults: readonly FilingFault[]): Response {
  const language = c.get('language') ?? 'id';
  const errors = faults.map((fault) => ({ pointer: pointer(fault.field), detail: fault.text[language] }));
  return problem(c, { status: 422, title: say(c, 'invalid'), errors });
}

export function answerNotFound(c: AnyContext): Response {
  const answer = problem(c, { status: 404, title: say(c, 'absent') });
  answer.headers.set('Access-Control-Allow-Origin', '*');
  answer.headers.set('Cache-Control', 'no-cache');
  return answer;
}

export function answerTooOften(c: AnyContext, retryAfterSeconds: number): Response {
  const answer = problem(c, { status: 429, title: say(c, 'too-often') });
  answer.headers.set('Retry-After', String(retryAfterSeconds));
  return answer;
}

/** What the validation of a parameter found. */
export function answerInvalid(
  result: { readonly success: boolean; readonly error?: z.core.$ZodError },
  c: { get(key: never): unknown },
): Response | undefined {
  if (result.success) return undefined;
  const errors = result.error?.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message })) ?? [];
  const context = c as unknown as WebContext;
  return problem(context, { status: 422, title: say(context, 'parameter'), errors });
}

/** The body as JSON, or the problem that it is none. */
export async function jsonBody(c: AnyContext): Promise<{ readonly value: unknown } | Response> {
  const mediaType = (c.req.header('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') return problem(c, { status: 415, title: say(c, 'media-type') });
  try {
    return { value: JSON.parse(await c.req.text()) };
  } catch {
    return problem(c, { status: 400, title: say(c, 'not-json') });
  }
}
