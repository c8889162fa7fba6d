import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font, type GlyphRun } from 'fontkit';

/**
 * The two typefaces of printed documents, Source Sans 3 and Source Serif 4 (Adobe, SIL Open Font License 1.1), from npm packages, so that
 * a document looks the same everywhere and PDF/A has what it embeds. They are read once for each process.
 */
const FILES = {
  sans: ['source-sans-3', '400Regular/SourceSans3_400Regular.ttf'],
  'sans-bold': ['source-sans-3', '600SemiBold/SourceSans3_600SemiBold.ttf'],
  'sans-italic': ['source-sans-3', '400Regular_Italic/SourceSans3_400Regular_Italic.ttf'],
  'sans-bold-italic': ['source-sans-3', '600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf'],
  serif: ['source-serif-4', '400Regular/SourceSerif4_400Regular.ttf'],
  'serif-bold': ['source-serif-4', '600SemiBold/SourceSerif4_600SemiBold.ttf'],
  'serif-italic': ['source-serif-4', '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'],
  'serif-bold-italic': ['source-serif-4', '600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf'],
} as const;

export type Face = keyof typeof FILES;

export interface Typeface {
  /** For pdfkit: a fontkit font that remembers words it has shaped. */
  readonly font: Font;
  /** Width in points at a size of 1. */
  widthOf(text: string): number;
  /** Whether every character can be printed. */
  has(codePoint: number): boolean;
}

const opened = new Map<Face, Typeface>();

export function typeface(face: Face): Typeface {
  let known = opened.get(face);
  if (known === undefined) {
    known = open(face);
    opened.set(face, known);
  }
  return known;
}

/** Words remembered for each typeface; then all are forgotten. Words of documents come again and again, free text does not. */
const REMEMBERED = 20_000;

function open(face: Face): Typeface {
  const [name, file] = FILES[face];
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/${name}/${file}`);
  const font = create(readFileSync(path)) as Font;
  const shaped = new Map<string, GlyphRun>();
  const shape = font.layout.bind(font) as (text: string) => GlyphRun;
  const shapedOnce = (text: string): GlyphRun => {
    let run = shaped.get(text);
    if (run === undefined) {
      run = shape(text);
      if (shaped.size >= REMEMBERED) shaped.clear();
      shaped.set(text, run);
    }
    return run;
  };
  // pdfkit scales the positions of a run in place, and would scale a remembered one again and again: it gets copies.
  const remembering = Object.create(font, {
    layout: {
      value(text: string) {
        const run = shapedOnce(text);
        return { glyphs: run.glyphs, advanceWidth: run.advanceWidth, positions: run.positions.map((one) => ({ ...one })) };
      },
    },
  }) as Font;
  const widths = new Map<string, number>();
  return {
    font: remembering,
    widthOf(text) {
      let width = widths.get(text);
      if (width === undefined) {
        width = shapedOnce(text).advanceWidth / font.unitsPerEm;
        if (widths.size >= REMEMBERED) widths.clear();
        widths.set(text, width);
      }
      return width;
    },
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
  };
}

/** The face of a style. */
export function faceOf(family: 'sans' | 'serif', bold: boolean, italic: boolean): Face {
  return `${family}${bold ? '-bold' : ''}${italic ? '-italic' : ''}`;
}
