/** Deciding about the pieces of a redacted variant. The original is only read; what is made of it is a file of its own. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { maskIdentifiers, maskOwnWords } from '../../../../identity/index.ts';
import { actorReference, type Officer } from '../../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import { appendEvents } from '../../../../platform/audit/index.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { composePdf } from '../../../../platform/documents/index.ts';
import { putSealed } from '../../../../platform/files/seal.ts';
import { type FileRefusal, removeFile, takeFile } from '../../../../platform/files/take-file.ts';
import type { Tools } from '../../../../platform/tools.ts';
import type { Case } from '../../../rules/case.ts';
import type { CaseRefusal } from '../../../rules/refusals.ts';
import { mayBundle } from '../../../rules/reports/permissions.ts';
import { redactText } from '../../../rules/reports/redact-text.ts';
import { type ChoiceOrder, choose, VARIANT_AUDIENCES } from '../../../rules/reports/variant.ts';
import {
  insertVariant,
  type KeptChoice,
  type RedactedVersion,
  saveChoice,
  type Variant,
} from '../../../store/reports/variants.ts';
import type { Piece } from './sources.ts';

/** The longest title of a variant, in characters. */
const LONGEST_TITLE = 200;

export async function beginVariant(
  tools: Tools,
  actor: Officer,
  file: Case,
  order: { readonly title: string; readonly audience: string },
): Promise<Result<Variant, CaseRefusal>> {
  if (!mayBundle(file, actor)) return refuse('case.not-yours');
  const title = order.title.trim();
  const audience = VARIANT_AUDIENCES.find((each) => each === order.audience);
  if (title === '') return refuse('case.text-missing');
  if (title.length > LONGEST_TITLE) return refuse('case.text-too-long');
  if (!audience) return refuse('case.choice-missing');
  const at = tools.clock.now();
  const variant: Variant = { caseId: file.id, id: tools.random.id(), title, audience, madeBy: actor.personId, createdAt: at };
  await inTransaction(tools, async (tx) => {
    await insertVariant(tx, variant);
    await appendEvents(tools, tx, { kind: 'case', id: file.id }, [
      { type: 'variant-begun', at, actor: actorReference(actor), payload: { variant: variant.id, audience } },
    ]);
  });
  return ok(variant);
}

export interface PieceDecision extends ChoiceOrder {
  /** Words to take out of a text or of the words of a PDF. */
  readonly passages: readonly string[];
  /** A redacted version made elsewhere. */
  readonly upload: Uint8Array | null;
}

interface Deciding {
  readonly file: Case;
  readonly variant: Variant;
  readonly piece: Piece;
}

export async function decidePiece(
  tools: Tools,
  actor: Officer,
  { file, variant, piece }: Deciding,
  given: PieceDecision,
): Promise<Result<KeptChoice, CaseRefusal | FileRefusal>> {
  if (!mayBundle(file, actor)) return refuse('case.not-yours');
  const chosen = choose({ choice: given.choice, reason: given.reason, basis: given.basis }, piece, variant.audience, file);
  if (!chosen.ok) return chosen;
  const made = chosen.value.choice === 'replaced' ? await redactedVersion(tools, { file, variant, piece }, given) : ok(null);
  if (!made.ok) return made;
  const at = tools.clock.now();
  const { choice, reason, basis } = chosen.value;
  const kept: KeptChoice = {
    ...{ pieceKey: piece.key, choice, reason, basis, byId: actor.personId, at },
    ...{ originalSha256: piece.sha256, version: made.value },
  };
  try {
    await inTransaction(tools, async (tx) => {
      await saveChoice(tx, variant, kept);
      await appendEvents(tools, tx, { kind: 'case', id: file.id }, [
        { type: 'variant-piece-decided', at, actor: actorReference(actor), payload: payloadOf(variant, kept) },
      ]);
    });
  } catch (error) {
    if (made.value) await removeFile(tools, made.value.storeKey);
    throw error;
  }
  return ok(kept);
}

/** Many pieces at once, those that nothing binds: the quick way when most of a file may go out. @returns how many were included */
export async function includeAll(
  tools: Tools,
  actor: Officer,
  { file, variant }: { readonly file: Case; readonly variant: Variant },
  pieces: readonly Piece[],
): Promise<Result<number, CaseRefusal>> {
  if (!mayBundle(file, actor)) return refuse('case.not-yours');
  const at = tools.clock.now();
  const order = { choice: 'included', reason: '', basis: null } as const;
  const free = pieces.filter((piece) => choose(order, piece, variant.audience, file).ok);
  await inTransaction(tools, async (tx) => {
    for (const { key, sha256 } of free) {
      await saveChoice(tx, variant, { ...order, pieceKey: key, byId: actor.personId, at, originalSha256: sha256, version: null });
    }
    await appendEvents(tools, tx, { kind: 'case', id: file.id }, [
      {
        type: 'variant-pieces-included',
        at,
        actor: actorReference(actor),
        payload: { variant: variant.id, pieces: free.map(({ key }) => key) },
      },
    ]);
  });
  return ok(free.length);
}

