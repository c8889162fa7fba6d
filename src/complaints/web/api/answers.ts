/** Answers of the API that are not what was hoped for, as problem documents in the caller's language. */
import type { Label } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { hasRepeatedNames } from '../../../platform/http/json-names.ts';
import { problem } from '../../../platform/http/problem.ts';
import type { FilingFault } from '../filing-schema.ts';

const TITLES = {
  invalid: { id: 'Ada isian yang perlu diperbaiki', en: 'Some fields must be mended' },
  absent: {
    id: 'Tidak ada pengaduan yang dapat dibaca dengan nomor ini',
    en: 'There is no complaint with this number that may be read',
  },
  'too-often': { id: 'Terlalu sering; coba lagi nanti', en: 'Too often; try again later' },
  'not-json': { id: 'Kiriman bukan JSON yang benar', en: 'The body is not valid JSON' },
  'repeated-names': { id: 'Nama isian tidak boleh ditulis dua kali', en: 'A field may not be named twice' },
  'media-type': { id: 'Kirim sebagai application/json dalam UTF-8', en: 'Send application/json in UTF-8' },
} as const satisfies Record<string, Label>;

const say = (c: WebContext, title: keyof typeof TITLES) => TITLES[title][c.get('language')];

/** `location.lat` -> `#/location/lat`, a JSON pointer into the body. */
const pointer = (field: string) =>
  field === ''
    ? '#'
    : `#/${field
        .split('.')
        .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
        .join('/')}`;

export function invalidFiling(c: WebContext, faults: readonly FilingFault[]): Response {
  const language = c.get('language');
  const errors = faults.map((fault) => ({ pointer: pointer(fault.field), detail: fault.text[language] }));
  return problem(c, { status: 422, title: say(c, 'invalid'), errors });
}

export function answerNotFound(c: WebContext): Response {
  const answer = problem(c, { status: 404, title: say(c, 'absent') });
  answer.headers.set('Cache-Control', 'no-cache');
  return answer;
}

export function answerTooOften(c: WebContext, retryAfterSeconds: number): Response {
  const answer = problem(c, { status: 429, title: say(c, 'too-often') });
  answer.headers.set('Retry-After', String(retryAfterSeconds));
  return answer;
}

/** The body as JSON, or the problem that it is none. */
export async function jsonBody(c: WebContext): Promise<{ readonly value: unknown } | Response> {
  const [mediaType = '', ...parameters] = (c.req.header('Content-Type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (mediaType.trim() !== 'application/json' || !isUtf8) return problem(c, { status: 415, title: say(c, 'media-type') });
  const text = await c.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return problem(c, { status: 400, title: say(c, 'not-json') });
  }
  return hasRepeatedNames(text) ? problem(c, { status: 400, title: say(c, 'repeated-names') }) : { value };
}
