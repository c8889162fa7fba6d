/** A published result changes only so: by a published correction, with its reason, the decree it rests on, and a new version. */
import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type FileRefusal, removeFile, type StoredFile, takeFile } from '../../platform/files/take-file.ts';
import type { Tools } from '../../platform/tools.ts';
import { missingOf } from '../rules/missing.ts';
import { mayTake } from '../rules/permissions.ts';
import { afterStep } from '../rules/stage-change.ts';
import { saveAssessment } from '../store/assessments.ts';
import { findingsOf } from '../store/findings.ts';
import { type Correction, type CorrectionFile, type CorrectionRefusal, correctAnswers } from './correct-answers.ts';
import { REASON_LIMIT } from './move-stage.ts';
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
import { publishResult } from './publish-result.ts';
import { MOST_REPLY_FILES } from './reply.ts';
import { assessedSide, tell } from './tell.ts';

export interface CorrectOrder extends AssessmentTarget {
  readonly reason: string;
  readonly decree: string;
  readonly corrections: readonly Correction[];
  /** Evidence of the corrected answers. */
  readonly files: readonly Uint8Array[];
}

export interface CorrectRefusal extends Omit<StepRefusal, 'codes'> {
  readonly codes: readonly CorrectionRefusal[];
  readonly at?: Correction;
  readonly file?: FileRefusal;
}

/** @returns the version that is in force from now on */
export async function correctResult(tools: Tools, actor: Actor, order: CorrectOrder): Promise<Result<number, CorrectRefusal>> {
  const early = await openAssessment(tools.db, actor, order.assessmentId);
  if (!early) return refuseStep('assessment.absent');
  if (!mayTake(actor, early.assessment, 'correct')) return refuseStep('assessment.not-yours');
  if (order.files.length > MOST_REPLY_FILES) return refuseStep('assessment.file-refused');
  const taken: StoredFile[] = [];
  let isKept = false;
  try {
    for (const bytes of order.files) {
      const file = await takeFile(tools, bytes);
      if (!file.ok) return refuse({ codes: ['assessment.file-refused'], missing: [], file: file.refusal });
      taken.push(file.value);
    }
    const done = await onAssessment(
      tools,
      actor,
      order,
      (on) => correct(tools, on, order, taken) as Promise<Result<number, StepRefusal>>,
    );
    isKept = done.ok;
    return done;
  } finally {
    if (!isKept) for (const file of taken) await removeFile(tools, file.key);
  }
}

async function correct(
  tools: Tools,
  on: OnAssessment,
  order: CorrectOrder,
  files: readonly StoredFile[],
): Promise<Result<number, CorrectRefusal>> {
  const { tx, officer, round, assessment, at } = on;
  const [reason, decree] = [order.reason.trim(), order.decree.trim()];
  const refusal = await refusalToStep(tools, tx, officer, round, assessment, 'correct', reason);
  if (refusal) return refuse(refusal);
  if (reason.length > REASON_LIMIT) return refuseStep('assessment.text-too-long');
  if (decree === '') return refuseStep('assessment.decree-missing');
  if (decree.length > 200) return refuseStep('assessment.text-too-long');
  const instrument = await instrumentOfRound(tx, round);
  const corrected = await correctAnswers(tools, tx, instrument, assessment.id, order.corrections, {
    personId: officer.personId,
    files: files.map((file) => asEvidence(tools, file)),
  });
  if ('code' in corrected) return refuse({ codes: [corrected.code], missing: [], at: corrected.at });
  if (corrected.changed === 0) return refuseStep('assessment.nothing-changed');
  const missing = missingOf(instrument, assessment, await findingsOf(tx, instrument, round, assessment));
  if (missing.length > 0) return refuse({ codes: ['assessment.incomplete'], missing });
  const { version } = await publishResult(tools, tx, { assessmentId: assessment.id, by: officer.personId, reason, decree });
  const saved = await saveAssessment(tx, afterStep(assessment, { action: 'correct', by: officer.personId, at, version }));
  await on.record('assessment.correct', { version, reason, decree, corrections: [...corrected.events] });
  await tell(tools, tx, round, saved, await assessedSide(tools, tx, saved), {
    purpose: 'assessment.corrected',
    stage: `corrected:${version}`,
  });
  return ok(version);
}

function asEvidence(tools: Tools, stored: StoredFile): CorrectionFile {
  return {
    id: tools.random.id(),
    fileKey: stored.key,
    thumbnailKey: stored.picture?.thumbnailKey ?? null,
    mediaType: stored.mediaType,
    extension: stored.extension,
    size: stored.size,
    sha256: stored.sha256,
  };
}
