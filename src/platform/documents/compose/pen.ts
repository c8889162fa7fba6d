import PDFDocument from 'pdfkit';
import type { Document, Drawing } from './model.ts';
import { type Colour, PALETTE } from './palette.ts';
import type { Line, Piece } from './text-lines.ts';
import { type Face, typeface } from './typefaces.ts';
import { escapedForXmp } from './xmp.ts';

/** A node of the tree that says what is a heading, a row, a figure: what a voice reads from. */
export type Element = PDFKit.PDFStructureElement;

export type ElementType =
  | `H${1 | 2 | 3}`
  | 'P'
  | 'Div'
  | 'Figure'
  | 'Link'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD';

export interface ElementOptions {
  readonly alt?: string;
  readonly lang?: string;
  readonly scope?: 'Column' | 'Row';
  readonly bbox?: readonly [number, number, number, number];
}

/** A4. */
const SHORT = 595.28;
const LONG = 841.89;

/**
 * Puts ink on pages, each stroke of it either belonging to an element of the structure or marked as ornament. The one file that knows
 * pdfkit.
 */
export class Pen {
  readonly width: number;
  readonly height: number;
  readonly root: Element;
  readonly #doc: PDFKit.PDFDocument;
  readonly #document: Document;
  readonly #chunks: Uint8Array[] = [];
  readonly #ended: Promise<void>;
  readonly #faces = new Set<Face>();
  #pages = 0;

