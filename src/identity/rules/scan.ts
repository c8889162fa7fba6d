import type { Finding, Hit } from './findings.ts';
import { fold, sourceSpan } from './folded-text.ts';
import { emailHits } from './scan-emails.ts';
import { nameHits } from './scan-names.ts';
import { numberHits } from './scan-numbers.ts';
import { plateHits } from './scan-plates.ts';

/**
 * Passages of a text that seem to hold personal data, in the order of the text, without overlaps (the more certain kind wins).
 * Used before a text becomes public, as suggestions for the verifier. Offsets are of the text as given.
 *
 * @example scanPersonalData('Hubungi 0812-3456-7890') // [{ kind: 'phone', start: 8, end: 22 }]
 */
export function scanPersonalData(text: string): Finding[] {
  const folded = fold(text);
  const taken: Hit[] = [];
  for (const hit of [emailHits, numberHits, plateHits, nameHits].flatMap((scanner) => scanner(folded.text))) {
    if (!taken.some((other) => hit.from < other.to && other.from < hit.to)) taken.push(hit);
  }
  return taken.sort((a, b) => a.from - b.from).map(({ kind, from, to }) => ({ kind, ...sourceSpan(folded, from, to) }));
}
