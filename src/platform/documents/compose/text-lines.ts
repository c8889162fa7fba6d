import type { Span, Text, TextStyle } from './model.ts';
import type { Colour } from './palette.ts';
import { type Face, faceOf, typeface } from './typefaces.ts';

/** A stretch of one line in one style, placed from the line's left edge. */
export interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly colour: Colour | undefined;
  readonly href: string | undefined;
  readonly x: number;
  readonly width: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

interface Word {
  readonly text: string;
  readonly span: Span;
  readonly face: Face;
  readonly width: number;
  /** The line ends after it. */
  readonly breaks: boolean;
}

/** What a character becomes that none of the typefaces holds: a sign that something stood there, instead of nothing. */
const MISSING = '\u25a1';

/** Breaks a text into lines of a width in points: at spaces, hyphens and slashes, inside a word only when it is wider than a line. */
export function linesOf(text: Text, style: TextStyle, size: number, width: number): readonly Line[] {
  const spans = typeof text === 'string' ? [{ text }] : text;
  const lines: Line[] = [];
  let line: Word[] = [];
  let used = 0;
  const end = () => {
    lines.push(setLine(line, size));
    line = [];
    used = 0;
  };
  for (const word of spans.flatMap((span) => wordsOf(span, style, size, width))) {
    const trimmed = word.text.trimEnd();
    const needed = trimmed === word.text ? word.width : typeface(word.face).widthOf(trimmed) * size;
    // A hair of tolerance: sums of floating-point numbers must not wrap what was measured to fit.
    if (line.length > 0 && used + needed > width + 0.01) end();
    line.push(word);
    used += word.width;
    if (word.breaks) end();
  }
  if (line.length > 0 || lines.length === 0) end();
  return lines;
}

function wordsOf(span: Span, style: TextStyle, size: number, width: number): Word[] {
  const face = faceOf(style.face ?? 'sans', span.bold ?? style.bold ?? false, span.italic ?? style.italic ?? false);
  const measure = (text: string) => typeface(face).widthOf(text) * size;
  const words: Word[] = [];
  for (const [index, part] of printable(span.text, face).split('\n').entries()) {
    const last = words.at(-1);
    if (index > 0) {
      if (last) words[words.length - 1] = { ...last, breaks: true };
      else words.push({ text: '', span, face, width: 0, breaks: true });
    }
    for (const text of part.match(/[^ \-/]*[-/]+|[^ \-/]+ *| +/g) ?? []) {
      const whole = measure(text);
      if (whole <= width) words.push({ text, span, face, width: whole, breaks: false });
      else
        for (const cut of cutToWidth(text, measure, width))
          words.push({ text: cut, span, face, width: measure(cut), breaks: false });
    }
  }
  return words;
}

/** A word wider than the line: as many characters on each line as it holds, at least one. */
function cutToWidth(text: string, measure: (text: string) => number, width: number): string[] {
  const cuts: string[] = [];
  let cut = '';
  let used = 0;
  for (const character of text) {
    const wide = measure(character);
    if (cut !== '' && used + wide > width) {
      cuts.push(cut);
      cut = '';
      used = 0;
    }
    cut += character;
    used += wide;
  }
  return [...cuts, cut];
}

/** Neighbours of one style become one piece, so that the file holds few of them. */
function setLine(words: readonly Word[], size: number): Line {
  const pieces: { text: string; face: Face; span: Span; width: number; x: number }[] = [];
  let x = 0;
  for (const word of words) {
    const last = pieces.at(-1);
    if (last && last.span === word.span) {
      last.text += word.text;
      last.width += word.width;
    } else if (word.text !== '') {
      pieces.push({ text: word.text, face: word.face, span: word.span, width: word.width, x });
    }
    x += word.width;
  }
  const end = pieces.at(-1);
  const blank = end ? end.text.length - end.text.trimEnd().length : 0;
  const overhang = end && blank > 0 ? typeface(end.face).widthOf(' '.repeat(blank)) * size : 0;
  return {
    pieces: pieces.map(({ text, face, span, width, x: left }) => ({
      text,
      face,
      colour: span.colour,
      href: span.href,
      x: left,
      width,
    })),
    width: Math.max(0, x - overhang),
  };
}

/** Without control characters and half characters, and with a sign for what the typeface does not hold (PDF/A forbids blanks of it). */
function printable(text: string, face: Face): string {
  // Nearly all text is plain, and every typeface holds that.
  if (/^[\n\x20-\x7e]*$/.test(text)) return text;
  const { has } = typeface(face);
  let clean = '';
  for (const character of text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll('\u202f', '\u00a0')) {
    const code = character.codePointAt(0) as number;
    if (character === '\n') clean += character;
    else if (!isSilent(code)) clean += has(code) ? character : has(0x25a1) ? MISSING : '?';
  }
  return clean;
}

/** Control characters, marks of direction and width, variation selectors, and halves of pairs: nothing to be seen. */
function isSilent(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}
