import type { FieldErrors } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { type Refused, type SignInRefusal, signInRefusals } from '../../../platform/sign-in/index.ts';
import { en } from './words.en.ts';
import { id, type SignInWords } from './words.id.ts';

export function wordsFor(c: WebContext): SignInWords {
  return c.get('language') === 'en' ? en : id;
}

/** Pages with keys, codes and tokens are kept by no cache and no Back button of the next person at the counter. */
export const UNKEPT = { 'Cache-Control': 'no-store' } as const;

/** What a refusal says, with the time to wait in words. */
export function refusalText(c: WebContext, refused: Refused): string {
  const { retryAfterSeconds: seconds } = refused;
  if (refused.code !== 'too-often' || seconds === undefined) return signInRefusals[refused.code][c.get('language')];
  return seconds <= 90 ? wordsFor(c).waitSeconds(seconds) : wordsFor(c).wait(Math.ceil(seconds / 60));
}

const FIELD: Partial<Record<SignInRefusal, string>> = {
  'email-malformed': 'email',
  'password-short': 'password',
  'password-long': 'password',
  'password-common': 'password',
  'password-personal': 'password',
  'password-pattern': 'password',
  'password-same': 'password',
  'password-wrong': 'current',
  'code-wrong': 'code',
  'code-used': 'code',
};

/** What a page shows on its second try: errors, their status, headers. */
export interface Shown {
  readonly errors?: FieldErrors;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How a page answers a refusal: its status, the error at its field, and when to come back. */
export function refusedAnswer(c: WebContext, refused: Refused, otherwise: string): Shown {
  return {
    status: refusalStatus(signInRefusals[refused.code].kind),
    errors: [{ field: FIELD[refused.code] ?? otherwise, message: refusalText(c, refused) }],
    headers: {
      ...UNKEPT,
      ...(refused.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(refused.retryAfterSeconds) }),
    },
  };
}

/** Errors for fields that came empty: `[field, message]` each. */
export function missing(values: Readonly<Record<string, string>>, messages: Readonly<Record<string, string>>): FieldErrors {
  return Object.entries(messages)
    .filter(([field]) => (values[field] ?? '').trim() === '')
    .map(([field, message]) => ({ field, message }));
}
