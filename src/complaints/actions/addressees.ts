/** Whom a rung of the ladder is told to: person ids, each once. */
import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { AlertStage } from '../rules/alerts.ts';
import type { Clock } from '../rules/clocks.ts';
import type { Complaint, Part } from '../rules/complaint.ts';
import { activeParts } from '../rules/status.ts';
import { headsOf, holdersOf } from './offices.ts';

/** The parts a clock is about: its own, or all that still work. */
function partsOf(complaint: Complaint, clock: Clock): readonly Part[] {
  if (clock.partId) return complaint.parts.filter((part) => part.id === clock.partId);
  return activeParts(complaint).filter((part) => part.state === 'forwarded' || part.state === 'in-progress');
}

/** @param db the open transaction  @param day on which the positions must be in force */
export async function addresseesOf(db: Db, complaint: Complaint, clock: Clock, stage: AlertStage, day: Day): Promise<string[]> {
  const people = new Set<string>();
  const add = (ids: readonly string[]) => {
    for (const id of ids) people.add(id);
  };
  const parts = partsOf(complaint, clock);
  const shielded = complaint.shieldedGovernmentId;
  if (stage === 'ombudsman') {
    if (complaint.ombudsmanOfficeId) add(await holdersOf(db, complaint.ombudsmanOfficeId, 'complaint.oversee', day));
    return [...people];
  }
  const atDesk = clock.kind === 'verify' || clock.kind === 'arbitrate' || parts.length === 0;
  if (stage === 'head') {
    if (atDesk) add(await headsOf(db, complaint.deskAgencyId, day));
    for (const part of parts) add(await headsOf(db, part.governmentId, day));
    return [...people];
  }
  if (atDesk) add(await holdersOf(db, complaint.deskAgencyId, 'complaint.verify', day));
  for (const part of parts) {
    add(await holdersOf(db, part.agencyId, 'complaint.follow-up', day));
    // A part at the government itself waits for its coordinator; any other one does from the moment it is late.
    const isCoordinators = part.agencyId === part.governmentId || stage === 'overdue';
    if (isCoordinators && part.governmentId !== shielded) add(await holdersOf(db, part.governmentId, 'complaint.forward', day));
  }
  return [...people];
}
