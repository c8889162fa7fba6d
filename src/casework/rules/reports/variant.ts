/**
 * A redacted variant of a case file: for each piece an officer decides whether it is included, left out with a reason, or replaced by a
 * redacted version. The original is never touched. Pure.
 *
 * Two things no officer can decide otherwise: internal opinions never go into a variant for outside, and what may tell who the
 * reporter is does not go into it unredacted while the identity is secret (UU 37/2008 art. 24(2)).
 */
import type { Label } from '../../../kernel/language.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Case } from '../case.ts';
import { type BundlePiece, inOrder } from './bundle.ts';

/** `outside` = for a party, a court, the press; `inside` = for others within the Ombudsman. */
export const VARIANT_AUDIENCES = ['outside', 'inside'] as const;
export type VariantAudience = (typeof VARIANT_AUDIENCES)[number];

export const CHOICES = ['included', 'left-out', 'replaced'] as const;
export type Choice = (typeof CHOICES)[number];

/** On what a redaction rests; `other` says it in words. */
export const REDACTION_BASES = ['secret-identity', 'personal-data', 'excepted-information', 'other-person', 'other'] as const;
export type RedactionBasis = (typeof REDACTION_BASES)[number];

export const BASIS_LABELS: Readonly<Record<RedactionBasis, Label>> = {
  'secret-identity': {
    id: 'Identitas Pelapor dirahasiakan (UU 37/2008 Pasal 24 ayat (2))',
    en: 'The reporter\u2019s identity is secret (Act 37/2008 art. 24(2))',
  },
  'personal-data': { id: 'Data pribadi (UU 27/2022)', en: 'Personal data (Act 27/2022)' },
  'excepted-information': {
    id: 'Informasi yang dikecualikan (UU 14/2008 Pasal 17)',
    en: 'Excepted information (Act 14/2008 art. 17)',
  },
  'other-person': { id: 'Menyangkut orang lain yang bukan pihak', en: 'Concerns someone who is not a party' },
  other: { id: 'Dasar lain, dijelaskan dalam alasan', en: 'Something else, explained in the reason' },
};

export interface ChoiceOrder {
  readonly choice: Choice;
  readonly reason: string;
  readonly basis: RedactionBasis | null;
}

export interface Decided extends ChoiceOrder {
  readonly pieceKey: string;
}

export type ChoiceRefusal =
  | 'case.internal-stays-inside'
  | 'case.identity-stays-inside'
  | 'case.reason-missing'
  | 'case.basis-missing'
  | 'case.text-too-long';

/** The longest reason for leaving a piece out: it is printed in the index. */
export const LONGEST_REASON = 1000;

type Kept = Pick<BundlePiece, 'audience' | 'holdsIdentity'>;

/** What nobody may decide: `internal`, `identity`, or nothing. */
export function boundBy(piece: Kept, audience: VariantAudience, file: Pick<Case, 'secret'>): 'internal' | 'identity' | null {
  if (audience === 'inside') return null;
  if (piece.audience === 'internal') return 'internal';
  return file.secret && piece.holdsIdentity ? 'identity' : null;
}

export function choose(
  order: ChoiceOrder,
  piece: Kept,
  audience: VariantAudience,
  file: Pick<Case, 'secret'>,
): Result<ChoiceOrder, ChoiceRefusal> {
  const bound = boundBy(piece, audience, file);
  if (bound === 'internal' && order.choice !== 'left-out') return refuse('case.internal-stays-inside');
  if (bound === 'identity' && order.choice === 'included') return refuse('case.identity-stays-inside');
  const reason = order.reason.trim();
  if (reason.length > LONGEST_REASON) return refuse('case.text-too-long');
  if (order.choice === 'included') return ok({ choice: 'included', reason: '', basis: null });
  if (reason === '') return refuse('case.reason-missing');
  if (order.basis === null) return refuse('case.basis-missing');
  return ok({ ...order, reason });
}

export interface VariantContents<Piece> {
  readonly included: readonly Piece[];
  readonly replaced: readonly Piece[];
  /** Without reason: nothing was decided. Never holds an internal piece: those are not even listed. */
  readonly leftOut: readonly { readonly piece: Piece; readonly reason: string | null }[];
  readonly keepsInternal: boolean;
}

/**
 * What a variant holds now. Looked at again when it is made, not only when it was decided: a piece that became internal, or an
 * identity that became secret meanwhile, stays in; and what nobody has decided stays in.
 */
export function contentsOf<Piece extends Pick<BundlePiece, 'key' | 'kind' | 'at' | 'audience' | 'holdsIdentity'>>(
  pieces: readonly Piece[],
  choices: ReadonlyMap<string, ChoiceOrder>,
  audience: VariantAudience,
  file: Pick<Case, 'secret'>,
): VariantContents<Piece> {
  const included: Piece[] = [];
  const replaced: Piece[] = [];
  const leftOut: { piece: Piece; reason: string | null }[] = [];
  let keepsInternal = false;
  for (const piece of inOrder(pieces)) {
    const bound = boundBy(piece, audience, file);
    const chosen = choices.get(piece.key);
    if (bound === 'internal') keepsInternal = true;
    else if (chosen?.choice === 'replaced') replaced.push(piece);
    else if (chosen?.choice === 'included' && bound === null) included.push(piece);
    else leftOut.push({ piece, reason: chosen?.choice === 'left-out' ? chosen.reason : null });
  }
  return { included, replaced, leftOut, keepsInternal };
}
