/**
 * A case file as one bundle: what goes in, in which order, under which names. Pure; `actions/reports/bundle/` opens and packs.
 *
 * Extension point: whatever belongs into a case file is offered as `BundlePiece`s by a source (`actions/reports/bundle/sources.ts`).
 */
import { type Moment, Temporal } from '../../../kernel/time.ts';

/** Who may read a piece: as the entries of a case say it. */
export type PieceAudience = 'internal' | 'reporter' | 'respondent' | 'parties' | 'public';

export const PIECE_KINDS = ['document', 'evidence', 'entry', 'obligation', 'complaint', 'complaint-file'] as const;
export type PieceKind = (typeof PIECE_KINDS)[number];

export interface BundlePiece<Content = unknown> {
  /** Names the piece within its case for good: `document:UUID`. Choices of a redacted variant hang on it. */
  readonly key: string;
  readonly kind: PieceKind;
  /** Number of the document, if it has one. */
  readonly number: string | null;
  /** In Indonesian, as the index prints it; says nothing of who the reporter is. */
  readonly title: string;
  readonly at: Moment;
  readonly mediaType: string;
  /** With the dot. */
  readonly extension: string;
  /** Of the bytes as they are stored; `null` where a text is written out for the bundle. */
  readonly sha256: string | null;
  readonly bytes: number;
  readonly audience: PieceAudience;
  /** It may tell who the reporter is: came from them, or is addressed to them. */
  readonly holdsIdentity: boolean;
  /** The words themselves, of pieces that are nothing but text. */
  readonly text: string | null;
  open(): Promise<Content>;
  /** Of pictures handed in as evidence: a copy without what the camera wrote into it (place, time, device), for outside. */
  readonly openClean?: (() => Promise<Content>) | undefined;
}

/** A file as it lies in the bundle. */
export interface BundleFile<Content = unknown> {
  readonly path: string;
  readonly piece: BundlePiece<Content>;
  /** Place in the index, from 1. */
  readonly place: number;
  /** What the index says of it beside its title: that it was replaced by a redacted version. */
  readonly remark: string | null;
}

const FOLDERS: Readonly<Record<PieceKind, string>> = {
  document: '1-surat-dan-dokumen',
  evidence: '2-bukti',
  entry: '3-catatan',
  obligation: '5-kewajiban',
  complaint: '4-pengaduan',
  'complaint-file': '4-pengaduan',
};

/** The index first in every listing, though it is written last: it tells hashes of what was really packed. */
export const INDEX_PATH = '00-indeks.pdf';
export const SUMS_PATH = 'SHA256SUMS';

/** By kind, then by time, then by key: the same pieces stand in the same order whoever asks. */
export function inOrder<Piece extends Pick<BundlePiece, 'kind' | 'at' | 'key'>>(pieces: readonly Piece[]): readonly Piece[] {
  return [...pieces].sort(
    (one, other) =>
      PIECE_KINDS.indexOf(one.kind) - PIECE_KINDS.indexOf(other.kind) ||
      Temporal.Instant.compare(one.at, other.at) ||
      (one.key < other.key ? -1 : 1),
  );
}

/**
 * Where each piece lies. A name is made of the place in the index and the title in plain letters, so that it is unique, sorts as the
 * index does, unpacks on any system, and cannot climb out of its folder.
 */
export function filed<Content>(
  pieces: readonly BundlePiece<Content>[],
  remarks: ReadonlyMap<string, string> = new Map(),
): readonly BundleFile<Content>[] {
  return inOrder(pieces).map((piece, index) => ({
    path: `${FOLDERS[piece.kind]}/${String(index + 1).padStart(4, '0')}-${plain(piece.number ?? piece.title) || 'berkas'}${plainExtension(piece.extension)}`,
    piece,
    place: index + 1,
    remark: remarks.get(piece.key) ?? null,
  }));
}

const LONGEST_NAME = 60;

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\w\s.-]|_/g, ' ')
    .trim()
    .replaceAll(/[\s.-]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase();
}

function plainExtension(extension: string): string {
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : '.bin';
}
