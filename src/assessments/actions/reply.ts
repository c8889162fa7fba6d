/** The right of reply (sanggah): per indicator of a unit, with evidence, until the due moment. */
import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type FileRefusal, removeFile, type StoredFile, takeFile } from '../../platform/files/take-file.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Assessment } from '../rules/assessment.ts';
import { answerableUnits, maySpeakForAgency } from '../rules/permissions.ts';
import type { AssessmentRefusal } from '../rules/refusals.ts';
import { afterStep } from '../rules/stage-change.ts';
import { isReplyTimeOver } from '../rules/stage-guards.ts';
import { placesOf } from '../rules/walk.ts';
import { saveAssessment } from '../store/assessments.ts';
import { insertReply, loadReply, markReplyWithdrawn, repliesOf } from '../store/replies.ts';
import {
  type AssessmentTarget,
  type OnAssessment,
  onAssessment,
  openAssessment,
  refusalToStep,
  refuseStep,
  type StepRefusal,
} from './on-assessment.ts';
import { instrumentOfRound } from './plan-agencies.ts';
import { tell } from './tell.ts';

export const REPLY_LIMIT = 10_000;
/** Files of one reply. No regulation sets it. */
export const MOST_REPLY_FILES = 10;

export interface ReplyOrder extends AssessmentTarget {
  /** 0 = the agency itself. */
  readonly unitNo: number;
  readonly indicator: string;
  readonly text: string;
  readonly files: readonly Uint8Array[];
}

/** Why a file was not taken, beside what speaks against the reply. */
export interface ReplyRefusal extends StepRefusal {
  readonly file?: FileRefusal;
}

/** @returns the id of the reply */
export async function fileReply(tools: Tools, actor: Actor, order: ReplyOrder): Promise<Result<string, ReplyRefusal>> {
  // Asked before pictures are worked on, which costs much more, and once more behind the lock.
  const early = await openAssessment(tools.db, actor, order.assessmentId);
  if (!early || !answerableUnits(actor, early.assessment).includes(order.unitNo)) return refuseStep('assessment.absent');
  if (order.files.length > MOST_REPLY_FILES) return refuseStep('assessment.file-refused');
  const taken: StoredFile[] = [];
  let isKept = false;
  try {
    for (const bytes of order.files) {
      const file = await takeFile(tools, bytes);
      if (!file.ok) return { ok: false, refusal: { codes: ['assessment.file-refused'], missing: [], file: file.refusal } };
      taken.push(file.value);
    }
    const kept = await onAssessment(tools, actor, order, (on) => keepReply(tools, on, order, taken));
    isKept = kept.ok;
    return kept;
  } finally {
    if (!isKept) for (const file of taken) await removeFile(tools, file.key);
  }
}

async function keepReply(
  tools: Tools,
  on: OnAssessment,
  order: ReplyOrder,
  files: readonly StoredFile[],
): Promise<Result<string, StepRefusal>> {
  const { tx, officer, round, assessment, at } = on;
  if (!answerableUnits(officer, assessment).includes(order.unitNo)) return refuseStep('assessment.absent');
  const refusal = await refusalToStep(tools, tx, officer, round, assessment, 'reply');
  if (refusal) return { ok: false, refusal };
  const text = order.text.trim();
  if (text === '') return refuseStep('assessment.reply-text-missing');
  if (text.length > REPLY_LIMIT) return refuseStep('assessment.text-too-long');
  const place = placesOf(await instrumentOfRound(tx, round)).find(({ indicator }) => indicator.code === order.indicator);
  if (!place || (place.dimension.per === 'agency') !== (order.unitNo === 0)) return refuseStep('assessment.unit-unknown');
  const isOpen = (await repliesOf(tx, assessment.id)).some(
    (one) => one.state === 'open' && one.unitNo === order.unitNo && one.indicator === order.indicator,
  );
  if (isOpen) return refuseStep('assessment.reply-open-already');
  const id = tools.random.id();
  await insertReply(
    tx,
    {
      id,
      assessmentId: assessment.id,
      unitNo: order.unitNo,
      indicator: order.indicator,
      text,
      repliedBy: officer.personId,
      repliedAt: at,
    },
    files.map((stored) => ({ id: tools.random.id(), stored })),
  );
  const saved = await saveAssessment(tx, afterStep(assessment, { action: 'reply', by: officer.personId, at }));
  await on.record('reply.filed', {
    reply: id,
    unitNo: order.unitNo,
    indicator: order.indicator,
    files: files.map((file) => file.sha256),
  });
  if (assessment.notified)
    await tell(tools, tx, round, saved, [assessment.notified.by], {
      purpose: 'assessment.reply-filed',
      stage: `filed:${saved.revision}`,
    });
  return ok(id);
}

/** Takes a reply back that nobody has decided yet. */
export function withdrawReply(
  tools: Tools,
  actor: Actor,
  order: AssessmentTarget & { readonly replyId: string },
): Promise<Result<undefined, StepRefusal>> {
  return onAssessment(tools, actor, order, async (on) => {
    const { tx, officer, assessment } = on;
    const reply = await loadReply(tx, assessment.id, order.replyId);
    if (!reply || !answerableUnits(officer, assessment).includes(reply.unitNo)) return refuseStep('assessment.absent');
    const code = refusalInReplyTime(on);
    if (code) return refuseStep(code);
    if (reply.state !== 'open') return refuseStep('assessment.reply-unknown');
    await markReplyWithdrawn(tx, reply.id);
    await saveAssessment(tx, assessment);
    await on.record('reply.withdrawn', { reply: reply.id, unitNo: reply.unitNo, indicator: reply.indicator });
    return ok(undefined);
  });
}

/** The agency says that it has no (further) reply, so that nobody waits for the last day. */
export function waiveReplies(tools: Tools, actor: Actor, order: AssessmentTarget): Promise<Result<Assessment, StepRefusal>> {
  return onAssessment(tools, actor, order, async (on) => {
    const { tx, officer, assessment, at } = on;
    if (!maySpeakForAgency(officer, assessment)) return refuseStep('assessment.not-yours');
    const code = refusalInReplyTime(on);
    if (code) return refuseStep(code);
    if (assessment.repliesWaived) return refuseStep('assessment.nothing-changed');
    const saved = await saveAssessment(tx, { ...assessment, repliesWaived: { by: officer.personId, at } });
    await on.record('reply.waived', {});
    return ok(saved);
  });
}

function refusalInReplyTime({ assessment, at }: OnAssessment): AssessmentRefusal | undefined {
  if (assessment.stage !== 'notified' && assessment.stage !== 'in-reply') return 'assessment.not-now';
  return isReplyTimeOver(assessment, at) ? 'assessment.reply-time-over' : undefined;
}
