import type { Contact } from './contact.ts';
import { contactSpans } from './contact-occurrences.ts';
import { fold, type Span } from './folded-text.ts';
import type { Particulars } from './particulars.ts';

/** A place in a text that repeats something of the reporter. */
export interface Repeat extends Span {
  /** `whole` = the name, number or address itself; `part` = one word of the name, which may well mean something else ("Bali", "Kepala"). */
  readonly what: 'whole' | 'part';
}

const lettersAndDigits = (text: string): string =>
  fold(text)
    .text.toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Shorter than this an address is a place name that many share. */
const SHORTEST_ADDRESS = 12;

/** Where a text repeats what the reporter gave as contact or as particulars, in order. */
export function repeatsIn(text: string, contact: Contact | undefined, particulars: Particulars | undefined): readonly Repeat[] {
  const names = [...new Set([contact?.name, particulars?.name].filter((name) => name !== undefined))];
  const { name: _name, ...numbers } = contact ?? {};
  const found: Repeat[] = contactSpans(text, numbers).map((span) => ({ ...span, what: 'whole' }));
  for (const name of names) {
    const whole = lettersAndDigits(name).length;
    for (const span of contactSpans(text, { name })) {
      const length = lettersAndDigits(text.slice(span.start, span.end)).length;
      found.push({ ...span, what: length >= whole ? 'whole' : 'part' });
    }
  }
  const address = lettersAndDigits(particulars?.address ?? '');
  if (address.length >= SHORTEST_ADDRESS && lettersAndDigits(text).includes(address)) {
    found.push({ start: 0, end: text.length, what: 'whole' });
  }
  // A word of a name that stands within the whole name is told once.
  const isWithin = (one: Repeat, other: Repeat) =>
    one !== other && other.what === 'whole' && other.start <= one.start && one.end <= other.end;
  // Of two that are the same place, the graver one is told.
  return found
    .sort((a, b) => Number(a.what === 'part') - Number(b.what === 'part'))
    .filter((one, index) => found.findIndex((other) => other.start === one.start && other.end === one.end) === index)
    .filter((one) => one.what === 'whole' || !found.some((other) => isWithin(one, other)))
    .sort((a, b) => a.start - b.start);
}
