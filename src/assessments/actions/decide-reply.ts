/** Deciding a reply with reasons; one that is accepted, wholly or partly, changes answers and with them the score. */
import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Tools } from '../../platform/tools.ts';
import { governmentIdOf } from '../rules/assessment.ts';
import { missingOf } from '../rules/missing.ts';
import { mayActWith } from '../rules/permissions.ts';
import { DEPENDENCE_REFUSALS, makersOf } from '../rules/stage-guards.ts';
import { saveAssessment } from '../store/assessments.ts';
import { findingsOf } from '../store/findings.ts';
import { loadReply, saveReplyDecision } from '../store/replies.ts';
import { AS_IT_STANDS, resultOf } from '../store/results.ts';
import { sheetsOf } from '../store/sheets.ts';
import { computeResults } from './compute-results.ts';
import { type Correction, type CorrectionRefusal, correctAnswers } from './correct-answers.ts';
import { dependenceOf } from './independent.ts';
import { REASON_LIMIT } from './move-stage.ts';
import { type AssessmentTarget, type OnAssessment, onAssessment, refuseStep, type StepRefusal } from './on-assessment.ts';
import { instrumentOfRound } from './plan-agencies.ts';
import { assessedSide, tell } from './tell.ts';

export const REPLY_DECISIONS = ['accepted', 'partly', 'rejected'] as const;
export type ReplyDecision = (typeof REPLY_DECISIONS)[number];

export interface DecideOrder extends AssessmentTarget {
  readonly replyId: string;
  /** One of REPLY_DECISIONS; anything else is refused. */
  readonly decision: string;
  readonly reasons: string;
  /** The right answers, of the unit and indicator the reply is about. */
  readonly corrections: readonly Omit<Correction, 'unitNo' | 'indicator'>[];
}

export interface Decided {
  readonly scoreBefore: string | null;
  readonly scoreAfter: string | null;
}

/** Refusals of the answers themselves come with the sheet they are about. */
export interface DecideRefusal extends Omit<StepRefusal, 'codes'> {
  readonly codes: readonly CorrectionRefusal[];
  readonly sheetNo?: number;
}

export function decideReply(tools: Tools, actor: Actor, order: DecideOrder): Promise<Result<Decided, DecideRefusal>> {
  return onAssessment<Decided>(tools, actor, order, (on) => decide(tools, on, order) as Promise<Result<Decided, StepRefusal>>);
}

async function decide(tools: Tools, on: OnAssessment, order: DecideOrder): Promise<Result<Decided, DecideRefusal>> {
  const { tx, officer, round, assessment, at } = on;
  if (!mayActWith(officer, assessment, 'assessment.moderate')) return refuseStep('assessment.not-yours');
  if (assessment.stage !== 'in-reply') return refuseStep('assessment.not-now');
  const dependence = await dependenceOf(tools, tx, officer.personId, governmentIdOf(assessment), at);
  if (dependence) return refuseStep(DEPENDENCE_REFUSALS[dependence]);
  // Who has decided one reply may decide the next: only what was written before the submission makes a maker here.
  const makers = makersOf(assessment, await sheetsOf(tx, assessment.id), 'correct');
  if (makers.has(officer.personId)) return refuseStep('assessment.maker');
  const reply = await loadReply(tx, assessment.id, order.replyId);
  if (reply?.state !== 'open') return refuseStep('assessment.reply-unknown');
  const decision = REPLY_DECISIONS.find((one) => one === order.decision);
  if (!decision) return refuseStep('assessment.decision-missing');
  const reasons = order.reasons.trim();
  if (reasons === '') return refuseStep('assessment.reason-missing');
  if (reasons.length > REASON_LIMIT) return refuseStep('assessment.text-too-long');

  const instrument = await instrumentOfRound(tx, round);
  const { unitNo, indicator } = reply;
  const corrections = order.corrections.map((one) => ({ ...one, unitNo, indicator }));
  const corrected = await correctAnswers(tools, tx, instrument, assessment.id, corrections, {
    personId: officer.personId,
    files: reply.files,
  });
  if ('code' in corrected) return refuse({ codes: [corrected.code], missing: [], sheetNo: corrected.at.sheetNo });
  if (decision === 'rejected' && corrected.changed > 0) return refuseStep('assessment.correction-without-acceptance');
  if (decision !== 'rejected' && corrected.changed === 0) return refuseStep('assessment.correction-missing');
  const missing = missingOf(instrument, assessment, await findingsOf(tx, instrument, round, assessment));
  if (missing.length > 0) return refuse({ codes: ['assessment.incomplete'], missing });

  const before = (await resultOf(tx, assessment.id, AS_IT_STANDS))[0]?.score ?? null;
  if (corrected.changed > 0) await computeResults(tools, tx, assessment.id);
  const after = (await resultOf(tx, assessment.id, AS_IT_STANDS))[0]?.score ?? null;
  await saveReplyDecision(tx, reply.id, {
    state: decision,
    decision: reasons,
    by: officer.personId,
    at,
    scoreBefore: before,
    scoreAfter: after,
  });
  const saved = await saveAssessment(tx, assessment);
  await on.record('reply.decided', {
    reply: reply.id,
    unitNo,
    indicator,
    decision,
    corrections: [...corrected.events],
    scoreBefore: before,
    scoreAfter: after,
  });
  const side = await assessedSide(tools, tx, assessment, 'answering');
  await tell(tools, tx, round, saved, [...side, reply.repliedBy], {
    purpose: 'assessment.reply-decided',
    stage: `decided:${reply.id}`,
  });
  return ok({ scoreBefore: before, scoreAfter: after });
}
