/** Attendance and agenda of a meeting. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import { isExcluded } from '../../rules/visibility.ts';
import { loadCase } from '../../store/cases.ts';
import { membersOf, recordAttendance, updatePlenary } from '../../store/verification/plenaries.ts';
import { addItem, moveUp, removeItem } from '../../store/verification/plenary-items.ts';
import { onPlenary, type PlenaryOutcome, type PlenaryTarget } from './on-plenary.ts';

/** Who is there. Whoever comes later or leaves is recorded anew; each decision keeps the count it was made with. */
export function recordPresence(tools: Tools, actor: Actor, target: PlenaryTarget, presentIds: readonly string[]): PlenaryOutcome {
  return onPlenary(tools, actor, target, async (plenary, tx, officer) => {
    if (plenary.state !== 'open') return refuse('case.plenary-not-now');
    const members = await membersOf(tx, plenary.id);
    const attendance = members.map(({ personId }) => ({ personId, isPresent: presentIds.includes(personId) }));
    await recordAttendance(tx, plenary.id, attendance, officer.personId, tools.clock.now());
    await updatePlenary(tx, plenary, {});
    const present = attendance.filter((each) => each.isPresent).map((each) => each.personId);
    return ok({ type: 'attendance-recorded', payload: { present, members: members.length } });
  });
}

/** A case that waits for a plenary of this office comes on the agenda, at its end. */
export function addToAgenda(tools: Tools, actor: Actor, target: PlenaryTarget, caseId: string): PlenaryOutcome {
  return onPlenary(tools, actor, target, async (plenary, tx, officer) => {
    if (plenary.state !== 'planned' && plenary.state !== 'open') return refuse('case.plenary-not-now');
    const file = await loadCase(tx, caseId);
    if (!file || file.officeId !== plenary.officeId || isExcluded(file, actor)) return refuse('case.absent');
    if (file.stage !== 'plenary') return refuse('case.not-now');
    const added = await addItem(tx, { plenaryId: plenary.id, caseId, by: officer.personId, at: tools.clock.now() });
    if (!added) return refuse('case.plenary-other-agenda');
    await updatePlenary(tx, plenary, {});
    return ok({ type: 'agenda-added', payload: { case: caseId } });
  });
}

export function removeFromAgenda(tools: Tools, actor: Actor, target: PlenaryTarget, caseId: string): PlenaryOutcome {
  return onPlenary(tools, actor, target, async (plenary, tx) => {
    if (plenary.state !== 'planned' && plenary.state !== 'open') return refuse('case.plenary-not-now');
    if (!(await removeItem(tx, plenary.id, caseId))) return refuse('case.plenary-not-now');
    await updatePlenary(tx, plenary, {});
    return ok({ type: 'agenda-removed', payload: { case: caseId } });
  });
}

/** One place further to the front. */
export function moveOnAgenda(tools: Tools, actor: Actor, target: PlenaryTarget, caseId: string): PlenaryOutcome {
  return onPlenary(tools, actor, target, async (plenary, tx) => {
    if (plenary.state !== 'planned' && plenary.state !== 'open') return refuse('case.plenary-not-now');
    await moveUp(tx, plenary.id, caseId);
    await updatePlenary(tx, plenary, {});
    return ok({ type: 'agenda-moved', payload: { case: caseId } });
  });
}
