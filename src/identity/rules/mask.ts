import type { Contact } from './contact.ts';
import { contactSpans } from './contact-occurrences.ts';
import type { Span } from './folded-text.ts';
import { scanPersonalData } from './scan.ts';

/** What stands in a text where something personal stood. Indonesian in both languages, because it is part of the text. */
export const MASK = '[disamarkan]';

/**
 * The text with `[disamarkan]` in place of everything `scanPersonalData` finds and of every occurrence of the given contact.
 * A draft for a public text: a person reads it before it is released.
 */
export function maskIdentifiers(text: string, known: { readonly contact?: Contact | undefined } = {}): string {
  const spans: Span[] = [...scanPersonalData(text), ...(known.contact === undefined ? [] : contactSpans(text, known.contact))];
  let masked = '';
  let at = 0;
  let open = false;
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const between = text.slice(at, Math.max(at, start));
    // Neighbours with nothing but spaces between them ("Budi" "Santoso") become one mask, so that their number does not show.
    if (!open || !/^[ \t]*$/.test(between)) masked += between + MASK;
    open = true;
    at = end;
  }
  return masked + text.slice(at);
}