  constructor(document: Document) {
    const isLandscape = document.layout === 'landscape';
    this.width = isLandscape ? LONG : SHORT;
    this.height = isLandscape ? SHORT : LONG;
    this.#document = document;
    this.#doc = new PDFDocument({
      pdfVersion: '1.7',
      // Attachments that are not PDF/A themselves are what part 3 adds to part 2.
      subset: document.attachments?.length ? 'PDF/A-3b' : 'PDF/A-2b',
      tagged: true,
      lang: document.lang,
      displayTitle: true,
      autoFirstPage: false,
      bufferPages: true,
      // Else pdfkit takes its Helvetica, which is not embedded. One given here could not be found again by its name.
      font: null as unknown as string,
      info: {
        Title: document.title,
        Author: document.author,
        ...(document.subject === undefined ? {} : { Subject: document.subject }),
        Creator: 'Tuntas',
        Producer: 'Tuntas (PDFKit)',
        CreationDate: document.at,
      },
    });
    escapedForXmp(this.#doc);
    this.#doc.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk));
    this.#ended = new Promise((resolve, reject) => {
      this.#doc.on('end', () => resolve());
      this.#doc.on('error', reject);
    });
    this.root = this.#doc.struct('Document');
    this.#doc.addStructure(this.root);
  }

  addPage(): void {
    this.#doc.addPage({ size: [this.width, this.height], margin: 0 });
    this.#pages += 1;
    if (this.#document.background) this.artifact(() => this.draw(this.#document.background as Drawing, 0, 0, 1));
  }

  /** A child of an element; end it when nothing is added any more. */
  child(parent: Element, type: ElementType, options: ElementOptions = {}): Element {
    const element = this.#doc.struct(type, options as object);
    parent.add(element);
    return element;
  }

  /** Ink that says nothing to who listens: grounds, lines, page numbers. Never inside an element's own ink. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.#doc.markContent('Artifact', { type });
    draw();
    this.#doc.endMarkedContent();
  }

  /** Lines of text as content of an element; what opens an address becomes a link in it. `x`, `y` = top left of the first line. */
  text(element: Element, lines: readonly PlacedLine[], size: number, colour: Colour): void {
    for (const run of runsOf(lines)) {
      const put = (): void => {
        for (const piece of run.pieces) this.#piece(piece, piece.left, piece.baseline, size, piece.colour ?? colour, run.href);
      };
      if (run.href === undefined) element.add(put);
      else {
        const link = this.child(element, 'Link', { alt: run.href });
        link.add(put);
        link.end();
      }
    }
  }

  /** What is measured already is told, so that pdfkit does not measure it again. */
  #piece(piece: Piece, x: number, baseline: number, size: number, colour: Colour, href: string | undefined): void {
    const inked = { lineBreak: false, baseline: 'alphabetic', textWidth: piece.width, wordCount: 1 } as const;
    this.#doc.font(this.#face(piece.face)).fontSize(size).fillColor(PALETTE[colour]).text(piece.text, x, baseline, inked);
    if (href === undefined) return;
    const link = { structParent: this.#current() } as object;
    this.#doc.link(x, baseline - size, piece.width, size * 1.3, href, link);
  }

  /** By a name: told the font itself each time, pdfkit would compare it with its own each time. */
  #face(face: Face): string {
    if (!this.#faces.has(face)) {
      this.#faces.add(face);
      this.#doc.registerFont(face, typeface(face).font as unknown as string);
    }
    return face;
  }

  /** pdfkit adds a link's area to the element it is told; outside of one there is none to tell. */
  #current(): unknown {
    return (this.#doc as unknown as { _currentStructureElement?: unknown })._currentStructureElement;
  }

  /** One line outside of the structure, for footers. */
  footerText(text: Line, x: number, baseline: number, size: number, colour: Colour): void {
    for (const piece of text.pieces) this.#piece(piece, x + piece.x, baseline, size, colour, undefined);
  }

  rectangle(x: number, y: number, width: number, height: number, fill: Colour, radius = 0): void {
    if (radius > 0) this.#doc.roundedRect(x, y, width, height, radius).fill(PALETTE[fill]);
    else this.#doc.rect(x, y, width, height).fill(PALETTE[fill]);
  }

  line(x1: number, y1: number, x2: number, y2: number, colour: Colour, width = 0.6): void {
    this.#doc.moveTo(x1, y1).lineTo(x2, y2).lineWidth(width).stroke(PALETTE[colour]);
  }

  draw(drawing: Drawing, x: number, y: number, scale: number): void {
    this.#doc.save().translate(x, y).scale(scale);
    for (const { d, fill, stroke, lineWidth } of drawing.paths) {
      this.#doc.path(d).lineWidth(lineWidth ?? 1);
      if (fill && stroke) this.#doc.fillAndStroke(PALETTE[fill], PALETTE[stroke]);
      else if (stroke) this.#doc.stroke(PALETTE[stroke]);
      else this.#doc.fill(PALETTE[fill ?? 'text']);
    }
    this.#doc.restore();
  }

  /** An entry of the list of contents that a reader shows beside the page. */
  bookmark(title: string): void {
    this.#doc.outline.addItem(title);
  }

  /** Ends the document. `onPage` draws what could be known only now: how many pages there are. */
  async finish(onPage: (page: number, pages: number) => void): Promise<Uint8Array> {
    for (let page = 0; page < this.#pages; page += 1) {
      this.#doc.switchToPage(page);
      this.artifact(() => onPage(page + 1, this.#pages), 'Pagination');
    }
    for (const { name, mediaType, content, description } of this.#document.attachments ?? []) {
      const file = {
        name,
        type: mediaType,
        description,
        relationship: 'Data',
        creationDate: this.#document.at,
        modifiedDate: this.#document.at,
      };
      this.#doc.file(Buffer.from(content), file as object);
    }
    this.root.end();
    this.#doc.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }
}

/** A line with its place on the page. */
export interface PlacedLine {
  readonly line: Line;
  readonly x: number;
  readonly baseline: number;
}

interface Run {
  readonly href: string | undefined;
  readonly pieces: (Piece & { readonly left: number; readonly baseline: number })[];
}

/** Stretches that are one link, or none, over as many lines as they go. */
function runsOf(lines: readonly PlacedLine[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { line, x, baseline } of lines) {
    for (const piece of line.pieces) {
      let run = runs.at(-1);
      if (run === undefined || run.href !== piece.href) {
        run = { href: piece.href, pieces: [] };
        runs.push(run);
      }
      run.pieces.push({ ...piece, left: x + piece.x, baseline });
    }
  }
  return runs;
}
