/** From stage to stage. What is allowed: the transition table, rules/permissions.ts and rules/stage-guards.ts. */
import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lawBook } from '../../law/index.ts';
import type { Json } from '../../platform/audit/index.ts';
import type { Tools } from '../../platform/tools.ts';
import type { StageAction } from '../rules/assessment.transitions.ts';
import type { Assessment } from '../rules/assessment.ts';
import { afterStep } from '../rules/stage-change.ts';
import { saveAssessment } from '../store/assessments.ts';
import { computeResults } from './compute-results.ts';
import {
  type AssessmentTarget,
  type OnAssessment,
  onAssessment,
  refusalToStep,
  refuseStep,
  type StepRefusal,
} from './on-assessment.ts';
import { publishResult } from './publish-result.ts';
import { replyDue } from './reply-time.ts';
import { assessedSide, tell } from './tell.ts';

/** Steps that are only steps; a reply and a correction bring more with them (reply.ts, correct-result.ts). */
export type StageStep = Exclude<StageAction, 'reply' | 'correct'>;

export interface StageOrder extends AssessmentTarget {
  readonly action: StageStep;
  /** Of `return`: why. */
  readonly reason?: string;
  /** Of `publish`: the decree by which the results are fixed, if there is one. */
  readonly decree?: string;
}

export const REASON_LIMIT = 10_000;

/** @returns the assessment after the step, or everything that speaks against it */
export function moveStage(tools: Tools, actor: Actor, order: StageOrder): Promise<Result<Assessment, StepRefusal>> {
  return onAssessment(tools, actor, order, async (on) => {
    const reason = order.reason?.trim() ?? '';
    if (reason.length > REASON_LIMIT) return refuseStep('assessment.text-too-long');
    const { tx, officer, round, assessment } = on;
    const refusal = await refusalToStep(tools, tx, officer, round, assessment, order.action, reason);
    if (refusal) return { ok: false, refusal };
    const score = COMPUTES.includes(order.action) ? await computeResults(tools, tx, assessment.id) : undefined;
    // Somebody has looked at a number: without one there is nothing to check.
    if (score && score.score === null) return refuseStep('assessment.incomplete');
    const { next, told } = await take(tools, on, order);
    const saved = await saveAssessment(tx, next);
    await on.record(`assessment.${order.action}`, {
      from: assessment.stage,
      to: saved.stage,
      ...(reason ? { reason } : {}),
      ...told,
    });
    await spread(tools, on, order, saved);
    return ok(saved);
  });
}

const COMPUTES: readonly StageStep[] = ['submit', 'check', 'moderate', 'finalise'];

async function take(
  tools: Tools,
  { tx, officer, round, assessment, at }: OnAssessment,
  order: StageOrder,
): Promise<{ readonly next: Assessment; readonly told: { readonly [key: string]: Json } }> {
  const change = { action: order.action, by: officer.personId, at };
  if (order.action === 'notify') {
    const { dueAt } = replyDue(await lawBook(tools, tx), round, assessment, at);
    return { next: afterStep(assessment, { ...change, replyDueAt: dueAt }), told: { replyDueAt: dueAt.toString() } };
  }
  if (order.action === 'publish') {
    const decree = order.decree?.trim() || null;
    const { version } = await publishResult(tools, tx, {
      assessmentId: assessment.id,
      by: officer.personId,
      reason: null,
      decree,
    });
    return { next: afterStep(assessment, { ...change, version }), told: { version, decree } };
  }
  return { next: afterStep(assessment, change), told: {} };
}

async function spread(tools: Tools, on: OnAssessment, { action }: StageOrder, saved: Assessment): Promise<void> {
  const { tx, round, assessment } = on;
  const stage = `${action}:${saved.revision}`;
  if (action === 'return') {
    const makers = [
      ...assessment.units.flatMap((unit) => [unit.assessorId, unit.secondAssessorId]),
      assessment.submitted?.by ?? null,
    ].filter((id) => id !== null);
    await tell(tools, tx, round, saved, makers, { purpose: 'assessment.returned', stage });
  }
  if (action === 'notify') {
    const side = await assessedSide(tools, tx, saved);
    await tell(tools, tx, round, saved, side, { purpose: 'assessment.notified', stage, dueAt: saved.replyDueAt });
  }
  if (action === 'publish')
    await tell(tools, tx, round, saved, await assessedSide(tools, tx, saved), { purpose: 'assessment.published', stage });
}
