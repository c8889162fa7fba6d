/**
 * Keeping what a citizen has typed until it is sent.
 *
 * A draft is found and opened by one secret, which only the citizen's browser has (a cookie): its name is a keyed hash of the
 * secret, its content is sealed with it. Neither the database nor the server without the cookie can read it.
 */

import { nameFor, openWith, sealWith } from '../../identity/index.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { removeFile, type StoredFile } from '../../platform/files/take-file.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Draft, type DraftFile, EMPTY_DRAFT } from '../rules/draft.ts';
import {
  deleteDraft,
  deleteExpiredDraft,
  insertDraft,
  loadDraft,
  loadDraftForUpdate,
  type SealedDraft,
  updateDraft,
} from '../store/drafts.ts';
import { type AcceptedFile, draftFiles, insertDraftFile, removeDraftFile } from '../store/files.ts';

/**
 * House parameter: how long a draft waits for its writer, from the last time something was kept. Long enough to look for a
 * receipt or to ask somebody over a weekend; no longer, because it lies about on a machine that others may use.
 */
export const DRAFT_DAYS = 7;

export interface KeptDraft {
  readonly draft: Draft;
  readonly expiresAt: Moment;
  /** For `fileComplaint`: the draft as it was read. */
  readonly sealed: SealedDraft;
}

/** The secret a complaint written under this draft is filed with: repeated submits of the same draft are one filing. */
export function filingSecret(tools: Pick<Tools, 'keys'>, secret: string): string {
  return nameFor(tools, secret, 'filing').toString('base64url');
}

/** @returns `undefined` when there is none: never begun, filed, expired, or another secret */
export async function readDraft(tools: Tools, secret: string): Promise<KeptDraft | undefined> {
  const row = await loadDraft(tools.db, draftId(tools, secret), tools.clock.now());
  const draft = row && openDraft(tools, secret, row);
  return row && draft && { draft, expiresAt: row.expiresAt, sealed: { id: row.id, sealed: row.sealed } };
}

/** Changes a draft, or begins it; what two tabs change at once is changed one after the other, and its days begin anew. */
export async function keepDraft(tools: Tools, secret: string, change: (draft: Draft) => Draft): Promise<KeptDraft> {
  let stale: string[] = [];
  const result = await inTransaction(tools, async (tx) => {
    const now = tools.clock.now();
    const id = draftId(tools, secret);
    const found = await loadDraftForUpdate(tx, id, now);
    if (!found) {
      stale = await deleteExpiredDraft(tx, id, now);
      const begun = sealDraft(tools, secret, change(EMPTY_DRAFT));
      if (await insertDraft(tx, begun.sealed, now)) return kept(begun);
    }
    const row = found ?? (await loadDraftForUpdate(tx, id, now));
    const before = row && openDraft(tools, secret, row);
    if (!before) throw new Error('a draft of this name is there and does not open');
    const changed = sealDraft(tools, secret, change(before));
    await updateDraft(tx, changed.sealed, now);
    return kept(changed);
  });
  for (const key of stale) await removeFile(tools, key);
  return result;
}

/** Throws a draft away with all its files. */
export async function discardDraft(tools: Tools, secret: string): Promise<void> {
  const id = draftId(tools, secret);
  const files = await inTransaction(tools, async (tx) => {
    const rows = await draftFiles(tx, id);
    await deleteDraft(tx, id);
    return rows;
  });
  for (const file of files) await removeFile(tools, file.storeKey);
}

export type DraftFileRefusal = 'gone' | 'too-many';

/**
 * Puts a stored file into a draft. When it is refused the caller removes the bytes.
 *
 * @param most how many files one complaint may have
 */
export async function addDraftFile(
  tools: Tools,
  secret: string,
  given: { readonly name: string; readonly stored: StoredFile; readonly most: number },
): Promise<Result<DraftFile, DraftFileRefusal>> {
  const file = { id: tools.random.id(), name: given.name };
  const refusal = await changeFiles(tools, secret, async (tx, id, files) => {
    if (files.length >= given.most) return 'too-many';
    await insertDraftFile(tx, id, acceptedFile(file.id, given.stored), tools.clock.now());
    return [...files, file];
  });
  return refusal ? refuse(refusal) : ok(file);
}

/** Takes a file out of a draft; one that is not there is no fault (removed in another tab). */
export async function dropDraftFile(tools: Tools, secret: string, fileId: string): Promise<void> {
  let removed: AcceptedFile | undefined;
  await changeFiles(tools, secret, async (tx, id, files) => {
    removed = await removeDraftFile(tx, id, fileId);
    return files.filter((file) => file.id !== fileId);
  });
  if (removed) await removeFile(tools, removed.storeKey);
}

/** The rows of a draft's files, in the order they came. */
export function filesOfDraft(tools: Tools, kept: KeptDraft): Promise<AcceptedFile[]> {
  return draftFiles(tools.db, kept.sealed.id);
}

/** What a stored file is to the room. */
export function acceptedFile(id: string, stored: StoredFile): AcceptedFile {
  return {
    id,
    mediaType: stored.mediaType,
    isImage: stored.kind === 'picture',
    bytes: stored.size,
    sha256: Buffer.from(stored.sha256, 'hex'),
    storeKey: stored.key,
    thumbnailKey: stored.picture?.thumbnailKey ?? null,
    width: stored.picture?.width ?? null,
    height: stored.picture?.height ?? null,
  };
}

type Files = readonly DraftFile[];

async function changeFiles(
  tools: Tools,
  secret: string,
  change: (tx: Tx, id: string, files: Files) => Promise<Files | DraftFileRefusal>,
): Promise<DraftFileRefusal | undefined> {
  return inTransaction(tools, async (tx) => {
    const now = tools.clock.now();
    const row = await loadDraftForUpdate(tx, draftId(tools, secret), now);
    const draft = row && openDraft(tools, secret, row);
    if (!row || !draft) return 'gone';
    const files = await change(tx, row.id, draft.files);
    if (typeof files === 'string') return files;
    await updateDraft(tx, sealDraft(tools, secret, { ...draft, files }).sealed, now);
    return undefined;
  });
}

/** The first 16 bytes of the secret's keyed hash, written as a UUID of version 8 (RFC 9562: made in our own way). */
function draftId(tools: Pick<Tools, 'keys'>, secret: string): string {
  const bytes = nameFor(tools, secret, 'draft').subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function sealDraft(tools: Tools, secret: string, draft: Draft) {
  const id = draftId(tools, secret);
  const sealed = sealWith(tools, secret, `draft ${id}`, Buffer.from(JSON.stringify(draft)));
  return { draft, sealed: { id, sealed, expiresAt: tools.clock.now().add({ hours: 24 * DRAFT_DAYS }) } };
}

function kept({ draft, sealed }: ReturnType<typeof sealDraft>): KeptDraft {
  return { draft, expiresAt: sealed.expiresAt, sealed: { id: sealed.id, sealed: sealed.sealed } };
}

/** Fields that a later version of the product has added are empty. */
function openDraft(tools: Pick<Tools, 'keys'>, secret: string, row: SealedDraft): Draft | undefined {
  const bytes = openWith(tools, secret, `draft ${row.id}`, row.sealed);
  return bytes && { ...EMPTY_DRAFT, ...(JSON.parse(bytes.toString('utf8')) as Partial<Draft>) };
}
