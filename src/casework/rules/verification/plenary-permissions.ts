/** Who leads a plenary and who may come to know of it: read from positions at its office or above it in the Ombudsman's tree. */
import { type Actor, positionsWith } from '../../../kernel/actor.ts';
import type { Plenary } from './plenary.ts';

/** Offices at which the actor leads plenaries. */
export function leadsAt(actor: Actor): readonly string[] {
  return [...new Set(positionsWith(actor, 'case.decide').map((held) => held.agencyId))];
}

/** Whether the actor leads this meeting: the head of the office, or of an office above it when the head may not. */
export function mayLead(actor: Actor, plenary: Pick<Plenary, 'officePath'>): boolean {
  return leadsAt(actor).some((id) => plenary.officePath.includes(id));
}

/** Whether the actor may come to know of the meeting at all. What a conflict of interest hides is hidden case by case. */
export function maySeePlenary(actor: Actor, plenary: Pick<Plenary, 'officePath'>): boolean {
  return positionsWith(actor, 'case.deliberate').some((held) => plenary.officePath.includes(held.agencyId));
}
