/** The index of a bundle as a tagged PDF: every piece with its number, day, pages and SHA-256, and what is left out with the reason. */
import { formatBytes, formatDay, formatMoment } from '../../../../design/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import { dayOf, type Moment, type Zone } from '../../../../kernel/time.ts';
import type { Block, Document } from '../../../../platform/documents/index.ts';
import type { PieceKind } from '../../../rules/reports/bundle.ts';
import { type IndexWords, indexWords } from './index-words.ts';

export interface IndexedPiece {
  readonly place: number;
  readonly kind: PieceKind;
  readonly number: string | null;
  readonly title: string;
  readonly remark: string | null;
  readonly at: Moment;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number | null;
}

export interface IndexContent {
  readonly language: Language;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly officeName: string;
  readonly at: Moment;
  readonly zone: Zone;
  /** Of which kind the bundle is; `null` = whole. */
  readonly variant: { readonly title: string; readonly audience: 'outside' | 'inside' } | null;
  readonly pieces: readonly IndexedPiece[];
  /** What the maker of a variant left out, without words that would give it away. */
  readonly leftOut: readonly { readonly kind: PieceKind; readonly at: Moment; readonly reason: string }[];
  /** Whether internal pieces were kept back: said, never listed. */
  readonly keepsInternal: boolean;
  /** The pieces follow as pages of the same PDF. */
  readonly merged: boolean;
}

export function indexDocument(content: IndexContent): Document {
  const { language, variant } = content;
  const words = indexWords(language);
  const bytes = content.pieces.reduce((total, piece) => total + piece.bytes, 0);
  return {
    title: words.title(content.caseNumber),
    lang: language,
    author: words.author,
    at: new Date(content.at.epochMilliseconds),
    footer: { text: `${content.caseNumber} \u00b7 ${words.title(content.caseNumber)}`, pageNumber: words.page },
    blocks: [
      { kind: 'heading', level: 1, text: words.title(content.caseNumber) },
      // A variant for outside says nothing in the words of the file: the title may tell more than the pieces do.
      ...(variant?.audience === 'outside' ? [] : [{ kind: 'paragraph', text: content.caseTitle, size: 12 } as const]),
      {
        kind: 'note',
        tone: variant === null ? 'warning' : 'info',
        text: variant === null ? words.whole : words[variant.audience],
      },
      {
        kind: 'facts',
        rows: [
          { name: words.facts.number, value: content.caseNumber },
          ...(variant === null ? [] : [{ name: words.facts.variant, value: variant.title }]),
          { name: words.facts.office, value: content.officeName },
          { name: words.facts.madeAt, value: formatMoment(content.at, content.zone, language) },
          { name: words.facts.pieces, value: words.pieces(content.pieces.length, formatBytes(bytes, language)) },
        ],
      },
      { kind: 'heading', level: 2, text: words.contents },
      content.pieces.length === 0 ? { kind: 'paragraph', text: words.empty } : pieces(content, words),
      ...leftOut(content, words),
      { kind: 'paragraph', text: content.merged ? words.howMerged : words.how, size: 9, colour: 'muted' },
    ],
  };
}

function pieces({ pieces, language, zone }: IndexContent, words: IndexWords): Block {
  return {
    kind: 'table',
    caption: words.caption,
    size: 8,
    columns: [
      { title: words.columns.place, width: 0.8, align: 'right' },
      { title: words.columns.piece, width: 5 },
      { title: words.columns.day, width: 1.7 },
      { title: words.columns.pages, width: 0.8, align: 'right' },
      { title: words.columns.print, width: 3.4 },
    ],
    rows: pieces.map((piece) => [
      String(piece.place),
      [
        { text: piece.title },
        ...(piece.number === null ? [] : [{ text: `\n${piece.number}`, colour: 'muted' as const }]),
        ...(piece.remark === null ? [] : [{ text: ` (${piece.remark})`, italic: true }]),
      ],
      formatDay(dayOf(piece.at, zone), language, 'short'),
      piece.pages === null ? '\u2013' : String(piece.pages),
      // In groups of eight, which a person can compare and a line can be broken between.
      (piece.sha256.match(/.{8}/g) ?? []).join(' '),
    ]),
  };
}

function leftOut({ leftOut, keepsInternal, language, zone }: IndexContent, words: IndexWords): Block[] {
  if (leftOut.length === 0 && !keepsInternal) return [];
  return [
    { kind: 'heading', level: 2, text: words.leftOut },
    ...(keepsInternal ? [{ kind: 'paragraph', text: words.internalLeftOut } as const] : []),
    ...(leftOut.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: words.leftOutCaption,
            size: 8,
            columns: [
              { title: words.leftOutColumns.place, width: 0.6, align: 'right' },
              { title: words.leftOutColumns.piece, width: 4 },
              { title: words.leftOutColumns.reason, width: 5 },
            ],
            rows: leftOut.map(({ kind, at, reason }, place) => [
              String(place + 1),
              `${words.kinds[kind]}, ${formatDay(dayOf(at, zone), language, 'short')}`,
              reason,
            ]),
          } as const,
        ]),
  ];
}
