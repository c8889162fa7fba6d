/**
 * Photographs and documents behind an answer. Pictures are made anew, without what the camera wrote into them; time and place are kept
 * only as the assessor's device told them beside the picture.
 */
import { createHash } from 'node:crypto';
import { type Actor, actorReference, type Officer } from '../../kernel/actor.ts';
import { isUuid } from '../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Moment } from '../../kernel/time.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type FileRefusal, removeFile, type StoredFile, takeFile } from '../../platform/files/take-file.ts';
import type { Tools } from '../../platform/tools.ts';
import type { RefusalCode } from '../rules/field-refusals.ts';
import { evidenceOffered, refusalToFill, type SheetKey } from '../rules/filling.ts';
import { questionsOn } from '../rules/walk.ts';
import { markDone } from '../store/answers.ts';
import { type Evidence, evidenceOf, insertEvidence, loadEvidence, markWithdrawn } from '../store/evidence.ts';
import { lockOpenSheet, type OpenedSheet, openSheet } from '../store/filling.ts';
import { keepOperation, knownOperation } from '../store/operations.ts';
import { keyOf, todayAt } from './fill-sheet.ts';

/** Files of one answer. No regulation sets it: enough to show a counter from all sides, few enough to be looked at. */
export const MOST_EVIDENCE = 10;
export const CAPTION_MAX = 300;

export interface EvidenceOrder extends SheetKey {
  readonly indicator: string;
  readonly bytes: Uint8Array;
  /** SHA-256 the device noted when the file was taken, hexadecimal; checked against what arrived. */
  readonly sentSha256?: string;
  readonly takenAt?: Moment | null;
  readonly place?: { readonly latitude: number; readonly longitude: number } | null;
  readonly caption?: string | null;
  /** A UUID of the device's making: the same one is obeyed once. */
  readonly operationId?: string;
}

export interface AddedEvidence {
  readonly id: string;
  readonly sha256: string;
  readonly sentSha256: string;
}

/** Keeps one file. Of one that is refused nothing stays. */
export async function addEvidence(
  tools: Tools,
  actor: Actor,
  order: EvidenceOrder,
): Promise<Result<AddedEvidence, RefusalCode | FileRefusal>> {
  const { operationId } = order;
  if (operationId !== undefined && !isUuid(operationId)) return refuse('assessment.operation-reused');
  const sentSha256 = createHash('sha256').update(order.bytes).digest('hex');
  // Asked before the picture is worked on, which costs much more, and once more behind the lock.
  const early = await judge(tools, null, actor, order, sentSha256);
  if (!early.ok) return early;
  if ('known' in early.value) return ok(early.value.known);
  const taken = await takeFile(tools, order.bytes);
  if (!taken.ok) return taken;
  const stored = taken.value;
  let isKept = false;
  try {
    const added = await inTransaction(tools, async (tx) => {
      const judged = await judge(tools, tx, actor, order, sentSha256);
      if (!judged.ok) return judged;
      if ('known' in judged.value) return ok(judged.value.known);
      const { opened, officer } = judged.value;
      const kept = await keep(tools, tx, opened, officer, order, stored, sentSha256);
      isKept = true;
      return ok(kept);
    });
    if (!isKept) await removeFile(tools, stored.key);
    return added;
  } catch (error) {
    await removeFile(tools, stored.key);
    throw error;
  }
}

type Judged = { readonly known: AddedEvidence } | { readonly opened: OpenedSheet; readonly officer: Officer };

