/** What becomes of a decision: its owner says it is done and another side agrees, or it becomes a line of a plan in one step. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { isInTerm } from '../../rules/lines/promise.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import type { DecisionAction } from '../../rules/reviews/review.transitions.ts';
import type { Review, ReviewDecision } from '../../rules/reviews/review.ts';
import { decisionStep, isSecretary } from '../../rules/reviews/review-steps.ts';
import { plansOf } from '../../store/reviews/plan-lines.ts';
import { saveDecision } from '../../store/reviews/reviews.ts';
import type { Refused } from '../create-agreement.ts';
import { addLineIn } from '../lines/add-line.ts';
import { changeReview, changeReviewIn, type ReviewTarget } from './change-review.ts';

export type DecisionTarget = ReviewTarget & { readonly decisionId: string };

export function takeDecisionStep(
  tools: Tools,
  actor: Actor,
  target: DecisionTarget,
  action: DecisionAction,
  text: string,
): Promise<Result<Review, AgreementRefusal>> {
  return changeReview(tools, actor, { ...target, version: null }, async (review, agreement, { at }, tx) => {
    const decision = review.decisions.find(({ id }) => id === target.decisionId);
    if (!decision) return refuse('agreement.decision-absent');
    const step = decisionStep(actor, agreement, review, decision, action, text);
    if (!step.ok) return step;
    await saveDecision(tx, {
      ...decision,
      ...{ version: decision.version + 1, state: step.value.to, stateNote: text.trim() === '' ? null : text.trim() },
      ...{ stateBy: actorReference(actor), stateAt: at },
    });
    const payload = { review: review.id, decision: decision.id, from: step.value.from, to: step.value.to };
    return ok({ review, events: [{ type: `review-decision-${action}`, payload }] });
  });
}

/** The plans a decision can become a line of, for this actor: where lines may be entered and its due day lies in the term. */
export async function plansFor(
  db: Tx | Tools['db'],
  actor: Actor,
  agreement: Agreement,
  decision: Pick<ReviewDecision, 'dueOn'>,
): Promise<readonly Agreement[]> {
  return (await plansOf(db, agreement)).filter((plan) => mayEditLines(actor, plan) && isInTerm(decision.dueOn, plan));
}

export interface LineOfDecision {
  /** The plan, by its id. */
  readonly planId: string;
  readonly programme: string;
  readonly indicator: string;
  readonly unit: string;
  readonly target: string | null;
  readonly evidenceAsked: string;
}

/**
 * A decision becomes a line: who does it by when is taken over, the rest is what the form adds.
 * @returns the line; or every flaw of it
 */
export function decisionToLine(
  tools: Tools,
  actor: Actor,
  target: DecisionTarget,
  order: LineOfDecision,
): Promise<Result<Line, readonly Refused[]>> {
  return orRollBack<Line, readonly Refused[]>(tools, async (tx) => {
    let line: Line | undefined;
    let flaws: readonly Refused[] | undefined;
    const changed = await changeReviewIn(tools, tx, actor, { ...target, version: null }, async (review, agreement, { at }) => {
      const decision = review.decisions.find(({ id }) => id === target.decisionId);
      if (!decision) return refuse('agreement.decision-absent');
      if (!isSecretary(actor, agreement, review)) return refuse('agreement.not-yours');
      if (decision.state !== 'open') return refuse('agreement.decision-made');
      const plan = (await plansFor(tx, actor, agreement, decision)).find(({ id }) => id === order.planId);
      if (!plan) return refuse('agreement.plan-wrong');
      const added = await addLineIn(
        tools,
        tx,
        actor,
        { agreementId: plan.id, version: null },
        {
          ...{ programme: order.programme, activity: decision.text.slice(0, 500), indicator: order.indicator, unit: order.unit },
          ...{ startsOn: startOf(plan, review), dueOn: decision.dueOn, evidenceAsked: order.evidenceAsked },
          targets: [0, 1, 2, 3].map((quarter) => (quarter === Math.ceil(decision.dueOn.month / 3) - 1 ? order.target : null)),
          ...{ owner: { agencyId: decision.owner.agencyId, position: decision.owner.position }, decisionId: decision.id },
          ...{ year: decision.dueOn.year },
        },
      );
      if (!added.ok) {
        flaws = added.refusal;
        return refuse('agreement.not-now');
      }
      line = added.value;
      await saveDecision(tx, {
        ...decision,
        ...{ version: decision.version + 1, state: 'line', stateNote: null, stateBy: actorReference(actor), stateAt: at },
        line: { id: line.id, agreementId: plan.id },
      });
      const payload = { review: review.id, decision: decision.id, line: line.id, plan: plan.code };
      return ok({ review, events: [{ type: 'review-decision-line', payload }] });
    });
    if (line) return ok(line);
    return refuse(flaws ?? [{ code: changed.ok ? 'agreement.not-now' : changed.refusal, field: 'planId' }]);
  });
}

/** From the day of the meeting, or from the first day of a plan that begins later. */
function startOf(plan: Agreement, review: Review) {
  return isInTerm(review.meetsOn, plan) ? review.meetsOn : (plan.inForceFrom ?? review.meetsOn);
}
