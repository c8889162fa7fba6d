import type { Contact } from './contact.ts';
import { type FoldedText, fold, type Span, sourceSpan, squeeze } from './folded-text.ts';
import { NAME_PARTICLES, NAMES_THAT_ARE_WORDS } from './ordinary-words.ts';

const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const isLetterOrDigit = (character: string): boolean =>
  character <= '\x7f' ? /[a-z0-9]/i.test(character) : /[\p{L}\p{N}]/u.test(character);
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** From this length on a name written together is masked inside longer words too ("budisantoso88"). */
const UNMISTAKABLE = 8;

/** Every place where a squeezed value stands, also where two of them overlap. */
function occurrences(text: FoldedText, value: string, accept: (from: number, to: number) => boolean = () => true): Span[] {
  const spans: Span[] = [];
  for (let from = value === '' ? -1 : text.text.indexOf(value); from >= 0; from = text.text.indexOf(value, from + 1)) {
    if (accept(from, from + value.length)) spans.push(sourceSpan(text, from, from + value.length));
  }
  return spans;
}

function numberSpans(folded: FoldedText, digits: string): Span[] {
  const text = squeeze(folded, isDigit);
  // The digits of one number stand near each other: signs and spaces between them, never a word.
  const closeTogether = (from: number, to: number): boolean => {
    for (let index = from + 1; index < to; index++) {
      const between = folded.source.slice(text.ends[index - 1], text.starts[index]);
      if (between.length > 6 || /\p{L}/u.test(between)) return false;
    }
    return true;
  };
  return occurrences(text, digits, closeTogether);
}

/** The whole of a name (or of the part of an address before the @), however its parts are joined. */
function wholeSpans(folded: FoldedText, name: string): Span[] {
  const together = squeeze(fold(name), isLetterOrDigit).text;
  const spans = together.length >= UNMISTAKABLE ? occurrences(squeeze(folded, isLetterOrDigit), together) : [];
  const parts = partsOf(name);
  return parts.length === 0 ? spans : [...spans, ...wordSpans(folded, parts.map(literally).join("[\\s.,'-]*"))];
}

function partSpans(folded: FoldedText, name: string): Span[] {
  return partsOf(name)
    .filter((part) => part.length >= 3 && !NAME_PARTICLES.has(part.toLowerCase()))
    .flatMap((part) => {
      const isWordToo = NAMES_THAT_ARE_WORDS.has(part.toLowerCase());
      return wordSpans(folded, literally(part), (found) => !(isWordToo && found === found.toLowerCase()));
    });
}

const partsOf = (name: string): string[] =>
  fold(name)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');

function wordSpans(folded: FoldedText, pattern: string, accept: (found: string) => boolean = () => true): Span[] {
  return [...folded.text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'))]
    .filter((found) => accept(found[0]))
    .map((found) => sourceSpan(folded, found.index, found.index + found[0].length));
}

/**
 * Where a text repeats what the complainant gave as contact, however it was spaced or capitalised: the values themselves, the
 * part of the address before the @, and each part of the name of three letters or more as a whole word.
 */
export function contactSpans(text: string, contact: Contact): Span[] {
  const folded = fold(text);
  const spans: Span[] = [];
  if (contact.email !== undefined) {
    const visible = (character: string): boolean => !/\s/.test(character);
    const email = squeeze(fold(contact.email), visible).text;
    spans.push(...occurrences(squeeze(folded, visible), email));
    const local = email.slice(0, email.indexOf('@'));
    if (local.length >= 5) spans.push(...wholeSpans(folded, local));
  }
  if (contact.phone !== undefined) spans.push(...numberSpans(folded, contact.phone.replace(/\D/g, '').replace(/^62/, '')));
  if (contact.nik !== undefined) spans.push(...numberSpans(folded, contact.nik.replace(/\D/g, '')));
  if (contact.name !== undefined) spans.push(...wholeSpans(folded, contact.name), ...partSpans(folded, contact.name));
  return spans;
}
