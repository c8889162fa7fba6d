/**
 * Keeping what somebody has typed until it is sent. A draft is found and opened by one secret, which only the writer's browser has (a
 * cookie): its name is a keyed hash of the secret, its content is sealed with it. Neither the database nor the server without the cookie can
 * read it.
 */
import type { AcceptedFile } from '../../../complaints/index.ts';
import { nameFor, openWith, sealWith } from '../../../identity/index.ts';
import type { Moment } from '../../../kernel/time.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { removeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Answers, NO_ANSWERS } from '../../rules/intake/answers.ts';
import {
  dropExpiredIntakeDraft,
  dropIntakeDraft,
  loadIntakeDraft,
  putIntakeDraft,
  type SealedIntake,
} from '../../store/intake/drafts.ts';

/** House parameter: as long as an unfinished complaint waits for its writer. */
export const INTAKE_DRAFT_DAYS = 7;

/** A file that was looked at and stored, as a draft keeps it; the name is the writer's and goes no further. */
export interface IntakeFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly isImage: boolean;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly storeKey: string;
  readonly thumbnailKey: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

export interface IntakeDraft {
  /** The officer who writes; '' for a citizen. Nobody else continues it on the same machine. */
  readonly personId: string;
  /** The complaint it comes from; '' for none. */
  readonly complaintId: string;
  /** The consultation or copied letter it goes on from; '' for none. */
  readonly continuesId: string;
  readonly answers: Answers;
  /** Steps that were answered. */
  readonly answered: readonly string[];
  readonly files: readonly IntakeFile[];
  readonly idCopy: IntakeFile | null;
}

export const EMPTY_INTAKE: IntakeDraft = {
  personId: '',
  complaintId: '',
  continuesId: '',
  answers: NO_ANSWERS,
  answered: [],
  files: [],
  idCopy: null,
};

export interface KeptIntake {
  readonly draft: IntakeDraft;
  readonly expiresAt: Moment;
  /** As it was read: it goes when it becomes a case, unless another tab has written in it since. */
  readonly sealed: SealedIntake;
}

/** The secret a case written under this draft is brought with: repeated submits of the same draft are one case. */
export function intakeSecret(tools: Pick<Tools, 'keys'>, secret: string): string {
  return nameFor(tools, secret, 'case').toString('base64url');
}

/** @returns `undefined` when there is none: never begun, sent, expired, or another secret */
export async function readIntake(tools: Tools, secret: string): Promise<KeptIntake | undefined> {
  const row = await loadIntakeDraft(tools.db, draftId(tools, secret), tools.clock.now());
  const draft = row && open(tools, secret, row);
  return row && draft && { draft, expiresAt: row.expiresAt, sealed: { id: row.id, sealed: row.sealed } };
}

/** Changes a draft, or begins it; what two tabs change at once is changed one after the other, and its days begin anew. */
export async function keepIntake(tools: Tools, secret: string, change: (draft: IntakeDraft) => IntakeDraft): Promise<KeptIntake> {
  const id = draftId(tools, secret);
  const { result, gone } = await inTransaction(tools, async (tx) => {
    const now = tools.clock.now();
    const row = await loadIntakeDraft(tx, id, now, true);
    const stale = row ? [] : await dropExpiredIntakeDraft(tx, id, now);
    const before = row ? open(tools, secret, row) : EMPTY_INTAKE;
    if (!before) throw new Error('a draft of this name is there and does not open');
    const draft = change(before);
    const sealed = sealWith(tools, secret, `case draft ${id}`, Buffer.from(JSON.stringify(draft)));
    const expiresAt = now.add({ hours: 24 * INTAKE_DRAFT_DAYS });
    const keys = keysOf(draft);
    await putIntakeDraft(tx, { id, sealed, fileKeys: keys, expiresAt }, now);
    return {
      result: { draft, expiresAt, sealed: { id, sealed } },
      gone: [...stale, ...keysOf(before)].filter((key) => !keys.includes(key)),
    };
  });
  for (const key of gone) await removeFile(tools, key);
  return result;
}

/** Throws a draft away with all its files. */
export async function discardIntake(tools: Tools, secret: string): Promise<void> {
  for (const key of await dropIntakeDraft(tools.db, draftId(tools, secret))) await removeFile(tools, key);
}

/** What a draft's file is to the rooms that keep files. */
export function asAccepted(file: IntakeFile): AcceptedFile {
  const { name: _, sha256, ...rest } = file;
  return { ...rest, sha256: Buffer.from(sha256, 'hex') };
}

const keysOf = (draft: IntakeDraft): string[] =>
  [...draft.files, ...(draft.idCopy ? [draft.idCopy] : [])].map((file) => file.storeKey);

function open(tools: Pick<Tools, 'keys'>, secret: string, row: SealedIntake): IntakeDraft | undefined {
  const bytes = openWith(tools, secret, `case draft ${row.id}`, row.sealed);
  if (!bytes) return undefined;
  const draft = JSON.parse(bytes.toString('utf8')) as IntakeDraft;
  // Fields that a later version of the product has added are empty.
  return { ...EMPTY_INTAKE, ...draft, answers: { ...NO_ANSWERS, ...draft.answers } };
}

/** The first 16 bytes of the secret's keyed hash, written as a UUID of version 8 (RFC 9562: made in our own way). */
function draftId(tools: Pick<Tools, 'keys'>, secret: string): string {
  const bytes = nameFor(tools, secret, 'case draft').subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
