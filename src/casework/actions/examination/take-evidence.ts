/**
 * Taking evidence into the register. The bytes are kept exactly as they were handed in, and their digest with them; of a picture there is besides a
 * copy without what the camera wrote into it, for looking at. Of an intake that is refused nothing stays.
 */
import { createHash } from 'node:crypto';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, type Moment, Temporal } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { putSealed } from '../../../platform/files/seal.ts';
import { sniff } from '../../../platform/files/sniff.ts';
import { type FileRefusal, removeFile, type StoredFile, takeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import type { EvidenceFile, EvidenceItem, EvidenceKind, EvidenceNature } from '../../rules/examination/evidence.ts';
import { mayRecord } from '../../rules/examination/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { loadCase } from '../../store/cases.ts';
import { evidenceOf, insertCustody, insertEvidenceItem, offeredAsEvidence } from '../../store/examination/evidence.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { decide } from '../decide.ts';

export interface EvidenceOrder {
  readonly kind: EvidenceKind;
  readonly nature: EvidenceNature;
  readonly description: string;
  /** Who gave it, as a position ("saksi 1"), never a name. */
  readonly source: string;
  readonly stepId: string | null;
  readonly receivedOn: Day;
  readonly receivedHow: string;
  /** Where the original lies. */
  readonly keptAt: string;
}

/** @param bytes of the file handed in; `null` for an object or a paper that is not copied. @returns the id of the item */
export async function takeEvidence(
  tools: Tools,
  actor: Actor,
  caseId: string,
  order: EvidenceOrder & { readonly bytes: Uint8Array | null },
): Promise<Result<string, CaseRefusal | FileRefusal>> {
  // Asked before the file is worked on, which costs much more, and once more behind the lock.
  const before = await loadCase(tools.db, caseId);
  const early = before ? judge(before, actor, order, tools.clock.now()) : 'case.absent';
  if (early) return refuse(early);
  const kept = order.bytes ? await keepOriginal(tools, order.bytes) : ok(null);
  if (!kept.ok) return kept;
  try {
    const taken = await record(tools, actor, caseId, { ...order, documentId: null, caseFileId: null, answerFileId: null }, () =>
      ok(kept.value),
    );
    if (!taken.ok && kept.value) await removeKept(tools, kept.value);
    return taken;
  } catch (error) {
    if (kept.value) await removeKept(tools, kept.value);
    throw error;
  }
}

/** Takes a file that lies in the case already into the register (`offeredAsEvidence`). Its bytes stay where they are. */
export async function takeOfferedFile(
  tools: Tools,
  actor: Actor,
  caseId: string,
  order: Omit<EvidenceOrder, 'stepId'> & { readonly fileId: string },
): Promise<Result<string, CaseRefusal>> {
  const find = async (db: Db | Tx) => (await offeredAsEvidence(db, caseId)).find((each) => each.id === order.fileId);
  const offered = await find(tools.db);
  if (!offered) return refuse('case.evidence-taken');
  const isAnswer = offered.from === 'answer';
  const from = { caseFileId: isAnswer ? null : offered.id, answerFileId: isAnswer ? offered.id : null };
  return record(
    tools,
    actor,
    caseId,
    { ...order, ...from, stepId: offered.stepId, documentId: offered.documentId },
    async (tx) =>
      // Asked again behind the lock: two clicks take one file in once.
      (await find(tx)) ? ok(offered.file) : refuse('case.evidence-taken'),
  );
}

async function record(
  tools: Tools,
  actor: Actor,
  caseId: string,
  order: EvidenceOrder & Pick<EvidenceItem, 'documentId' | 'caseFileId' | 'answerFileId'>,
  fileOf: (tx: Tx) => Result<EvidenceFile | null, CaseRefusal> | Promise<Result<EvidenceFile | null, CaseRefusal>>,
): Promise<Result<string, CaseRefusal>> {
  const id = tools.random.id();
  const decided = await decide(tools, actor, { caseId, version: null }, async (file, { at }, tx) => {
    const refusal = judge(file, actor, order, at);
    if (refusal) return refuse(refusal);
    if (order.stepId && !(await stepsOf(tx, file.id)).some((each) => each.id === order.stepId)) return refuse('case.absent');
    const kept = await fileOf(tx);
    if (!kept.ok) return kept;
    const by = actorReference(actor);
    const item: EvidenceItem = {
      id,
      no: (await evidenceOf(tx, file.id)).length + 1,
      kind: order.kind,
      nature: order.nature,
      description: order.description.trim(),
      source: order.source.trim(),
      stepId: order.stepId,
      documentId: order.documentId,
      caseFileId: order.caseFileId,
      answerFileId: order.answerFileId,
      receivedOn: order.receivedOn,
      receivedHow: order.receivedHow.trim(),
      keptAt: order.keptAt.trim(),
      takenBy: by,
      takenAt: at,
      file: kept.value,
    };
    await insertEvidenceItem(tx, file.id, item);
    const first = { no: 1, act: 'received' as const, at, onDay: item.receivedOn, by, party: item.keptAt };
    await insertCustody(tx, file.id, id, { ...first, reason: item.receivedHow, isIntact: null });
    const payload = {
      evidence: id,
      no: item.no,
      kind: item.kind,
      nature: item.nature,
      sha256: item.file?.sha256 ?? null,
      bytes: item.file?.bytes ?? null,
    };
    return decision(file, { events: [{ type: 'evidence-taken', payload }] });
  });
  return decided.ok ? ok(id) : decided;
}

function judge(file: Case, actor: Actor, order: EvidenceOrder, at: Moment): CaseRefusal | undefined {
  if (!mayRecord(file, actor)) return 'case.not-yours';
  if (order.description.trim() === '') return 'case.evidence-description-missing';
  if (order.source.trim() === '') return 'case.evidence-source-missing';
  const texts = [order.description, order.source, order.receivedHow, order.keptAt];
  if (texts.some((text) => text.length > LONGEST_TEXT)) return 'case.text-too-long';
  return Temporal.PlainDate.compare(order.receivedOn, dayOf(at, file.zone)) > 0 ? 'case.day-in-future' : undefined;
}

/** The original byte for byte; of a picture also a cleaned copy with a thumbnail. */
async function keepOriginal(tools: Tools, bytes: Uint8Array): Promise<Result<EvidenceFile, FileRefusal>> {
  const taken = await takeFile(tools, bytes);
  if (!taken.ok) return taken;
  const stored: StoredFile = taken.value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (!stored.picture) {
    return ok({
      mediaType: stored.mediaType,
      extension: stored.extension,
      bytes: stored.size,
      sha256,
      fileKey: stored.key,
      shownKey: null,
      thumbnailKey: null,
    });
  }
  const type = await sniff(bytes);
  const fileKey = `${stored.key}.original`;
  try {
    await putSealed(tools, fileKey, bytes);
  } catch (error) {
    await removeFile(tools, stored.key);
    throw error;
  }
  return ok({
    // Of the original, which is only ever downloaded, never shown in place.
    mediaType: type?.mediaType ?? stored.mediaType,
    extension: type?.extension ?? stored.extension,
    bytes: bytes.length,
    sha256,
    fileKey,
    shownKey: stored.key,
    thumbnailKey: stored.picture.thumbnailKey,
  });
}

async function removeKept(tools: Tools, file: EvidenceFile): Promise<void> {
  if (file.shownKey) await removeFile(tools, file.shownKey);
  if (file.fileKey !== file.shownKey) await removeFile(tools, file.fileKey);
}
