/** Planning a step of an examination, and changing it while nothing has gone out yet. */
import { agencyById } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, type Moment } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, isOnTeam, respondentsOf } from '../../rules/case.ts';
import { type Circumstances, decision } from '../../rules/decision.ts';
import { mayPlan } from '../../rules/examination/permissions.ts';
import { precedentOf, precedingKind, type Step } from '../../rules/examination/step.ts';
import { STEP_KIND_DATA, type StepKind } from '../../rules/examination/step-kinds.ts';
import { leavesTime } from '../../rules/examination/suggest-steps.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { insertStep, saveStep, stepsOf } from '../../store/examination/steps.ts';
import { decide } from '../decide.ts';
import { holdsOfficeAt } from '../documents/in-office.ts';

export interface StepOrder {
  /** What is asked for, or what it is about. */
  readonly about: string;
  /** One of the case's respondents, or `null` when `addressee` names somebody else. */
  readonly respondentId: string | null;
  /** Institution or position; a witness is "saksi 1". */
  readonly addressee: string;
  /** A known officer of the respondent's agency it is meant for. */
  readonly personId: string | null;
  readonly ownerId: string;
  readonly plannedOn: Day | null;
  readonly heldAt: Moment | null;
  readonly place: string;
  readonly isAnnounced: boolean;
}

/** @returns the id of the new step */
export async function planStep(
  tools: Tools,
  actor: Actor,
  caseId: string,
  order: StepOrder & { readonly kind: StepKind },
): Promise<Result<string, CaseRefusal>> {
  const id = tools.random.id();
  const decided = await decide(tools, actor, { caseId, version: null }, async (file, circumstances, tx) => {
    if (!mayPlan(file, actor))
      return refuse(file.stage === 'examination' || file.stage === 'rapid' ? 'case.not-yours' : 'case.not-now');
    const steps = await stepsOf(tx, file.id);
    const summonsCount = circumstances.law.count('case.summons-count');
    const needed = precedingKind(order.kind, summonsCount);
    const precedent = precedentOf(order.kind, steps, order, summonsCount);
    if (needed && !precedent) return refuse('case.step-too-early');
    const refusal = await judgeOrder(tx, file, order.kind, order, circumstances);
    if (refusal) return refuse(refusal);
    const step: Step = {
      ...tidied(order),
      id,
      no: steps.length + 1,
      kind: order.kind,
      state: 'planned',
      basedOnId: precedent?.id ?? null,
      documentId: null,
      minutesId: null,
      way: '',
      result: '',
      reason: '',
      createdBy: actorReference(actor),
      createdAt: circumstances.at,
      sentAt: null,
      receivedAt: null,
      settledAt: null,
      endedAt: null,
      isMissed: false,
    };
    await insertStep(tx, file.id, step);
    return decision(file, { events: [{ type: 'step-planned', payload: { step: id, no: step.no, kind: step.kind } }] });
  });
  return decided.ok ? { ok: true, value: id } : decided;
}

/** Changes a step of which nothing has gone out: to whom, when, where, what. */
export function reviseStep(
  tools: Tools,
  actor: Actor,
  target: { readonly caseId: string; readonly stepId: string },
  order: StepOrder,
) {
  return decide(tools, actor, { caseId: target.caseId, version: null }, async (file, circumstances, tx) => {
    const step = (await stepsOf(tx, file.id)).find((each) => each.id === target.stepId);
    if (!step) return refuse('case.absent');
    if (!mayPlan(file, actor)) return refuse('case.not-yours');
    if (step.state !== 'planned') return refuse('case.step-not-now');
    // What it follows was missed by this addressee; somebody else has missed nothing.
    const follows = step.basedOnId !== null && step.kind !== 'assistance';
    if (follows && (order.respondentId !== step.respondentId || order.addressee.trim() !== step.addressee)) {
      return refuse('case.step-too-early');
    }
    const refusal = await judgeOrder(tx, file, step.kind, order, circumstances);
    if (refusal) return refuse(refusal);
    await saveStep(tx, file.id, { ...step, ...tidied(order) });
    return decision(file, { events: [{ type: 'step-revised', payload: { step: step.id, no: step.no } }] });
  });
}

function tidied(order: StepOrder): StepOrder {
  const { about, respondentId, addressee, personId, ownerId, plannedOn, heldAt, place, isAnnounced } = order;
  return {
    about: about.trim(),
    respondentId,
    addressee: respondentId ? '' : addressee.trim(),
    personId: respondentId ? personId : null,
    ownerId,
    plannedOn,
    heldAt,
    place: place.trim(),
    isAnnounced,
  };
}

async function judgeOrder(
  tx: Tx,
  file: Case,
  kind: StepKind,
  order: StepOrder,
  { at, law }: Circumstances,
): Promise<CaseRefusal | undefined> {
  const data = STEP_KIND_DATA[kind];
  if (order.about.trim() === '') return 'case.text-missing';
  if (Math.max(order.about.length, order.addressee.length, order.place.length) > LONGEST_TEXT) return 'case.text-too-long';
  if (!isOnTeam(file, order.ownerId) && file.team.some((each) => each.until === null)) return 'case.owner-not-team';
  const respondent = respondentsOf(file).find((each) => each.id === order.respondentId);
  if (order.respondentId !== null && !respondent) return 'case.step-addressee-missing';
  if (data.to === 'respondent' && !respondent) return 'case.step-addressee-missing';
  if (!respondent && order.addressee.trim() === '') return 'case.step-addressee-missing';
  if (respondent && order.personId !== null) {
    const agency = await agencyById(tx, respondent.agencyId);
    if (!agency || !(await holdsOfficeAt(tx, order.personId, agency, dayOf(at, file.zone)))) return 'case.step-left';
  }
  if (data.mode === 'appearance') {
    if (!order.heldAt) return 'case.step-day-missing';
    if (order.place.trim() === '') return 'case.step-place-missing';
    const earliest = law.due(at, law.limit('case.summons-lead'), []).dueAt;
    if (!leavesTime(order.heldAt, earliest, file.zone)) return 'case.summons-too-soon';
  }
  return undefined;
}
