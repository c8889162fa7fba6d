/** Taking a case file, or a redacted variant of it, out of the system: decides what goes in and records who took it. */

import type { Readable } from 'node:stream';
import { actorReference, type Officer } from '../../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { appendEvents } from '../../../../platform/audit/index.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { getSealed } from '../../../../platform/files/seal.ts';
import type { Tools } from '../../../../platform/tools.ts';
import type { Case } from '../../../rules/case.ts';
import type { CaseRefusal } from '../../../rules/refusals.ts';
import { type BundleFile, filed } from '../../../rules/reports/bundle.ts';
import { mayBundle } from '../../../rules/reports/permissions.ts';
import { contentsOf } from '../../../rules/reports/variant.ts';
import { choicesOf, insertBundle, type KeptChoice, type Variant } from '../../../store/reports/variants.ts';
import { isTooLarge } from './merge-bundle.ts';
import { type Piece, piecesOf } from './sources.ts';

/** What goes out. */
export interface Bundle {
  readonly files: readonly BundleFile<Readable>[];
  readonly leftOut: readonly { readonly piece: Piece; readonly reason: string | null }[];
  readonly keepsInternal: boolean;
}

export interface BundleRequest {
  /** `null` = the whole file. */
  readonly variant: Variant | null;
  readonly form: 'zip' | 'pdf';
  /** How the index names a piece that was replaced. */
  readonly redacted: string;
}

export async function takeBundle(
  tools: Tools,
  actor: Officer,
  file: Case,
  request: BundleRequest,
): Promise<Result<Bundle, CaseRefusal>> {
  if (!mayBundle(file, actor)) return refuse('case.not-yours');
  const bundle = await contents(tools, file, request);
  if (request.form === 'pdf' && isTooLarge(bundle.files)) return refuse('case.bundle-too-large');
  const id = tools.random.id();
  const bytes = bundle.files.reduce((total, { piece }) => total + piece.bytes, 0);
  const at = tools.clock.now();
  await inTransaction(tools, async (tx) => {
    const facts = { variantId: request.variant?.id ?? null, form: request.form, pieces: bundle.files.length, bytes };
    await insertBundle(tx, { id, caseId: file.id, ...facts, madeBy: actor.personId, at });
    const payload = { bundle: id, variant: facts.variantId, form: facts.form, pieces: facts.pieces, bytes };
    await appendEvents(tools, tx, { kind: 'case', id: file.id }, [
      { type: 'bundle-taken', at, actor: actorReference(actor), payload },
    ]);
  });
  return ok(bundle);
}

async function contents(tools: Tools, file: Case, { variant, redacted }: BundleRequest): Promise<Bundle> {
  const pieces = await piecesOf(tools, file);
  if (variant === null) return { files: filed(pieces), leftOut: [], keepsInternal: false };
  const choices = await choicesOf(tools.db, variant);
  const found = contentsOf(pieces, current(pieces, choices), variant.audience, file);
  const replaced = found.replaced.flatMap((piece) => {
    const version = choices.get(piece.key)?.version;
    return version ? [inItsPlace(tools, piece, version)] : [];
  });
  const included = variant.audience === 'outside' ? found.included.map(forOutside) : found.included;
  const remarks = new Map(replaced.map(({ key }) => [key, redacted]));
  return { files: filed([...included, ...replaced], remarks), leftOut: found.leftOut, keepsInternal: found.keepsInternal };
}

/** A decision about a piece that is another one now does not count: what it was made on has changed. */
function current(pieces: readonly Piece[], choices: ReadonlyMap<string, KeptChoice>): ReadonlyMap<string, KeptChoice> {
  const same = pieces.flatMap((piece) => {
    const choice = choices.get(piece.key);
    return choice && choice.originalSha256 === piece.sha256 ? [[piece.key, choice] as const] : [];
  });
  return new Map(same);
}

/** What officers called a piece of evidence stays inside; of its pictures goes out what the camera did not write into. */
function forOutside(piece: Piece): Piece {
  const named = piece.kind === 'evidence' ? { ...piece, title: piece.number ?? piece.title, number: null } : piece;
  return piece.openClean ? { ...named, sha256: null, open: piece.openClean } : named;
}

function inItsPlace(tools: Tools, piece: Piece, version: NonNullable<KeptChoice['version']>): Piece {
  const { storeKey, mediaType, sha256, bytes } = version;
  return {
    ...piece,
    ...(piece.kind === 'evidence' && { title: piece.number ?? piece.title, number: null }),
    ...{ mediaType, sha256, bytes, text: null, extension: EXTENSIONS[mediaType] ?? piece.extension },
    openClean: undefined,
    open: () => getSealed(tools, storeKey),
  };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
};
