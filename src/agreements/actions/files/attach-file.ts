/**
 * Attaching a file to an agreement, once for every area. The bytes are looked at, scanned, sealed and stored before the transaction; row and event are
 * written in it; of a file that is refused nothing stays.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { isReadablePdf } from '../../../platform/documents/index.ts';
import { putSealed } from '../../../platform/files/seal.ts';
import { type FileRefusal, removeFile, type StoredFile, takeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import { FILE_KIND_LABELS, type FileKindOfAgreement, mustBePdf, refusalToAttach } from '../../rules/attaching.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { type AgreementFile, insertFile } from '../../store/files.ts';
import { append } from '../../store/save.ts';
import { changeAgreementIn } from '../change.ts';

/** A file as it came with a form (`Upload`), or bytes. */
export interface Incoming {
  bytes(): Promise<Uint8Array>;
}

export interface FileOrder {
  readonly agreementId: string;
  readonly kind: FileKindOfAgreement;
  /** The line, review, update or signatory it belongs to; `null` = the agreement itself. */
  readonly partId: string | null;
  /** '' = the name of its kind. */
  readonly title: string;
  readonly isPublic: boolean;
}

export interface AttachOrder extends FileOrder {
  readonly upload: Incoming;
}

/** @returns the row; the file is opened at `/desk/agreements/:code/files/:fileId`, a public one at `/agreements/:code/files/:fileId` */
export async function attachFile(
  tools: Tools,
  actor: Actor,
  order: AttachOrder,
): Promise<Result<AgreementFile, AgreementRefusal | FileRefusal>> {
  // Asked before the file is worked on, which costs much more, and once more behind the lock.
  const before = await loadAgreement(tools.db, order.agreementId);
  const early = before ? refusalToAttach(before, actor, order) : 'agreement.absent';
  if (early) return refuse(early);
  const taken = await takeForAgreement(tools, order.kind, order.upload);
  if (!taken.ok) return taken;
  return keepOrRemove(tools, [taken.value], () =>
    orRollBack<AgreementFile, AgreementRefusal>(tools, async (tx) => {
      let file: AgreementFile | undefined;
      const changed = await changeAgreementIn(
        tools,
        tx,
        actor,
        { agreementId: order.agreementId, version: null },
        async (now) => {
          const late = refusalToAttach(now, actor, order);
          if (late) return refuse(late);
          file = await recordFileIn(tools, tx, actor, order, taken.value);
          return ok({ next: now, events: [] });
        },
      );
      return changed.ok && file ? ok(file) : refuse(changed.ok ? 'agreement.absent' : changed.refusal);
    }),
  );
}

/** Looks at a file, scans and stores it; row and event follow in the caller's transaction (`recordFileIn`, inside `keepOrRemove`). */
export async function takeForAgreement(
  tools: Tools,
  kind: FileKindOfAgreement,
  upload: Incoming,
): Promise<Result<StoredFile, AgreementRefusal | FileRefusal>> {
  const bytes = await upload.bytes();
  if (mustBePdf(kind) && bytes.length > 0 && !(await isReadablePdf(bytes))) return refuse('agreement.scan-no-pdf');
  return takeFile(tools, bytes);
}

/** A PDF that this system made itself, stored as a file that came from outside would be. */
export async function storeOwnPdf(tools: Tools, pdf: Uint8Array): Promise<StoredFile> {
  const key = `uploads/${tools.random.id()}`;
  await putSealed(tools, key, pdf);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return { key, kind: 'document', mediaType: 'application/pdf', extension: '.pdf', size: pdf.length, sha256 };
}

/** Row and event of a stored file. The caller has asked who may, and holds what must be held. */
export async function recordFileIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  order: FileOrder,
  stored: StoredFile,
  at: Moment = tools.clock.now(),
): Promise<AgreementFile> {
  if (actor.kind !== 'officer') throw new Error('a file of an agreement is added by an officer');
  const file: AgreementFile = {
    ...{ id: tools.random.id(), agreementId: order.agreementId, kind: order.kind, partId: order.partId },
    ...{ title: order.title.trim() || FILE_KIND_LABELS[order.kind].id, fileKey: stored.key },
    ...{ thumbnailKey: stored.picture?.thumbnailKey ?? null, mediaType: stored.mediaType, extension: stored.extension },
    ...{ size: stored.size, sha256: stored.sha256, isPublic: order.isPublic, addedBy: actor.personId, addedAt: at },
    ...{ confirmedBy: null, confirmedAt: null, replacedBy: null },
  };
  await insertFile(tx, file);
  const payload = {
    file: file.id,
    kind: file.kind,
    part: file.partId,
    sha256: file.sha256,
    size: file.size,
    public: file.isPublic,
  };
  await append(tools, tx, order.agreementId, [{ type: 'agreement-file-added', payload }], { at, actor });
  return file;
}

/** Does what records stored files; what is refused or fails leaves none of them behind. */
export async function keepOrRemove<T, R>(
  tools: Tools,
  stored: readonly StoredFile[],
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  let isKept = false;
  try {
    const done = await work();
    isKept = done.ok;
    return done;
  } finally {
    if (!isKept) for (const { key } of stored) await removeFile(tools, key);
  }
}
