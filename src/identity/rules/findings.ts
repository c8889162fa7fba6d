import type { Span } from './folded-text.ts';

/** What a passage of a text gives away. `account` is any long personal number: bank, card, family card, NPWP, receipt code. */
export type FindingKind = 'nik' | 'phone' | 'email' | 'name' | 'plate' | 'account';

/** Where (UTF-16 offsets, `end` exclusive) a text seems to hold personal data. A guess for a person to judge, never a proof. */
export interface Finding extends Span {
  readonly kind: FindingKind;
}

/** What one scanner found in the folded text. */
export interface Hit {
  readonly kind: FindingKind;
  readonly from: number;
  readonly to: number;
}

/** All matches of a global pattern, the named group `hit` being what counts (or the whole match without one). */
export function hitsOf(kind: FindingKind, text: string, pattern: RegExp): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(pattern)) {
    const hit = match.groups?.hit ?? match[0];
    const from = match.index + match[0].lastIndexOf(hit);
    hits.push({ kind, from, to: from + hit.length });
  }
  return hits;
}
