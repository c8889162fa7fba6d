/**
 * A refusal is an answer the domain may give: a closed union of codes, returned, never thrown.
 * A fault (a bug, a broken wire) is thrown instead and shown as an apology with a reference number.
 */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<const R>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}

/**
 * What a refusal means to the transport: `invalid` = mend your input (422), `conflict` = the thing has moved on (409),
 * `forbidden` = not for you (403), `absent` = nothing here that you may see (404), `busy` = too often, later again (429).
 */
export type RefusalKind = 'invalid' | 'conflict' | 'forbidden' | 'absent' | 'busy';

/** One line of a room's `rules/refusals.ts`: the two texts say what to do next, in the reader's language. */
export interface RefusalText {
  readonly kind: RefusalKind;
  readonly id: string;
  readonly en: string;
}

export type RefusalCatalogue<Code extends string> = Readonly<Record<Code, RefusalText>>;