function payloadOf(variant: Variant, { pieceKey, choice, basis, originalSha256, version }: KeptChoice) {
  const made = version && { sha256: version.sha256, how: version.madeHow, passages: version.passages };
  return { variant: variant.id, piece: pieceKey, choice, basis, original: originalSha256, version: made };
}

async function redactedVersion(
  tools: Tools,
  { file, variant, piece }: Deciding,
  { passages, upload }: PieceDecision,
): Promise<Result<RedactedVersion, CaseRefusal | FileRefusal>> {
  if (upload !== null) return uploaded(tools, piece, upload);
  if (passages.every((passage) => passage.trim() === '')) return refuse('case.version-missing');
  const words = await wordsOf(piece);
  if (words === null) return refuse('case.no-words');
  const redacted = redactText(words, passages);
  if (!redacted.ok) return redacted;
  const text =
    variant.audience === 'outside' ? await overlooked(tools, { file, piece }, redacted.value.text) : redacted.value.text;
  const isPdf = piece.mediaType === 'application/pdf';
  const bytes = isPdf ? await asPdf(tools, piece, text) : Buffer.from(text);
  const storeKey = `redacted/${tools.random.id()}`;
  await putSealed(tools, storeKey, bytes);
  return ok({
    ...{ storeKey, mediaType: isPdf ? 'application/pdf' : 'text/plain', bytes: bytes.length },
    ...{ sha256: createHash('sha256').update(bytes).digest('hex'), madeHow: 'passages', passages: redacted.value.hits },
  });
}

/**
 * Numbers of persons, telephones and addresses that the officer overlooked do not go outside; in what the reporter wrote or was sent, nor
 * does the contact they gave.
 */
function overlooked(tools: Tools, { file, piece }: Pick<Deciding, 'file' | 'piece'>, text: string): Promise<string> | string {
  return file.secret && piece.holdsIdentity
    ? maskOwnWords(tools, tools.db, { complaintId: file.id, text })
    : maskIdentifiers(text);
}

async function uploaded(
  tools: Tools,
  piece: Piece,
  bytes: Uint8Array,
): Promise<Result<RedactedVersion, CaseRefusal | FileRefusal>> {
  const given = createHash('sha256').update(bytes).digest('hex');
  if (given === piece.sha256) return refuse('case.version-same');
  const taken = await takeFile(tools, bytes);
  if (!taken.ok) return taken;
  const { key, mediaType, size, sha256 } = taken.value;
  return ok({ storeKey: key, mediaType, bytes: size, sha256, madeHow: 'uploaded', passages: null });
}

/** The words of a piece, of a PDF as they can be read out of it; `null` when there are none. */
export async function wordsOf(piece: Piece): Promise<string | null> {
  if (piece.text !== null) return piece.text;
  if (piece.mediaType === 'text/plain') return (await buffer(await piece.open())).toString('utf8');
  if (piece.mediaType !== 'application/pdf') return null;
  const { PDF } = await import('@libpdf/core');
  try {
    const pages = (await PDF.load(await buffer(await piece.open()))).extractText();
    const text = pages.map((page) => page.text.trim()).join('\n\n');
    return text.trim() === '' ? null : text;
  } catch {
    return null; // damaged, or locked by a password
  }
}

/**
 * A new PDF of nothing but the remaining words. A black box over the old page would leave the words, the pictures, the layers and the
 * metadata below it.
 */
function asPdf(tools: Tools, piece: Piece, text: string): Promise<Uint8Array> {
  const title = `Versi yang disamarkan: ${piece.number ?? piece.title}`;
  return composePdf({
    ...{ title, lang: 'id', author: 'Ombudsman Republik Indonesia', at: new Date(tools.clock.now().epochMilliseconds) },
    footer: { text: title, pageNumber: (page, pages) => `Halaman ${page} dari ${pages}` },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'note',
        tone: 'info',
        text: 'Tulisan dokumen asli tanpa bagian yang disamarkan. Tata letak, gambar, dan tanda tangannya tidak ikut. Dokumen asli tetap tersimpan.',
      },
      ...text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
    ],
  });
}
