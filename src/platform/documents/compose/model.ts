/**
 * What a document says, apart from how it is set: a list of blocks that `compose-pdf.ts` turns into a tagged PDF. Lengths are points
 * (1/72 inch). A new kind of block is added here and in `blocks.ts`.
 */
import type { Colour } from './palette.ts';

/** A stretch of text in one style. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: Colour;
  /** An address that a click opens; print it as text too, for readers of paper. */
  readonly href?: string;
}

export type Text = string | readonly Span[];

export type Alignment = 'left' | 'center' | 'right';

export interface TextStyle {
  /** Points; 10 when not said. */
  readonly size?: number;
  readonly align?: Alignment;
  readonly colour?: Colour;
  /** `sans` when not said. */
  readonly face?: 'sans' | 'serif';
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Space below; a third of a line and more when not said. */
  readonly after?: number;
  /** Language of this text when it is not the document's, for voices that read it aloud: `en`. */
  readonly lang?: string;
}

export interface Heading extends TextStyle {
  readonly kind: 'heading';
  /** Levels follow one another without gaps; the first heading of a document is 1. */
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface Paragraph extends TextStyle {
  readonly kind: 'paragraph';
  readonly text: Text;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Text[];
  readonly ordered?: boolean;
}

export interface Column {
  readonly title: string;
  /** Share of the width; all are added up. */
  readonly width: number;
  readonly align?: Alignment;
}

/** A cell with a ground says in words what its colour says. */
export type Cell = Text | { readonly text: Text; readonly fill?: Colour; readonly colour?: Colour };

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Read before the table; also printed above it. */
  readonly caption?: string;
  /** The first cell of each row names the row. */
  readonly rowHeaders?: boolean;
  /** Points; 9 when not said. */
  readonly size?: number;
}

/** Names with their values, a table without head. */
export interface Facts {
  readonly kind: 'facts';
  readonly rows: readonly { readonly name: string; readonly value: Text }[];
  /** Share of the width for the names; 0.32 when not said. */
  readonly nameWidth?: number;
  readonly size?: number;
}

/** Paths in the notation of SVG, in the units of the view box. */
export interface Drawing {
  /** Width and height of the units the paths are drawn in. */
  readonly viewBox: readonly [number, number];
  readonly paths: readonly {
    readonly d: string;
    readonly fill?: Colour;
    readonly stroke?: Colour;
    readonly lineWidth?: number;
  }[];
}

export interface Figure {
  readonly kind: 'figure';
  readonly drawing: Drawing;
  /** Printed width; the height follows. */
  readonly width: number;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly align?: Alignment;
  readonly after?: number;
}

/** A remark that stands out, with a bar at its left. */
export interface Note {
  readonly kind: 'note';
  readonly title?: string;
  readonly text: Text;
  readonly tone?: 'info' | 'warning' | 'success' | 'danger' | 'neutral';
  readonly size?: number;
}

/** A word on a coloured ground. */
export interface Badge {
  readonly kind: 'badge';
  readonly text: string;
  readonly fill: Colour;
  readonly colour: Colour;
  readonly size?: number;
  readonly align?: Alignment;
  readonly after?: number;
}

/** Blocks beside one another; they stay on one page. */
export interface Columns {
  readonly kind: 'columns';
  readonly columns: readonly { readonly width: number; readonly blocks: readonly Block[] }[];
  readonly gap?: number;
  /** Where shorter columns stand. */
  readonly valign?: 'top' | 'middle' | 'bottom';
}

/** Blocks that stay on one page when one page can hold them. */
export interface Together {
  readonly kind: 'together';
  readonly blocks: readonly Block[];
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Facts
  | Figure
  | Note
  | Badge
  | Columns
  | Together
  | { readonly kind: 'space'; readonly height: number }
  | { readonly kind: 'rule'; readonly colour?: Colour }
  /** What follows stands at the foot of the page: certificates put their small print there. */
  | { readonly kind: 'to-foot'; readonly blocks: readonly Block[] }
  | { readonly kind: 'new-page' };

export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  readonly description: string;
}

export interface Document {
  readonly title: string;
  /** BCP 47: `id`, `en`. */
  readonly lang: string;
  readonly author: string;
  readonly subject?: string;
  /** The moment that the file's metadata names as its making. Same content and moment, same bytes. */
  readonly at: Date;
  readonly layout?: 'portrait' | 'landscape';
  /** Points: all four sides alike, or top, right, bottom, left. */
  readonly margin?: number | readonly [number, number, number, number];
  readonly blocks: readonly Block[];
  /** Under each page but not read aloud: left text, and at the right "Halaman 1 dari 4". Left out = nothing there. */
  readonly footer?: { readonly text: string; readonly pageNumber?: (page: number, pages: number) => string };
  /** Behind each page, in points of the page, origin at the top left: frames and ornaments. Not read aloud. */
  readonly background?: Drawing;
  /** Files that travel inside (PDF/A-3). */
  readonly attachments?: readonly Attachment[];
}
