/**
 * A text as a scanner wants to read it, with the way back to the text as it was written.
 *
 * Full-width digits, accents, zero-width characters and the many dashes and spaces of Unicode hide a number from a regular
 * expression but not from a reader. `fold` takes them away and remembers where every remaining character came from, so that
 * what is found can be cut out of the original.
 */
export interface FoldedText {
  readonly source: string;
  /** Case as written. */
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its character starts and ends in `source`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const INVISIBLE = /[\p{M}\p{Cf}]/gu;
const INVISIBLE_RUN = /[\p{M}\p{Cf}]*/uy;

function foldCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character;
  if (character === '\n') return character;
  return character
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Zs}]/gu, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'");
}

export function fold(source: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  for (const character of source) {
    const folded = foldCharacter(character);
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    text += folded;
    at += character.length;
  }
  return { source, text, starts, ends };
}

/** The same text in lower case without the characters that do not count, for comparing values however they were spaced. */
export function squeeze(folded: FoldedText, counts: (character: string) => boolean): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  const lower = folded.text.toLowerCase();
  // Lower case keeps the length except for a few letters of other scripts; then every letter stays as it is.
  const compared = lower.length === folded.text.length ? lower : folded.text;
  for (let index = 0; index < compared.length; index++) {
    const character = compared[index] as string;
    if (!counts(character)) continue;
    text += character;
    starts.push(folded.starts[index] as number);
    ends.push(folded.ends[index] as number);
  }
  return { source: folded.source, text, starts, ends };
}

/** From a range of the folded text (`to` exclusive) back to the source, with any invisible characters that follow it. */
export function sourceSpan(folded: FoldedText, from: number, to: number): Span {
  const end = folded.ends[to - 1] as number;
  INVISIBLE_RUN.lastIndex = end;
  const tail = INVISIBLE_RUN.exec(folded.source)?.[0].length ?? 0;
  return { start: folded.starts[from] as number, end: end + tail };
}
