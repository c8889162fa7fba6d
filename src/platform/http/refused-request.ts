import type { RefusalKind } from '../../kernel/result.ts';
import type { id } from './words.id.ts';

/**
 * A request that is refused before it reaches a room's rules, or for reasons of transport alone. Rooms may throw one, too:
 * it is answered with a page (or a problem document below /api) in the reader's language, and is never logged as a fault.
 */
export type RequestRefusal = 'malformed' | 'too-large' | 'unsupported-type' | 'forged' | 'still-running' | 'too-often';

interface Meaning {
  readonly status: 400 | 403 | 409 | 413 | 415 | 429;
  readonly kind: RefusalKind;
  readonly word: keyof typeof id;
}

export const REQUEST_REFUSALS: Readonly<Record<RequestRefusal, Meaning>> = {
  malformed: { status: 400, kind: 'invalid', word: 'malformed' },
  'too-large': { status: 413, kind: 'invalid', word: 'tooLarge' },
  'unsupported-type': { status: 415, kind: 'invalid', word: 'unsupportedType' },
  forged: { status: 403, kind: 'forbidden', word: 'forged' },
  'still-running': { status: 409, kind: 'conflict', word: 'stillRunning' },
  'too-often': { status: 429, kind: 'busy', word: 'tooOften' },
};

export class RefusedRequest extends Error {
  readonly refusal: RequestRefusal;
  readonly retryAfterSeconds: number | undefined;

  constructor(refusal: RequestRefusal, retryAfterSeconds?: number) {
    super(`request refused: ${refusal}`);
    this.name = 'RefusedRequest';
    this.refusal = refusal;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