async function judge(
  tools: Tools,
  lockIn: Tx | null,
  actor: Actor,
  order: EvidenceOrder,
  sentSha256: string,
): Promise<Result<Judged, RefusalCode>> {
  const opened = lockIn ? await lockOpenSheet(lockIn, keyOf(order)) : await openSheet(tools.db, keyOf(order));
  const db = lockIn ?? tools.db;
  if (!opened || actor.kind !== 'officer') return refuse('assessment.absent');
  if (order.operationId !== undefined) {
    const known = await knownOperation<AddedEvidence>(db, order.operationId);
    if (known) {
      const isSame = known.personId === actor.personId && known.content === sentSha256;
      return isSame ? ok({ known: known.outcome }) : refuse('assessment.operation-reused');
    }
  }
  const refusal = refusalToFill(actor, opened.round, opened.assessment, opened.key, todayAt(opened, tools.clock.now()));
  if (refusal) return refuse(refusal);
  const places = questionsOn(opened.instrument, opened.sheet.kind);
  const indicator = places.find((place) => place.indicator.code === order.indicator)?.indicator;
  if (!indicator) return refuse('assessment.indicator-unknown');
  if (!evidenceOffered(indicator)) return refuse('assessment.evidence-not-here');
  if ((order.caption ?? '').length > CAPTION_MAX) return refuse('assessment.caption-too-long');
  if (order.sentSha256 !== undefined && order.sentSha256 !== sentSha256) return refuse('assessment.file-damaged');
  const already = (await evidenceOf(db, opened.key)).filter((each) => each.indicator === indicator.code);
  if (already.length >= MOST_EVIDENCE) return refuse('assessment.too-much-evidence');
  return ok({ opened, officer: actor });
}

async function keep(
  tools: Tools,
  tx: Tx,
  opened: OpenedSheet,
  officer: Officer,
  order: EvidenceOrder,
  stored: StoredFile,
  sentSha256: string,
): Promise<AddedEvidence> {
  const now = tools.clock.now();
  const { key } = opened;
  const evidence: Evidence = {
    id: tools.random.id(),
    key,
    indicator: order.indicator,
    fileKey: stored.key,
    thumbnailKey: stored.picture?.thumbnailKey ?? null,
    mediaType: stored.mediaType,
    extension: stored.extension,
    size: stored.size,
    sha256: stored.sha256,
    sentSha256,
    takenAt: order.takenAt ?? null,
    place: order.place ?? null,
    caption: order.caption?.trim() || null,
    addedBy: officer.personId,
    receivedAt: now,
    withdrawnAt: null,
  };
  await insertEvidence(tx, evidence);
  const added = { id: evidence.id, sha256: stored.sha256, sentSha256 };
  const payload = {
    ...added,
    unitNo: key.unitNo,
    rating: key.rating,
    sheetNo: key.sheetNo,
    indicator: order.indicator,
    mediaType: stored.mediaType,
    size: stored.size,
    hasPlace: evidence.place !== null,
    takenAt: evidence.takenAt?.toString() ?? null,
  };
  await appendEvents(tools, tx, { kind: 'assessment', id: key.assessmentId }, [
    { type: 'evidence.added', at: now, actor: actorReference(officer), payload },
  ]);
  if (order.operationId !== undefined) {
    const { assessmentId } = key;
    const { personId } = officer;
    const operation = { id: order.operationId, personId, assessmentId, content: sentSha256, outcome: added, at: now };
    await keepOperation(tx, operation);
  }
  return added;
}

/** Takes a file out of the sheet. Its row and bytes stay, marked, for whoever must look into how a score came about. */
export async function withdrawEvidence(
  tools: Tools,
  actor: Actor,
  order: { readonly evidenceId: string },
): Promise<Result<Evidence, RefusalCode>> {
  if (!isUuid(order.evidenceId)) return refuse('assessment.absent');
  return inTransaction(tools, async (tx) => {
    const evidence = await loadEvidence(tx, order.evidenceId);
    const opened = evidence && (await lockOpenSheet(tx, evidence.key));
    if (!evidence || !opened) return refuse('assessment.absent');
    const now = tools.clock.now();
    const refusal = refusalToFill(actor, opened.round, opened.assessment, opened.key, todayAt(opened, now));
    if (refusal) return refuse(refusal);
    if (await markWithdrawn(tx, evidence.id, now)) {
      await markDone(tx, evidence.key, false);
      const { unitNo, rating, sheetNo } = evidence.key;
      const payload = { id: evidence.id, sha256: evidence.sha256, unitNo, rating, sheetNo, indicator: evidence.indicator };
      await appendEvents(tools, tx, { kind: 'assessment', id: evidence.key.assessmentId }, [
        { type: 'evidence.withdrawn', at: now, actor: actorReference(actor), payload },
      ]);
    }
    return ok(evidence);
  });
}
