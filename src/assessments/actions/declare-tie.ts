/** Ties: declared by the person or the planner, ended by the planner alone. Whoever is tied is taken off what they were to assess. */
import { agencyById } from '../../directory/index.ts';
import { type Actor, actorReference, can } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { dayOf } from '../../kernel/time.ts';
import { appendEvents, type Json } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { OPEN_STAGES } from '../rules/assessment.transitions.ts';
import { governmentIdOf } from '../rules/assessment.ts';
import { TIE_KINDS } from '../rules/independence.ts';
import { mayReadRounds } from '../rules/permissions.ts';
import type { AssessmentRefusal } from '../rules/refusals.ts';
import { lockAssessment } from '../store/assessments.ts';
import { endTie, saveTie } from '../store/ties.ts';
import { assignedAssessmentIds, saveTeam } from '../store/units.ts';

export interface TieOrder {
  readonly personId: string;
  readonly agencyId: string;
  readonly kind: string;
}

/** @returns how many units the person was taken off */
export async function declareTie(tools: Tools, actor: Actor, order: TieOrder): Promise<Result<number, AssessmentRefusal>> {
  if (actor.kind !== 'officer' || !mayReadRounds(actor)) return refuse('assessment.absent');
  if (order.personId !== actor.personId && !can(actor, 'assessment.plan')) return refuse('assessment.not-yours');
  const kind = TIE_KINDS.find((one) => one === order.kind);
  if (!kind) return refuse('assessment.tie-kind-missing');
  const agency = await agencyById(tools.db, order.agencyId);
  if (!agency) return refuse('assessment.agency-unknown');
  return inTransaction(tools, async (tx) => {
    await saveTie(tx, { personId: order.personId, agencyId: agency.id, kind }, tools.clock.now());
    await record(tools, tx, actor, order.personId, 'tie.declared', { agencyId: agency.id, kind });
    return ok(await takeOff(tools, tx, actor, order.personId, agency.governmentId));
  });
}

/** Assessments that are past their draft keep who made them: their next step is refused to the person instead. */
async function takeOff(tools: Tools, tx: Tx, actor: Actor, personId: string, governmentId: string): Promise<number> {
  let units = 0;
  for (const id of (await assignedAssessmentIds(tx, personId, 1000)).sort()) {
    const assessment = await lockAssessment(tx, id);
    if (!assessment || governmentIdOf(assessment) !== governmentId || !OPEN_STAGES.includes(assessment.stage)) continue;
    for (const unit of assessment.units) {
      if (unit.assessorId !== personId && unit.secondAssessorId !== personId) continue;
      await saveTeam(tx, id, unit.no, {
        assessorId: unit.assessorId === personId ? null : unit.assessorId,
        secondAssessorId: unit.secondAssessorId === personId ? null : unit.secondAssessorId,
      });
      const payload = { unitNo: unit.no, personId, reason: 'tie' };
      await appendEvents(tools, tx, { kind: 'assessment', id }, [
        { type: 'unit.taken-off', at: tools.clock.now(), actor: actorReference(actor), payload },
      ]);
      units += 1;
    }
  }
  return units;
}

/** Nobody ends a tie of their own: it would make the declaration worth nothing. */
export async function endDeclaredTie(
  tools: Tools,
  actor: Actor,
  order: { readonly personId: string; readonly agencyId: string; readonly reason: string },
): Promise<Result<undefined, AssessmentRefusal>> {
  if (actor.kind !== 'officer' || !can(actor, 'assessment.plan')) return refuse('assessment.absent');
  if (order.personId === actor.personId) return refuse('assessment.not-yours');
  const reason = order.reason.trim();
  if (reason === '') return refuse('assessment.reason-missing');
  if (reason.length > 1000) return refuse('assessment.text-too-long');
  return inTransaction(tools, async (tx) => {
    const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
    if (!(await endTie(tx, order, today))) return refuse('assessment.nothing-changed');
    await record(tools, tx, actor, order.personId, 'tie.ended', { agencyId: order.agencyId, reason });
    return ok(undefined);
  });
}

/** The ties of a person are a file of their own, named by the person. */
async function record(tools: Tools, tx: Tx, actor: Actor, personId: string, type: string, payload: Json): Promise<void> {
  await appendEvents(tools, tx, { kind: 'ties', id: personId }, [
    { type, at: tools.clock.now(), actor: actorReference(actor), payload },
  ]);
}
